"""Where a meeting cannot be: too far away, at no time of that day, or in another one's minutes."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from mentordesk.domain.cadence import Occurrence, Series, clock_trouble
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import RUNNING, Relation
from mentordesk.domain.rules import day_words
from mentordesk.store.slots import all_series

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

SHORTEST, LONGEST = 5, 600
"""Minutes of a meeting."""
FURTHEST = timedelta(weeks=520)
"""How far ahead a slot may begin or end."""
A_YEAR = timedelta(days=366)
_OFFERED = "hours:"
"""In front of whose office hours they are, where else there is the id of a mentorship."""


def refuse_clash(
    desk: "Desk", wanted: Iterable[Occurrence], is_same: Callable[[Series, Occurrence], bool]
) -> None:
    """Refuse when one of the wanted meetings shares minutes with what is fixed already.

    Office hours are fixed, too, whether anybody has booked them or not.
    `is_same` says which of the fixed ones do not count, because the wanted ones replace them.
    """
    wanted = [one for one in wanted if one.happens]
    if not wanted:
        return
    reach = timedelta(minutes=LONGEST)
    since, until = wanted[0].start - reach, max(one.end for one in wanted)
    meetings = (
        (one.start, one.end, series.mentorship_id)
        for series in all_series(desk.store)
        for one in series.between(since, until)
        if one.happens and not is_same(series, one)
    )
    taken = sorted([*meetings, *_offered(desk, since, until)])
    starts = [start for start, _, _ in taken]
    for one in wanted:
        near = slice(bisect_left(starts, one.start - reach), bisect_left(starts, one.end))
        for start, end, whose in taken[near]:
            if end > one.start:
                raise _taken(desk, one.start, start, end, whose)


def _offered(
    desk: "Desk", since: datetime, until: datetime
) -> Iterator[tuple[datetime, datetime, str]]:
    """Office hours between two instants, with who has booked them."""
    from mentordesk.store.offers import all_slots  # only what fixes a time needs it

    first, last = (at.astimezone(desk.tz).date() for at in (since, until))
    for slot in all_slots(desk.store, desk.zone_of, first, last):
        name = f"{slot.booking.name}, office hours" if slot.booking else "office hours"
        yield slot.start, slot.end, f"{_OFFERED}{name}"


def _taken(desk: "Desk", wanted: datetime, start: datetime, end: datetime, whose: str) -> Refusal:
    if whose.startswith(_OFFERED):
        name = whose.removeprefix(_OFFERED)
    else:
        name = desk.people.by_mentorship(whose).mentee.name
    here, since, until = (at.astimezone(desk.tz) for at in (wanted, start, end))
    return Refusal(
        f"{day_words(here.date(), desk.today())} {here:%H:%M} is taken:"
        f" {name}, {since:%H:%M}–{until:%H:%M}. Choose another time."
    )


def refuse_ended(found: Relation) -> None:
    """Refuse a slot for a mentorship that is over, with what takes it up again."""
    status, handle = found.mentorship.status, found.mentee.handle
    if status in RUNNING:
        return
    again = f"intake advance {handle}" if status == "declined" else f"mentee resume {handle}"
    raise Refusal(
        f"{found.mentee.name} is {status}, so there are no more meetings."
        f" Take it up again with: mentordesk {again}"
    )


def check_length(minutes: int) -> None:
    """Refuse a length that no call has."""
    if not SHORTEST <= minutes <= LONGEST:
        raise Refusal(f"{minutes} minutes is no length for a call. Give {SHORTEST} to {LONGEST}.")


def check_near(desk: "Desk", day: date | None) -> None:
    """Refuse a day that lies further ahead than any run of meetings."""
    limit = desk.today() + FURTHEST
    if day and day > limit:
        there, last = (day_words(each, desk.today()) for each in (day, limit))
        raise Refusal(f"{there} is too far away. Give a day up to {last}.")


def check_wall(wall: datetime, tz: tzinfo, zone: str) -> None:
    """Refuse a wall time that a clock change jumps over; one it repeats means the first of both."""
    if clock_trouble(wall, tz) == "missing":
        raise Refusal(
            f"{wall:%H:%M} does not exist on {wall:%a %d %b %Y} in {zone}: the clocks jump over it."
            " Choose another time."
        )
