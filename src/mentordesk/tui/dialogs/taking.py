"""A form that fixes a time: one that is taken can be had all the same, by Enter once more."""

from collections.abc import Callable
from typing import TypeVar

from mentordesk.domain.errors import Refusal, Taken
from mentordesk.tui.dialogs.base import Dialog

T = TypeVar("T")
R = TypeVar("R")


class TakesTime(Dialog[T]):
    """What is in the way is named while it is typed, and asked about once it is to be stored."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._asked_about: list[str] = []

    def foreseen(self, plan: Callable[[bool], R]) -> tuple[R, list[str]]:
        """What `plan` makes of it, and lines that say what has that time already."""
        try:
            return plan(False), []
        except Taken as taken:
            return plan(True), [f"! {taken.found}"]

    def save(self) -> T:
        """Store it; what something else has needs a second Enter, with nothing changed between."""
        typed = self._typed()
        try:
            return self.take(force=typed == self._asked_about)
        except Taken as taken:
            self._asked_about = typed
            raise Refusal(f"{taken.found} Enter once more takes it all the same.") from taken

    def take(self, *, force: bool) -> T:
        """Store it. Raises Taken where something else is, unless `force`."""
        raise NotImplementedError
