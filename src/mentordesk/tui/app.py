"""The app: modes, the one timer, the one signal of change, and the way to every place of the desk."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.signal import Signal

from mentordesk.tui.base import DeskScreen

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.events import Change
    from mentordesk.settings import Settings


def _today() -> Screen[None]:
    from mentordesk.tui.screens.today import TodayScreen  # only the mode that opens is imported

    return TodayScreen()


def _people() -> Screen[None]:
    from mentordesk.tui.screens.people import PeopleScreen

    return PeopleScreen()


def _calendar() -> Screen[None]:
    from mentordesk.tui.screens.calendar import CalendarScreen

    return CalendarScreen()


class MentorApp(App[None]):
    """The desk in a terminal. `start` is a mode; `call` names whose call to open straight away."""

    MODES: ClassVar[dict[str, str | Callable[[], Screen[None]]]] = {
        "today": _today,
        "people": _people,
        "calendar": _calendar,
    }
    DEFAULT_MODE = "today"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "mode('today')", "Today", id="app.today", tooltip="Who is next, what is due"),
        Binding("2", "mode('people')", "People", id="app.people", tooltip="Everyone you mentor"),
        Binding("4", "mode('calendar')", "Calendar", id="app.calendar", tooltip="The coming weeks"),
    ]

    def __init__(
        self, desk: "Desk", settings: "Settings", start: str = "today", call: str = ""
    ) -> None:
        super().__init__()
        self.desk = desk
        self.settings = settings
        self.start = start
        self.call = call
        self.changed: Signal[Change] = Signal(self, "changed")

    def action_mode(self, mode: str) -> None:
        """Go to a mode; the key of the mode one is in goes back to its first screen."""
        self.switch_mode(mode)

    def tick(self) -> None:
        """Tell the screens in view what time it is."""
        now: datetime = self.desk.now()
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen) and screen.is_current:
                screen.on_tick(now)

    def open_call(self, session_id: str) -> None:
        """Show the call screen of a running session; the one already open, if there is one."""
        from mentordesk.tui.screens.call import CallScreen

        self.push_screen(CallScreen(session_id))

    def open_wrap_up(self, session_id: str) -> None:
        """Show the closing questions of a running session."""
        from mentordesk.tui.screens.wrap_up import WrapUpScreen

        self.push_screen(WrapUpScreen(session_id))

    def open_recap(self, session_id: str) -> None:
        """Show what the mentee receives after the call."""
        from mentordesk.tui.screens.recap import RecapScreen

        self.push_screen(RecapScreen(session_id))

    def open_mentee(self, address: str, tab: str = "brief") -> None:
        """Show a mentee's page on one of its tabs: brief, timeline, plan or schedule."""
        from mentordesk.tui.screens.mentee import MenteeScreen

        self.push_screen(MenteeScreen(address, tab))


def run_desk(desk: "Desk", settings: "Settings", start: str = "today", call: str = "") -> None:
    """Open the desk in this terminal and return when the mentor leaves it."""
    MentorApp(desk, settings, start, call).run()
