"""Noting who comes to a slot, and noting a workshop."""

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.errors import Nobody
from mentordesk.domain.offers import Slot, Workshop
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.dialogs.offer_hours import programmes
from mentordesk.tui.presentation.look import length
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class BookSlot(Dialog[Slot]):
    """Who comes to a slot, and what about."""

    def __init__(self, desk: "Desk", slot: Slot) -> None:
        here = slot.start.astimezone(desk.tz)
        super().__init__(f"Who comes at {here:%H:%M}")
        self.desk, self.slot = desk, slot

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Who, about what."""
        yield "Who", Entry(placeholder="a mentee, or any name", id="who")
        yield "About", Entry(placeholder="may stay empty", id="about")

    def echo(self) -> str:
        """Whether it is somebody's of the desk, whose time is counted."""
        typed = self.value("who")
        if not typed:
            return ""
        try:
            found = self.desk.people.find(typed)
        except Nobody:
            return "Nobody of your mentees: the name is kept, and no time is counted."
        return f"{found.mentee.name}: it counts as their time once it was held."

    def save(self) -> Slot:
        """Note it."""
        return self.desk.hours.book(self.slot.start, self.value("who"), self.value("about"))


class AddWorkshop(Dialog[Workshop]):
    """A name and a day; what there is to prepare is the programme's."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__("A workshop at which you coach")
        self.desk = desk

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, when, under which programme, what to know of it."""
        yield "Workshop", Entry(placeholder="Pandas for beginners", id="title")
        yield "Day", Entry(placeholder="sat 5 dec, or sat 5 dec 10:00", id="day")
        yield "Under", Choice(programmes(self.desk), id="playbook")
        yield "Early", Entry(placeholder="minutes to be there before; may be empty", id="early")
        yield "Material", Entry(placeholder="a link; may stay empty", id="link")

    def echo(self) -> str:
        """The day that is understood, and how long there is to prepare."""
        from mentordesk.dates import echo_day

        found = self.desk.playbooks.find(self.query_one(Choice).value)
        prep = found.workshop_prep_minutes
        said = f"{length(prep)} to prepare" if prep else "nothing to prepare, by that playbook"
        if not self.value("day"):
            return said
        day, at = self._day()
        return f"{echo_day(day, self.desk.today())}{f' {at:%H:%M}' if at else ''}, {said}"

    def on_choice_changed(self) -> None:
        """Another programme."""
        self.understand()

    def _day(self) -> tuple[date, time | None]:
        from mentordesk.dates import read_day, read_when

        typed = self.value("day")
        if ":" not in typed:
            return read_day(typed, self.desk.today()), None
        found = read_when(typed, self.desk.now().astimezone(self.desk.tz))
        return found.date(), found.time()

    def save(self) -> Workshop:
        """Note it."""
        from mentordesk.dates import read_minutes

        day, at = self._day()
        early = self.value("early")
        return self.desk.workshops.add(
            self.value("title"),
            day,
            wall_time=at,
            playbook=self.query_one(Choice).value,
            link=self.value("link"),
            early=read_minutes(early) if early else 0,
        )
