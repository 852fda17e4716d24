"""When the mentor is taken elsewhere: times from calendars that are not the desk's."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from mentordesk.domain.text import fitted

ALL_DAY = timedelta(hours=20)
"""From how long on a stretch is told as a whole day, whose hours nobody asks for."""


_WHAT, _SOURCE = 24, 10
"""Cells for the calendar and the title of a busy time, and for the calendar beside a title."""


class BusyTime(NamedTuple):
    """One stretch that is taken: instants in UTC, `end` exclusive, and whose calendar says so.

    `title` is '' unless the mentor wanted titles kept.
    """

    start: datetime
    end: datetime
    title: str
    source: str


def in_the_way(start: datetime, end: datetime, busy: Iterable[BusyTime]) -> list[BusyTime]:
    """The stretches that share time with [start, end), earliest first."""
    return sorted(one for one in busy if one.start < end and one.end > start)


def taken(one: BusyTime, tz: tzinfo) -> str:
    """What is said of a meeting that shares time with it: `busy 17:30–18:30 (work: Sync)`.

    The times are those of the mentor's clock; it stands beside a date, so that long names and
    titles are cut.
    """
    start, end = one.start.astimezone(tz), one.end.astimezone(tz)
    source = fitted(one.source, _SOURCE) if one.title else one.source
    what = fitted(f"{source}: {one.title}" if one.title else source, _WHAT)
    if one.end - one.start >= ALL_DAY:
        return f"busy all day ({what})"
    return f"busy {start:%H:%M}–{end:%H:%M} ({what})"


def written(times: Iterable[BusyTime]) -> str:
    """Stretches of one calendar as the store keeps them: a PERIOD a line (RFC 5545 §3.3.9)."""
    lines = (f"{_basic(one.start)}/{_basic(one.end)} {one.title}".rstrip() for one in times)
    return "\n".join(sorted(set(lines)))


def loaded(text: str, source: str, start: datetime, end: datetime) -> list[BusyTime]:
    """The stretches of a kept text that share time with [start, end)."""
    first, last = _basic(start), _basic(end)
    return [
        BusyTime(_instant(line[:16]), _instant(line[17:33]), line[34:], source)
        for line in text.split("\n")
        if line[:16] < last and line[17:33] > first
    ]


def untitled(text: str, wanted: Callable[[str], object]) -> tuple[str, int]:
    """A kept text without the titles of which something is wanted, and how many those are."""
    lines = [line[:33] if wanted(line[34:]) else line for line in text.split("\n")]
    titles = sum(line != was for line, was in zip(lines, text.split("\n"), strict=True))
    return "\n".join(sorted(set(lines))), titles


def _basic(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%SZ}"


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
