"""A calendar file for a mentee: one or more series with their zones, as they stand now."""

from collections.abc import Callable, Iterable
from functools import cache

from icalendar import Calendar

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip
from mentordesk.ical.events import Published, events, tzid
from mentordesk.ical.lines import Text, content_lines, folded
from mentordesk.ical.organizer import Organizer
from mentordesk.ical.recurrence import recurrence, rule_days, span
from mentordesk.ical.vtimezone import change_days, timezone_text

PRODUCT = "-//mentordesk//mentordesk//EN"


def series_calendar(
    published: Iterable[Published],
    *,
    tzif: Callable[[str], bytes],
    organizer: Organizer | None = None,
    name: str = "",
) -> bytes:
    """The full state of one or more series as one VCALENDAR to import or to subscribe to.

    `tzif` gives the TZif file of a zone by its IANA name and must agree with each `series.tz`.
    With an organizer the file is a METHOD:PUBLISH (RFC 5546 §3.2.1), without one a plain calendar.
    The same input gives the same bytes. Raises Refusal for a series without a day.
    """
    calendar, tzif = _calendar(organizer, name), cache(tzif)
    spans: dict[str, tuple[bytes, int, int]] = {}
    for item in published:
        series, days = item.series, rule_days(item.series)
        if not days:
            raise Refusal(f"“{clip(item.summary, 40)}” ends before its first day. Move its end.")
        data, (since, until) = tzif(series.zone), span(series, days)
        _, first, last = spans.get(tzid(series), (data, since, until))
        spans[tzid(series)] = data, min(first, since), max(last, until)
        for event in events(item, recurrence(series, days, change_days(data, since, until))):
            if organizer:
                event["ORGANIZER"] = organizer.address()
            calendar.add_component(event)
    lines = content_lines(calendar)
    events_at = lines.index(b"BEGIN:VEVENT")
    # Every zone before the first event that uses it (RFC 5546 §3.1.2).
    zones = [timezone_text(name, *wanted) for name, wanted in spans.items()]
    return b"".join([folded(lines[:events_at]), *zones, folded(lines[events_at:])])


def _calendar(organizer: Organizer | None, name: str) -> Calendar:
    calendar = Calendar()
    calendar["PRODID"], calendar["VERSION"] = Text(PRODUCT), Text("2.0")
    if organizer:
        calendar["METHOD"] = Text("PUBLISH")
    if name:
        calendar["NAME"] = calendar["X-WR-CALNAME"] = Text(name)
    return calendar
