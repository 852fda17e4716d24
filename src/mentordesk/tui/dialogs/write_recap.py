"""Writing what the mentee receives to a file; one that is there needs a second yes."""

from collections.abc import Callable, Iterable
from pathlib import Path

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.dialogs.paths import whole_path
from mentordesk.tui.widgets.entry import Entry


class FileDialog(Dialog[str]):
    """Asks where to write something; its field is called `path`."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._warned = ""

    def path(self) -> Path:
        """The whole path as typed. Raises Refusal for none."""
        if not self.value("path"):
            raise Refusal("Give a path, or leave with escape.")
        return whole_path(self.value("path"))

    def sure(self) -> bool:
        """Whether a file that is there may go. Raises Refusal that asks for a second Enter."""
        path = self.path()
        if path.is_file() and self._warned != str(path):
            self._warned = str(path)
            raise Refusal(f"Enter once more replaces the file that is there: {path}")
        return self._warned == str(path)


class WriteRecap(FileDialog):
    """Returns the path; `write(path, overwrite)` writes the file whole or not at all."""

    def __init__(self, name: str, write: Callable[[Path, bool], Path]) -> None:
        super().__init__("Write the recap to a file")
        self.proposed, self.write = name, write

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Where to."""
        yield "File", Entry(self.proposed, id="path")

    def echo(self) -> str:
        """The whole path."""
        there = " It is there already." if self.path().is_file() else ""
        return f"{self.path()}.{there} Only what the mentee may read is in it."

    def save(self) -> str:
        """Write it, after a second Enter over a file that is there."""
        return str(self.write(self.path(), self.sure()))
