"""The mentee's earlier words beside the notes: the last calls, and a search in them."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from mentordesk.domain.errors import Refusal
from mentordesk.tui.presentation.earlier import earlier_rows, found_rows
from mentordesk.tui.presentation.rows import Row, plain
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.tui.screens.capture_letters import CaptureLetters


def _scroll(key: str, lines: str, id: str, tooltip: str) -> Binding:
    return Binding(key, f"scroll({lines})", "Scroll", False, id=id, tooltip=tooltip)


class Earlier(Vertical):
    """The keys go to the line to search with; the arrows move what is below it."""

    HELP: ClassVar[str | None] = """
    # Earlier words

    What is open, then the last calls: what the mentee has of them, and behind a bar your own text.
    Type to search everything of this mentee; `kind:win` and `from:1.10.` narrow it. Arrows and
    page keys scroll, Escape closes, `Tab` goes back to the notes.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", id="earlier.close", tooltip="Back to the notes"),
        _scroll("up", "-1", "earlier.up", "A line up"),
        _scroll("down", "1", "earlier.down", "A line down"),
        _scroll("pageup", "-10", "earlier.page_up", "Ten lines up"),
        _scroll("pagedown,enter", "10", "earlier.page_down", "Ten lines down"),
    ]

    def __init__(self, session_id: str) -> None:
        super().__init__(id="earlier")
        self.session_id = session_id
        self.border_title = "Earlier"

    @property
    def _screen(self) -> "CaptureLetters":
        return cast("CaptureLetters", self.screen)

    def compose(self) -> ComposeResult:
        """The line to search with, and what is read."""
        yield Entry(placeholder="search their words", id="sought")
        yield Rows(opens=False, id="said")

    def on_mount(self) -> None:
        """Read when it is opened, not while somebody types beside it."""
        self.call_after_refresh(self.read)

    def read(self) -> None:
        """Lay out the last calls, or what the typed words find."""
        rows = self.query_one(Rows)
        rows.scroll_to(y=0, animate=False)
        rows.rows = self._found()

    def _found(self) -> list[Row]:
        pages, typed = self._screen.desk.pages, self.query_one(Entry).value
        width = self.query_one(Rows).scrollable_content_region.width - 4
        look = self._screen.look()._replace(width=max(width, 10))
        if not typed.strip():
            return earlier_rows(pages.earlier(self.session_id), look)
        try:
            return found_rows(pages.search_earlier(self.session_id, typed), typed, look)
        except Refusal as refusal:  # a filter may only be half typed
            return [plain(refusal.sentence, "dim")]

    def on_input_changed(self) -> None:
        """The key is painted first, then the search begins."""
        self.call_after_refresh(self.read)

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """Another width breaks the lines elsewhere."""
        event.stop()
        self.read()

    def action_scroll(self, lines: int) -> None:
        """Move what is read."""
        self.query_one(Rows).scroll_relative(y=lines, animate=False)

    def action_close(self) -> None:
        """Away with it."""
        self._screen.action_earlier()
