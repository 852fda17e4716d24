"""A calendar of elsewhere without its words: when things are, and nothing of what they are."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from mentordesk.ical.components import name
from mentordesk.ical.narrowing import Block

_OURS = "@mentordesk"
"""How the UID of everything ends that the desk itself put into calendars."""
_TIMES = frozenset(
    (
        "BEGIN", "END", "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
        "RECURRENCE-ID", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "FREEBUSY",
    )
)  # fmt: skip
_LASTING = frozenset({"RDATE", "FREEBUSY"})
_USUAL = frozenset({"STATUS:CONFIRMED", "TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"})
_FREE = frozenset({"STATUS:CANCELLED", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"})
_ZONE = re.compile(r';TZID="?([^";:]*)"?', re.IGNORECASE)
_UNTIL = re.compile(r"UNTIL=(\d{8})", re.IGNORECASE)


def wanted(titles: bool) -> frozenset[str]:
    """The properties that matter of events of elsewhere."""
    return _TIMES | ({"SUMMARY"} if titles else set())


def stripped(blocks: Iterable[Block], oldest: date, owner: str) -> list[Block]:
    """The events of a calendar that take time from `oldest` on, without guests, and their zones.

    What the desk itself invited to is not among them; what `owner` declined is free.
    """
    every = list(blocks)
    events = [
        Block(one.kind, _without_guests(one.lines, declined))
        for one in every
        if one.kind in ("VEVENT", "VFREEBUSY") and name(one.lines[-1]).upper() == "END"
        if _matters(one.lines, oldest, declined := _is_declined(one.lines, owner))
    ]
    used = {zone for one in events for line in one.lines if (zone := _zone(line))}
    zones = {_value(one.lines, "TZID"): one for one in every[::-1] if one.kind == "VTIMEZONE"}
    return [*(one for tzid, one in zones.items() if tzid in used), *events]


def renamed(blocks: Iterable[Block], zones: Mapping[str, str]) -> list[Block]:
    """The same with other names of zones; events of a zone that is renamed to '' are left out."""
    return [
        one._replace(lines=[_in_zone(line, zones) for line in one.lines])
        for one in blocks
        if one.kind == "VTIMEZONE" or all(zones.get(_zone(line), "-") for line in one.lines)
    ]


def whole(blocks: Iterable[Block]) -> str:
    """The text of a calendar of these."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mentordesk//busy//EN"]
    return "\r\n".join(
        [*lines, *(one for each in blocks for one in each.lines), "END:VCALENDAR", ""]
    )


def _without_guests(lines: list[str], declined: bool) -> list[str]:
    """The lines of an event that say when it is, but for what is so unless it is said."""
    other = {"ATTENDEE", "TRANSP"} if declined else {"ATTENDEE"}
    known = [one for one in lines if name(one).upper() not in other and _plain(one) not in _USUAL]
    return [*known[:-1], *(["TRANSP:TRANSPARENT"] if declined else []), known[-1]]


def _matters(lines: list[str], oldest: date, declined: bool) -> bool:
    """Whether an event takes, or takes back, any time from a day on."""
    if _value(lines, "UID").strip().lower().endswith(_OURS):
        return False
    names = {name(one).upper() for one in lines}
    if names & _LASTING:
        return True
    since = f"{oldest:%Y%m%d}"
    if "RRULE" in names:
        ends = [_UNTIL.search(one) for one in lines if name(one).upper() == "RRULE"]
        return not all(end and end[1] < since for end in ends)
    if "RECURRENCE-ID" in names:
        dates = ("RECURRENCE-ID", "DTSTART", "DTEND")
        return _has_range(lines) or not _is_over(lines, dates, since)
    if declined or any(_plain(one) in _FREE for one in lines):
        return False
    return not _is_over(lines, ("DTSTART", "DTEND"), since)


def _is_over(lines: list[str], names: Iterable[str], since: str) -> bool:
    """Whether all these dates are before a day; an event that says how long it is may go on."""
    last = max(_value(lines, one)[:8] for one in names)
    return last.isdigit() and last < since and not _value(lines, "DURATION")


def _has_range(lines: list[str]) -> bool:
    return any(name(one).upper() == "RECURRENCE-ID" and "RANGE" in one.upper() for one in lines)


def _value(lines: list[str], wanted: str) -> str:
    return next((one.rpartition(":")[2] for one in lines if name(one).upper() == wanted), "")


def _plain(line: str) -> str:
    """A line without parameters, in capitals."""
    return f"{name(line)}:{line.rpartition(':')[2].strip()}".upper()


def _zone(line: str) -> str:
    """The zone that a line is in, '' for none."""
    found = _ZONE.search(line.partition(":")[0]) or _ZONE.search(line)
    return found[1] if found and name(line).upper() != "SUMMARY" else ""


def _in_zone(line: str, zones: Mapping[str, str]) -> str:
    known = zones.get(_zone(line), "")
    return _ZONE.sub(f";TZID={known}", line, count=1) if known else line


def _is_declined(lines: list[str], owner: str) -> bool:
    """Whether the guest with an address has declined."""
    mine = f"mailto:{owner.lower()}"
    return bool(owner) and any(
        name(one).upper() == "ATTENDEE"
        and one.lower().endswith(mine)
        and "partstat=declined" in one.lower()
        for one in lines
    )
