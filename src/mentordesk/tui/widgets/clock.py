"""The clock of a call: fixed in size, drawn by lines, and each second only its digits are sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from mentordesk.domain.timebox import Timebox
from mentordesk.tui.presentation.face import Face, bar, face, scale

Run = tuple[str, str]
SHORTEST_BAR = 6
# Three rows of box-drawing strokes a digit, in the order 0…9.
_BIG = (
    "╭─╮ ╷ ╶─╮╶─╮╷ ╷╭─╴╭─╴╶─╮╭─╮╭─╮",
    "│ │ │ ╭─╯ ─┤╰─┤╰─╮├─╮  │├─┤╰─┤",
    "╰─╯ ╵ ╰─╴╶─╯  ╵╶─╯╰─╯  ╵╰─╯╶─╯",
)
BIG_COLUMNS = 14


class Clock(Widget):
    """How long the call has left, in words, a bar and three phases; one row, or three when wide.

    It rings when a phase begins, and never takes the focus.
    """

    DEFAULT_CSS = """
    Clock {
        height: 1; width: 1fr; color: $foreground;
        & > .clock--time { text-style: bold; color: $primary; }
        & > .clock--gone { color: $border; }
        & > .clock--left { color: $rule; }
        & > .clock--reserve { color: $warning; text-style: $quiet-style; }
        & > .clock--late { color: $warning; }
        & > .clock--words { color: $quiet; text-style: $quiet-style; }
        & > .clock--state { text-style: bold; color: $warning; }
        &.-wrap-up > .clock--time { color: $warning; }
        &.-over > .clock--time, &.-over > .clock--state { color: $error; }
        &.-over > .clock--late { color: $error; }
        &.-paused > .clock--time, &.-paused > .clock--gone { color: $quiet; }
    }
    """
    PARTS = ("time", "gone", "left", "reserve", "late", "words", "state")
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"clock--{part}" for part in PARTS}

    timebox: reactive[Timebox | None] = reactive[Timebox | None](None, repaint=False)
    now: reactive[datetime | None] = reactive[datetime | None](None, repaint=False)

    @dataclass
    class Turned(Message):
        """Another phase, a pause, or the first look at the clock."""

        face: Face

    def __init__(
        self,
        zone: tzinfo,
        *,
        ring: Callable[[str], None],
        still: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.zone = zone
        self.still = still
        self.ring = ring
        self.face: Face | None = None
        self._looks: dict[str, Style] = {}

    def watch_timebox(self) -> None:
        """A pause, an extension: the same second looks different now."""
        self._show()

    def watch_now(self) -> None:
        """A second has passed."""
        self._show()

    def _show(self) -> None:
        if self.timebox is None or self.now is None:
            return
        before, after = self.face, face(self.timebox, self.now, self.zone, self.still)
        self.face = after
        if before is None or self._rest(before) != self._rest(after):
            self._turn(before, after)
            self.refresh()
        elif before.time != after.time:
            digits = big(after.time)[0] if self.size.height >= 3 else after.time
            self.refresh(Region(0, 0, 1 + len(digits), self.size.height))

    def _rest(self, shown: Face) -> tuple[object, ...]:
        """What is drawn beside the digits; when it is equal, only they are sent again."""
        drawn = bar(max(self.size.width, 1), shown.gone, shown.reserve)
        return (*shown[:2], len(shown.time), *shown[3:6], drawn, shown.marks)

    def _turn(self, before: Face | None, after: Face) -> None:
        """Dress for the phase; ring when it has just begun, not when the screen is opened in it."""
        for phase in ("work", "wrap-up", "over"):
            self.set_class(after.phase == phase, f"-{phase}")
        self.set_class(after.paused, "-paused")
        self._looks.clear()
        if before is None or before[:2] != after[:2]:
            self.post_message(self.Turned(after))
        if before and before.phase != after.phase:
            self.ring(after.phase)

    def render_line(self, y: int) -> Strip:
        """One of the clock's rows."""
        width = self.size.width
        if self.face is None:
            return Strip.blank(width, self.rich_style)
        tall = self.size.height >= 3
        runs = _tall(self.face, width)[y : y + 1] if tall else [_flat(self.face, width)][y:]
        segments = [Segment(text, self._style(part)) for part, text in (runs or [[]])[0]]
        return Strip(segments).adjust_cell_length(width, self._style(""))

    def _style(self, part: str) -> Style:
        """The look of a part; looked up once until the phase or the theme changes."""
        if part not in self._looks:
            known = part in self.PARTS
            self._looks[part] = (
                self.get_component_rich_style(f"clock--{part}") if known else self.rich_style
            )
        return self._looks[part]

    def notify_style_update(self) -> None:
        """Other colours from now on."""
        self._looks.clear()
        super().notify_style_update()


def _flat(shown: Face, width: int) -> list[Run]:
    """The clock on one row: time, bar, words; a narrow row gives up the bar first."""
    left: list[Run] = [("time", f" {shown.time} "), ("words", shown.caption)]
    loud = shown.paused or shown.phase != "work"
    right: Run = ("state" if loud else "words", f"{shown.words} ")
    room = width - sum(len(text) for _, text in left) - len(right[1]) - 4
    if room < SHORTEST_BAR:
        return [*left, ("", " · "), right]
    return [*left, ("", "  "), *bar(room, shown.gone, shown.reserve), ("", "  "), right]


def _tall(shown: Face, width: int) -> list[list[Run]]:
    """The clock on three rows: big digits, and beside them the state, the bar and its scale."""
    digits = big(shown.time)
    indent = max(BIG_COLUMNS, len(digits[0]) + 2)
    room = max(width - indent - 4, SHORTEST_BAR)
    beside: list[list[Run]] = [
        [("words", shown.caption), ("", "   "), ("state", shown.state)],
        bar(room, shown.gone, shown.reserve),
        [("words", scale(room, shown.reserve, shown.marks))],
    ]
    return [
        [("time", f" {row:<{indent}} "), *runs] for row, runs in zip(digits, beside, strict=True)
    ]


def big(time: str) -> list[str]:
    """A time such as `32:18` in three rows of strokes."""
    return ["".join(_stroke(character, row) for character in time) for row in range(3)]


def _stroke(character: str, row: int) -> str:
    if character.isdigit():
        return _BIG[row][3 * int(character) : 3 * int(character) + 3]
    return "•" if row == 1 and character == ":" else " "
