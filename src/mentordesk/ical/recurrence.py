"""A series as RFC 5545 can say it: its rule, what it leaves out and changes, what stands apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile

from mentordesk.domain.cadence import Occurrence, Series, clock_trouble, instant

HORIZON = timedelta(days=5 * 366)
"""How far an endless series is looked at; beyond it the receiver's own zone data decides."""
MARGIN = 3 * 86_400
"""Seconds before the first and after the last date in which their zone is right, too."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The days of a rule (an endless one up to the horizon) and what differs from it.

    `days` begin with the first that is met in its place, if one is. `left_out` days get an EXDATE;
    `changed` occurrences keep their place in the series (RECURRENCE-ID); those `apart` are left out
    and become events of their own, those `in_utc` without the zone.
    """

    days: tuple[date, ...]
    left_out: tuple[date, ...]
    changed: tuple[Occurrence, ...]
    apart: tuple[Occurrence, ...]
    in_utc: Collection[date] = ()


def rule_times(series: Series, day: date) -> tuple[datetime, datetime]:
    """Wall time of start and end as the rule alone gives them for `day`."""
    start = datetime.combine(day, series.wall_time)
    return start, start + timedelta(minutes=series.minutes)


def horizon(series: Series) -> date:
    """The day up to which an endless series is looked at: years past its start and last change."""
    known = [series.starts_on, *series.changes, *(gap.first for gap in series.gaps)]
    return max([*known, *([series.stamp.date()] if series.stamp else [])]) + HORIZON


def rule_days(series: Series) -> tuple[date, ...]:
    """The rule's days, an endless rule's up to the horizon."""
    if series.count or series.until:
        return tuple(series.days())
    end = horizon(series)
    return tuple(takewhile(lambda day: day <= end, series.days()))


def span(series: Series, days: tuple[date, ...], law: int) -> tuple[int, int]:
    """The Unix seconds between which the series needs its zone, with a margin on both sides.

    The margin does not reach over `law`, the instant of the zone's last change of law: Outlook
    would make a yearly rule of it.
    """
    walls = [rule_times(series, days[0])[0], rule_times(series, days[-1])[0]]
    walls += [change.moved_to for change in series.changes.values() if change.moved_to]
    first, last = instant(min(walls), series.tz), instant(max(walls), series.tz)
    begins, ends = int(first.timestamp()), int(last.timestamp())
    since, until = begins - MARGIN, ends + MARGIN
    return (
        max(since, law) if begins >= law else since,
        min(until, law - 1) if ends < law else until,
    )


def recurrence(
    series: Series,
    days: tuple[date, ...],
    clock_days: frozenset[date],
    *,
    anchor: date | None = None,
    misread: Collection[date] = (),
) -> Recurrence:
    """Sort the days that differ from the rule; `clock_days` are those near a clock change.

    `anchor` is the first day that receivers know of; the rule begins no later, so that leaving it
    out is an exception and not another series. `misread` days become events in UTC.
    """
    left_out: list[date] = []
    changed: list[Occurrence] = []
    apart: list[Occurrence] = []
    framed = (date.min, *days, date.max)
    reached = date.min
    for at, day in _worth_a_look(series, days, {*clock_days, *misread}):
        one = series.occurrence(day)
        local = one.start.astimezone(series.tz).date()
        # Outlook and Exchange refuse what meets or passes a neighbour (MS-OXOCAL 2.2.1.44.1).
        in_order = max(framed[at], reached) < local < framed[at + 2]
        is_first = at == len(left_out) and (anchor is None or day <= anchor)
        can_stay = day not in misread and _can_be_named(series, day, first=is_first)
        in_place = in_order and can_stay
        if not (one.happens and in_place):
            left_out.append(day)
        if one.happens and not in_place:
            apart.append(one)
        elif one.happens and not _by_rule(series, one):
            changed.append(one)
            reached = local
    kept = _from_the_first_met(days, tuple(left_out), anchor)
    return Recurrence(*kept, tuple(changed), tuple(apart), misread)


def _worth_a_look(
    series: Series, days: tuple[date, ...], clock_days: set[date]
) -> Iterator[tuple[int, date]]:
    """The days on which the rule alone may not be the truth, with their places among `days`."""
    wanted = {*series.changes, *clock_days}
    for gap in series.gaps:
        wanted.update(days[bisect_left(days, gap.first) : bisect_right(days, gap.last)])
    for day in sorted(wanted.intersection(days)):
        yield bisect_left(days, day), day


def _from_the_first_met(
    days: tuple[date, ...], left_out: tuple[date, ...], anchor: date | None
) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Drop the left out days a series begins with: not every reader takes an EXDATE on DTSTART.

    Not from the anchor on: a first day that others know is left out like any other.
    """
    start = 0
    while start < len(left_out) and left_out[start] == days[start] != anchor:
        start += 1
    return (days[start:], left_out[start:]) if start < len(days) else (days, left_out)


def _can_be_named(series: Series, day: date, *, first: bool) -> bool:
    """Whether readers agree on which instance of the rule a day's start names.

    They do not when the start is jumped over. The first day also gives the length of all others,
    and readers count it as time that passes, so no clock change may be in it.
    """
    start, _ = rule_times(series, day)
    return _is_plain(series, day) if first else clock_trouble(start, series.tz) != "missing"


def _is_plain(series: Series, day: date) -> bool:
    """Whether the rule's start and end are times that every reader understands alike.

    Near a clock change readers differ on ends and on repeated hours (RFC 5545 §3.3.5, §3.8.5.3).
    """
    start, end = rule_times(series, day)
    passed = instant(end, series.tz) - instant(start, series.tz)
    troubled = any(clock_trouble(wall, series.tz) for wall in (start, end))
    return passed == end - start and not troubled


def _by_rule(series: Series, one: Occurrence) -> bool:
    """Whether the rule says this occurrence fully; otherwise it is written out."""
    walls = rule_times(series, one.day)
    same = (one.start, one.end) == tuple(instant(wall, series.tz) for wall in walls)
    return same and _is_plain(series, one.day)
