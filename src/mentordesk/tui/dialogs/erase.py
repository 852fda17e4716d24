"""Removing a person for good: the handle has to be typed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.look import count
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk.course import Erased


class Erase(Dialog[bool]):
    """Returns True once the handle stands there."""

    def __init__(self, would: "Erased") -> None:
        super().__init__(f"Erase {would.relation.mentee.name} for good")
        self.would = would

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The handle, to be sure."""
        yield "Handle", Entry(placeholder=f"type {self.would.relation.mentee.handle}", id="handle")

    def echo(self) -> str:
        """What goes, and what does not."""
        rows = count(sum(self.would.rows.values()), "row")
        copies = count(len(self.would.copies), "backup")
        return (
            f"{rows} would go: calls, notes, promises, everything, and nothing brings it back. Nor"
            f" can anything done before be undone any more. {copies.capitalize()} would still hold"
            " them. To archive them instead: escape, then A."
        )

    def save(self) -> bool:
        """Only with the whole handle."""
        handle = self.would.relation.mentee.handle
        if self.value("handle") != handle:
            raise Refusal(f"Type {handle} to erase, or leave with escape.")
        return True
