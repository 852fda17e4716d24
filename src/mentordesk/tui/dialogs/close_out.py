"""What the playbook asks when a mentorship ends; every answer may stay empty."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Label

from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentordesk.desk import Desk


class AnswerCloseOut(Dialog[bool]):
    """One line a question; returns True once they are stored."""

    AUTO_FOCUS = "Entry"

    def __init__(self, desk: "Desk", address: str) -> None:
        super().__init__(f"At the end, with {desk.people.find(address).mentee.name}")
        self.desk, self.address = desk, address
        self.asked = desk.course.close_out(address)

    def _rows(self) -> "Iterator[Widget]":
        with VerticalScroll(id="asked", can_focus=False):
            for n, one in enumerate(self.asked):
                yield Label(one.ask, markup=False, classes="question")
                yield Entry(one.answer, placeholder="may stay empty", id=f"answer{n}")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The questions have a line of their own above their answers."""
        return ()

    def echo(self) -> str:
        """Who may read it."""
        playbook = self.desk.playbooks.of(self.desk.people.find(self.address).mentorship.id)
        readers = sorted({word for one in playbook.exit_questions for word in one.readers})
        others = ", ".join(f"the {word}" for word in readers)
        return f"Read by you and {others}." if readers else "For you alone to read."

    def save(self) -> bool:
        """Store what was answered."""
        typed = {one.key: self.value(f"answer{n}") for n, one in enumerate(self.asked)}
        news = {one.key: typed[one.key] for one in self.asked if typed[one.key] != one.answer}
        if news:
            self.desk.course.answer_close_out(self.address, news)
        return True
