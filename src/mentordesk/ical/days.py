"""Whole days in a calendar: a programme's dates, which have no time of day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Event
from icalendar.prop import vDate, vInt

from mentordesk.domain.text import clean
from mentordesk.ical.calendar import head
from mentordesk.ical.lines import Instant, Text, content_lines, folded


@dataclass(frozen=True, slots=True)
class Day:
    """One date with the words its reader may see; `uid` stays the same however often it moves."""

    uid: str
    on: date
    summary: str


def day_calendar(days: Iterable[Day], stamp: datetime) -> bytes:
    """All-day events (RFC 5545 §3.6.1, DTSTART as a DATE) that take no time from anybody.

    `stamp` is the aware instant at which they were as they are here: importing a later file
    replaces what a calendar has under the same UID.
    """
    calendar = head()
    for one in days:
        calendar.add_component(day_event(one, stamp))
    return folded(content_lines(calendar))


def day_event(one: Day, stamp: datetime) -> Event:
    """One whole day; `stamp` is the aware instant since which it is as it is."""
    event = Event()
    event["UID"], event["SEQUENCE"] = Text(one.uid), vInt(0)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = Instant(stamp)
    start, end = vDate(one.on), vDate(one.on + timedelta(days=1))
    event["DTSTART"], event["DTEND"] = start, end
    for day in (start, end):
        day.params["VALUE"] = "DATE"
    event["SUMMARY"] = Text(clean(one.summary).replace("\n", " "))
    event["STATUS"], event["TRANSP"] = Text("CONFIRMED"), Text("TRANSPARENT")
    return event
