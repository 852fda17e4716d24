"""A grid of days that draws itself line by line, with a cursor on a day or on a thing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from mentordesk.tui.presentation.entries import Piece
from mentordesk.tui.widgets.painting import paint


def _going(key: str, action: str, name: str, id: str, tooltip: str) -> Binding:
    return Binding(key, action, name, show=False, id=id, tooltip=tooltip, system=True)


class Grid(Widget, can_focus=True):
    """What is drawn is handed down; where the keys lead is told to the screen, which knows days."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--cursor", "grid--rest", "grid--block", "grid--off",
    }  # fmt: skip
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", id="grid.choose", tooltip="Go to what is there"),
        _going("left", "go('day', -1)", "Day before", "grid.left", "The day before"),
        _going("right", "go('day', 1)", "Next day", "grid.right", "The next day"),
        _going("up,k", "go('line', -1)", "Up", "grid.up", "A week back, or the thing before"),
        _going("down,j", "go('line', 1)", "Down", "grid.down", "A week on, or the next thing"),
        _going("pageup", "go('page', -1)", "Page back", "grid.page_up", "The page before"),
        _going("pagedown", "go('page', 1)", "Page on", "grid.page_down", "The next page"),
        _going("home", "go('today', 0)", "Today", "grid.home", "Back to today"),
    ]

    lines: reactive[Sequence[Sequence[Piece]]] = reactive((), repaint=False)
    cursor: reactive[Collection[str]] = reactive((), repaint=False)
    """The keys of the pieces that the cursor is on."""

    @dataclass
    class Went(Message):
        """A key that leads elsewhere: `day`, `line`, `page` or `today`, and which way."""

        how: str
        step: int

    @dataclass
    class Pointed(Message):
        """A click on a day or a thing."""

        key: str

    class Chosen(Message):
        """Enter: open what the cursor is on."""

    class Resized(Message):
        """There is more or less room than was drawn for."""

    def show(self, lines: Sequence[Sequence[Piece]], cursor: Collection[str]) -> None:
        """Draw these lines, with the cursor on the pieces that have one of these keys."""
        self.lines, self.cursor = lines, cursor
        self.refresh()

    def action_go(self, how: str, step: int) -> None:
        """Tell the screen where the key leads."""
        self.post_message(self.Went(how, step))

    def action_choose(self) -> None:
        """Open what the cursor is on."""
        self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Move the cursor; a click on what it is on opens it."""
        key = self._at(event.x, event.y)
        if key and key in self.cursor:
            self.action_choose()
        elif key:
            self.post_message(self.Pointed(key))

    def on_mouse_scroll_down(self) -> None:
        """The wheel turns pages."""
        self.action_go("page", 1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel turns pages."""
        self.action_go("page", -1)

    def on_resize(self) -> None:
        """Lines are laid out for one size."""
        self.post_message(self.Resized())

    def on_focus(self) -> None:
        """The cursor shows itself fully only where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor steps back."""
        self.refresh()

    def _at(self, x: int, y: int) -> str:
        """The key of what is drawn at a place; '' for nothing."""
        for piece in self.lines[y] if y < len(self.lines) else ():
            x -= cell_len(piece.text)
            if x < 0:
                return piece.key
        return ""

    def render_line(self, y: int) -> Strip:
        """One line, each piece on the ground of its tone."""
        width, base = self.size.width, self.rich_style
        if y >= len(self.lines):
            return Strip.blank(width, base)
        strips = [
            paint(self, [(piece.text, piece.part)], self._ground(piece)) for piece in self.lines[y]
        ]
        return Strip.join(strips).adjust_cell_length(width, base)

    def _ground(self, piece: Piece) -> Style:
        if piece.key and piece.key in self.cursor:
            return self.get_component_rich_style("grid--cursor" if self.has_focus else "grid--rest")
        if piece.tone:
            return self.get_component_rich_style(f"grid--{piece.tone}")
        return self.rich_style
