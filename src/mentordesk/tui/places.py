"""The way to every place of the desk; one call is shown once, wherever it was opened from."""

from collections.abc import Callable
from typing import ClassVar

from textual.screen import Screen

from mentordesk.tui.base import DeskScreen
from mentordesk.tui.worlds import KeptWords

SEARCH = "search"
REPORTS = "Reports are still to come. Time is under L, certificates and surveys on Milestones."


# Each mode imports its screen when it is first shown.
def _people() -> Screen[None]:
    from mentordesk.tui.screens.people import PeopleScreen

    return PeopleScreen()


def _plans() -> Screen[None]:
    from mentordesk.tui.screens.plans import PlansScreen

    return PlansScreen()


def _calendar() -> Screen[None]:
    from mentordesk.tui.screens.calendar import CalendarScreen

    return CalendarScreen()


def _playbooks() -> Screen[None]:
    from mentordesk.tui.screens.playbooks import PlaybooksScreen

    return PlaybooksScreen()


class Places(KeptWords):
    """Screens and how they are reached; the desk is what they show."""

    # Today is the default screen and becomes a mode once it is mounted: a mode that the app begins
    # with would have every style read twice before the first frame.
    MODES: ClassVar[dict[str, str | Callable[[], Screen[None]]]] = {
        "people": _people,
        "plans": _plans,
        "calendar": _calendar,
        "playbooks": _playbooks,
    }
    DEFAULT_MODE = "today"
    asked_about: set[str]
    wanted_call: str
    """Whose call the command line asked for, until that is open; '' for nobody's."""
    call_runs: bool
    """Whether a call is under way, as of the last change."""

    def get_default_screen(self) -> Screen[None]:
        """Today is what the desk opens with."""
        from mentordesk.tui.screens.today import TodayScreen

        return TodayScreen()

    def action_mode(self, mode: str) -> None:
        """Go to the first screen of a mode; words there that are not stored stay in front."""
        if mode != self.place:
            self.switch_mode(self.world + mode)
        first, *above = self.get_screen_stack(self.world + mode)
        if above and self.may_leave(above):
            first.pop_until_active()
        self.left()

    def action_reports(self) -> None:
        """Say what there is in place of a mode that is still to come."""
        self.notify(REPORTS, markup=False)

    async def action_back(self) -> None:
        """Leave a place for the one it was reached from, and never words that are not stored."""
        if len(self.screen_stack) == 1:
            return
        if self.may_leave([self.screen]):
            self.pop_screen()
            self.left()

    def run_to_the_end(self) -> str:
        """What the mentor asked for last; a fault of ours is raised once the terminal is back."""
        said = self.run()
        if self._exception:
            raise self._exception
        return said or ""

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

        for mode in (self.DEFAULT_MODE, *self.MODES):
            for screen in self.stack_of(self.world + mode):
                if isinstance(screen, CallScreen) and screen.session_id == session_id:
                    self.switch_mode(self.world + mode)
                    screen.pop_until_active()
                    return
        self.push_screen(CallScreen(session_id))

    def ask_what_happened(self) -> None:
        """Ask, once until the desk is closed, about a call that nobody can still be in."""
        may_be = self.call_runs and not self.desk.read_only
        session = self.desk.calls.left_behind() if may_be else None
        if session is None or session.id in self.asked_about:
            return
        from mentordesk.tui.dialogs.left_open import LeftOpen

        self.asked_about.add(session.id)
        self.push_screen(LeftOpen(self.hand, session), self._what_happened)

    def _what_happened(self, said: str | None) -> None:
        if said:
            self.notify(said, markup=False)

    def ask_about_words(self) -> None:
        """Ask, once until the desk is closed, about each copy of words that were not stored."""
        if self.desk.read_only:
            return
        left = next((o for o in self.desk.recovery.left() if o.id not in self.asked_about), None)
        if left is None:
            return
        from mentordesk.tui.dialogs.recovered import Recovered

        def answered(said: str | None) -> None:
            self._what_happened(said)
            self.ask_about_words()

        self.asked_about.add(left.id)
        self.push_screen(Recovered(self.desk, left), answered)

    def start_call(self, who: str, agenda: str = "") -> None:
        """Begin a call with somebody and show it; go on with theirs when it already runs.

        `agenda` is the key of one that was chosen, '' for whichever it is its turn.
        """
        running = self.desk.pages.running()
        if running and running.address == who:
            self.open_call(running.session_id)
            return
        found = self.desk.people.find(who)
        if running and running.address == found.address:
            self.open_call(running.session_id)
            return
        session = self.hand.calls.start(found.address, agenda=agenda)
        self.call_begins()
        self.open_call(session.id)
        if found.mentorship.group:
            from mentordesk.tui.dialogs.roll import RollCall

            self.push_screen(RollCall(self.hand, session.id))

    def open_wrap_up(self, session_id: str) -> None:
        """Show the closing questions of a session, running or held. Raises Refusal for another."""
        if self.desk.calls.with_answers(session_id).state == "running":
            from mentordesk.tui.screens.wrap_up import WrapUpScreen

            self.push_screen(WrapUpScreen(session_id))
        elif not self.is_kept_shut():
            from mentordesk.tui.screens.past_wrap_up import PastWrapUpScreen

            self.push_screen(PastWrapUpScreen(session_id))

    def open_recap(self, session_id: str) -> None:
        """Show what the mentee receives after the call."""
        from mentordesk.tui.screens.recap import RecapScreen

        self.push_screen(RecapScreen(session_id))

    def leave_for_recap(self, session_id: str) -> None:
        """Show the recap in place of the call in front; one that lies below it is gone back to."""
        from mentordesk.tui.screens.recap import RecapScreen

        for screen in self.screen_stack:
            if isinstance(screen, RecapScreen) and screen.session_id == session_id:
                screen.pop_until_active()
                return
        self.switch_screen(RecapScreen(session_id))

    def open_mentee(self, address: str, tab: str = "brief") -> None:
        """Show a mentee's page on one of its tabs, or on a part of one, such as `plan/gaps`."""
        from mentordesk.tui.screens.mentee import MenteeScreen

        here = self.screen
        if isinstance(here, MenteeScreen) and here.address == address:
            here.call_next(here.action_tab, tab)
        else:
            self.push_screen(MenteeScreen(address, tab))

    def open_slide(self, address: str) -> None:
        """Show the slide of somebody's showcase, to write on."""
        if not self.is_kept_shut():
            from mentordesk.tui.screens.slide import SlideScreen

            self.push_screen(SlideScreen(address))

    def open_intake(self, address: str) -> None:
        """Show the way in of somebody."""
        from mentordesk.tui.screens.intake import IntakeScreen

        self.push_screen(IntakeScreen(address))

    def open_offers(self) -> None:
        """Show hours to book and workshops."""
        from mentordesk.tui.screens.offers import OffersScreen

        self.push_screen(OffersScreen())

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
