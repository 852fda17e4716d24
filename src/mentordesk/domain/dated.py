"""On which days of a page of the calendar somebody's milestones stand, and how they stand there."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.attention_dated import coming, in_turn, is_settled, milestones
from mentordesk.domain.programme_dates import newest
from mentordesk.domain.programme_milestone import Milestone

if TYPE_CHECKING:
    from mentordesk.domain.attention import Facts

Dated = tuple[date, Milestone, str]
"""A day, what stands on it, and `done`, `due`, or '' for what is to come."""


def dated(course: "Facts", first: date, last: date, today: date) -> Iterator[Dated]:
    """What was settled, is due and is to come on the days from `first` to `last`, both included.

    What lapsed without anybody settling it is over, as on Today. Nothing is ahead of who is still
    on the way in: days count from the beginning.
    """
    by_key = {one.key: one for one in course.numbers.milestones}
    settled = [(key, day) for key, day in course.settled if key in by_key and first <= day <= last]
    yield from ((day, by_key[key], "done") for key, day in settled)
    if course.status == "intake":
        return
    due = {one.key: day for one, day in milestones(course, today)}
    yield from ((day, by_key[key], "due") for key, day in due.items() if first <= day <= last)
    since = max(first, today)
    for one, previous in in_turn(course):
        for day in _ahead(course, one, previous, since, last, today):
            if due.get(one.key) != day:
                yield day, one, ""


def _ahead(
    course: "Facts",
    one: Milestone,
    previous: date | None,
    since: date,
    last: date,
    today: date,
) -> Iterator[date]:
    """The days to come of one milestone; of one that goes by calls only the next is known."""
    if one.every_sessions or one.step or not one.repeats:
        day = coming(course, one, previous, today)
        if day and since <= day <= last:
            yield day
        return
    day = newest(one, last, course.started_on, course.ends_on, previous)
    while day and day >= since:
        if not is_settled(course, one, day):
            yield day
        day = newest(one, day - timedelta(days=1), course.started_on, course.ends_on, previous)
