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
_AHEAD = timedelta(days=2 * 366)
"""How far dates are compared and told; a series without an end has no last one."""
_MOST = 12
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
    rest = []
    for clock in clocks[1:]:
        there = at.astimezone(clock.tz)
        day = "" if there.date() == local.date() else f"{DAY_NAMES[there.weekday()][:3]} "
        rest.append(f"{day}{there:%H:%M} {clock.name}")
    more = f" ({', '.join(rest)})" if rest else ""
    day = f"{DAY_NAMES[local.weekday()][:3]} {local.day} {MONTHS[local.month - 1]} {local.year}"
    return f"{day}, {local:%H:%M} {clocks[0].name}{more}"


def invitation(series: Series, now: datetime, clocks: Sequence[Clock]) -> list[str]:
    """What somebody is invited to: the rule, its end, and the next dates on every clock."""
    rule = series.rule.spoken()
    name = next((clock.name for clock in clocks if clock.tz == series.tz), series.zone)
    ahead = series.between(now, now + _AHEAD)
    coming = [one for one in ahead if one.happens]
    lines = [f"{rule[:1].upper()}{rule[1:]} at {series.wall_time:%H:%M} {name}"]
    lines[0] += f", {series.minutes} minutes."
    if series.place:
        lines.append(f"Where: {series.place}")
    lines += [f"{on_clocks(one.start, clocks)}{_length(series, one)}" for one in coming[:4]]
    if series.last_day and coming[1:]:
        lines.append(f"The last one: {on_clocks(coming[-1].start, clocks)}")
    return lines


def differences(
    was: Series, now: Series | None, since: datetime, clocks: Sequence[Clock]
) -> dict[str, str]:
    """What changes for somebody who knows `was`, a sentence each, by the day of the rule.

    What comes after the last date of either is told once, under `end`.
    """
    before, after = _ahead(was, since), _ahead(now, since) if now else {}
    if not after:
        return {"end": "No date is left."} if before else {}
    common = min(max(after), max(before, default=date.max))
    said: dict[str, str] = {}
    for day in sorted({*before, *after}):
        sentence = _difference(before.get(day), after.get(day), clocks)
        if day <= common and sentence:
            said[f"{day:%Y%m%d}"] = sentence
    if max({*before, *after}) > common:
        said["end"] = _new_end(was, before.values(), after.values(), clocks)
    return said


def _new_end(
    was: Series, before: Iterable[Occurrence], after: Iterable[Occurrence], clocks: Sequence[Clock]
) -> str:
    """The last date, and which it was if the series had an end."""
    last, last_before = max(after, key=_start), max(before, key=_start, default=None)
    said = f"The last date is {on_clocks(last.start, clocks)}."
    if last_before is None or not was.last_day:
        return said
    return f"{said} It was {on_clocks(last_before.start, clocks)}."


def shortened(sentences: Iterable[str]) -> list[str]:
    """Sentences for a text: the first ones, and how many there are more."""
    every = list(sentences)
    more = len(every) - _MOST
    return every if more < 1 else [*every[:_MOST], f"And {more} more."]


def _ahead(series: Series, since: datetime) -> dict[date, Occurrence]:
    return {one.day: one for one in series.between(since, since + _AHEAD) if one.happens}


def _difference(
    before: Occurrence | None, after: Occurrence | None, clocks: Sequence[Clock]
) -> str:
    if before is None and after is not None:
        return f"New: {on_clocks(after.start, clocks)}."
    if before is not None and after is None:
        return f"Does not take place: {on_clocks(before.start, clocks)}."
    if before is None or after is None or before[1:3] == after[1:3]:
        return ""
    if before.start == after.start:
        return (
            f"{on_clocks(after.start, clocks)}: {_minutes(after)} minutes, not {_minutes(before)}."
        )
    length = f", {_minutes(after)} minutes" if _minutes(before) != _minutes(after) else ""
    return (
        f"Moved from {on_clocks(before.start, clocks)} to {on_clocks(after.start, clocks)}{length}."
    )


def _length(series: Series, one: Occurrence) -> str:
    return f", {_minutes(one)} minutes" if _minutes(one) != series.minutes else ""


def _minutes(one: Occurrence) -> int:
    return int((one.end - one.start).total_seconds() // 60)


def _start(one: Occurrence) -> datetime:
    return one.start
