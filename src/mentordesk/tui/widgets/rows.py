"""The list every screen uses: it draws only the lines in view, and one key paints one frame."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from mentordesk.tui.presentation.look import NOT_SHOWN
from mentordesk.tui.presentation.rows import Row, plain, shown
from mentordesk.tui.widgets.painting import paint

MARK = "› "


def _moving(key: str, action: str, name: str, id: str, tooltip: str) -> Binding:
    """A key that moves the cursor: every list has it, so that help need not say it each time."""
    return Binding(key, action, name, show=False, id=id, tooltip=tooltip, system=True)


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor that stops where there is something to choose.

    A new list keeps the cursor on the same key, or else near the same place.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--rest"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", id="list.choose", tooltip="Go to what is under it"),
        _moving("up,k", "move(-1)", "Up", "list.up", "One line up"),
        _moving("down,j", "move(1)", "Down", "list.down", "One line down"),
        _moving("pageup", "page(-1)", "Page up", "list.page_up", "A page back"),
        _moving("pagedown", "page(1)", "Page down", "list.page_down", "A page on"),
        _moving("home", "edge(0)", "First", "list.first", "The first line"),
        _moving("end", "edge(-1)", "Last", "list.last", "The last line"),
    ]

    rows: reactive[Sequence[Row]] = reactive((), repaint=False)
    cursor: reactive[int] = reactive(-1, repaint=False)

    @dataclass
    class Chosen(Message):
        """Enter or a click on the row that the cursor is on."""

        rows: "Rows"
        key: str

        @property
        def control(self) -> "Rows":
            """The list it happened in."""
            return self.rows

    @dataclass
    class Resized(Message):
        """The list is wider or narrower than it was, so its rows may be laid out anew."""

        rows: "Rows"

    def __init__(self, empty: str = "", *, opens: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self.empty = self._absent = empty
        self.opens = opens
        self._width = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where rows lead nowhere, Enter is left to whoever holds the list."""
        return self.opens if action == "choose" else True

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def validate_rows(self, rows: Sequence[Row]) -> Sequence[Row]:
        """An empty list says what belongs here and which key begins it."""
        hides = self._absent == self.empty and getattr(self.app, "is_shared", False)
        said = NOT_SHOWN if self.empty and hides else self.empty
        return rows or [plain(line, "dim") for line in said.split("\n") if line]

    def watch_rows(self, old: Sequence[Row], rows: Sequence[Row]) -> None:
        """Take the new list, the cursor staying with what it was on."""
        was = old[self.cursor].key if 0 <= self.cursor < len(old) else ""
        self.virtual_size = Size(1, len(rows))
        same = next((at for at, row in enumerate(rows) if was and row.key == was), None)
        at = self._nearest(max(self.cursor, 0)) if same is None else same
        self.set_reactive(Rows.cursor, at)
        self._show(at)
        self.refresh()

    def watch_cursor(self, old: int, at: int) -> None:
        """Draw the line it left and the line it is on, and scroll if it must."""
        before = self.scroll_offset.y
        self._show(at)
        if self.scroll_offset.y == before:
            self.refresh_lines(old)
            self.refresh_lines(at)

    def _nearest(self, at: int) -> int:
        """The place with something to choose that is nearest to `at`, below rather than above."""
        places = [n for n, row in enumerate(self.rows) if row.key]
        return min(places, key=lambda n: (abs(n - at), n < at), default=-1)

    def _show(self, at: int) -> None:
        """Bring a line into view; the first thing shows the heading above it, too."""
        height = self.scrollable_content_region.height
        if at < 0 or not height:
            return
        top = self.scroll_offset.y
        above = 0 if at == self._step(0, 1) else at
        if above < top:
            self.scroll_to(y=above, animate=False)
        elif at >= top + height:
            last = max((n for n in range(at, len(self.rows)) if not self._stops(at, n)), default=at)
            self.scroll_to(y=min(last, at + height - 1) - height + 1, animate=False)

    def _stops(self, at: int, n: int) -> bool:
        """Whether another thing or a heading lies between `at` and `n`."""
        return any(row.key or row.heading for row in self.rows[at + 1 : n + 1])

    def _step(self, start: int, step: int) -> int:
        """The next place with something to choose, from `start` on; -1 when there is none."""
        stop = len(self.rows) if step > 0 else -1
        return next((n for n in range(start, stop, step) if self.rows[n].key), -1)

    def go_to(self, key: str) -> None:
        """Put the cursor on a thing, if it is in the list."""
        at = next((n for n, row in enumerate(self.rows) if row.key == key), -1)
        if at >= 0:
            self.cursor = at

    def action_move(self, step: int) -> None:
        """One thing up or down."""
        at = self._step(self.cursor + step, step)
        if at >= 0:
            self.cursor = at
        elif step < 0:
            self.scroll_to(y=0, animate=False)
        else:
            self.scroll_to(y=self.max_scroll_y, animate=False)

    def action_page(self, pages: int) -> None:
        """A screenful up or down."""
        far = self.cursor + pages * max(self.scrollable_content_region.height - 1, 1)
        self.cursor = self._nearest(min(max(far, 0), len(self.rows) - 1))

    def action_edge(self, end: int) -> None:
        """The first or the last thing."""
        self.cursor = self._nearest(0 if end == 0 else len(self.rows) - 1)

    def action_choose(self) -> None:
        """Open what the cursor is on."""
        if row := self.current:
            self.post_message(self.Chosen(self, row.key))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor; a click on the line it is on already opens it."""
        inside = event.get_content_offset(self)  # a list may have a frame around it
        if inside is None:
            return
        at = inside.y + self.scroll_offset.y
        if not (0 <= at < len(self.rows) and self.rows[at].key):
            return
        if at == self.cursor and self.opens:
            self.action_choose()
        else:
            self.cursor = at

    def on_resize(self) -> None:
        """A smaller window still shows the line under the cursor."""
        self._show(self.cursor)
        before, self._width = self._width, self.size.width
        if before not in (0, self._width):
            self.post_message(self.Resized(self))

    def on_focus(self) -> None:
        """The cursor shows itself fully only where keys go."""
        self.refresh_lines(self.cursor)

    def on_blur(self) -> None:
        """The cursor steps back."""
        self.refresh_lines(self.cursor)

    def render_line(self, y: int) -> Strip:
        """One line of the list in terminal cells."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        base = self.rich_style
        if at >= len(self.rows):
            return Strip.blank(width, base)
        row = self.rows[at]
        here = at == self.cursor
        if here:
            name = "rows--cursor" if self.has_focus else "rows--rest"
            base = self.get_component_rich_style(name)
        lead = (MARK if here and self.has_focus else " " if row.heading else "  ", "accent")
        return paint(self, [lead, *shown(row, width - len(lead[0]) - 1), (" ", "")], base)
