"""The headline of the calendar: a click on the name of a view shows it."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from mentordesk.tui.presentation.entries import view_at
from mentordesk.tui.widgets.line import Line


class Views(Line):
    """The keys are the screen's; this is the mouse's way."""

    @dataclass
    class Picked(Message):
        """A view's name was clicked on."""

        view: str

    def on_click(self, event: events.Click) -> None:
        """Which name stands there."""
        if view := view_at(event.x, self.size.width):
            self.post_message(self.Picked(view))
