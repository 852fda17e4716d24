"""How Outlook reads a VTIMEZONE: one yearly STANDARD and one yearly DAYLIGHT, whatever is there.

MS-OXCICAL 2.1.3.1.1.19.2: without a rule, the month and the n-th weekday of DTSTART are taken, and
of several observances the last.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from mentordesk.domain.cadence import Occurrence, Series
from mentordesk.ical.tzif import Onset, Yearly, Zone, read
from mentordesk.ical.vtimezone import is_plain, listed, wall_of

_EVER = -(2**40)
"""An instant in Unix seconds before all others: from it on a zone does what its rules say."""


def misread(
    series: Series, days: Iterable[date], data: bytes, since: int, until: int
) -> dict[date, timedelta]:
    """The rule's days whose meeting Outlook shows at another time, and how much later.

    `data` is the zone's TZif file; [since, until] in Unix seconds is what the file is written for.
    """
    model = _reduced(data, since, until)
    if model is None:
        return {}
    found = {day: _late(series.occurrence(day), series, model) for day in days}
    return {day: late for day, late in found.items() if late}


def _late(one: Occurrence, series: Series, model: Zone) -> timedelta | None:
    right = one.start.astimezone(series.tz).utcoffset()
    taken = model.in_force(int(one.start.timestamp()))
    if not one.happens or right is None:
        return None
    return right - timedelta(seconds=taken.after if taken else model.offset)


@lru_cache(maxsize=64)
def _reduced(data: bytes, since: int, until: int) -> Zone | None:
    """The zone as Outlook has it; None where that is the zone itself."""
    zone = read(data)
    found = [] if is_plain(zone, since, until) else listed(zone, since, until)
    if not found:
        return None
    standard = [onset for onset, kind in found if kind == "STANDARD"][-1]
    daylight = [onset for onset, kind in found if kind == "DAYLIGHT"]
    if not daylight:
        return Zone(standard.after, (), _EVER, ())
    rules = _yearly(standard, daylight[-1].after), _yearly(daylight[-1], standard.after)
    return Zone(standard.after, (), _EVER, rules)


def _yearly(onset: Onset, before: int) -> Yearly:
    """The same weekday of the same week of the month in every year."""
    wall = wall_of(onset.at, onset.before)
    is_last = (wall + timedelta(days=7)).month != wall.month
    week = 5 if is_last and wall.day > 21 else (wall.day - 1) // 7 + 1
    seconds = wall.hour * 3600 + wall.minute * 60 + wall.second
    weekday = wall.isoweekday() % 7
    return Yearly(wall.month, week, weekday, seconds, before, onset.after, "")
