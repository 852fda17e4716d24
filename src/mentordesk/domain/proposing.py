"""Free times for two sides: inside what both keep open, beside what is taken, spread over days."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from mentordesk.domain.contact import Policy, is_open
from mentordesk.domain.inviting import Clock, on_clocks

STEP = timedelta(minutes=30)
"""Times are proposed at full and half hours of the first side's clock."""
_A_MINUTE = timedelta(minutes=1)


class FreeTime(NamedTuple):
    """A stretch that is free on both sides, as instants in UTC."""

    start: datetime
    end: datetime


class Proposal(NamedTuple):
    """Free times for somebody, the clocks to tell them on (theirs first), and remarks."""

    name: str
    minutes: int
    times: Sequence[FreeTime]
    clocks: Sequence[Clock]
    remarks: Sequence[str] = ()


def free_times(
    since: datetime,
    until: datetime,
    minutes: int,
    sides: Sequence[Policy],
    taken: Iterable[tuple[datetime, datetime]],
) -> list[FreeTime]:
    """Every free stretch of a length that begins in [since, until).

    `sides` say when each keeps open, on their own clock; the steps are those of the first one's.
    """
    length, busy = timedelta(minutes=minutes), sorted(taken)
    start, found, first = _rounded(since, sides[0]), [], 0
    while start < until:
        end = start + length
        while first < len(busy) and busy[first][1] <= start:
            first += 1
        clashes = any(begin < end and over > start for begin, over in _near(busy[first:], end))
        if not clashes and all(_keeps_open(side, start, end) for side in sides):
            found.append(FreeTime(start, end))
        start += STEP
    return found


def spread(free: Sequence[FreeTime], count: int, mine: Policy) -> list[FreeTime]:
    """A choice of some: on as many days as there are, early, in the middle and late by turns."""
    days = [list(some) for _, some in groupby(free, key=lambda one: _day(one, mine))]
    if len(days) >= count:
        chosen = [days[at] for at in _evenly(len(days), count)]
        return [some[at] for some, at in zip(chosen, _turns(chosen), strict=True)]
    return [free[at] for at in _evenly(len(free), min(count, len(free)))]


def pasted(one: Proposal) -> str:
    """The text for the mentee: a line for each time, on both clocks."""
    lines = [f"Could we meet at one of these times? ({one.minutes} minutes)", ""]
    lines += [f"- {on_clocks(time.start, one.clocks)}" for time in one.times]
    return "\n".join(lines) + "\n"


def _near(
    busy: Sequence[tuple[datetime, datetime]], end: datetime
) -> Iterable[tuple[datetime, datetime]]:
    for one in busy:
        if one[0] >= end:
            return
        yield one


def _keeps_open(side: Policy, start: datetime, end: datetime) -> bool:
    """Whether one side's hours hold a stretch from its first minute to its last."""
    steps = range(int((end - start) / STEP) + 1)
    moments = [*(start + step * STEP for step in steps), end]
    walls = ((min(at, end - _A_MINUTE)).astimezone(side.tz).replace(tzinfo=None) for at in moments)
    return all(is_open(side, wall) for wall in walls)


def _rounded(at: datetime, side: Policy) -> datetime:
    """The next full or half hour on a clock, in UTC."""
    local = at.astimezone(side.tz)
    beyond = timedelta(
        minutes=local.minute % 30, seconds=local.second, microseconds=local.microsecond
    )
    return at + (STEP - beyond if beyond else timedelta())


def _day(one: FreeTime, mine: Policy) -> date:
    return one.start.astimezone(mine.tz).date()


def _evenly(of: int, count: int) -> list[int]:
    """Places that lie evenly in a row, the first and the last among them."""
    if count < 2:
        return [0][:count]
    return [round(at * (of - 1) / (count - 1)) for at in range(count)]


def _turns(days: Sequence[Sequence[FreeTime]]) -> list[int]:
    """For each day which of its times: early, in the middle, late, and again."""
    return [(len(some) - 1) * (at % 3) // 2 for at, some in enumerate(days)]
