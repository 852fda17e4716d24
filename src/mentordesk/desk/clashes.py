"""Where a meeting cannot be: too far away, at no time of that day, or in another one's minutes."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from mentordesk.domain.cadence import Occurrence, Series, clock_trouble
from mentordesk.domain.errors import Refusal, Taken
from mentordesk.domain.people import RUNNING, Relation
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import counted
from mentordesk.store.slots import all_series

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

SHORTEST, LONGEST = 5, 600
"""Minutes of a meeting."""
FURTHEST = timedelta(weeks=520)
"""How far ahead a slot may begin or end."""
A_YEAR = timedelta(days=366)
Fixed = tuple[datetime, datetime, str]
"""From when to when a time is taken, and by which mentorship or office hours."""
_OFFERED = "hours:"
"""In front of whose office hours they are, where else there is the id of a mentorship."""


def refuse_clash(
    desk: "Desk",
    wanted: Iterable[Occurrence],
    is_same: Callable[[Series, Occurrence], bool],
    there: tzinfo | None = None,
) -> None:
    """Refuse with `Taken` when a wanted meeting shares minutes with what is fixed already.

    Office hours are fixed, too, whether anybody has booked them or not.
    `is_same` says which of the fixed ones do not count, because the wanted ones replace them;
    `there` is the second clock on which the time is told.
    """
    clashes = _clashes(desk, [one for one in wanted if one.happens], is_same)
    if first := next(clashes, None):
        later = {one.start for one, _ in clashes} - {first[0].start}
        raise Taken(_taken(desk, *first, there) + _more(len(later)))


def _clashes(
    desk: "Desk", wanted: Sequence[Occurrence], is_same: Callable[[Series, Occurrence], bool]
) -> Iterator[tuple[Occurrence, Fixed]]:
    """Each wanted meeting with what is fixed in its minutes, by start."""
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
        yield from ((one, fixed) for fixed in taken[near] if fixed[1] > one.start)


def _offered(desk: "Desk", since: datetime, until: datetime) -> Iterator[Fixed]:
    """Office hours between two instants, with who has booked them."""
    from mentordesk.store.offers import all_slots  # only what fixes a time needs it

    first, last = (at.astimezone(desk.tz).date() for at in (since, until))
    for slot in all_slots(desk.store, desk.zone_of, first, last):
        name = f"{slot.booking.name}, office hours" if slot.booking else "office hours"
        yield slot.start, slot.end, f"{_OFFERED}{name}"


def _taken(desk: "Desk", wanted: Occurrence, fixed: Fixed, there: tzinfo | None) -> str:
    """`Thu 26 Nov 18:00 (12:00 there) is taken: Ada Obi, 18:00–19:00`."""
    start, end, whose = fixed
    if whose.startswith(_OFFERED):
        name = whose.removeprefix(_OFFERED)
    else:
        name = desk.people.by_mentorship(whose).mentee.name
    here, since, until = (at.astimezone(desk.tz) for at in (wanted.start, start, end))
    return (
        f"{day_words(here.date(), desk.today())} {here:%H:%M}{_second(here, there)} is taken:"
        f" {name}, {since:%H:%M}–{until:%H:%M}"
    )


def _second(here: datetime, there: tzinfo | None) -> str:
    """The same time on the other clock where that shows another one: ` (12:00 there)`."""
    at = here.astimezone(there)
    if there is None or at.replace(tzinfo=None) == here.replace(tzinfo=None):
        return ""
    day = f"{at:%a} " if at.date() != here.date() else ""
    return f" ({day}{at:%H:%M} there)"


def _more(dates: int) -> str:
    return f"; {counted(dates, 'later date')} as well." if dates else "."


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
