"""Noting what somebody allowed to be told, and to whom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.permissions import Permission, recipient
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.people import Relation


class Permit(Dialog[Permission]):
    """What, to whom, by which way, and how they said it."""

    def __init__(self, desk: "Desk", relation: "Relation") -> None:
        super().__init__(f"{relation.mentee.name} allows")
        self.desk, self.relation = desk, relation

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The last two may stay empty."""
        yield "To tell", Entry(placeholder="her talk idea", id="scope")
        yield "To whom", Entry(placeholder="coordinator, public, or a name", id="to")
        yield "By", Entry(placeholder="in the report; may stay empty", id="by")
        yield "Their words", Entry(placeholder="may stay empty", id="said")

    def echo(self) -> str:
        """What that lets the mentor do."""
        scope, to = self.value("scope"), recipient(self.value("to"))
        if not (scope and to):
            return "What may be told, and to whom. It can be withdrawn at any time."
        return f"From today on you may tell {to}: {scope}."

    def save(self) -> Permission:
        """Note it."""
        return self.desk.permissions.add(
            self.relation.address,
            self.value("scope"),
            self.value("to"),
            by=self.value("by"),
            said=self.value("said"),
        )
