"""Series as the desk would hand them over, and programs that are not ours to read them back."""

import re
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from typing import Any

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr
from dateutil.tz import tzical

from mentordesk import zones
from mentordesk.domain.cadence import Series
from mentordesk.domain.rules import Rule
from mentordesk.ical import Organizer, Published, series_calendar

STAMP = datetime(2026, 8, 1, 9, tzinfo=UTC)
UID = "7d0f6b1e-3c52-4c1a-9a8e-0d7f5b2c9e11"

Span = tuple[datetime, datetime]


def series(rule: str = "FREQ=WEEKLY;BYDAY=TU", zone: str = "Europe/Berlin", **more: Any) -> Series:
    """Tuesdays at 18:00 in Berlin from September 2026, an hour each, unless told otherwise."""
    plain = Series(
        id="s1",
        mentorship_id="m1",
        rule=Rule.parse(rule),
        wall_time=time(18),
        minutes=60,
        zone=zone,
        tz=zones.zone(zone),
        starts_on=date(2026, 9, 1),
        uid=UID,
        sequence=2,
        stamp=STAMP,
        created_at=STAMP - timedelta(days=30),
    )
    return plain._replace(**more)


def export(
    *wanted: Series, organizer: Organizer | None = None, name: str = "", for_outlook: bool = False
) -> bytes:
    """The file for these series, each called “Call”."""
    published = [Published(one, "Call", for_outlook=for_outlook) for one in wanted]
    return series_calendar(published, tzif=zones.tz_bytes, organizer=organizer, name=name)


def logical_lines(data: bytes) -> list[str]:
    """The unfolded lines, by a rule of four words: a fold is CRLF and a blank."""
    return data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def values(data: bytes, name: str) -> list[str]:
    """The lines of one property of events, parameters included."""
    lines = logical_lines(data)
    within = lines[lines.index("BEGIN:VEVENT") :]
    return [line for line in within if re.match(rf"{name}[;:]", line)]


def wall(text: str) -> datetime:
    """A wall time as a series keeps it, without a zone of its own."""
    return datetime.fromisoformat(text)


def events(data: bytes) -> list[Any]:
    """The VEVENTs as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(data).events)


def expanded(data: bytes, since: datetime, until: datetime) -> list[Span]:
    """What recurring_ical_events makes of the file: instants of what is not cancelled."""
    calendar = icalendar.Calendar.from_ical(data)
    found = recurring_ical_events.of(calendar).between(since, until)
    spans = [
        (event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC))
        for event in found
        if event.get("STATUS") != "CANCELLED"
    ]
    return sorted(span for span in spans if since <= span[0] < until)


def promised(wanted: Series, since: datetime, until: datetime) -> list[Span]:
    """What the screens say of the same time."""
    return [(one.start, one.end) for one in wanted.between(since, until) if one.happens]


def by_dateutil(wanted: Series, limit: int) -> list[date]:
    """The rule's first days as dateutil counts them, from the series' first day."""
    first = next(wanted.days(), None)
    if first is None:
        return []
    rule = rrulestr(str(wanted.rule), dtstart=datetime.combine(first, wanted.wall_time))
    days = (at.date() for at in rule)
    found = [day for day, _ in zip(days, range(wanted.count or limit), strict=False)]
    return [day for day in found if wanted.until is None or day <= wanted.until]


def zone_as_written(data: bytes) -> Any:
    """The file's VTIMEZONE as dateutil understands it, without any zone data of its own."""
    text = data[data.index(b"BEGIN:VTIMEZONE") : data.index(b"BEGIN:VEVENT")].decode()
    return tzical(StringIO(text.replace("\r\n", "\n"))).get()
