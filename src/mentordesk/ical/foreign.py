"""When calendars of elsewhere say that somebody is busy (RFC 5545 §3.6.1, §3.8.2.7)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial
from typing import NamedTuple

from icalendar import Calendar, Component

from mentordesk.domain.busy import BusyTime
from mentordesk.domain.cadence import instant, midnight
from mentordesk.domain.text import clip, counted
from mentordesk.ical.limits import Patience
from mentordesk.ical.narrowing import check_work
from mentordesk.ical.properties import dt, first_of, text
from mentordesk.ical.reading import Reader, calendars_in, parsed
from mentordesk.ical.stripping import renamed, stripped, wanted, whole

MOST = 50_000
"""Stretches of one calendar; a file with more was made to do harm."""
_TITLE = 80


class Kept(NamedTuple):
    """What is kept of a calendar: its events without their words, and what was left out of it.

    `calendars` are the source as it is parsed.
    """

    source: str
    events: int
    floating: int
    left_out: tuple[str, ...]
    calendars: Sequence[Calendar] = ()


def kept(
    data: bytes,
    name: str,
    since: datetime,
    *,
    zone: str = "",
    zone_of: Callable[[str], tzinfo],
    owner: str = "",
    titles: bool = False,
) -> Kept:
    """The part of a file that says when its `owner` (a mail address) is busy after `since`.

    Times of unknown zones are taken in `zone`, without it they are left out. Raises Refusal when
    there is no calendar in it.
    """
    reader = Reader(zone_of(zone) if zone else None)
    every = list(calendars_in(data, name, wanted(titles), reader.left_out, owner))
    parts = [stripped(blocks, since.date(), owner) for blocks in every]
    found = parsed([whole(one) for one in parts], name)
    unknown, floating = _unplaced(found, reader)
    if unknown:
        parts = [renamed(one, dict.fromkeys(unknown, zone)) for one in parts]
        found = parsed([whole(one) for one in parts], name)
        reader.left_out += [] if zone else [_nowhere(*one) for one in sorted(unknown.items())]
    events = sum(one.kind in ("VEVENT", "VFREEBUSY") for blocks in every for one in blocks)
    source = "".join(map(whole, parts))
    return Kept(source, events, floating, tuple(dict.fromkeys(reader.left_out)), found)


def _nowhere(tzid: str, events: int) -> str:
    """What is said of events in a zone that nobody knows."""
    which = f"{counted(events, 'event')} in the zone “{clip(tzid, 40)}”"
    return f"Left out: {which}, which is not known; say which it is as Zone (--zone)."


def _unplaced(calendars: Iterable[Calendar], reader: Reader) -> tuple[Counter[str], int]:
    """The zones that nobody knows with how many events are in them, and how many name none."""
    unknown, floating = Counter[str](), 0
    for calendar in calendars:
        for event in calendar.subcomponents:
            reader.mistakes(event)
            tzid = _unknown(event)
            unknown.update([tzid] if tzid else [])
            floating += tzid == ""
    return unknown, floating


def taken(
    source: str,
    name: str,
    since: datetime,
    until: datetime,
    local: tzinfo,
    calendars: Sequence[Calendar] = (),
) -> tuple[list[BusyTime], list[str]]:
    """The stretches of a kept calendar between two instants, with what cannot be worked out.

    Whole days and times without a zone are those of `local`; `calendars` are the source where it is
    parsed already. Raises Refusal when the calendar can not be read.
    """
    times: set[BusyTime] = set()
    left_out: dict[str, None] = {}
    patience = Patience(since, until, check_work([source], name))
    for calendar in calendars or parsed([source], name):
        of_events = (partial(_of_one, some, name, patience, local) for some in _by_uid(calendar))
        for stretches in (partial(_free_busy, calendar, name), *of_events):
            try:
                times |= {one for one in stretches() if one.start < until and one.end > since}
            except Exception as problem:  # whatever a library makes of a file that breaks the rules
                said = f"Left out: an event that breaks the rules ({clip(str(problem), 60)})."
                left_out[said] = None
            if len(times) > MOST:
                left_out[f"Left out: what comes after the first {MOST} times."] = None
                return sorted(times)[:MOST], list(left_out)
    return sorted(times), list(left_out)


def _free_busy(calendar: Component, name: str) -> Iterator[BusyTime]:
    """What a free/busy list has as taken, being no event of its own (RFC 5545 §3.6.4)."""
    for component in calendar.walk("VFREEBUSY"):
        found = component.get("FREEBUSY", [])
        for one in found if isinstance(found, list) else [found]:
            span = dt(one)
            if isinstance(span, tuple) and str(one.params.get("FBTYPE", "")).upper() != "FREE":
                start, end = span
                over = start + end if isinstance(end, timedelta) else end
                if start.tzinfo and start < over:
                    yield BusyTime(start.astimezone(UTC), over.astimezone(UTC), "", name)


def _by_uid(calendar: Component) -> list[list[Component]]:
    """The events of a calendar with their changed dates."""
    found: dict[str, list[Component]] = defaultdict(list)
    for at, event in enumerate(calendar.walk("VEVENT")):
        found[text(event, "UID") or f"no UID {at}"].append(event)
    return list(found.values())


def _of_one(
    events: list[Component], name: str, patience: Patience, local: tzinfo
) -> Iterator[BusyTime]:
    """The stretches of one event with all its dates."""
    patience.spend(events)
    for one in _occurrences(events, patience.since, patience.until):
        if _is_free(one):
            continue
        start, end = _span(one, local)
        if start < end:
            yield BusyTime(start, end, clip(text(one, "SUMMARY"), _TITLE), name)


def _occurrences(events: list[Component], since: datetime, until: datetime) -> Iterable[Component]:
    if len(events) == 1 and not any(name in events[0] for name in ("RRULE", "RDATE")):
        return events
    import recurring_ical_events  # only calendars of elsewhere repeat in ways that are not ours

    calendar = Calendar()
    calendar.subcomponents = events
    day = timedelta(days=1)
    found: list[Component] = recurring_ical_events.of(calendar).between(since - day, until + day)
    return found


def _is_free(event: Component) -> bool:
    """Whether an event takes no time of its owner's: free, called off, or declined by them."""
    return (
        text(event, "TRANSP").upper() == "TRANSPARENT"
        or text(event, "STATUS").upper() == "CANCELLED"
        or text(event, "X-MICROSOFT-CDO-BUSYSTATUS").upper() == "FREE"
    )


def _span(event: Component, local: tzinfo) -> tuple[datetime, datetime]:
    """Start and end as instants; a day without an end is one day long (RFC 5545 §3.6.1)."""
    start = dt(event.get("DTSTART"))
    if not isinstance(start, date):
        raise ValueError("it does not say when")
    end, length = dt(event.get("DTEND")), dt(event.get("DURATION"))
    if not isinstance(end, date):
        one_day = timedelta(days=0 if isinstance(start, datetime) else 1)
        end = start + (length if isinstance(length, timedelta) else one_day)
    return _instant(start, local), _instant(end, local)


def _instant(at: date, local: tzinfo) -> datetime:
    if not isinstance(at, datetime):
        return midnight(at, local)
    return at.astimezone(UTC) if at.tzinfo else instant(at, local)


def _unknown(event: Component) -> str | None:
    """The zone of an event that nobody knows; '' for a wall time of no zone, None for all else."""
    value = first_of(event.get("DTSTART"))
    at = dt(value)
    if not isinstance(at, datetime) or at.tzinfo:
        return None
    return str(value.params.get("TZID", ""))
