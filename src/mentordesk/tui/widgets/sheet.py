"""A sheet of text to read, and to write on when asked; what was written is stored on leaving."""

from collections.abc import Callable

from mentordesk.domain.errors import Refusal
from mentordesk.tui.widgets.document import ProseArea


class Sheet(ProseArea):
    """Read-only until `write`; `done` stores through `store` if anything has changed."""

    def __init__(self, store: Callable[[str], object], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.store = store
        self._known = ""
        self.read_only = True
        self.show_cursor = False

    def show(self, text: str) -> None:
        """What the desk holds; a sheet that is being written on keeps its own."""
        if self.read_only and text != self.text:
            self.load_text(text)
        if self.read_only:
            self._known = text

    def write(self) -> None:
        """Begin to write, at the end of the text."""
        self.read_only, self.show_cursor = False, True
        self.move_cursor(self.document.end)
        self.focus()

    def done(self) -> bool:
        """Store what was changed and stop writing; whether anything was. Raises Refusal."""
        text = self.text
        changed = not self.read_only and text != self._known
        if changed:
            self.store(text)
            self._known = text
        self.read_only, self.show_cursor = True, False
        return changed

    def on_unmount(self) -> None:
        """Leaving the program stores, too; there is nobody left to hear a refusal."""
        try:
            self.done()
        except Refusal as refusal:
            self.log.error(refusal.sentence)
