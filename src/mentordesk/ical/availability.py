"""When somebody may be asked for time: VAVAILABILITY (RFC 7953), which few programs read yet."""

from collections.abc import Iterable
from datetime import datetime

from icalendar import Availability, Available, Event

from mentordesk.ical.calendar import Zones, head
from mentordesk.ical.events import Published
from mentordesk.ical.lines import Instant, Text
from mentordesk.ical.organizer import Organizer
from mentordesk.ical.parts import Tzif

_SAID = (
    "UID", "DTSTAMP", "LAST-MODIFIED", "CREATED", "DTSTART", "DTEND", "RRULE", "EXDATE",
    "RECURRENCE-ID", "SUMMARY", "LOCATION", "DESCRIPTION",
)  # fmt: skip
"""What an AVAILABLE has of an event (§3.1); it knows neither status nor transparency."""


def availability_calendar(
    slots: Iterable[Published],
    *,
    uid: str,
    stamp: datetime,
    summary: str,
    tzif: Tzif,
    organizer: Organizer | None = None,
) -> bytes:
    """A calendar whose owner is free at these times and unavailable at all others.

    The same input gives the same bytes. Raises Refusal for a series without a day.
    """
    zones, times = Zones(tzif), Availability()
    times["UID"], times["DTSTAMP"] = Text(uid), Instant(stamp)
    times["BUSYTYPE"], times["SUMMARY"] = Text("BUSY-UNAVAILABLE"), Text(summary)
    if organizer:
        times["ORGANIZER"] = organizer.address()
    for item in slots:
        for event in zones.events(item):
            times.add_component(_available(event))
    calendar = head()  # no METHOD: scheduling knows no availability (RFC 5546 §1.4)
    calendar.add_component(times)
    return zones.file(calendar)


def _available(event: Event) -> Available:
    one = Available()
    for name in _SAID:
        if name in event:
            one[name] = event[name]
    return one
