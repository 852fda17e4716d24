"""The desk that is shown and the whole one, each with a world of screens, and the words on them."""

from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import App
from textual.notifications import Notify
from textual.screen import Screen

from mentordesk.domain.text import clean

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.tui.widgets.autosaved_area import AutosavedArea


STYLES = Path(__file__).resolve().parent / "styles"


class Worlds(App[str]):
    """Modes of two kinds: the mentor's own, and those of a shared screen, which come and go."""

    MODES: ClassVar[dict[str, str | Callable[[], Screen[None]]]] = {}
    DEFAULT_MODE = ""
    desk: "Desk"
    """What may be shown: the whole desk, or on a shared screen what its viewer may see."""
    hand: "Desk"
    """The whole desk, for the verbs of a running call and for words to be stored."""
    shared_with = ""
    """Whose name the shared screen says, '' while it is not shared."""
    world: str = ""
    """Before the name of every mode; '' for the mentor's own."""

    def wear(self, *sheets: PurePath | str) -> None:
        """Read style sheets the first time that something needs them, beside those that are known.

        Textual would read every sheet anew for each that comes with a screen.
        """
        for sheet in sheets:
            read_from = str(STYLES / sheet), ""
            if not self.stylesheet.has_source(*read_from):
                css = (STYLES / sheet).read_text("utf-8")
                self.stylesheet.add_source(css, read_from=read_from)

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        self.wear(*screen.css_path)
        super()._load_screen_css(screen)

    async def on_event(self, event: events.Event) -> None:
        """What is pasted comes without anything a terminal would obey, whatever it goes into."""
        if isinstance(event, events.Paste):
            event.text = clean(event.text)
        await super().on_event(event)

    def _on_notify(self, event: Notify) -> None:
        """One sentence at a time, and none twice: a stack of them would cover the page.

        It is only here that what was said just before is known.
        """
        if event.notification.message in [one.message for one in self._notifications]:
            event.prevent_default()
        else:
            self._notifications.clear()

    @property
    def is_shared(self) -> bool:
        """Whether somebody else looks at the screen."""
        return bool(self.shared_with)

    def is_kept_shut(self) -> bool:
        """Whether words that are no part of the running call may not be typed here; says why."""
        if self.is_shared:
            self.notify(self.desk.refuses, severity="warning", markup=False)
        return self.is_shared

    @property
    def place(self) -> str:
        """The mode in front."""
        return self.current_mode.removeprefix(self.world)

    def enter_world(self, world: str, place: str) -> None:
        """Show a mode in a world of screens; the shared one that is left is gone, '' stays."""
        before, self.world = self.world, world
        if world:
            for mode, first in ((self.DEFAULT_MODE, self.get_default_screen), *self.MODES.items()):
                self.add_mode(world + mode, first)
        self.switch_mode(world + place)
        if before:
            for mode in (self.DEFAULT_MODE, *self.MODES):
                self.remove_mode(before + mode)

    def left(self) -> None:
        """Called when a place was left for another; does nothing by default."""

    def call_begins(self) -> None:
        """Called when a call was begun here, before it is shown; does nothing by default."""

    def every_screen(self) -> list[Screen[Any]]:
        """All screens there are, shown or not."""
        return [screen for mode in self._modes for screen in self.stack_of(mode)]

    def stack_of(self, mode: str) -> list[Screen[None]]:
        """The screens of a mode; none where it was never shown."""
        try:
            return self.get_screen_stack(mode)
        except KeyError:
            return []


class KeptWords(Worlds):
    """Words that the desk's file has not taken stay on their screen, and are kept when it ends."""

    def all_stored(self, screens: Iterable[Screen[Any]] = ()) -> bool:
        """Whether every word on these screens, or on all, is stored; each is tried once more."""
        return not self.unstored(screens)

    def unstored(self, screens: Iterable[Screen[Any]] = ()) -> "list[AutosavedArea]":
        """The texts on these screens, or on all, whose words the desk refuses just now."""
        return [area for area in _texts(screens or self.every_screen()) if not area.flush()]

    def may_leave(self, screens: Iterable[Screen[Any]]) -> bool:
        """Whether every word on these screens is stored; says so when one is not."""
        unstored = self.unstored(screens)
        if unstored:
            said = f"Not stored yet, so this stays open. {unstored[0].what_stays()}"
            self.notify(said, severity="warning", markup=False)
        return not unstored

    def _fatal_error(self) -> None:
        """A fault of ours ends the desk: every word is kept first, and none of it is printed."""
        for area in _texts(self.every_screen()):
            area.rescue()
        self._close_messages_no_wait()


def _texts(screens: Iterable[Screen[Any]]) -> "list[AutosavedArea]":
    """The texts on some screens, by the name of their widget, which not every screen imports."""
    found = [area for screen in screens for area in screen.query("AutosavedArea")]
    return cast("list[AutosavedArea]", found)
