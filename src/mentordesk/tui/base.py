"""What every screen of the desk has: the desk, one page it shows, the tick, and calm refusals."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.binding import Binding, BindingType

from mentordesk.domain.errors import Refusal
from mentordesk.tui.keys import is_for_shared
from mentordesk.tui.opened import WIDEST, Opened
from mentordesk.tui.presentation.look import Look

if TYPE_CHECKING:
    from mentordesk.desk import Change, Desk
    from mentordesk.tui.app import MentorApp
    from mentordesk.tui.widgets.rows import Rows

T = TypeVar("T")
SMALLEST = (80, 24)


class DeskScreen(Opened, inherit_bindings=False):
    """A screen that shows one page of the desk; subclasses read it in `refresh_page`.

    The page is read again when the screen comes to the front, when any verb changed the desk, when
    another process wrote to the store, and on a tick of the app's one timer.
    """

    HELP: ClassVar[str | None] = None
    """Markdown for the help panel (F1)."""
    EVERY: ClassVar[int] = 60
    """Seconds between two ticks, in step with the clock on the wall; 1 for a running clock."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab", "app.focus_next", "Next part", show=False, id="screen.next", system=True,
            tooltip="Give the keys to the next part of the screen",
        ),
        Binding(
            "shift+tab", "app.focus_previous", "Part before", show=False, id="screen.before",
            system=True, tooltip="Give the keys to the part before",
        ),
        Binding(
            "ctrl+c", "screen.copy_text", "Copy", show=False, id="screen.copy", system=True,
            tooltip="Copy what is selected with the mouse",
        ),
    ]  # fmt: skip

    @property
    def desk(self) -> "Desk":
        """The mentor's verbs and pages; on a shared screen, pages as its viewer may see them."""
        return self.mentor_app.desk

    @property
    def hand(self) -> "Desk":
        """The whole desk, whoever looks at the screen: for the call's verbs, and storing words."""
        return self.mentor_app.hand

    @property
    def mentor_app(self) -> "MentorApp":
        """The app, typed: opens other places of the desk (`open_call`, `open_mentee` …)."""
        return cast("MentorApp", self.app)

    @property
    def is_in_view(self) -> bool:
        """Whether it is in front or seen through a dialog: else nobody needs its page yet."""
        return self in self.mentor_app.in_view()

    def look(self, margin: int = 2, columns: int = 1) -> Look:
        """Now, the mentor's zone and the width of the page, for the presentation.

        It is that of the screen, but no wider than `columns` lists side by side should be.
        """
        desk, hints = self.desk, dict[str, str]()

        def hint(command: str) -> str:
            if not hints:  # only pages whose rows name keys pay for asking which ones apply
                hints.update(self.hints())
            return hints.get(command, "")

        width = min(self.app.size.width - self._help_width() - margin, WIDEST * columns)
        return Look(desk.now(), desk.tz, desk.zone_of, width, hint, desk.is_shared)

    def on_rows_resized(self, _event: "Rows.Resized") -> None:
        """A list has more or less room than its rows were laid out for."""
        self.present()

    def _help_width(self) -> int:
        """What the help panel takes from the page; on a narrow terminal it lies over it."""
        panels = self.query("Help") if self.has_class("-wide") else ()
        return sum(panel.outer_size.width for panel in panels)

    def refresh_page(self) -> None:
        """Read this screen's one page anew and hand it down; nothing to read by default."""

    def present(self) -> None:
        """Draw what was read for a new size; nothing by default."""

    def on_tick(self, now: datetime) -> None:
        """EVERY seconds have passed: `now` is aware UTC."""
        self.refresh_page()

    def on_mount(self) -> None:
        """Hear of every change from now on."""
        self.mentor_app.changed.subscribe(self, self._on_change)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The screen came to the front, the first time included; it may be left again by now."""
        if not self.is_in_view:
            event.refresh_styles = False  # nobody sees them
            return
        self._say_shared()
        self.lay_out(event)
        self.attempt(self.refresh_page)
        self.mentor_app.arm()

    def _say_shared(self) -> None:
        """The line on top is there while the screen is shared, and never otherwise."""
        app, lines = self.mentor_app, self.query("SharedLine")
        if app.is_shared:
            app.wear("shared.tcss")
        self.set_class(app.is_shared, "-shared")
        if not app.is_shared:
            lines.remove()
        elif not lines:
            from mentordesk.tui.widgets.shared import SharedLine  # only on a shared screen

            self.mount(SharedLine(app.shared_with, app.key_named("app.share")))

    def _on_change(self, _change: "Change") -> None:
        if self.is_in_view:
            self.attempt(self.refresh_page)

    def attempt(self, verb: Callable[[], T], done: str = "") -> T | None:
        """Run a verb of the desk; a Refusal becomes a calm notification and None is returned.

        `done` is said when it worked. Nothing but a Refusal is swallowed.
        """
        try:
            result = verb()
        except Refusal as refusal:
            from mentordesk.tui.next_steps import in_keys  # nothing is refused on most days

            self.say(in_keys(refusal.sentence, self.hints()), warn=True)
            return None
        if done:
            self.say(done)
        return result

    def say(self, sentence: str, *, warn: bool = False) -> None:
        """Show one sentence for a few seconds; it is text, never markup."""
        self.notify(sentence, severity="warning" if warn else "information", markup=False)

    def say_load(self, address: str) -> None:
        """Say what a programme has against one more, if it has something; nothing is refused."""
        if warned := self.desk.intake.warning(address):
            self.say(warned, warn=True)

    def say_unsaid(self, session_id: str) -> None:
        """After a group's call: of whom nobody has said whether they came."""
        session = self.desk.calls.session(session_id)
        if self.desk.people.by_mentorship(session.mentorship_id).is_group:
            from mentordesk.tui.presentation.group import unsaid_words

            if said := unsaid_words(self.desk.groups.rolls.unsaid(session_id)):
                self.say(said, warn=True)

    def hints(self) -> dict[str, str]:
        """The commands in reach by id, as rows name them: `x Done`."""
        shown = self.app.get_key_display
        bindings = [active.binding for active in self.active_bindings.values()]
        return {
            binding.id: f"{shown(binding)} {binding.description}"
            for binding in reversed(bindings)
            if binding.id and (is_for_shared(binding.id) or not self.mentor_app.is_shared)
        }

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out anew; below 80×24 a sentence covers it until there is room again."""
        self.set_class(event.size.width > WIDEST, "-vast")
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        covers = self.query("TooSmall")
        if small and not covers:
            from mentordesk.tui.widgets.too_small import TooSmall  # most terminals never need it

            self.mount(TooSmall())
        elif not small:
            covers.remove()
        if self.is_other_size(event.size):
            self.present()
