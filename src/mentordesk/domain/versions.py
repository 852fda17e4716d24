"""Earlier states of a text: which are worth keeping while it is typed, and which afterwards."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from mentordesk.domain.text import written_lines

EVERY = timedelta(minutes=3)
"""How often the state before a change is kept while somebody types."""
MUCH = 120
"""Letters that must not go at once without their state before being kept."""
MOST = 12
"""Versions that are left of a text once nobody types into it any more."""


class Version(NamedTuple):
    """A text as it stood until `at`, when it was changed."""

    id: str
    at: datetime
    body: str

    @property
    def lines(self) -> int:
        """How many lines there are with something on them."""
        return written_lines(self.body)


def worth_keeping(before: str, after: str, last: datetime | None, now: datetime) -> bool:
    """Whether the state before a change is to be kept: it is some time ago, or much is lost."""
    if not before.strip():
        return False
    return last is None or now - last >= EVERY or now < last or lost(before, after) >= MUCH


def lost(before: str, after: str) -> int:
    """How many letters of lines that stood there stand there no more; a line gone on is kept."""
    gone = Counter(before.splitlines()) - Counter(after.splitlines())
    kept = [line for line in after.splitlines() if line]
    return sum(
        len(line) * times
        for line, times in gone.items()
        if not any(other.startswith(line) for other in kept)
    )


def thinned(versions: Sequence[Version], final: str) -> list[Version]:
    """What is left of a finished text's versions, oldest first: those that have most of their own.

    A version all of whose lines are in a later one, or in the text, tells nothing more.
    """
    telling = []
    later = final
    for one in reversed(versions):
        if lost(one.body, later):
            telling.append(one)
            later = f"{later}\n{one.body}"
    telling.sort(key=lambda one: (-lost(one.body, final), one.at))
    return sorted(telling[:MOST], key=lambda one: one.at)
