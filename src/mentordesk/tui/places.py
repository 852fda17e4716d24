"""The way to every place of the desk; one call is shown once, wherever it was opened from."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.screen import Screen

from mentordesk.tui.base import DeskScreen

if TYPE_CHECKING:
    from mentordesk.desk import Desk


SEARCH = "search"


# Each mode imports its screen when it is first shown: the desk opens with one of them.
def _today() -> Screen[None]:
    from mentordesk.tui.screens.today import TodayScreen

    return TodayScreen()


def _people() -> Screen[None]:
    from mentordesk.tui.screens.people import PeopleScreen

    return PeopleScreen()


def _calendar() -> Screen[None]:
    from mentordesk.tui.screens.calendar import CalendarScreen

    return CalendarScreen()


class Places(App[str]):
    """Screens and how they are reached; the desk is what they show."""

    MODES: ClassVar[dict[str, str | Callable[[], Screen[None]]]] = {
        "today": _today,
        "people": _people,
        "calendar": _calendar,
    }
    DEFAULT_MODE = "today"
    desk: "Desk"

    def action_mode(self, mode: str) -> None:
        """Go to a mode; the key of the mode one is in goes back to its first screen."""
        if mode == self.current_mode:
            self.screen_stack[0].pop_until_active()
        else:
            self.switch_mode(mode)

    async def action_back(self) -> None:
        """Leave a place for the one it was reached from."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def action_search(self) -> None:
        """Search everything."""
        from mentordesk.tui.screens.search import SearchScreen

        self.push_screen(SearchScreen(id=SEARCH))

    def can_search(self) -> bool:
        """Whether the search is not what is in front already."""
        return self.screen.id != SEARCH

    def action_call(self) -> None:
        """Go back to the call that is running, wherever one is."""
        running = self.desk.pages.running()
        if running:
            self.open_call(running.session_id)

    def open_call(self, session_id: str) -> None:
        """Show the call screen of a running session; the one already open, if there is one."""
        from mentordesk.tui.screens.call import CallScreen

        for mode in self.MODES:
            for screen in self._stack(mode):
                if isinstance(screen, CallScreen) and screen.session_id == session_id:
                    self.switch_mode(mode)
                    screen.pop_until_active()
                    return
        self.push_screen(CallScreen(session_id))

    def start_call(self, who: str) -> None:
        """Begin a call with somebody and show it; go on with theirs when it already runs."""
        running = self.desk.pages.running()
        if running and running.address == self.desk.people.find(who).address:
            self.open_call(running.session_id)
        else:
            self.open_call(self.desk.calls.start(who).id)

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

        here = self.screen
        if isinstance(here, MenteeScreen) and here.address == address:
            here.call_next(here.action_tab, tab)
        else:
            self.push_screen(MenteeScreen(address, tab))

    def open_welcome(self) -> None:
        """Show the three doors of an empty desk."""
        from mentordesk.tui.screens.welcome import WelcomeScreen

        self.push_screen(WelcomeScreen())

    def leave_welcome(self, address: str) -> None:
        """The desk is no longer empty: on to whoever is new, or to everybody."""
        self.pop_screen()
        if address:
            self.open_mentee(address, "schedule")
        else:
            self.switch_mode("people")

    def in_view(self) -> list[DeskScreen]:
        """The screen in front and, behind dialogs, the ones that are seen through them."""
        found = []
        for screen in reversed(self.screen_stack):
            if isinstance(screen, DeskScreen):
                found.append(screen)
            if not screen.is_modal:
                break
        return found

    def _stack(self, mode: str) -> list[Screen[None]]:
        try:
            return self.get_screen_stack(mode)
        except KeyError:
            return []  # a mode that was never shown
