"""What a message said of a zone's clocks, kept so that newer zone data can be told from older.

A VTIMEZONE that differs only where no meeting is needs no message; other instants do.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, tzinfo

from mentordesk.domain.cadence import Series, instant
from mentordesk.ical.components import Lines, line, value, wall
from mentordesk.ical.recurrence import rule_days


def clocks(series: Series, lines: Lines) -> str:
    """The zone's offsets from UTC on an event's dates, each with the first date that has it.

    Dates as `20261126` with seconds as `+3600`, blanks between; '' for an event in UTC. The last
    date is named, too: nothing was said of what comes after it.
    """
    every = [(at.date(), offset) for at, offset in _offsets(series.tz, _starts(series, lines))]
    found = [
        one for one, before in zip(every, [None, *every], strict=False) if _is_news(one, before)
    ]
    found += [one for one in every[-1:] if one not in found]
    return " ".join(f"{day:%Y%m%d}{offset:+}" for day, offset in found)


def first_shift(series: Series, lines: Lines, told: str, since: datetime) -> datetime | None:
    """The first start since an instant whose offset is not the one that was sent (`told`).

    None where none was sent, or all are the same still. `lines` are the event as it was sent.
    """
    said = [_told(one) for one in told.split()]
    for local, offset in _offsets(series.tz, _starts(series, lines)):
        if not said or local.date() > said[-1][0]:
            return None
        was = [seconds for first, seconds in said if first <= local.date()]
        if was and was[-1] != offset and (at := instant(local, series.tz)) >= since:
            return at
    return None


def _is_news(one: tuple[date, int], before: tuple[date, int] | None) -> bool:
    return before is None or before[1] != one[1]


def _starts(series: Series, lines: Lines) -> Iterable[datetime]:
    """The wall times at which an event starts in its zone, one that repeats on all its days."""
    if ";TZID=" not in line(lines, "DTSTART"):
        return
    start = wall(value(lines, "DTSTART"))
    if not line(lines, "RRULE"):
        yield start
        return
    for day in rule_days(series):
        yield datetime.combine(day, start.time())


def _offsets(tz: tzinfo, walls: Iterable[datetime]) -> Iterator[tuple[datetime, int]]:
    for local in walls:
        offset = local.replace(tzinfo=tz, fold=0).utcoffset() or timedelta(0)
        yield local, int(offset.total_seconds())


def _told(one: str) -> tuple[date, int]:
    """One pair that `clocks` wrote."""
    return date.fromisoformat(one[:8]), int(one[8:])
