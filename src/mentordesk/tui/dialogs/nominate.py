"""Putting somebody forward for a role, and what came of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.course import NOMINATED
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import clip, one_line
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class Nominate(Dialog[str]):
    """For what, to whom, and where it stands; or what became of one that waits.

    Returns what to say of it.
    """

    HELP: ClassVar[str | None] = """
    # A nomination

    **For** what, **to** whom, and a **link** to where it stands; the desk notes it, sending it is
    yours. Where one waits for an answer, **It is** turns to it with `←` and `→`, and **Became**
    says what came of it. `u` takes it back.
    """

    AUTO_FOCUS = "Entry"

    def __init__(self, desk: "Desk", address: str) -> None:
        found = desk.people.find(address)
        super().__init__(f"Nominate {found.mentee.name}")
        self.desk, self.address = desk, address
        decisions = desk.playbooks.of(found.mentorship.id).decisions
        self.says = next((one.next for one in decisions if one.next), "")
        self.waiting = [one for one in desk.course.nominations(address) if one.state == "open"]

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Which, where one waits; what for, who decides, where; what became of one."""
        if self.waiting:
            yield "It is", Choice([("", "a new one"), *self._waits()], id="which")
        yield "For", Entry(placeholder="maintainer of the docs", id="text")
        yield "To", Entry(placeholder="who decides on it; may stay empty", id="to")
        yield "Link", Entry(placeholder="where it stands; may stay empty", id="link")
        if self.waiting:
            yield "Became", Choice([(one, one) for one in NOMINATED[1:]], id="became")

    def _waits(self) -> Iterable[tuple[str, str]]:
        today = self.desk.today()
        for one in self.waiting:
            yield one.id, f"{clip(one_line(one.text), 30)}, {day_words(one.day, today)}"

    def on_mount(self) -> None:
        """What became of it is asked only of one that waits."""
        self._fit()
        super().on_mount()

    def _which(self) -> str:
        """The id of the one that waits, '' for a new one."""
        return self.query_one("#which", Choice).value if self.waiting else ""

    def _fit(self) -> None:
        """Only the lines of what is being said."""
        waits = bool(self._which())
        for field in self.query(".field"):
            if field.query(Entry):
                field.display = not waits
            elif field.query("#became"):
                field.display = waits

    def on_choice_changed(self) -> None:
        """Another one, or another outcome."""
        self._fit()
        self.understand()

    def echo(self) -> str:
        """What the playbook says of it, and that the desk sends nothing."""
        if self._which():
            return "It waits no more; it stays in the history with what became of it."
        return f"{self.says} The desk notes it; sending it is yours.".strip()

    def save(self) -> str:
        """Note it, or what became of it."""
        course = self.desk.course
        if which := self._which():
            became = self.query_one("#became", Choice).value
            course.nomination_became(which, became)
            return f"Noted: {became}. u takes it back."
        text, to, link = self.value("text"), self.value("to"), self.value("link")
        course.nominate(self.address, text, to, link)
        return "Nominated. u takes it back."
