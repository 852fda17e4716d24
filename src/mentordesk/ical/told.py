"""A series as its receiver was told of it: read back from the messages, to say what will change."""

from collections.abc import Callable, Mapping
from datetime import date, tzinfo

from mentordesk.domain.cadence import Change, Series
from mentordesk.domain.inviting import REQUEST, Sent
from mentordesk.domain.rules import Rule
from mentordesk.ical.components import Lines, at, line, times, value
from mentordesk.ical.revisions import believed_out

ZoneOf = Callable[[str], tzinfo]
"""The zone with a name."""
SentByUid = Mapping[str, Mapping[str, Sent]]
"""The last messages, by UID and RECURRENCE-ID."""


def as_told(series: Series, sent: SentByUid, zone_of: ZoneOf) -> Series | None:
    """What the receiver believes, as a series without gaps; None when they know of none.

    It keeps the clock of the zone that was sent. Dates that left their place count as moved.
    """
    mine = sent.get(series.uid, {})
    known = mine.get("")
    if known is None or known.method != REQUEST:
        return None
    was = _by_rule(_on_its_clock(series, known.lines, zone_of), known.lines)
    changes = {_day(rid): Change("skipped") for rid in believed_out(mine)}
    moved = {rid: one for rid, one in mine.items() if rid and one.method == REQUEST}
    changes |= {_day(rid): _moved(was, one.lines) for rid, one in moved.items()}
    for uid, parts in sent.items():
        day, _, owner = uid.partition("-")
        if owner == series.uid and parts[""].method == REQUEST:
            changes[_day(day)] = _moved(was, parts[""].lines)
    return was._replace(changes=changes)


def _on_its_clock(series: Series, lines: Lines, zone_of: ZoneOf) -> Series:
    """The series in the zone that its start was sent in."""
    _, _, zone = line(lines, "DTSTART").partition(":")[0].partition("TZID=")
    return series._replace(zone=zone, tz=zone_of(zone)) if zone else series


def _by_rule(series: Series, lines: Lines) -> Series:
    """The rule that was sent, with its end."""
    parts = dict(one.split("=", 1) for one in value(lines, "RRULE").split(";"))
    count, until = int(parts.pop("COUNT", 0)), parts.pop("UNTIL", "")
    start, end = times(lines, series.tz)
    local = start.astimezone(series.tz)
    return series._replace(
        rule=Rule.parse(";".join(f"{key}={text}" for key, text in parts.items())),
        wall_time=local.time(),
        minutes=int((end - start).total_seconds() // 60),
        starts_on=local.date(),
        count=count,
        until=at(until, series.tz).astimezone(series.tz).date() if until else None,
        gaps=(),
    )


def _moved(series: Series, lines: Lines) -> Change:
    start, end = times(lines, series.tz)
    wall = start.astimezone(series.tz).replace(tzinfo=None)
    return Change("moved", wall, int((end - start).total_seconds() // 60))


def _day(text: str) -> date:
    return date.fromisoformat(text[:8])
