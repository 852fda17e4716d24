"""The dates of a slot that were moved or skipped: who asked, how early, and why."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.changed import changed_rows
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class ChangedDates(Dialog[None], inherit_bindings=False):
    """A list to look at, oldest first; it opens at the newest."""

    HELP: ClassVar[str | None] = """
    # Changed dates

    Each date of the slot that was moved or skipped: when it was to be, what became of it, who asked
    (where that was said), how early, and the how-manieth of its month it is. The reason stands
    below. Enter or Escape goes back.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "leave", "Back", id="changed.leave", tooltip="To the schedule"),
        Binding("f1", "app.help", "Help", id="app.help", tooltip="What this is, and all its keys"),
    ]

    def __init__(self, desk: "Desk", address: str) -> None:
        super().__init__(f"Changed dates: {desk.people.find(address).mentee.name}")
        self.desk, self.changes = desk, desk.slots.changes(address)

    def _rows(self) -> Iterator[Widget]:
        yield Rows("No date was moved or skipped.", opens=False, id="changes")

    def on_mount(self) -> None:
        """Draw them, the cursor on the newest."""
        rows = self.query_one(Rows)
        rows.rows = changed_rows(
            self.changes, Look(self.desk.now(), self.desk.tz, self.desk.zone_of)
        )
        rows.action_edge(-1)
        super().on_mount()

    def echo(self) -> str:
        """How many of each."""
        skipped = sum(one.state == "skipped" for one in self.changes)
        moved = len(self.changes) - skipped
        said = f"{moved} moved, {skipped} skipped."
        return said if self.changes else "m on a date moves it, d skips it."
