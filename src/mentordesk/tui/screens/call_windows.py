"""Of several windows on one call one writes the notes; the others read along and may take over."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer

from mentordesk.tui.base import DeskScreen
from mentordesk.tui.widgets.autosaved_area import AutosavedArea

if TYPE_CHECKING:
    from mentordesk.desk.windows import WriterLock

PATIENCE = 2.5
"""Seconds that a window which is taken over has to store its words; a stopped one never answers."""
LOOK = 0.1


def terminal() -> str:
    """The terminal that this window is in: `pts/3`; '' when it is in none."""
    with suppress(OSError):
        return os.ttyname(0).removeprefix("/dev/")
    return ""


class CallWindows(DeskScreen):
    """Looks each second whether this window still writes, or may begin to."""

    session_id: str
    _pen: "WriterLock | None" = None
    _until = 0.0
    """When a window that was asked for the pen has had its time; 0 while none was."""
    _looking: Timer | None = None
    _away = False

    @property
    def written(self) -> AutosavedArea:
        """The text that only one window writes."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Write, unless another window does."""
        if not self.hand.read_only:
            self._pen = self.hand.windows.pen(self.session_id, terminal())
            self.app.app_suspend_signal.subscribe(self, self.put_down, immediate=True)
            self.take_turns()

    def on_unmount(self) -> None:
        """The words are stored by now; somebody else may write."""
        if self._pen:
            self._pen.let_go()

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Back in front: another window may have begun to write meanwhile."""
        self.take_turns()

    def put_down(self, _app: object) -> None:
        """A stopped window, or one behind a shared screen, writes nothing: nobody waits for it."""
        if self._pen and not self._away and self.written.flush():
            self._pen.let_go()

    @contextmanager
    def pen_in_hand(self) -> Iterator[None]:
        """While another program writes the notes for this window, nobody else shall."""
        self._away = True
        try:
            yield
        finally:
            self._away = False

    @property
    def reads(self) -> bool:
        """Whether this window only reads along."""
        return self.written.read_only

    def take_turns(self) -> None:
        """Go on writing, or begin to where nobody does; else read along."""
        pen = self._pen
        if pen is None:
            return
        if self._until:
            if pen.is_handed_over() or monotonic() > self._until:
                self._begin("You write here now; the other window reads along.")
        elif pen.is_held():
            if self.reads:
                self._begin("The other window has let go of the notes: you write here now.")
        elif not self.reads:
            self._read_along(pen)

    def _read_along(self, pen: "WriterLock") -> None:
        """Store what is not stored yet, and only then let the other window write."""
        if not self.written.flush():
            return
        pen.let_go()
        who = pen.who()
        since = f" since {who.at(self.desk.tz)}" if who else ""
        named = who.named if who else "Another window"
        how = f"reading along: {self.way_to_take_over()} takes over"
        self.written.read_along(f"the other window writes{since}", how)
        self.refresh_bindings()
        self.say(f"{named} writes the notes{since}; here you are {how}.", warn=True)

    def way_to_take_over(self) -> str:
        """The keys that do."""
        return ""

    def action_take_over(self) -> None:
        """Write here from now on; the other window stores its words first and reads along then."""
        if self._pen and self.reads and not self._until:
            seize = partial(self._pen.seize)
            self.attempt(seize)
            if self._pen.is_held():
                self._until = monotonic() + PATIENCE
                self._looking = self.set_interval(LOOK, self.take_turns)
                self.take_turns()

    def _begin(self, said: str) -> None:
        """Write here, beginning with all that the other window has stored."""
        if self._looking:
            self._looking.stop()
        self._until, self._looking = 0.0, None
        self.attempt(self.refresh_page)
        self.written.read_along("")
        self.refresh_bindings()
        self.say(said)
