"""What a VTIMEZONE says of every zone there is, read by hand and compared with zoneinfo alone."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from mentordesk import zones
from mentordesk.ical.vtimezone import timezone_text

SPANS = [(1999, 2002), (2001, 2002), (2026, 2029)]
"""Across July 2000, where zones at offset zero begin anew; just after it; and of today."""
NEARLY_A_MONTH = 29 * 86_400 + 5_003
Change = tuple[int, int]
"""An instant and the offset from then on, both in seconds."""


@pytest.mark.parametrize("span", SPANS, ids=str)
def test_every_zone_says_what_zoneinfo_says_all_through_a_span(span: tuple[int, int]) -> None:
    since, until = (int(datetime(year, 7, 2, tzinfo=UTC).timestamp()) for year in span)
    for data, name in {zones.tz_bytes(name): name for name in sorted(zones.names())}.items():
        tz = zones.zone(name)
        found = changes(timezone_text(name, data, since, until).decode(), span[1] + 1)
        near = [at + step for at, _ in found for step in (-1, 0) if since < at < until]
        for at in (since, *near, *range(since, until, NEARLY_A_MONTH), until):
            wanted = datetime.fromtimestamp(at, tz).utcoffset()
            assert timedelta(seconds=offset_at(found, at)) == wanted, (name, at)


def changes(text: str, last: int) -> list[Change]:
    """The changes of a VTIMEZONE up to a year, by its observances (RFC 5545 §3.6.5)."""
    found = []
    for block in re.findall(r"BEGIN:(?:STANDARD|DAYLIGHT)\r\n(.*?)END:", text, re.DOTALL):
        said = dict(line.split(":", 1) for line in block.splitlines())
        before, after = (offset(said[name]) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
        start = datetime.strptime(said["DTSTART"], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        rule = (
            f"{said['RRULE']};UNTIL={last}0101T000000Z" if "RRULE" in said else "COUNT=1;FREQ=DAILY"
        )
        walls = rrulestr(rule, dtstart=start)
        found += [(int(one.timestamp()) - before, after) for one in walls]
    return sorted(found)


def offset(text: str) -> int:
    """Seconds of `+HHMM` or `-HHMMSS` (RFC 5545 §3.3.14)."""
    hours, minutes, rest = int(text[1:3]), int(text[3:5]), int(text[5:] or 0)
    return (-1 if text[0] == "-" else 1) * (hours * 3600 + minutes * 60 + rest)


def offset_at(found: list[Change], at: int) -> int:
    """Seconds east of UTC at an instant: those of the last change up to it."""
    return next(after for begins, after in reversed(found) if begins <= at)
