"""A series as the events that are written of it, each part with the time its zone is needed for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from icalendar import Event

from mentordesk.domain.cadence import Series
from mentordesk.ical.events import Published, called_off, events
from mentordesk.ical.outlook import misread
from mentordesk.ical.parts import Tzif, parts
from mentordesk.ical.recurrence import recurrence, rule_days, span
from mentordesk.ical.tzif import law_since, read
from mentordesk.ical.vtimezone import change_days


class Written(NamedTuple):
    """The events of one part, and the Unix seconds between which they need their zone."""

    series: Series
    events: list[Event]
    since: int
    until: int


def written(item: Published, tzif: Tzif, begun: date | None = None) -> Iterator[Written]:
    """The parts of a series in their order, each following the one before; none without a day.

    `begun` is the first day of the first part as receivers know it.
    """
    made = parts(item.series, tzif)
    for part in made:
        days = rule_days(part)
        if not days:
            return
        data = tzif(part.zone)
        since, until = span(part, days, law_since(read(data)))
        plan = recurrence(
            part,
            days,
            change_days(data, since, until),
            anchor=begun,
            misread=misread(part, days, data, since, until) if item.for_outlook else {},
        )
        if part is not item.series:
            item = replace(item, series=part)
        yield Written(part, events(item, plan), since, until)
        if part is not made[-1]:
            item, begun = replace(item, follows=part.uid), None


def gone(item: Published) -> list[Event]:
    """Moved dates that lie behind the end of a series cut short, as cancelled events.

    They were sent as events of their own, which the end of the series does not take away.
    """
    series = item.series
    moved = {day: said.moved_to for day, said in series.changes.items() if said.moved_to}
    last = series.last_day if moved else None
    return [
        called_off(item, series.occurrence(day))
        for day, moved_to in sorted(moved.items())
        if last and day > last and not _in_its_place(series, day, moved_to)
    ]


def _in_its_place(series: Series, day: date, moved_to: datetime) -> bool:
    """Whether a moved date stays between its neighbours, had the series no end."""
    since = max(series.starts_on, day - series.rule.longest_pause)
    before = date.min
    for _, one in series.rule.numbered(series.starts_on, since):
        if one > day:
            return before < moved_to.date() < one
        before = one if one < day else before
    return True


class Doubts(NamedTuple):
    """Where calendars have trouble with a slot's zone: the day of its second part, None for one.

    `misread` are the rule's days that Outlook shows at another time, and how much later.
    """

    second_from: date | None
    misread: dict[date, timedelta]


def doubts(series: Series, tzif: Tzif) -> Doubts:
    """What to say of a slot before it goes into calendars."""
    found: dict[date, timedelta] = {}
    made = parts(series, tzif)
    for part in made:
        days, data = rule_days(part), tzif(part.zone)
        if days:
            found |= misread(part, days, data, *span(part, days, law_since(read(data))))
    return Doubts(made[1].starts_on if len(made) > 1 else None, found)
