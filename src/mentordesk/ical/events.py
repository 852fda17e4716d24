"""The VEVENTs of one series: the master, its changed occurrences, and those that stand apart."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from icalendar import Event, Parameters
from icalendar.prop import vInt, vRecur

from mentordesk.domain.cadence import Occurrence, Series, clock_trouble, instant
from mentordesk.domain.text import clean
from mentordesk.ical.lines import Instant, Local, Text
from mentordesk.ical.recurrence import Recurrence, rule_times


@dataclass(frozen=True, slots=True)
class Published:
    """A series with the words its reader may see; `status` is CONFIRMED, TENTATIVE or CANCELLED.

    The texts are written as given: whoever builds this has asked the store for one reader.
    `follows` is the UID of the series that this one continues. `for_outlook`: dates that Outlook
    would misread are events in UTC.
    """

    series: Series
    summary: str
    description: str = ""
    location: str = ""
    status: str = "CONFIRMED"
    follows: str = ""
    for_outlook: bool = False

    def __post_init__(self) -> None:
        if not self.series.uid or self.series.stamp is None:
            raise ValueError("a series needs its stored uid and stamp before it can leave")


def tzid(series: Series) -> str:
    """The TZID of a series. icalendar drops one called `UTC` and would leave a floating time."""
    return "Etc/UTC" if series.zone == "UTC" else series.zone


def events(item: Published, plan: Recurrence) -> list[Event]:
    """The VEVENTs of one series, the master first."""
    changed = (_changed(item, one) for one in plan.changed)
    apart = (_apart(item, one, in_utc=one.day in plan.in_utc) for one in plan.apart)
    return [_master(item, plan), *changed, *apart]


def _master(item: Published, plan: Recurrence) -> Event:
    """The rule from its first day. When nothing is left of it, it says so by its status too."""
    series = item.series
    event = _event(item, series.uid)
    if item.follows:
        event["RELATED-TO"] = Text(item.follows)
    start, end = rule_times(series, plan.days[0])
    event["DTSTART"], event["DTEND"] = _local(start, series), _local(end, series)
    event["RRULE"] = _rule(series, plan)
    # One line each: old Exchange reads one value per EXDATE (KB 973969).
    event["EXDATE"] = [_rule_start(series, day) for day in plan.left_out]
    if len(plan.left_out) == len(plan.days):
        event["STATUS"] = Text("CANCELLED")
    return event


def _changed(item: Published, one: Occurrence) -> Event:
    """One occurrence that differs; RECURRENCE-ID is its start by the rule, however often moved."""
    event = _event(item, item.series.uid, one.day)
    if item.follows:
        event["RELATED-TO"] = Text(item.follows)
    event["RECURRENCE-ID"] = _rule_start(item.series, one.day)
    _put_times(event, one, item.series)
    return event


def _apart(item: Published, one: Occurrence, *, in_utc: bool) -> Event:
    """An occurrence that left its place: its own event, with a UID that stays the same."""
    series = item.series
    event = _event(item, f"{one.day:%Y%m%d}-{series.uid}", one.day)
    event["RELATED-TO"] = Text(series.uid)
    _put_times(event, one, series, in_utc=in_utc)
    return event


def called_off(item: Published, one: Occurrence) -> Event:
    """The same event when its series does not have it any more."""
    event = _apart(item, one, in_utc=False)
    event["STATUS"] = Text("CANCELLED")
    return event


def _event(item: Published, uid: str, day: date | None = None) -> Event:
    """What all have in common; SEQUENCE and DTSTAMP are never below those of the series."""
    series = item.series
    change = series.changes.get(day) if day else None
    stamps = [at for at in (series.stamp, change.stamp if change else None) if at]
    event = Event()
    event["UID"] = Text(uid)
    event["SEQUENCE"] = vInt(max(series.sequence, change.sequence if change else 0))
    event["DTSTAMP"] = event["LAST-MODIFIED"] = Instant(max(stamps))
    if series.created_at:
        event["CREATED"] = Instant(series.created_at)
    put_words(event, item.summary, item.location, item.description)
    event["STATUS"], event["TRANSP"] = Text(item.status), Text("OPAQUE")
    event["X-MICROSOFT-CDO-BUSYSTATUS"] = Text("BUSY")
    return event


def put_words(event: Event, summary: str, location: str, description: str = "") -> None:
    """Title, place and text; a link stands in both of them: programs offer it from either."""
    event["SUMMARY"] = Text(clean(summary).replace("\n", " "))  # calcurse refuses a second line
    link = location if "://" in location else ""
    for name, text in (("DESCRIPTION", description or link), ("LOCATION", location)):
        if text:
            event[name] = Text(text)


def _rule(series: Series, plan: Recurrence) -> vRecur:
    """The rule as kept, ended by its count or by the instant of its last start (§3.3.10)."""
    rule: vRecur = vRecur.from_ical(str(series.rule))
    if series.count:
        rule["COUNT"] = len(plan.days)
    elif series.until:
        last, _ = rule_times(series, plan.days[-1])
        rule["UNTIL"] = instant(last, series.tz)
    return rule


def _put_times(event: Event, one: Occurrence, series: Series, *, in_utc: bool = False) -> None:
    """Start and end in the zone of the series, or in UTC where its clocks cannot name them.

    A repeated hour has no second form with a TZID (RFC 5545 §3.3.5), and readers disagree on its
    first.
    """
    walls = [at.astimezone(series.tz).replace(tzinfo=None) for at in (one.start, one.end)]
    if in_utc or any(clock_trouble(wall, series.tz) for wall in walls):
        event["DTSTART"], event["DTEND"] = Instant(one.start), Instant(one.end)
    else:
        event["DTSTART"], event["DTEND"] = (_local(wall, series) for wall in walls)


def _rule_start(series: Series, day: date) -> Local:
    return _local(rule_times(series, day)[0], series)


def _local(wall: datetime, series: Series) -> Local:
    return Local(wall, _named(tzid(series)))


@cache
def _named(zone: str) -> Parameters:
    """The parameter that names a zone; made once, because every time of every event has one."""
    return Parameters(TZID=zone)
