"""What a mentor offers to others: hours in slots that people book, and coaching at workshops."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import takewhile
from typing import NamedTuple

from mentordesk.domain.answering import Answer
from mentordesk.domain.cadence import instant
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import ME, Audience
from mentordesk.domain.rules import DAY_NAMES, Rule, short_day
from mentordesk.domain.text import counted

WORKSHOP_STATES = ("planned", "held", "dropped")
BOOKING_STATES = ("open", "held", "no-show", "dropped")
NO_SHOW = BOOKING_STATES[2]
_WEEKS_OF_A_MONTH = 4


class Hours(NamedTuple):
    """Slots that come again and again: on which days, the first one's wall time, how many."""

    id: str
    playbook: str
    rule: Rule
    wall_time: time
    zone: str
    minutes: int
    slots: int
    starts_on: date
    until: date | None = None
    link: str = ""

    @property
    def a_week(self) -> float:
        """How many slots that makes in a week."""
        weeks = self.rule.interval * (1 if self.rule.freq == "WEEKLY" else _WEEKS_OF_A_MONTH)
        return self.slots * max(len(self.rule.weekdays), 1) / weeks


class Booking(NamedTuple):
    """Somebody who comes to a slot, what it is about, whether they hold an invitation.

    `reply` is what they answered to it, None as long as they have not.
    """

    id: str
    hours_id: str
    day: date
    slot: int
    name: str
    text: str = ""
    readers: Audience = ME
    invited: bool = False
    state: str = "open"
    reply: Answer | None = None


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


def slot_on(hours: Hours, day: date, number: int, tz: tzinfo) -> Slot:
    """One slot, counted from 0, of a day of the zone of the hours, whether there is one or not."""
    start = instant(datetime.combine(day, hours.wall_time), tz)
    length = timedelta(minutes=hours.minutes)
    return Slot(hours, day, number, start + number * length, start + (number + 1) * length)


def booking_words(booking: Booking | None, over: bool = False) -> str:
    """How far it is with a booking: held, a no-show, invited, what was answered; '' for nothing."""
    if booking is None:
        return ""
    if booking.state != "open":
        return booking.state
    if over:
        return "to be noted"
    if not booking.invited:
        return "not invited"
    return booking.reply.words if booking.reply else "no answer yet"


def divided(lasts: int, slots: int, minutes: int, usual: int) -> tuple[int, int, int]:
    """How many slots of how many minutes, and how many minutes are left over.

    `lasts` is how long they last in all; what is 0 was not said, and a slot is as long as `usual`.
    Raises Refusal for more than fits.
    """
    if not lasts:
        return slots or 1, minutes or usual, 0
    if slots and minutes and slots * minutes > lasts:
        said = f"{counted(slots, 'slot')} of {minutes} minutes"
        raise Refusal(f"{said} do not fit into {lasts} minutes. Leave one of the three out.")
    if not slots and minutes > lasts:
        raise Refusal(f"A slot of {minutes} minutes does not fit into {lasts}. Give a later end.")
    length = minutes or (max(lasts // slots, 1) if slots else min(usual, lasts))
    number = slots or lasts // length
    return number, length, lasts - number * length


def _days(hours: Hours, first: date, last: date) -> Iterator[date]:
    ends = min(last, hours.until or last)
    days = (day for _, day in hours.rule.numbered(hours.starts_on, first))
    return takewhile(lambda day: day <= ends, days)


def _on(hours: Hours, day: date, zones: Mapping[str, tzinfo]) -> Iterator[Slot]:
    tz = zones[hours.zone]
    return (slot_on(hours, day, number, tz) for number in range(hours.slots))


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
