"""What a mentor offers to others: hours in slots that people book, and coaching at workshops."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from mentordesk.domain.cadence import instant
from mentordesk.domain.readers import ME, Audience
from mentordesk.domain.rules import DAY_NAMES, short_day

WORKSHOP_STATES = ("planned", "held", "dropped")
BOOKING_STATES = ("open", "dropped")


class Hours(NamedTuple):
    """Slots that come every week: a weekday (0 is Monday), the first one's wall time, how many."""

    id: str
    playbook: str
    weekday: int
    wall_time: time
    zone: str
    minutes: int
    slots: int
    starts_on: date
    until: date | None = None
    link: str = ""


class Booking(NamedTuple):
    """Somebody who comes to a slot, what it is about, and whether they hold an invitation."""

    id: str
    hours_id: str
    day: date
    slot: int
    name: str
    text: str = ""
    readers: Audience = ME
    invited: bool = False


class Slot(NamedTuple):
    """One slot on one day, with who has booked it."""

    hours: Hours
    day: date
    number: int
    start: datetime
    end: datetime
    booking: Booking | None = None


class Workshop(NamedTuple):
    """Coaching at a workshop: its day, what there is to prepare from when on, and how much is done.

    `early` is how many minutes before its time to be there; `debrief` what was noted afterwards.
    """

    id: str
    title: str
    day: date
    wall_time: time | None = None
    playbook: str = ""
    role: str = ""
    link: str = ""
    prep_minutes: int = 0
    prep_days: int = 0
    prepared: int = 0
    early: int = 0
    debrief: str = ""
    state: str = "planned"
    readers: Audience = ME

    @property
    def prepare_from(self) -> date:
        """The first day on which to prepare."""
        return self.day - timedelta(days=self.prep_days)

    @property
    def is_prepared(self) -> bool:
        """Whether as much time went into it as it takes."""
        return self.prepared >= self.prep_minutes


def slots(
    hours: Iterable[Hours],
    taken: Mapping[tuple[str, date, int], Booking],
    zones: Mapping[str, tzinfo],
    first: date,
    last: date,
) -> list[Slot]:
    """Every slot on the days from `first` to `last` (of its own zone), by when it begins."""
    found = [
        slot for one in hours for day in _days(one, first, last) for slot in _on(one, day, zones)
    ]
    known = (s._replace(booking=taken.get((s.hours.id, s.day, s.number))) for s in found)
    return sorted(known, key=lambda slot: (slot.start, slot.hours.id))


def _days(hours: Hours, first: date, last: date) -> Iterator[date]:
    begins = max(first, hours.starts_on)
    day = begins + timedelta(days=(hours.weekday - begins.weekday()) % 7)
    ends = min(last, hours.until or last)
    while day <= ends:
        yield day
        day += timedelta(weeks=1)


def _on(hours: Hours, day: date, zones: Mapping[str, tzinfo]) -> Iterator[Slot]:
    start = instant(datetime.combine(day, hours.wall_time), zones[hours.zone])
    length = timedelta(minutes=hours.minutes)
    for number in range(hours.slots):
        begins = start + number * length
        yield Slot(hours, day, number, begins, begins + length)


def to_paste(free: Iterable[Slot], tz: tzinfo) -> str:
    """Free slots as a list for a chat: each on the mentor's clock and in UTC, which all can read.

    Nobody who has booked is named.
    """
    lines = []
    for slot in free:
        here, end = slot.start.astimezone(tz), slot.end.astimezone(tz)
        day = f"{DAY_NAMES[here.weekday()][:3]} {short_day(here)}"
        link = f" · {slot.hours.link}" if slot.hours.link else ""
        lines.append(f"- {day} {here:%H:%M}–{end:%H:%M} ({slot.start:%a %H:%M} UTC){link}")
    return "\n".join(lines)
