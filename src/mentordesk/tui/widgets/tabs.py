"""The names of the tabs in one line; a click shows one."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from mentordesk.tui.presentation.mentee import TABS, tab_at
from mentordesk.tui.widgets.line import Line


class Tabs(Line):
    """The keys are the screen's; this is the mouse's way."""

    tabs: tuple[str, ...] = TABS

    @dataclass
    class Picked(Message):
        """A tab's name was clicked on."""

        tab: str

    def on_click(self, event: events.Click) -> None:
        """Which name stands there."""
        if tab := tab_at(event.x, self.tabs):
            self.post_message(self.Picked(tab))
