"""One VEVENT as its unfolded content lines: what of it counts as a change, and what is derived."""

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from mentordesk.domain.cadence import instant

Lines = tuple[str, ...]
"""The content lines of one event, from BEGIN to END, without the people in it."""
_COUNTS = ("DTSTART", "DTEND", "RRULE", "STATUS")
_KEPT_BY_US = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "CREATED")


def name(line: str) -> str:
    """The property that a line holds."""
    return line.partition(":")[0].partition(";")[0]


def line(lines: Lines, wanted: str) -> str:
    """The first line of a property, '' when there is none."""
    return next((one for one in lines if name(one) == wanted), "")


def value(lines: Lines, wanted: str) -> str:
    """What stands behind the colon of a date, number or rule; '' when there is none."""
    return line(lines, wanted).rpartition(":")[2]


def counted(lines: Lines) -> Lines:
    """What raises SEQUENCE when it differs (RFC 5546 §2.1.4), apart from dates left out."""
    return tuple(one for one in lines if name(one) in _COUNTS)


def left_out(lines: Lines) -> frozenset[str]:
    """The starts by the rule that EXDATE takes out."""
    return frozenset(one.rpartition(":")[2] for one in lines if name(one) == "EXDATE")


def worded(lines: Lines) -> Lines:
    """What differs without raising SEQUENCE: title, place and the like."""
    aside = (*_COUNTS, *_KEPT_BY_US, "EXDATE", "RECURRENCE-ID")
    return tuple(one for one in lines if name(one) not in aside)


def without(lines: Lines, names: Iterable[str]) -> Lines:
    """The lines of all other properties."""
    dropped = set(names)
    return tuple(one for one in lines if name(one) not in dropped)


def replaced(lines: Lines, **values: str) -> Lines:
    """The same event with other values; underscores stand for dashes, parameters stay."""
    wanted = {key.replace("_", "-"): text for key, text in values.items()}
    return tuple(
        f"{one.rpartition(':')[0]}:{wanted[name(one)]}" if name(one) in wanted else one
        for one in lines
    )


def instance(master: Lines, rid: str) -> Lines:
    """One date of a series as its rule has it; `rid` is its start in the zone of the series."""
    start, end = (wall(value(master, one)) for one in ("DTSTART", "DTEND"))
    until = f"{wall(rid) + (end - start):%Y%m%dT%H%M%S}"
    plain = replaced(without(master, ("RRULE", "EXDATE")), DTSTART=rid, DTEND=until)
    named = line(plain, "DTSTART").replace("DTSTART", "RECURRENCE-ID", 1)
    return (*plain[:-1], named, plain[-1])


def times(lines: Lines, tz: tzinfo) -> tuple[datetime, datetime]:
    """Start and end of an event as instants in UTC; `tz` is the zone its TZID names."""
    start, end = (value(lines, one) for one in ("DTSTART", "DTEND"))
    return at(start, tz), at(end, tz)


def at(text: str, tz: tzinfo) -> datetime:
    """The instant of a DATE-TIME: UTC where it says so, else wall time in a zone."""
    local = wall(text.removesuffix("Z"))
    return local.replace(tzinfo=UTC) if text.endswith("Z") else instant(local, tz)


def wall(text: str) -> datetime:
    """The wall time of a DATE-TIME without a Z (RFC 5545 §3.3.5), naive."""
    return datetime.fromisoformat(text)
