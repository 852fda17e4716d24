"""VTIMEZONE (RFC 5545 §3.6.5) from tz data, in the form that calendar programs read alike.

Zones with a plain yearly rule get it as two observances from 1970; the others get the onset in
force at the first event and one observance for each onset after it. Never a list of RDATEs.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import chain

from mentordesk.ical.lines import folded
from mentordesk.ical.tzif import Onset, Yearly, Zone, read

_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_A_DAY = 86_400
_1970_LOCAL = 3_600  # midnight of 1 January by a clock an hour west of UTC
_MID_2000 = 962_409_600  # 1 July 2000 in UTC


@lru_cache(maxsize=256)
def timezone_text(tzid: str, data: bytes, since: int, until: int) -> bytes:
    """The VTIMEZONE of one zone as it stands in a file, right in [since, until] (Unix seconds).

    `data` is the zone's TZif file. The text is kept: building it costs more than the events.
    """
    zone = read(data)
    if is_plain(zone, since, until):
        blocks = [_yearly(rule, _kind(rule.before, rule.after)) for rule in zone.rules]
    else:
        blocks = _listed(zone, since, until)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{tzid}", *chain(*blocks), "END:VTIMEZONE"]
    return folded(line.encode() for line in lines)


@lru_cache(maxsize=256)
def change_days(data: bytes, since: int, until: int) -> frozenset[date]:
    """Local days in [since, until] (Unix seconds) on which the clocks change, or the day before."""
    days = set()
    for onset in read(data).between(since, until):
        for offset in (onset.before, onset.after):
            day = wall_of(onset.at, offset).date()
            days |= {day, day - timedelta(days=1)}
    return frozenset(days)


def is_plain(zone: Zone, since: int, until: int) -> bool:
    """Whether the footer is a rule every reader knows and was followed all through the span."""
    if not zone.rules or not all(0 <= rule.seconds < _A_DAY for rule in zone.rules):
        return False
    before = zone.by_rule(since - 2 * 366 * _A_DAY, since)
    ruled = [onset[:3] for onset in [*before[-1:], *zone.by_rule(since, until)]]
    found = [zone.in_force(since), *zone.between(since, until)]
    return ruled == [onset[:3] for onset in found if onset]


def _listed(zone: Zone, since: int, until: int) -> list[list[str]]:
    """One observance per onset; a single STANDARD from 1970 where nothing changes."""
    first = zone.in_force(since)
    offset, name = (first.after, first.name) if first else (zone.offset, "")
    found = listed(zone, since, until)
    standard = next((onset for onset, kind in found if kind == "STANDARD"), None)
    if since > _MID_2000 and not (standard.after if standard else offset):
        found = [*_unlike_utc(standard.name if standard else name), *found]
    elif not found:
        found = [(Onset(-offset, offset, offset, name), "STANDARD")]
    return [_onset(onset, kind) for onset, kind in found]


def _unlike_utc(name: str) -> list[tuple[Onset, str]]:
    """Offset zero since 1970, but begun as summer time: python-vobject then keeps the zone.

    A zone whose clocks it finds at zero all through 2000–2019 it takes for UTC, and shows
    its times without any zone (`tzinfo_eq`). Every offset after the first onset is the true one.
    """
    return [
        (Onset(_1970_LOCAL, -3_600, 0, name), "DAYLIGHT"),
        (Onset(_MID_2000, 0, 0, name), "STANDARD"),
    ]


def listed(zone: Zone, since: int, until: int) -> list[tuple[Onset, str]]:
    """The onset in force at `since` and those after it with their kinds; none without a change."""
    first, later = zone.in_force(since), list(zone.between(since, until))
    if not later:
        return []
    onsets = [first, *later] if first else later
    kinds = [_kind(onset.before, onset.after) for onset in onsets]
    if "STANDARD" not in kinds:  # Outlook knows no zone without one
        kinds = ["STANDARD"] * len(onsets)
    return list(zip(onsets, kinds, strict=True))


def _kind(before: int, after: int) -> str:
    """DAYLIGHT is the greater offset, also in Dublin and Casablanca, where law says otherwise."""
    return "DAYLIGHT" if after > before else "STANDARD"


def _onset(onset: Onset, kind: str) -> list[str]:
    start = wall_of(onset.at, onset.before)
    return _observance(kind, start, onset.before, onset.after, onset.name)


def _yearly(rule: Yearly, kind: str) -> list[str]:
    onset = rule.onset(1970)
    week = -1 if rule.week == 5 else rule.week
    by = f"FREQ=YEARLY;BYMONTH={rule.month};BYDAY={week}{_WEEKDAYS[rule.weekday]}"
    start = wall_of(onset.at, onset.before)
    return _observance(kind, start, rule.before, rule.after, rule.name, by)


def _observance(
    kind: str, start: datetime, before: int, after: int, name: str, rule: str = ""
) -> list[str]:
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}",
        f"TZOFFSETFROM:{_offset(before)}",
        f"TZOFFSETTO:{_offset(after)}",
        *([f"RRULE:{rule}"] if rule else []),
        *([f"TZNAME:{name}"] if name else []),
        f"END:{kind}",
    ]


def wall_of(at: int, offset: int) -> datetime:
    """The wall time of an instant in Unix seconds, so many seconds east of UTC."""
    return datetime.fromtimestamp(at, UTC).replace(tzinfo=None) + timedelta(seconds=offset)


def _offset(seconds: int) -> str:
    """RFC 5545 §3.3.14: always signed, seconds only where there are any."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{minutes:02}" + (f"{left:02}" if left else "")
