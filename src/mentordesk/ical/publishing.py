"""A calendar of everything a desk knows, for the mentor's own use: a file, or object by object."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event, Parameters
from icalendar.prop import vDuration, vInt

from mentordesk.domain.cadence import clock_trouble
from mentordesk.ical.calendar import Zones, add, head
from mentordesk.ical.days import Day, day_event
from mentordesk.ical.events import Published, put_words
from mentordesk.ical.lines import Instant, Local, Text, content_lines
from mentordesk.ical.organizer import Organizer
from mentordesk.ical.parts import Tzif
from mentordesk.ical.recurrence import MARGIN

REFRESH = timedelta(hours=1)
"""How often who subscribes is asked to look again (RFC 7986 §5.7)."""


@dataclass(frozen=True, slots=True)
class Single:
    """Something that happens once: its instants, and the zone on whose clocks it is written."""

    uid: str
    start: datetime
    end: datetime
    zone: str
    tz: tzinfo
    summary: str
    stamp: datetime
    location: str = ""


class Object(NamedTuple):
    """All that has one UID, as a file, with its title."""

    title: str
    data: bytes


class DeskCalendar:
    """Events of many kinds in the order in which they are added, with the zones they need.

    `alarm` minutes before what takes time, calendars remind; 0 for never.
    """

    def __init__(self, tzif: Tzif, alarm: int = 0) -> None:
        self.tzif, self.alarm = tzif, alarm
        self._parts: list[tuple[Zones, list[Event]]] = []

    def series(self, item: Published, *, free: bool = False) -> None:
        """A standing slot; `free` takes no time from anybody. Raises Refusal without a day."""
        zones = Zones(self.tzif)
        self._keep(zones, zones.events(item), free)

    def single(self, one: Single) -> None:
        """A date of its own, which takes time."""
        zones = Zones(self.tzif)
        self._keep(zones, [single_event(one, zones)], free=False)

    def day(self, one: Day, stamp: datetime) -> None:
        """A whole day, which takes none (RFC 5545 §3.6.1)."""
        self._keep(Zones(self.tzif), [day_event(one, stamp)], free=True)

    def file(self, name: str, organizer: Organizer | None = None, empty: str = "Etc/UTC") -> bytes:
        """One VCALENDAR to subscribe to; METHOD:PUBLISH when somebody organizes it.

        RFC 5545 §3.6 wants at least one component: a file without events holds the zone `empty`.
        """
        calendar, zones = head("PUBLISH" if organizer else "", name), Zones(self.tzif)
        calendar["REFRESH-INTERVAL"] = _refresh()
        calendar["X-PUBLISHED-TTL"] = vDuration(REFRESH)
        for needed, events in self._parts:
            add(calendar, events, organizer)
            for zone, span in needed.spans.items():
                zones.need(zone, *span)
        if not self._parts:
            zones.need(empty, self.tzif(empty), 0, 1)
        return zones.file(calendar)

    def titles(self) -> tuple[str, ...]:
        """What stands on the events, each once."""
        every = (str(event["SUMMARY"]) for _, events in self._parts for event in events)
        return tuple(dict.fromkeys(every))

    def objects(self) -> dict[str, Object]:
        """A file for each UID as a CalDAV server keeps them: no METHOD (RFC 4791 §4.1)."""
        found: dict[str, Object] = {}
        for zones, events in self._parts:
            for uid in dict.fromkeys(str(event["UID"]) for event in events):
                mine = [event for event in events if event["UID"] == uid]
                calendar = head()
                add(calendar, mine, None)
                title = str(mine[0]["SUMMARY"])
                found[uid] = Object(title, _needed(zones, calendar).file(calendar))
        return found

    def _keep(self, zones: Zones, events: Iterable[Event], free: bool) -> None:
        kept = [_freed(event) if free else self._reminding(event) for event in events]
        self._parts.append((zones, kept))

    def _reminding(self, event: Event) -> Event:
        """With an alarm that every program takes: words and a time before, and no more."""
        if self.alarm and event["STATUS"] != "CANCELLED":
            alarm = Alarm()
            alarm["ACTION"], alarm["DESCRIPTION"] = Text("DISPLAY"), Text(str(event["SUMMARY"]))
            alarm["TRIGGER"] = vDuration(-timedelta(minutes=self.alarm))
            event.add_component(alarm)
        return event


def _needed(zones: Zones, calendar: Calendar) -> Zones:
    """The same zones if an event names one; whoever has its times in UTC needs none."""
    named = any(b";TZID=" in line for line in content_lines(calendar))
    return zones if named else Zones(zones.tzif)


def single_event(one: Single, zones: Zones) -> Event:
    """In its zone; in UTC where that is the zone, or a clock change leaves a doubt (§3.3.5)."""
    event = Event()
    event["UID"], event["SEQUENCE"] = Text(one.uid), vInt(0)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = Instant(one.stamp)
    put_words(event, one.summary, one.location)
    event["STATUS"], event["TRANSP"] = Text("CONFIRMED"), Text("OPAQUE")
    walls = [at.astimezone(one.tz).replace(tzinfo=None) for at in (one.start, one.end)]
    times: list[Instant | Local]
    if one.zone == "UTC" or any(clock_trouble(wall, one.tz) for wall in walls):
        times = [Instant(one.start), Instant(one.end)]
    else:
        times = [Local(wall, Parameters(TZID=one.zone)) for wall in walls]
        since, until = int(one.start.timestamp()), int(one.end.timestamp())
        zones.need(one.zone, zones.tzif(one.zone), since - MARGIN, until + MARGIN)
    event["DTSTART"], event["DTEND"] = times
    return event


def _refresh() -> vDuration:
    every = vDuration(REFRESH)
    every.params["VALUE"] = "DURATION"
    return every


def _freed(event: Event) -> Event:
    """What is only shown: no program takes it for time that is gone."""
    event["TRANSP"] = Text("TRANSPARENT")
    event.pop("X-MICROSOFT-CDO-BUSYSTATUS", None)
    return event
