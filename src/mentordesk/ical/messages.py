"""REQUEST and CANCEL (RFC 5546 §3.2.2, §3.2.5) about one series: a VCALENDAR for each message."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from icalendar import Event

from mentordesk.domain.cadence import Series
from mentordesk.domain.inviting import CANCEL
from mentordesk.ical.calendar import head
from mentordesk.ical.components import Lines, line, replaced, times, value, without
from mentordesk.ical.events import Published, tzid
from mentordesk.ical.lines import content_lines, folded
from mentordesk.ical.organizer import Attendee, Organizer
from mentordesk.ical.parts import Tzif
from mentordesk.ical.recurrence import rule_days, span
from mentordesk.ical.revisions import Part, Revision
from mentordesk.ical.tzif import law_since, read
from mentordesk.ical.vtimezone import timezone_text
from mentordesk.ical.written import written

_NOT_IN_CANCEL = ("DESCRIPTION", "STATUS", "EXDATE", "X-MICROSOFT-CDO-BUSYSTATUS")


def lines_by_uid(
    item: Published, tzif: Tzif, begun: date | None = None
) -> dict[str, dict[str, Lines]]:
    """A series as it is now: its events by UID, then by RECURRENCE-ID, '' for the series itself.

    A series of which nothing is left is not in it; a date that left its place has its own UID.
    `begun` is the first day that receivers know of: the rule begins no later.
    """
    found: dict[str, dict[str, Lines]] = {}
    for part in written(item, tzif, begun):
        for event in part.events:
            lines = tuple(one.decode() for one in content_lines(event))
            found.setdefault(str(event["UID"]), {})[value(lines, "RECURRENCE-ID")] = lines
        if "STATUS:CANCELLED" in found[part.series.uid][""]:
            del found[part.series.uid]
    return found


def message_calendar(
    revision: Revision,
    series: Series,
    stamp: datetime,
    organizer: Organizer,
    attendees: Callable[[str], Sequence[Attendee]],
    tzif: Tzif,
) -> bytes:
    """The file of one message, with the zone of its series; the same input gives the same bytes.

    `attendees` gives who is invited to a component, by its RECURRENCE-ID, with the last answers.
    """
    begin = content_lines(head(revision.method))
    bodies = [
        list(_written(revision, part, stamp, organizer, attendees(part.rid)))
        for part in revision.parts
    ]
    body = [one.encode() for lines in bodies for one in lines]
    zone = _zone(revision, series, tzif) if any(b";TZID=" in one for one in body) else b""
    return b"".join([folded(begin[:-1]), zone, folded([*body, begin[-1]])])


def _zone(revision: Revision, series: Series, tzif: Tzif) -> bytes:
    """The VTIMEZONE for the days that a series has now, and for what the message says of it."""
    data, days = tzif(series.zone), rule_days(series)
    told = [int(at.timestamp()) for part in revision.parts for at in times(part.lines, series.tz)]
    ahead = span(series, days, law_since(read(data))) if days else ()
    first, last = min(*ahead, *told), max(*ahead, *told)
    return timezone_text(tzid(series), data, first, last)


def _written(
    revision: Revision,
    part: Part,
    stamp: datetime,
    organizer: Organizer,
    attendees: Iterable[Attendee],
) -> Iterator[str]:
    """One component with its people, stamped with this message."""
    at = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = part.lines if revision.method != CANCEL else _called_off(revision, part.lines)
    lines = replaced(lines, SEQUENCE=str(part.sequence), DTSTAMP=at)
    yield from lines[:-1]
    yield from _people(organizer, attendees, part.asks)
    yield lines[-1]


def _called_off(revision: Revision, lines: Lines) -> Lines:
    """What a CANCEL says of an event. Who is no longer invited alone is told no STATUS (§3.2.5)."""
    rest = without(lines, _NOT_IN_CANCEL)
    if line(rest, "RECURRENCE-ID") or revision.form == "instance":
        rest = without(rest, ("RRULE",))
    status = () if revision.kind == "uninvite" else ("STATUS:CANCELLED",)
    return (*rest[:-1], *status, rest[-1])


def _people(organizer: Organizer, attendees: Iterable[Attendee], asks: bool) -> list[str]:
    people = Event()
    people["ORGANIZER"] = organizer.address()
    people["ATTENDEE"] = [one.address(asks) for one in attendees]
    return [one.decode() for one in content_lines(people)[1:-1]]
