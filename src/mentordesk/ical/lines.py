"""Content lines (RFC 5545 §3.1): text escaped exactly, folded where no reader stumbles."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from icalendar import Component, Parameters

from mentordesk.domain.text import clean

_OCTETS = 75
"""Of a line, without its end (RFC 5545 §3.1)."""
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class Text(str):
    """A TEXT value that reads back as it was: icalendar itself takes a typed `\\N` for a new line.

    Control characters and escape sequences are dropped, line breaks of every kind become one.
    """

    __slots__ = ()

    def __new__(cls, value: str) -> "Text":
        return super().__new__(cls, clean(value))

    def to_ical(self) -> bytes:
        """Escape backslash, semicolon, comma and line break, and nothing else (§3.3.11)."""
        return self.translate(_ESCAPES).encode()


class Instant:
    """A DATE-TIME in UTC, form 2 of §3.3.5. Raises ValueError for a time without a zone."""

    __slots__ = ("text",)

    def __init__(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("an instant without a zone cannot be written")
        self.text = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")

    def to_ical(self) -> bytes:
        """The instant to the second."""
        return self.text.encode()


class Local:
    """A DATE-TIME with a TZID; icalendar's own writes zones like Africa/Accra as UTC."""

    __slots__ = ("params", "wall")

    def __init__(self, wall: datetime, params: Parameters) -> None:
        self.wall = wall
        self.params = params

    def to_ical(self) -> bytes:
        """Form 3 of §3.3.5: the wall time, the zone being a parameter."""
        return self.wall.strftime("%Y%m%dT%H%M%S").encode()


def content_lines(component: Component) -> list[bytes]:
    """The unfolded lines of a component and all in it, in icalendar's order of properties."""
    lines = []
    for name, value in component.property_items():
        params: Parameters | None = getattr(value, "params", None)
        written: bytes = value if isinstance(value, bytes) else value.to_ical()  # type: ignore[attr-defined]
        head = b"%b;%b" % (name.encode(), params.to_ical()) if params else name.encode()
        lines.append(b"%b:%b" % (head, written))
    return lines


def folded(lines: Iterable[bytes]) -> bytes:
    """The bytes of a file: every line at most 75 octets and ended by CRLF."""
    return b"".join(
        (line if len(line) <= _OCTETS else b"\r\n ".join(_pieces(line))) + b"\r\n" for line in lines
    )


def _pieces(line: bytes) -> Iterator[bytes]:
    start, room = 0, _OCTETS
    while len(line) - start > room:
        end = _fold_before(line, start, start + room)
        yield line[start:end]
        start, room = end, _OCTETS - 1
    yield line[start:]


def _fold_before(line: bytes, start: int, end: int) -> int:
    """The last place up to `end` that is inside neither a UTF-8 sequence nor an escape pair."""
    while line[end] & 0xC0 == 0x80:
        end -= 1
    piece = line[start:end]
    return end - (len(piece) - len(piece.rstrip(b"\\"))) % 2
