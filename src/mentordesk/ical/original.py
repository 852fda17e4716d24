"""Which date Outlook means: it names the start of one in X-MS-OLK-ORIGINALSTART (MS-OXCICAL)."""

from datetime import date, datetime, tzinfo
from typing import Any

from icalendar.prop import vDDDTypes
from icalendar.timezone import tzp

NAME = "X-MS-OLK-ORIGINALSTART"


def original(value: Any, start: Any, zone: tzinfo | None) -> datetime | date | None:
    """The start (with its zone) or day that a property names; None when nobody can tell.

    It is read in its own zone, IANA's or Windows' name; without one in that of `start`, what the
    event has as its DTSTART. `zone` is taken for what is known of neither.
    """
    at = _time(value)
    if at is None or not 1900 <= at.year <= 2200:
        return None
    if not isinstance(at, datetime) or at.tzinfo:
        return at
    tz = _zone(value, start) or zone
    return at.replace(tzinfo=tz) if tz else None


def _zone(value: Any, start: Any) -> tzinfo | None:
    """The zone a value is in: its own, else the one of the event's start."""
    named = str(getattr(value, "params", {}).get("TZID", ""))
    theirs = str(getattr(start, "params", {}).get("TZID", ""))
    at = getattr(start, "dt", None)
    if named in ("", theirs):
        return at.tzinfo if isinstance(at, datetime) else None
    known: tzinfo | None = tzp.timezone(named)
    return known


def _time(value: Any) -> datetime | date | None:
    """A time or day; of a property that icalendar does not know it makes a text."""
    try:
        parsed: Any = vDDDTypes
        at = value.dt if hasattr(value, "dt") else parsed.from_ical(str(value).strip())
    except ValueError:
        return None
    return at if isinstance(at, date) else None
