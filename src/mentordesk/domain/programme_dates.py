"""On which days a programme's milestones fall, in the mentor's own calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mentordesk.domain.programme_milestone import WEEKDAYS, Milestone

_TOLD_AFTER = ("stand-up", "timesheet", "report")
"""Kinds that tell of the time before their day, and so of the last calls after those."""


def calendar(
    milestones: Iterable[Milestone], start: date, end: date | None, until: date
) -> list[tuple[date, Milestone]]:
    """Every day up to `until` that a milestone falls on, the earliest first.

    What counts from the end or is a fraction of the term has no day until there is an `end`. What
    repeats stops with the end. What goes by steps or by meetings held has no day of its own here.
    """
    found: list[tuple[date, Milestone]] = []
    previous: date | None = None
    for one in milestones:
        first, last = None, min(until, last_of(one, end)) if end and one.repeats else until
        for day in falls(one, start, end, previous):
            first = first or day
            if day > last:
                break
            found.append((day, one))
        previous = first
    return sorted(found, key=lambda pair: pair[0])


def planned_end(
    stored: date | None,
    is_open: bool,
    slot_ends: date | None,
    started_on: date,
    weeks: int,
) -> date | None:
    """The last day as agreed, else of a slot that ends, else of the programme's run of `weeks`.

    None when the mentor said that it has no end (`is_open`), or nobody said anything of one.
    """
    if stored or is_open:
        return stored
    return slot_ends or (started_on + timedelta(weeks=weeks) if weeks else None)


def falls(
    one: Milestone, start: date, end: date | None = None, previous: date | None = None
) -> Iterator[date]:
    """The days of one milestone, without an end when it repeats.

    One that repeats and has neither an offset nor a day of the week or month comes for the first
    time a whole period after the start. A month that is too short gives its last day.
    """
    base = _base(one, start, end, previous)
    if base is None or one.step or one.every_sessions:
        return
    bound = one.weekday or one.month_day or one.days or one.weeks or one.months or one.percent
    times = 0 if bound or one.after != "start" else 1
    first = _on_its_day(one, base)
    if not one.repeats:
        yield first
        return
    while True:
        yield later(first, months=times * one.every_months, weeks=times * one.every_weeks)
        times += 1


def newest(
    one: Milestone,
    until: date,
    start: date,
    end: date | None = None,
    previous: date | None = None,
) -> date | None:
    """The last day up to `until` on which a milestone falls, computed and not counted up to.

    None when it falls on none. What repeats stops with the end.
    """
    first = next(falls(one, start, end, previous), None)
    if first is None or first > until:
        return None
    if not one.repeats:
        return first
    last = min(until, last_of(one, end)) if end else until
    if first > last:
        return None
    if one.every_weeks:
        return first + timedelta(
            weeks=(last - first).days // 7 // one.every_weeks * one.every_weeks
        )
    months = (last.year - first.year) * 12 + last.month - first.month
    times = months // one.every_months
    # From the day of the anchor, not of `first`, which a short month may have made earlier.
    base = _first_of_many(one, start, end, previous)
    offset = 0 if base == first else one.every_months
    day = later(base, months=offset + times * one.every_months)
    return day if day <= last else later(base, months=offset + (times - 1) * one.every_months)


def last_of(one: Milestone, end: date) -> date:
    """Until when a repeating milestone comes: reports once more, on what was left to tell."""
    if one.kind not in _TOLD_AFTER:
        return end
    return later(end, one.every_months, one.every_weeks, days=-1)


def _first_of_many(one: Milestone, start: date, end: date | None, previous: date | None) -> date:
    """The day that a repeating milestone's months are counted from."""
    base = _base(one, start, end, previous)
    assert base is not None
    return _on_its_day(one, base)


def later(day: date, months: int = 0, weeks: int = 0, days: int = 0) -> date:
    """A day so much later, or earlier for less than 0; a short month gives its last day."""
    if months:
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        day = day.replace(year=year, month=month + 1, day=min(day.day, _days_in(year, month + 1)))
    return day + timedelta(weeks=weeks, days=days)


def _days_in(year: int, month: int) -> int:
    """How many days a month has; the calendar module would cost Today more than its rules."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _base(one: Milestone, start: date, end: date | None, previous: date | None) -> date | None:
    if one.percent:
        if end is None:
            return None
        return start + timedelta(days=(end - start).days * one.percent // 100 + one.days)
    anchor = {"start": start, "end": end, "previous": previous}[one.after]
    return anchor and later(anchor, one.months, one.weeks, one.days)


def _on_its_day(one: Milestone, base: date) -> date:
    if one.weekday:
        return base + timedelta(days=(WEEKDAYS.index(one.weekday) - base.weekday()) % 7)
    if one.month_day:
        same_month = base.replace(day=one.month_day)
        return same_month if same_month >= base else later(same_month, months=1)
    return base
