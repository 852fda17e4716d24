"""Ending a mentorship: reached, run its course, or before its time."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.course import SIDES
from mentordesk.domain.people import Relation
from mentordesk.domain.rules import day_words
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

HOW = (
    ("completed", "it has run its course"),
    ("graduated", "the goal is reached: graduated"),
    ("exited", "before its time"),
)
TOLD = (("later", "not told yet: Today says so"), ("told", "told already"))


class EndMentorship(Dialog[Relation]):
    """How it ends; whose wish and who is told count only for an end before its time."""

    def __init__(self, desk: "Desk", address: str) -> None:
        found = desk.people.find(address)
        super().__init__(f"The end, with {found.mentee.name}")
        self.desk, self.address = desk, address
        self.playbook = desk.playbooks.of(found.mentorship.id)
        self._invited = desk.invites.standing(address).told

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """How, why; by whom, and whether the programme knows."""
        reasons = ", ".join(self.playbook.exit_reasons) or "may stay empty"
        yield "How", Choice(HOW, id="how")
        yield "Why", Entry(placeholder=reasons, id="reason")
        yield "Whose wish", Choice([(side, side) for side in SIDES], "mentee", id="side")
        if self.playbook.exit_tells:
            yield self.playbook.exit_tells[0].capitalize(), Choice(TOLD, id="told")

    def echo(self) -> str:
        """What it became so far, and what follows."""
        today = self.desk.today()
        steps = self.desk.course.history(self.address)[-4:]
        was = " · ".join(f"{one.status} {day_words(one.day, today)}" for one in steps)
        early = self.query_one("#how", Choice).value == "exited"
        counts = "" if early else " Whose wish it is counts only before its time."
        tells = " Their calendar does not know it: e tells them." if self._invited else ""
        return f"So far: {was}. Everything stays and can be found; the slot ends.{tells}{counts}"

    def on_choice_changed(self) -> None:
        """Another way."""
        self.understand()

    def save(self) -> Relation:
        """End it."""
        how, course = self.query_one("#how", Choice).value, self.desk.course
        reason = self.value("reason")
        if how == "graduated":
            return course.graduate(self.address, reason)
        if how == "completed":
            return course.complete(self.address, reason)
        told = [one.value == "told" for one in self.query("#told").results(Choice)]
        side = self.query_one("#side", Choice).value
        return course.exit(self.address, side, reason, told=any(told))
