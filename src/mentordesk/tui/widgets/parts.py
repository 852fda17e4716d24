"""The names of the parts of a page in one line; a click shows one."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from mentordesk.tui.presentation.parts import Part, part_at, parts_line
from mentordesk.tui.presentation.rows import Seg
from mentordesk.tui.widgets.line import Line


class Parts(Line):
    """The key that turns them is the page's; this is the mouse's way."""

    parts: Sequence[Part] = ()

    @dataclass
    class Picked(Message):
        """A part's name was clicked on."""

        part: str

    def show(self, parts: Sequence[Part], chosen: str, right: Sequence[Seg] = ()) -> None:
        """Draw the parts with the chosen one set off."""
        self.parts = parts
        self.row = parts_line(parts, chosen, right)

    def on_click(self, event: events.Click) -> None:
        """Which name stands there."""
        if part := part_at(self.parts, event.x):
            self.post_message(self.Picked(part))
