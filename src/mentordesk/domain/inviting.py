"""Invitations: what other people's calendars were told, and in words what will change for them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from mentordesk.domain.cadence import Occurrence, Series
from mentordesk.domain.rules import DAY_NAMES, MONTHS

REQUEST, CANCEL = "REQUEST", "CANCEL"
AS_A_WHOLE = frozenset({"nextcloud"})
"""Calendars that take a message about one date for the whole series, and lose the rest."""
BY_ONE_RULE = frozenset({"outlook"})
"""Calendars that know a zone by one yearly pair of clock changes; what that misses goes in UTC."""
AHEAD = timedelta(days=2 * 366)
"""How far dates are compared and told; a series without an end has no last one."""
MOST = 12
"""Dates that a text tells one by one."""


class Invited(NamedTuple):
    """Somebody who was sent a message, with the answer as calendars write it (PARTSTAT)."""

    mentee_id: str
    address: str
    partstat: str = "NEEDS-ACTION"


class Sent(NamedTuple):
    """The last message about one component of a calendar: `lines` is the event as it was sent.

    The people are not in it. `rid` is the date's start by the rule, '' for the whole series.
    `clocks` is how far its zone was from UTC on which days, '' where nobody kept it.
    """

    sequence: int
    stamp: datetime
    method: str
    lines: tuple[str, ...]
    uid: str = ""
    rid: str = ""
    form: str = "full"
    invited: tuple[Invited, ...] = ()
    clocks: str = ""


class Clock(NamedTuple):
    """Whose time something is told in: the name of a place and its zone."""

    name: str
    tz: tzinfo


class Outgoing(NamedTuple):
    """One message that is to be sent: to which addresses, what it changes, and its calendar."""

    kind: str
    method: str
    form: str
    uid: str
    sequence: int
    to: tuple[tuple[str, str], ...]
    subject: str
    sentences: tuple[str, ...]
    message_id: str
    answers: str
    stamp: datetime
    data: bytes


class Preview(NamedTuple):
    """What would be sent to somebody, and what deserves a thought first."""

    name: str
    messages: tuple[Outgoing, ...]
    remarks: tuple[str, ...]


class Standing(NamedTuple):
    """How far the guests of a slot know it: whether they were ever told, and what they do not know.

    `hindered` is the sentence that says why nobody can be told, '' when they can.
    """

    told: bool
    untold: int
    hindered: str = ""


def on_clocks(at: datetime, clocks: Sequence[Clock]) -> str:
    """An instant on the first clock and, in brackets, on the others.

    `Tue 15 Dec 2026, 18:00 Berlin (17:00 London)`; the weekday again where it is another day there.
    """
    local = at.astimezone(clocks[0].tz)
    return f"{whole_day(local)}, {local:%H:%M} {clocks[0].name}{elsewhere(at, clocks)}"


def whole_day(day: date) -> str:
    """`Tue 15 Dec 2026`."""
    return f"{DAY_NAMES[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def elsewhere(at: datetime, clocks: Sequence[Clock]) -> str:
    """An instant on all clocks but the first, ` (17:00 London)`; '' where there is one alone."""
    local, rest = at.astimezone(clocks[0].tz), []
    for clock in clocks[1:]:
        there = at.astimezone(clock.tz)
        day = "" if there.date() == local.date() else f"{DAY_NAMES[there.weekday()][:3]} "
        rest.append(f"{day}{there:%H:%M} {clock.name}")
    return f" ({', '.join(rest)})" if rest else ""


def invitation(series: Series, now: datetime, clocks: Sequence[Clock]) -> list[str]:
    """What somebody is invited to: the rule, its end, and the next dates on every clock."""
    rule = series.rule.spoken()
    name = next((clock.name for clock in clocks if clock.tz == series.tz), series.zone)
    ahead = series.between(now, now + AHEAD)
    coming = [one for one in ahead if one.happens]
    lines = [f"{rule[:1].upper()}{rule[1:]} at {series.wall_time:%H:%M} {name}"]
    lines[0] += f", {series.minutes} minutes."
    if series.place:
        lines.append(f"Where: {series.place}")
    lines += [f"{on_clocks(one.start, clocks)}{_length(series, one)}" for one in coming[:4]]
    if series.last_day and coming[1:]:
        lines.append(f"The last one: {on_clocks(coming[-1].start, clocks)}")
    return lines


def shortened(sentences: Iterable[str]) -> list[str]:
    """Sentences for a text: the first ones, and how many there are more."""
    every = list(sentences)
    more = len(every) - MOST
    return every if more < 1 else [*every[:MOST], f"And {more} more."]


def _length(series: Series, one: Occurrence) -> str:
    return f", {minutes_of(one)} minutes" if minutes_of(one) != series.minutes else ""


def minutes_of(one: Occurrence) -> int:
    """How long a meeting is."""
    return int((one.end - one.start).total_seconds() // 60)
