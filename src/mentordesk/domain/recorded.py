"""When a recording ran, and how far into it a moment lies: computed from stored instants."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

Span = tuple[datetime, datetime | None]
"""From when to when it ran; None while it goes on."""


class Marked(NamedTuple):
    """A moment worth finding again: how far into the recording, and what it is about."""

    id: str
    offset: timedelta
    text: str


def offset(spans: Sequence[Span], at: datetime) -> timedelta:
    """How far into a recording an instant lies; what was not recorded does not count."""
    ran = (min(until or at, at) - since for since, until in spans)
    return sum((max(part, timedelta()) for part in ran), timedelta())


def spoken(into: timedelta) -> str:
    """An offset as players show it: `0:27:14`."""
    minutes, seconds = divmod(int(into.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
