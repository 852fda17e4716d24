"""What deserves a thought about a slot before it goes into calendars, in sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.cadence import Series
from mentordesk.domain.people import Mentee
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import city
from mentordesk.store import people

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_READS_RULES = {"outlook", "other"}
"""Calendars that are Outlook, or may be."""
_NAMED = 4
_TWO_YEARS = timedelta(days=730)
"""Of a slot without end, what lies further ahead is told when it comes nearer."""


def about_calendars(desk: "Desk", every: Iterable[Series]) -> list[str]:
    """A zone whose law changes under a slot to come, and dates that Outlook shows at other times.

    Only zones that do not follow one plain rule cost the time of working that out.
    """
    now = desk.now()
    coming = (series for series in every if series.next_after(now))
    return list(dict.fromkeys(said for series in coming for said in _of(desk, series)))


def _of(desk: "Desk", series: Series) -> Iterator[str]:
    from mentordesk import zones

    if zones.keeps_one_rule(series.zone, desk.now() - timedelta(days=1)):
        return
    from mentordesk.ical import doubts  # icalendar comes with it

    trouble = doubts(series, zones.tz_bytes)
    if trouble.second_from and trouble.second_from >= desk.today():
        yield (
            f"the clocks of {city(series.zone)} change for good: calendars get the slot in two"
            f" parts, the second from {day_words(trouble.second_from, desk.today())} on"
        )
    last = series.last_day or desk.today() + _TWO_YEARS
    wrong = {day: late for day, late in trouble.misread.items() if desk.today() <= day <= last}
    calendars = {one.handle: one.calendar for one in _guests(desk, series)}
    if wrong and not _READS_RULES.isdisjoint(calendars.values()):
        yield _outlook(desk, wrong, [who for who, kind in calendars.items() if kind == "other"])


def _outlook(desk: "Desk", wrong: Mapping[date, timedelta], unsaid: Sequence[str]) -> str:
    """What it shows wrong, and how it is told, or what says that it should be."""
    late = set(wrong.values())
    way = _shift(late.pop()) if len(late) == 1 else "at another time"
    days = _days(sorted(wrong), desk.today())
    if not unsaid:
        return f"Outlook would show {days} {way}: such dates go out as single events"
    who = unsaid[0] if len(unsaid) == 1 else "WHO"
    return (
        f"Outlook shows {days} {way}. Who has it gets them right once you say so:"
        f" mentordesk mentee edit {who} --calendar outlook"
    )


def _days(days: Sequence[date], today: date) -> str:
    """`Sun 26 Mar 2028`, or the first of many with how many there are more."""
    named = [day_words(day, today) for day in days[:_NAMED]]
    more = f" and {len(days) - _NAMED} more" if len(days) > _NAMED else ""
    return ", ".join(named) + more


def _shift(late: timedelta) -> str:
    """How much later or earlier: `an hour late`."""
    minutes = abs(int(late.total_seconds())) // 60
    much = "an hour" if minutes == 60 else f"{minutes} minutes"
    return f"{much} {'late' if late > timedelta(0) else 'early'}"


def _guests(desk: "Desk", series: Series) -> Iterable[Mentee]:
    every = people.relations(desk.store, series.mentorship_id)
    return (one.mentee for one in every if one.mentee.id in one.mentorship.members)
