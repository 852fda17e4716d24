"""A few words on one row, all in view; what is marked is what will happen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from mentordesk.tui.presentation.rows import Row, Seg, shown
from mentordesk.tui.widgets.painting import paint


class Options(Widget, can_focus=True):
    """Options as (value, word). Only an arrow or a click marks another one, never walking past."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right", "step(1)", "Other option", priority=True, id="options.next",
            tooltip="Mark the next",
        ),
        Binding(
            "left", "step(-1)", "Before", False, priority=True, id="options.before",
            tooltip="The one before",
        ),
    ]  # fmt: skip
    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """Another option is marked."""

        value: str

    def __init__(self, options: Sequence[tuple[str, str]], value: str = "") -> None:
        super().__init__()
        self.options = options
        self.set_reactive(Options.value, value)

    def choose(self, value: str) -> None:
        """Mark an option and say so."""
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(value))

    def on_focus(self) -> None:
        """The mark steps forward."""
        self.refresh()

    def on_blur(self) -> None:
        """The mark steps back."""
        self.refresh()

    def action_step(self, step: int) -> None:
        """Mark the option beside the marked one, round and round."""
        values = [value for value, _ in self.options]
        at = values.index(self.value) if self.value in values else -1
        self.choose(values[(at + step) % len(values)])

    def on_click(self, event: events.Click) -> None:
        """A click marks what was clicked on."""
        at = 0
        for (value, _), (text, _) in zip(self.options, self._pieces(), strict=True):
            if at <= event.x < at + cell_len(text):
                self.choose(value)
            at += cell_len(text)

    def _pieces(self) -> list[Seg]:
        return [
            (f"{'●' if value == self.value else '○'} {word}   ", self._part(value))
            for value, word in self.options
        ]

    def _part(self, value: str) -> str:
        if value != self.value:
            return "dim"
        return "key" if self.has_focus else "strong"

    def render_line(self, y: int) -> Strip:
        """The options, the marked one in words and colour."""
        return paint(self, shown(Row("", self._pieces()), self.size.width), self.rich_style)
