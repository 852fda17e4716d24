"""Office hours as calendars know them: every slot a series, without the days it is booked.

Imported only by the verbs that write calendars.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta, tzinfo

from mentordesk.domain.cadence import Change, Series, instant
from mentordesk.domain.offers import Hours
from mentordesk.domain.rules import Rule

_AHEAD = timedelta(days=5 * 366)
"""How far slots after the first are looked at for a clock change between the two."""


def uid(hours: Hours, number: int) -> str:
    """The UID of one of the slots, counted from 0; nobody is named in it."""
    return f"{hours.id}-{number}@mentordesk"


def series_of(
    hours: Hours,
    number: int,
    tz: tzinfo,
    booked: Collection[date],
    stamp: datetime,
    sequence: int,
) -> Series:
    """One slot of the hours as a series, from which the days it is booked are left out."""
    begins = next(hours.rule.days_from(hours.starts_on))  # every how many weeks counts from there
    first = datetime.combine(begins, hours.wall_time)
    wall = first + timedelta(minutes=number * hours.minutes)
    later = (wall.date() - first.date()).days  # a slot may begin after midnight
    shift = timedelta(days=later)
    free = Series(
        id=hours.id,
        mentorship_id="",
        rule=_shifted(hours.rule, later),
        wall_time=wall.time(),
        minutes=hours.minutes,
        zone=hours.zone,
        tz=tz,
        starts_on=begins + shift,
        until=hours.until + shift if hours.until else None,
        place=hours.link,
        uid=uid(hours, number),
        sequence=sequence,
        stamp=stamp,
    )
    moved = _moved(free, hours, number) if number else {}
    return free._replace(changes=moved | {day + shift: Change("skipped") for day in booked})


def _shifted(rule: Rule, days: int) -> Rule:
    """The rule some days later; only one of a single weekday ever has slots after midnight."""
    if not days:
        return rule
    return Rule("WEEKLY", rule.interval, ((rule.weekdays[0] + days) % 7,))


def _moved(free: Series, hours: Hours, number: int) -> dict[date, Change]:
    """Days on which the clocks change between the first slot and this one."""
    found = {}
    last = (free.stamp.date() if free.stamp else free.starts_on) + _AHEAD
    for _, day in free.numbered():
        if day > last:
            break
        wall = datetime.combine(day, free.wall_time)
        length = timedelta(minutes=number * hours.minutes)
        begins = instant(wall - length, free.tz) + length
        if begins != instant(wall, free.tz):
            local = begins.astimezone(free.tz).replace(tzinfo=None)
            found[day] = Change("moved", moved_to=local, stamp=free.stamp)
    return found
