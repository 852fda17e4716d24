"""One of a few words, turned with the arrows; one row high, where a list would be too much."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from mentordesk.tui.presentation.rows import Row, shown
from mentordesk.tui.widgets.painting import paint


class Choice(Widget, can_focus=True):
    """Shows the chosen word between arrows: `‹ WeAllJS weekly ›`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", "Other", id="choice.next", tooltip="The next word"),
        Binding("left", "turn(-1)", "Before", False, id="choice.before", tooltip="The word before"),
    ]

    at: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another word is chosen."""

        choice: "Choice"
        value: str

    def __init__(
        self, options: Sequence[tuple[str, str]], value: str = "", *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.options = options
        values = [known for known, _ in options]
        self.set_reactive(Choice.at, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """The chosen value."""
        return self.options[self.at][0]

    def action_turn(self, step: int) -> None:
        """The next word, round and round."""
        self.at = (self.at + step) % len(self.options)
        self.post_message(self.Changed(self, self.value))

    def on_click(self, event: events.Click) -> None:
        """A click is the next word."""
        self.action_turn(1)

    def render_line(self, y: int) -> Strip:
        """The word between its arrows; the arrows say that it has the keys."""
        arrow = "accent" if self.has_focus else "dim"
        left = [("‹ ", arrow), (self.options[self.at][1], ""), (" ›", arrow)]
        base: Style = self.rich_style
        return paint(self, shown(Row("", left), self.size.width), base)
