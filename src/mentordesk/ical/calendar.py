"""A calendar file for a mentee: one or more series with their zones, as they stand now."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

from icalendar import Calendar, Event

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip
from mentordesk.ical.events import Published, tzid
from mentordesk.ical.lines import Text, content_lines, folded
from mentordesk.ical.organizer import Organizer
from mentordesk.ical.parts import Tzif
from mentordesk.ical.vtimezone import timezone_text
from mentordesk.ical.written import gone, written

PRODUCT = "-//mentordesk//mentordesk//EN"


class Zones:
    """The zones that the events of a file name, each for the span in which they need it."""

    def __init__(self, tzif: Tzif) -> None:
        self.tzif = cache(tzif)
        self.spans: dict[str, tuple[bytes, int, int]] = {}

    def need(self, name: str, data: bytes, since: int, until: int) -> None:
        """A zone is named between two instants (Unix seconds)."""
        _, first, last = self.spans.get(name, (data, since, until))
        self.spans[name] = data, min(first, since), max(last, until)

    def events(self, item: Published) -> list[Event]:
        """The events of a series, whose zone is needed. Raises Refusal for one without a day."""
        made = list(written(item, self.tzif))
        if not made:
            raise Refusal(f"“{clip(item.summary, 40)}” ends before its first day. Move its end.")
        for part in made:
            self.need(tzid(part.series), self.tzif(part.series.zone), part.since, part.until)
        return [*chain.from_iterable(part.events for part in made), *gone(item)]

    def file(self, calendar: Calendar) -> bytes:
        """The bytes of a calendar, every zone before the first event of it (RFC 5546 §3.1.2)."""
        lines = content_lines(calendar)
        named = enumerate(lines)
        at = next((n for n, line in named if n and line.startswith(b"BEGIN:")), len(lines) - 1)
        zones = [timezone_text(name, *wanted) for name, wanted in self.spans.items()]
        return b"".join([folded(lines[:at]), *zones, folded(lines[at:])])


def series_calendar(
    published: Iterable[Published],
    *,
    tzif: Tzif,
    organizer: Organizer | None = None,
    name: str = "",
) -> bytes:
    """The full state of one or more series as one VCALENDAR to import or to subscribe to.

    With an organizer the file is a METHOD:PUBLISH (RFC 5546 §3.2.1), without one a plain calendar.
    The same input gives the same bytes. Raises Refusal for a series without a day.
    """
    calendar, zones = head("PUBLISH" if organizer else "", name), Zones(tzif)
    for item in published:
        add(calendar, zones.events(item), organizer)
    return zones.file(calendar)


def head(method: str = "", name: str = "") -> Calendar:
    """A calendar without events yet; `method` is what it is sent for (RFC 5546 §1.4), if it is."""
    calendar = Calendar()
    calendar["PRODID"], calendar["VERSION"] = Text(PRODUCT), Text("2.0")
    if method:
        calendar["METHOD"] = Text(method)
    if name:
        calendar["NAME"] = calendar["X-WR-CALNAME"] = Text(name)
    return calendar


def add(calendar: Calendar, every: Iterable[Event], organizer: Organizer | None) -> None:
    """Put events into a calendar, in the name of whoever organizes it."""
    for event in every:
        if organizer:
            event["ORGANIZER"] = organizer.address()
        calendar.add_component(event)
