"""The app: the one timer, the one signal of change, the mentor's keys and themes."""

import asyncio
import os
import signal
from collections.abc import Sequence
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.notifications import SeverityLevel
from textual.signal import Signal
from textual.theme import Theme
from textual.timer import Timer

from mentordesk.domain.errors import Refusal
from mentordesk.tui import keys, themes
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.begun import drawn, open_wanted
from mentordesk.tui.notifying import notification
from mentordesk.tui.presentation.look import until_next
from mentordesk.tui.publisher import Publisher
from mentordesk.tui.reasons import reason
from mentordesk.tui.shares import CALLS, Shares
from mentordesk.tui.terminal import lasting, titled
from mentordesk.tui.timekeeping import Timekeeping

if TYPE_CHECKING:
    from textual.command import Provider

    from mentordesk.desk import Change, Desk
    from mentordesk.settings import Settings
    from mentordesk.tui.elsewhere import CallElsewhere


def _people_by_name() -> "type[Provider]":
    from mentordesk.tui.palette import PeopleProvider  # only once the palette is opened

    return PeopleProvider


class MentorApp(Shares, inherit_bindings=False):
    """The desk in a terminal. `start` is a mode; `call` names whose call to open straight away.

    It ends with '', or with `demo` when the mentor asked to look around a demo desk.
    """

    TITLE = "mentordesk"
    CSS_PATH = "styles/desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.EVERYWHERE]
    COMMANDS = App.COMMANDS | {_people_by_name}

    def __init__(
        self,
        desk: "Desk",
        settings: "Settings",
        start: str = "today",
        call: str = "",
        share: str = "",
    ) -> None:
        no_color = bool(os.environ.get("NO_COLOR"))
        # Before Textual reads its styles, or they would be read twice.
        self.set_reactive(App.theme, themes.chosen(settings.theme, no_color))
        super().__init__(ansi_color=True if no_color else None)
        self.animation_level = "none"
        self.hand = self.desk = desk
        self.shared_with, self.before_sharing, self.wanted_share = "", "", share
        self.worlds = count(1)
        self.settings = settings
        self.start = start
        self.wanted_call = call
        self.call_runs = False
        if share or settings.share == CALLS:
            self.share_at_once()
        self.asked_about = set()
        self.changed: Signal[Change] = Signal(self, "changed")
        self.elsewhere: CallElsewhere | None = None
        self._timekeeping = Timekeeping(desk, settings)
        self.publisher = Publisher(self, desk)
        self._timer: Timer | None = None
        self._warned = False

    async def on_mount(self) -> None:
        """Listen to the desk, take the mentor's keys, and go where the command line said."""
        self.add_mode(self.DEFAULT_MODE, self.get_default_screen)
        self.hand.on_change.append(self._hear)
        self.app_resume_signal.subscribe(self, self._woken)
        for ending in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(ending, self.exit)
        if stopped := getattr(self._driver, "stopped", None):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTSTP, stopped)
        self._take_keys()
        if self.wanted_share:
            self.ask(partial(self.share, self.wanted_share))
        self.see_calls()
        if self.hand.read_only:
            self.tell("This desk's file is read-only: you can look at everything, change nothing.")
        if self.start != self.DEFAULT_MODE:
            await self.switch_mode(self.start)
        if self.wanted_call:
            self.call_later(partial(open_wanted, self))
        self.call_after_refresh(partial(drawn, self))

    def on_unmount(self) -> None:
        """The desk may outlive this app."""
        if self._hear in self.hand.on_change:
            self.hand.on_change.remove(self._hear)
        if self.desk is not self.hand:
            self.desk.close()

    def tell(self, sentence: str) -> None:
        """Say a sentence on whichever screen is in front; it is text, never markup."""
        self.notify(sentence, severity="warning", markup=False)

    def ask(self, verb: partial[None]) -> None:
        """Run a verb for the app itself; a Refusal is said, nothing else is swallowed."""
        try:
            verb()
        except Refusal as refusal:
            self.tell(refusal.sentence)

    def _woken(self, _app: App[object]) -> None:
        """Back from being suspended: the clock has gone on meanwhile."""
        self.beat()
        self.ask(partial(self.ask_what_happened))

    def on_app_focus(self) -> None:
        """Back from another window, or from the machine's sleep, which no timer notices."""
        self.beat()
        self.ask(partial(self.ask_what_happened))

    def arm(self) -> None:
        """Set the one timer to the next whole minute, or second where a clock runs in view."""
        if self._timer:
            self._timer.stop()
        step = min((screen.EVERY for screen in self.in_view()), default=DeskScreen.EVERY)
        self._timer = self.set_timer(until_next(self.desk.now(), step), self.beat)

    def beat(self) -> None:
        """The clock has moved: screens in view hear of it, and of what others have written.

        One that is only being made has nothing to draw on yet; it reads its page when it is there.
        """
        now = self.desk.now()
        self.ask(partial(self._look_up))
        for screen in self.in_view():
            if screen.is_mounted and (screen.EVERY == 1 or now.second == 0):
                screen.attempt(partial(screen.on_tick, now))
        self.arm()

    def _look_up(self) -> None:
        """What others have written, what became of the clock, what it says of a call elsewhere."""
        if said := self._timekeeping.news(self.desk.now()):
            self.tell(said)
        if self.hand.changed():
            self.hand.tell("other")
        if self.call_runs and all(screen.EVERY > 1 for screen in self.in_view()):
            from mentordesk.tui.elsewhere import say_news  # only while a call runs

            say_news(self)

    def ring(self, phase: str) -> None:
        """A phase of the call begins: the bell and the desktop say so, each unless told not to."""
        if self.settings.bell:
            self.bell()
        said = notification(phase, self.settings.notify, os.environ)
        if said and self._driver:
            self._driver.write(said)

    def _hear(self, change: "Change") -> None:
        """A verb has changed the desk, or somebody else has: let every screen know."""
        if change.kind in ("session", "undo", "other"):
            self.see_calls()
        if self.is_shared:
            self.desk.use_zone(self.hand.zone)
        self.changed.publish(change)
        self.publisher.heard()

    def see_calls(self) -> None:
        """Whether a call runs decides which keys apply, and whether the screen is shared."""
        before, self.call_runs = self.call_runs, self.desk.pages.running() is not None
        if before != self.call_runs:
            self.refresh_bindings()
            if self.settings.share == CALLS:
                self.call_later(partial(self.ask, partial(self.share_calls)))

    WHY: ClassVar[dict[str, str]] = {
        "mode": "You are there already.",
        "search": "This is the search already.",
        "call": "No call is running.",
    }

    def on_key(self, event: events.Key) -> None:
        """A key that nobody took: if its command is out of reach just now, say why."""
        self.say_why(event.key)

    def say_why(self, key: str) -> None:
        """Say why a key does nothing, where there is something to say."""
        if said := reason(self, key):
            self.tell(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that lead nowhere from here are not offered."""
        if action in ("close_help", "turn_help"):
            return self.is_helping()
        deep = sum(not screen.is_modal for screen in self.screen_stack) > 1
        if action == "back":
            return deep
        if action == "mode":
            return deep or parameters != (self.place,)
        if action == "search":
            return self.can_search()
        return self.call_runs if action == "call" else True

    def action_undo(self) -> None:
        """Take back the last verb and say which it was; a running call is never taken away."""
        if self.call_runs and self.desk.calls.begun_last():
            self.tell("Nothing to take back in this call. m calls it off.")
            return

        def take_back() -> None:
            self.notify(f"Taken back: {self.desk.undo()}", markup=False)

        self.ask(partial(take_back))

    def action_theme(self) -> None:
        """The next of the four looks, until the desk is closed."""
        self.theme = themes.after(self.theme)
        self.notify(f"The {themes.spoken(self.theme)} theme.", markup=False)

    def action_help_quit(self) -> None:
        """Who presses the key that ends other programs is told which one leaves this one."""
        leave, anywhere = (self.key_of(name) for name in ("app.quit", "app.quit_now"))
        keys = (self.get_key_display(Binding(key, "")) for key in (leave, anywhere))
        self.notify("{} leaves the desk; {} does from anywhere.".format(*keys), markup=False)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say a sentence in words that whoever looks may see."""
        message = self.fit_to_see(message)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    async def action_quit(self) -> None:
        """Leave the desk; what runs goes on and says so, and so do words that are not stored."""
        unstored = self.unstored()
        if unstored and not self._warned:
            self._warned = True
            self.tell(f"Not everything you wrote is stored. {unstored[0].what_then()}")
            return
        goes_on = "The call goes on. Come back to it with: mentordesk call"
        self.exit("", message=goes_on if self.hand.pages.running() else None)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Ours and no others."""
        return themes.THEMES

    def get_driver_class(self) -> type[Driver]:
        """The platform's, which then does not hang when its terminal is closed."""
        return lasting(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colour means without any, whatever a widget of Textual's own would paint."""
        mono = [NoColor()] if self.theme == themes.MONO else []
        return [*super().get_line_filters(), *mono]

    def _take_keys(self) -> None:
        if self.settings.keys:
            from mentordesk.tui.commands import unknown  # imports every screen

            if names := unknown(self.settings.keys):
                self.tell(f"settings.toml binds {', '.join(names)}, which is no command here.")
            self.set_keymap(dict(self.settings.keys))


def run_desk(
    desk: "Desk", settings: "Settings", start: str = "today", call: str = "", share: str = ""
) -> str:
    """Open the desk in this terminal until the mentor leaves it; `demo` if they asked for one.

    `share` is with whom the screen is shared from the first frame on (tui.sharing), '' for nobody.
    """
    with titled():
        return MentorApp(desk, settings, start, call, share).run_to_the_end()
