"""The strip of keys at the bottom: the bindings that apply now, as many as there is room for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from mentordesk.tui.keys import is_for_shared
from mentordesk.tui.presentation.rows import Row, Seg, shown
from mentordesk.tui.widgets.painting import paint

AT_THE_EDGE = ("app.call", "app.palette", "app.help")
"""Commands that keep their place at the right edge however narrow it gets."""


class Entry(NamedTuple):
    """One command of the strip: the key to press, as it is shown, and the command's name."""

    key: str
    shown: str
    name: str

    @property
    def pieces(self) -> tuple[Seg, ...]:
        """How the strip writes it."""
        return (" " + self.shown, "key"), (" " + self.name + " ", "dim")

    @property
    def cells(self) -> int:
        """How wide that is."""
        return sum(cell_len(text) for text, _ in self.pieces)


class Keys(Widget, can_focus=False):
    """Reads the same Bindings as the palette and the help panel; a click presses the key."""

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Draw again whenever the screen says that other keys apply."""
        self.screen.bindings_updated_signal.subscribe(self, self._again, immediate=True)

    def _again(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Keys and names, the palette and help at the right edge."""
        left, right = self._entries()
        row = Row("", _written(left), _written(right))
        return paint(self, shown(row, self.size.width), self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked on."""
        left, right = self._entries()
        edge = self.size.width - sum(entry.cells for entry in right)
        for start, entry in [*_places(left, 0), *_places(right, edge)]:
            if start <= event.x < start + entry.cells:
                self.app.simulate_key(entry.key)

    def _entries(self) -> tuple[list[Entry], list[Entry]]:
        """What fits on the left, nearest commands first, and what is always at the right."""
        found: dict[str, Entry] = {}
        shared = getattr(self.app, "is_shared", False)
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if shared and not is_for_shared(binding.id or ""):
                continue
            if binding.show and active.enabled:
                entry = Entry(binding.key, self.app.get_key_display(binding), binding.description)
                found.setdefault(binding.id or binding.action, entry)
        right = [found.pop(name) for name in AT_THE_EDGE if name in found]
        room = self.size.width - sum(entry.cells for entry in right) - bool(right)
        left = [entry for start, entry in _places(found.values(), 0) if start + entry.cells <= room]
        return left, right


def _written(entries: Iterable[Entry]) -> list[Seg]:
    return [piece for entry in entries for piece in entry.pieces]


def _places(entries: Iterable[Entry], start: int) -> Iterator[tuple[int, Entry]]:
    for entry in entries:
        yield start, entry
        start += entry.cells
