"""The lines of a calendar that matter, before a parser sees any: a file may be made to do harm.

A parser takes some 30 µs for each line and each value. What nobody asks for, such as the words of
an event, is never parsed, and what is left is bounded.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clean
from mentordesk.ical.components import name as named

LINES = 250_000
"""Lines of the wanted properties in one file; decades of meetings have fewer."""
PIECES = 20_000
"""Lines and values that are parsed of one file: about a second of work."""
LONGEST = 2_000_000
"""Characters that are parsed of one file."""
_LONG_LINE = 10_000
"""Characters of a line that is no list: whom or what it names is cut, and hardly read then."""
_LISTS = frozenset(("RDATE", "EXDATE", "FREEBUSY", "RRULE"))
ZONE = frozenset(("TZID", "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"))
"""What a VTIMEZONE says of its rules, without its words (RFC 5545 §3.6.5)."""
_SHOWN = {
    ("VCALENDAR",), ("VCALENDAR", "VEVENT"), ("VCALENDAR", "VFREEBUSY"), ("VCALENDAR", "VTIMEZONE"),
    ("VCALENDAR", "VTIMEZONE", "STANDARD"), ("VCALENDAR", "VTIMEZONE", "DAYLIGHT"),
}  # fmt: skip


class Block(NamedTuple):
    """A calendar, or an event or zone of it: what it is called, and its lines from BEGIN to END."""

    kind: str
    lines: list[str]


def narrowed(
    data: bytes, name: str, wanted: frozenset[str], guest: str = ""
) -> Iterator[list[Block]]:
    """Each calendar of a text as its blocks, of the wanted properties alone.

    Of people it has those with the mail address of a `guest`. The first block is the calendar's own
    lines, without its END when it is cut off. Raises Refusal with `name` when there are too many.
    """
    blocks: list[Block] = []
    for path, line in _placed(_lines(data, name, _pattern(wanted | ZONE, guest))):
        is_own = len(path) == 1
        begins = named(line).upper() == "BEGIN"
        if is_own and begins:
            if blocks:
                yield blocks
            blocks = [Block("VCALENDAR", [])]
        elif len(path) == 2 and begins:
            blocks.append(Block(path[1], []))
        if blocks:
            blocks[0 if is_own else -1].lines.append(line)
    if blocks:
        yield blocks


def is_whole(blocks: list[Block]) -> bool:
    """Whether a calendar has an end."""
    return blocks[0].lines[-1].strip().upper() == "END:VCALENDAR"


def only(lines: Iterable[str], wanted: frozenset[str]) -> list[str]:
    """The lines of some properties alone, between BEGIN and END."""
    return [one for one in lines if named(one).upper() in wanted | {"BEGIN", "END"}]


def together(blocks: Iterable[Block]) -> str:
    """The text of a whole calendar from its blocks."""
    own, *rest = blocks
    inner = (line for one in rest for line in one.lines)
    return "\r\n".join([*own.lines[:-1], *inner, own.lines[-1], ""])


def check_work(texts: Iterable[str], name: str) -> int:
    """How many lines and values there are to parse. Raises Refusal with `name` for too many."""
    pieces = long = 0
    for text in texts:
        pieces += text.count("\n") + text.count(",") + text.count(";")
        long += len(text)
    if pieces > PIECES:
        raise _too_much(name, f"{PIECES:,} lines and values")
    if long > LONGEST:
        raise _too_much(name, f"{LONGEST:,} characters")
    return pieces


def _too_much(name: str, what: str) -> Refusal:
    return Refusal(f"{name} has more than {what} that would have to be read. Export less of it.")


def _lines(data: bytes, name: str, pattern: re.Pattern[str]) -> list[str]:
    """The unfolded lines (RFC 5545 §3.1) that match, with each BEGIN and END."""
    text = data.decode("utf-8", "replace").lstrip("\ufeff").replace("\r\n", "\n")
    text = text.replace("\n ", "").replace("\n\t", "")
    found: list[str] = []
    for one in pattern.finditer(text):
        # What ends a line elsewhere (U+2028 and the like) is none of this format's business.
        line = one[0] if one[0].isprintable() else clean(one[0]).replace("\n", " ")
        found.append(line if named(line).upper() in _LISTS else line[:_LONG_LINE])
        if len(found) > LINES:
            raise _too_much(name, f"{LINES:,} lines")
    return found


@cache
def _pattern(wanted: frozenset[str], guest: str) -> re.Pattern[str]:
    names = "|".join(sorted(re.escape(one) for one in wanted))
    theirs = rf"|ATTENDEE[;:][^\n]*{re.escape(guest)}" if guest else ""
    return re.compile(rf"^(?:(?:BEGIN|END|{names})[;:]{theirs})[^\n]*", re.I | re.M)


def _placed(lines: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each line of a calendar, its events and zones, with where it stands.

    What is nested in an event (alarms), and components of other kinds, are passed over.
    """
    inside: list[str] = []
    for line in lines:
        key = line[:6].upper()
        if key == "BEGIN:":
            inside.append(line[6:].strip().upper())
        path = tuple(inside) if len(inside) <= 3 else ()
        if path in _SHOWN:
            yield path, line
        if key[:4] == "END:" and inside:
            inside.pop()
