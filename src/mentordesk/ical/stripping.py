"""A calendar of elsewhere without its words: when things are, and nothing of what they are."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from mentordesk.ical.components import name

_OURS = "@mentordesk"
"""How the UID of everything ends that the desk itself put into calendars."""
_KEPT = frozenset(
    (
        "BEGIN", "END", "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
        "RECURRENCE-ID", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "FREEBUSY",
    )
)  # fmt: skip
_LASTING = frozenset({"RRULE", "RDATE", "RECURRENCE-ID", "FREEBUSY"})
_BLOCKS = frozenset({"VEVENT", "VFREEBUSY", "VTIMEZONE"})
_ZONE = re.compile(r';TZID="?([^";:]*)"?', re.IGNORECASE)


def stripped(data: bytes, oldest: date, owner: str, titles: bool, zones: Mapping[str, str]) -> str:
    """The text of a calendar with the zones and the times of its events alone.

    What the desk itself invited to is not in it, nor what was over before `oldest` and does not
    repeat; what `owner` declined is marked as free. `zones` renames zones that nobody knows; events
    of one renamed to '' are left out.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mentordesk//busy//EN"]
    kept = _KEPT | {"SUMMARY"} if titles else _KEPT
    for block in _blocks(_unfolded(data)):
        if block[0].upper() == "BEGIN:VTIMEZONE":
            lines += block
        elif _matters(block, oldest):
            lines += _without_words(block, kept, zones, _is_declined(block, owner))
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _without_words(
    block: list[str], kept: frozenset[str], zones: Mapping[str, str], declined: bool
) -> list[str]:
    """The lines of an event that say when it is; none when its zone is not known."""
    names = kept - {"TRANSP"} if declined else kept
    lines = [_renamed(one, zones) for one in block if name(one).upper() in names]
    known = [one for one in lines if one is not None]
    if len(known) < len(lines):
        return []
    return [*known[:-1], *(["TRANSP:TRANSPARENT"] if declined else []), known[-1]]


def _unfolded(data: bytes) -> list[str]:
    text = data.decode("utf-8", "replace").lstrip("\ufeff")
    return re.sub(r"\r?\n[ \t]", "", text).replace("\r\n", "\n").split("\n")


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """The events and zones of a calendar; what is inside an event (alarms) is not in its block."""
    block: list[str] = []
    inside: list[str] = []
    for line in lines:
        key, what = name(line).upper(), line.partition(":")[2].strip().upper()
        if not block and key == "BEGIN" and what in _BLOCKS:
            block = [line]
        elif block and key == "END" and not inside and block[0].upper().endswith(what):
            yield [*block, line]
            block = []
        elif block:
            is_zone = block[0].upper() == "BEGIN:VTIMEZONE"
            inside += [what] if key == "BEGIN" else []
            if is_zone or not inside:
                block.append(line)
            if key == "END" and inside:
                inside.pop()


def _matters(block: list[str], oldest: date) -> bool:
    if _value(block, "UID").strip().lower().endswith(_OURS):
        return False
    if any(name(one).upper() in _LASTING for one in block):
        return True
    last = max(_value(block, "DTSTART")[:8], _value(block, "DTEND")[:8])
    return not last.isdigit() or last >= f"{oldest:%Y%m%d}" or bool(_value(block, "DURATION"))


def _value(block: list[str], wanted: str) -> str:
    return next((one.rpartition(":")[2] for one in block if name(one).upper() == wanted), "")


def _renamed(line: str, zones: Mapping[str, str]) -> str | None:
    """A line in a zone that is known; None when it is in none."""
    found = _ZONE.search(line.partition(":")[0]) or _ZONE.search(line)
    if found is None or found[1] not in zones:
        return line
    known = zones[found[1]]
    return f"{line[: found.start()]};TZID={known}{line[found.end() :]}" if known else None


def _is_declined(block: list[str], owner: str) -> bool:
    """Whether the guest with an address has declined."""
    mine = f"mailto:{owner.lower()}"
    return bool(owner) and any(
        name(one).upper() == "ATTENDEE"
        and one.lower().endswith(mine)
        and "partstat=declined" in one.lower()
        for one in block
    )
