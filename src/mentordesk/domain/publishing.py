"""What the mentor's own calendar shows of a desk: whose name in which form, and where it is."""

from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.text import counted, one_line

if TYPE_CHECKING:
    from datetime import datetime

NAMES = ("initials", "handle", "full")
"""How a calendar names people: AO, ada, Ada Obi."""


class Wanted(NamedTuple):
    """How the mentor wants it: the form of names, and minutes of notice before a call (0: none)."""

    names: str = NAMES[0]
    alarm: int = 0


class Feed(NamedTuple):
    """What a published calendar holds, counted and by its titles, and its bytes."""

    slots: int
    calls: int
    dates: int
    hours: int
    titles: tuple[str, ...]
    data: bytes

    @property
    def held(self) -> str:
        """What is in it, counted in words."""
        parts = (
            counted(self.slots, "slot"),
            counted(self.calls, "single call or workshop", "single calls or workshops"),
            counted(self.dates, "date"),
            counted(self.hours, "office hour"),
        )
        return ", ".join(parts)


class State(NamedTuple):
    """How a published file is: when it was written (None: it is not there), and if it is fresh.

    `foreign`: something else is there, which is never written over.
    """

    path: str
    written_at: "datetime | None"
    fresh: bool
    foreign: bool = False


def called(name: str, handle: str, form: str) -> str:
    """Somebody in one of the NAMES; who has no handle goes by the initials in its place."""
    if form == "full":
        return one_line(name)
    return handle if form == "handle" and handle else initials(name)


def initials(name: str) -> str:
    """`Ada Obi` → `AO`; of a word that is one letter only the first of them, as in `佐藤 遥`."""
    words = ["".join(filter(str.isalnum, word)) for word in one_line(name).split()]
    first = [word[0].upper() for word in words if len(word) > 1]
    return "".join(first) or next((word.upper() for word in words if word), "?")


def names_nobody(place: str, name: str, handle: str, form: str) -> bool:
    """Whether a place may stand in a calendar that hides the name: none of it is in the place."""
    if form == "full":
        return True
    words = {word for word in (*name.casefold().split(), handle) if len(word) > 2}
    shown = {handle} if form == "handle" else set()
    return not any(word in place.casefold() for word in words - shown)
