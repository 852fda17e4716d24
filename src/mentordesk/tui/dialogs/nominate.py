"""Putting somebody forward for a role."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.course import Nomination
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class Nominate(Dialog[Nomination]):
    """For what, to whom, and where it stands."""

    def __init__(self, desk: "Desk", address: str) -> None:
        found = desk.people.find(address)
        super().__init__(f"Nominate {found.mentee.name}")
        self.desk, self.address = desk, address
        decisions = desk.playbooks.of(found.mentorship.id).decisions
        self.says = next((one.next for one in decisions if one.next), "")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What for, who decides, where."""
        yield "For", Entry(placeholder="maintainer of the docs", id="text")
        yield "To", Entry(placeholder="who decides on it; may stay empty", id="to")
        yield "Link", Entry(placeholder="where it stands; may stay empty", id="link")

    def echo(self) -> str:
        """What the playbook says of it, and that the desk sends nothing."""
        return f"{self.says} The desk notes it; sending it is yours.".strip()

    def save(self) -> Nomination:
        """Note it."""
        text, to, link = self.value("text"), self.value("to"), self.value("link")
        return self.desk.course.nominate(self.address, text, to, link)
