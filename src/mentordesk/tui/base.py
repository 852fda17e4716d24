"""What every screen of the desk has: the desk, one page it shows, the tick, and calm refusals."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.screen import Screen

from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.tui.app import MentorApp

T = TypeVar("T")


class DeskScreen(Screen[None]):
    """A screen that shows one page of the desk; subclasses read it in `refresh_page`.

    The page is read again when the screen comes to the front, when any verb changed the desk, when
    another process wrote to the store, and on every tick of the app's one timer.
    """

    HELP: ClassVar[str | None] = None  # Markdown for the help panel (F1)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    @property
    def desk(self) -> "Desk":
        """The mentor's verbs and pages."""
        return self.mentor_app.desk

    @property
    def mentor_app(self) -> "MentorApp":
        """The app, typed: opens other places of the desk (`open_call`, `open_mentee` …)."""
        return cast("MentorApp", self.app)

    def refresh_page(self) -> None:
        """Read this screen's one page anew and hand it down; nothing to read by default."""

    def on_tick(self, now: datetime) -> None:
        """A minute has begun (a second, while a call runs): `now` is aware UTC."""
        self.refresh_page()

    def on_screen_resume(self) -> None:
        """The screen came to the front, the first time included."""
        self.refresh_page()

    def attempt(self, verb: Callable[[], T], done: str = "") -> T | None:
        """Run a verb of the desk; a Refusal becomes a calm notification and None is returned.

        `done` is said when it worked. Nothing but a Refusal is swallowed.
        """
        try:
            result = verb()
        except Refusal as refusal:
            self.say(refusal.sentence, warn=True)
            return None
        if done:
            self.say(done)
        return result

    def say(self, sentence: str, *, warn: bool = False) -> None:
        """Show one sentence for a few seconds; it is text, never markup."""
        self.notify(sentence, severity="warning" if warn else "information", markup=False)
