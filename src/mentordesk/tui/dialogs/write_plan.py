"""The plan as a table for somebody: seen first, then written to a file."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.text import clip, counted
from mentordesk.tui.dialogs.write_recap import FileDialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

OPEN, EVERY = "open", "every"
SHOWN, WIDE = 5, 300
"""Lines of the table that are shown, and signs of each."""


class WritePlan(FileDialog):
    """Returns what was written, in a sentence; the table holds what its reader may read."""

    HELP: ClassVar[str | None] = """
    # The plan as a table

    **For** whom: it holds the rows that they may read, and nothing else. **Rows**: the open ones,
    or those that are done, too. A file that ends with `.csv` is for a table program, any other is
    Markdown. Below is how it begins, and what to think of before it leaves.
    """

    def __init__(self, desk: "Desk", address: str) -> None:
        super().__init__("The plan as a table")
        self.desk, self.address = desk, address

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """For whom, which rows, where to."""
        whom = [("mentee", "the mentee"), ("coordinator", "the coordinator")]
        rows = [(OPEN, "those that are open"), (EVERY, "those that are done, too")]
        yield "For", Choice(whom, id="whom")
        yield "Rows", Choice(rows, id="which")
        yield "File", Entry(f"{self.address.partition('/')[0]}-plan.md", id="path")

    def _whom(self) -> str:
        return self.query_one("#whom", Choice).value

    def _every(self) -> bool:
        return self.query_one("#which", Choice).value == EVERY

    def echo(self) -> str:
        """What is to be thought of first, and how the table begins."""
        path, whom = self.path(), self._whom()
        form = "csv" if path.suffix.lower() == ".csv" else "md"
        lines = self.desk.plans.table(self.address, form, whom, self._every()).splitlines()
        there = ["The file is there already."] if path.is_file() else []
        gate = [f"! {one}" for one in self._gate(whom)]
        more = [f"… {counted(len(lines) - SHOWN, 'line')} more"] if len(lines) > SHOWN else []
        return "\n".join([*gate, *there, *(clip(one, WIDE) for one in lines[:SHOWN]), *more])

    def _gate(self, whom: str) -> Iterable[str]:
        if whom == "mentee":
            return ()
        return self.desk.permissions.gate(self.address, frozenset({whom}))

    def on_choice_changed(self) -> None:
        """Somebody else, or other rows."""
        self.understand()

    def save(self) -> str:
        """Write it, after a second Enter over a file that is there."""
        path, whom = self.path(), self._whom()
        self.desk.plans.table(self.address, "md", whom, self._every())
        self.desk.plans.write(self.address, path, whom, self._every(), self.sure())
        return f"Written: {path}, for the {whom}."
