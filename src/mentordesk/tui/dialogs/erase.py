"""Removing a person for good: the handle has to be typed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import counted
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk.course import Erased


class Erase(Dialog[bool]):
    """Returns True once the handle stands there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Erase", priority=True, id="erase.do", tooltip="For good"),
    ]

    def __init__(self, would: "Erased") -> None:
        super().__init__(f"Erase {would.relation.mentee.name} for good")
        self.would = would

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The handle, to be sure."""
        yield "Handle", Entry(placeholder=f"type {self.would.relation.mentee.handle}", id="handle")

    def echo(self) -> str:
        """What goes, and what does not."""
        rows = counted(sum(self.would.rows.values()), "row")
        copies = len(self.would.copies)
        holds = f"{counted(copies, 'backup')} would still hold them." if copies else ""
        titles = counted(self.would.titles, "title")
        named = f" So would {titles} of busy times naming them." if self.would.titles else ""
        return (
            f"{rows} would go: calls, notes, promises, everything, and nothing brings it back."
            f"{named} Nor"
            f" can anything done before be undone any more. {holds or 'No backup holds them.'}"
            " To archive them instead: escape, then A."
        )

    def save(self) -> bool:
        """Only with the whole handle."""
        handle = self.would.relation.mentee.handle
        if self.value("handle") != handle:
            raise Refusal(f"Type {handle} to erase, or leave with escape.")
        return True
