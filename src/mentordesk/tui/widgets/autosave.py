"""Keeping typed words: when to store them, and what is known to be stored."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import Protocol

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clean

# Seconds. The last key of a burst waits SOON, the first one of it never longer than LATEST.
SOON, LATEST, AGAIN = 0.3, 0.85, 3.0

Store = Callable[[str, str], tuple[str, datetime]]
"""Takes what is known to be stored and the text; gives what is stored now, and since when."""


class Aside(Protocol):
    """Where words go meanwhile that the desk has refused."""

    def keep(self, base: str, text: str) -> str:
        """Keep them, and give the file they are in, '' when nothing takes them."""

    def drop(self) -> None:
        """The desk has taken them after all."""


class Autosave:
    """The stored state of one text: `base` is what is known to be stored, `at` since when.

    `store` puts both texts together where another window has written since `base`. `trouble` is
    the sentence of the last refusal, '' when all is well; the text then stays with the caller, who
    asks again after `wait()` seconds, and `copy` is the file that `aside` has put it into.
    """

    def __init__(
        self,
        store: Store,
        ticks: Callable[[], float] = monotonic,
        aside: Aside | None = None,
    ) -> None:
        self._store = store
        self._ticks = ticks
        self._aside = aside
        self.copy = ""
        self.base = ""
        self.at: datetime | None = None
        self.trouble = ""
        self._first: float | None = None
        self._last = 0.0
        self._retry = 0.0

    def opened(self, text: str, at: datetime | None) -> None:
        """What the desk holds, as it was just read and shown."""
        self.base, self.at = text, at
        self._well()

    def typed(self) -> None:
        """A key has changed the text just now."""
        self._last = self._ticks()
        if self._first is None:
            self._first = self._last

    def wait(self) -> float:
        """Seconds until the text should be stored; 0 or less is now."""
        if self._first is None:
            return 0.0
        due = min(self._last + SOON, self._first + LATEST)
        return max(due, self._retry if self.trouble else due) - self._ticks()

    def keep(self, text: str) -> str:
        """Store `text` now and return what is stored: `text`, or both if another came between.

        On a refusal `trouble` says why, and `text` comes back as it was.
        """
        text = clean(text)
        try:
            both, self.at = self._store(self.base, text)
        except Refusal as refusal:
            self.set_aside(text)
            self.trouble, self._retry = refusal.sentence, self._ticks() + AGAIN
            return text
        self.base = both
        self._well()
        return both

    def set_aside(self, text: str) -> None:
        """Keep the words elsewhere while the desk does not take them."""
        if self._aside:
            self.copy = self._aside.keep(self.base, text)

    def _well(self) -> None:
        """Everything is stored; a copy that was kept meanwhile is not wanted any more."""
        if self.trouble and self._aside:
            self._aside.drop()
        self.trouble = self.copy = ""
        self._first = None
