"""A sheet of text to read, and to write on when asked; what is written is stored while typed."""

from datetime import datetime, tzinfo

from textual.content import Content

from mentordesk.tui.widgets.autosave import Aside, Store
from mentordesk.tui.widgets.autosaved_area import AutosavedArea


class Sheet(AutosavedArea):
    """Read-only until `write`; its frame then says when the words were stored."""

    def __init__(
        self, store: Store, zone: tzinfo, *, aside: Aside | None = None, id: str | None = None
    ) -> None:
        super().__init__(store, aside=aside, id=id)
        self.zone = zone
        self.read_only = True
        self.show_cursor = False
        self._began = ""

    def show(self, text: str, at: datetime | None = None) -> None:
        """What the desk holds; one that is only read stays where it was scrolled to."""
        if not self.read_only:
            super().show(text, at)
        elif text != self.text or not self._opened:
            self._opened = True
            self.keeper.opened(text, None)
            self.load_text(text)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """While it is only read, letters are commands of the screen."""
        return not self.read_only and super().check_consume_key(key, character)

    def write(self) -> None:
        """Begin to write, at the end of the text."""
        self.read_only, self.show_cursor = False, True
        self._began = self.text
        self.keeper.at = None
        self.move_cursor(self.document.end)
        self.focus()
        self.say_state()

    def done(self) -> bool:
        """Store what is not stored yet and read again; False when it cannot be, and is not left."""
        if not self.flush():
            return False
        self.read_only, self.show_cursor = True, False
        self.say_state()
        return True

    @property
    def changed(self) -> bool:
        """Whether anything is other than when writing began."""
        return self.text != self._began

    def say_state(self) -> None:
        """Write what is true of the words into the frame's foot, while they are written."""
        said = "" if self.read_only else self._state()
        self.border_subtitle = Content(said)
        self.set_class(bool(self.keeper.trouble), "-trouble")

    def _state(self) -> str:
        if self.keeper.trouble:
            return "NOT STORED, trying again"
        if self.unsaved:
            return "storing…"
        at = self.keeper.at
        return f"stored {at.astimezone(self.zone):%H:%M:%S}" if at else "nothing changed yet"
