"""A series in two where its zone's law changes for good under it: one VTIMEZONE cannot say both.

Outlook makes one yearly pair of clock changes of it and would be wrong on one side.
"""

from bisect import bisect_left
from collections.abc import Callable
from datetime import date

from mentordesk.domain.cadence import Series, instant, midnight
from mentordesk.ical.recurrence import rule_days, rule_times
from mentordesk.ical.tzif import law_since, read

Tzif = Callable[[str], bytes]
"""Gives the TZif file (RFC 9636) of a zone by its IANA name; must agree with each `series.tz`."""
_SECOND = ".2"


def parts(series: Series, tzif: Tzif) -> tuple[Series, ...]:
    """The series itself, or its days before the change and, under a UID of their own, after it.

    The second UID follows from the first, so that it stays the same when the day of the change is
    put off. Moved dates go with their day by the rule.
    """
    since = law_since(read(tzif(series.zone)))
    if midnight(series.starts_on, series.tz).timestamp() >= since:
        return (series,)
    days = rule_days(series)
    at = bisect_left(days, since, key=lambda day: _start(series, day))
    if at in (0, len(days)):
        return (series,)
    first = days[at]
    before = {day: change for day, change in series.changes.items() if day < first}
    after = {day: change for day, change in series.changes.items() if day >= first}
    count = series.count and series.count - at
    return (
        series._replace(until=days[at - 1], count=0, changes=before),
        series._replace(uid=second(series.uid), starts_on=first, count=count, changes=after),
    )


def second(uid: str) -> str:
    """The UID of the part after a change of law, which follows from the first one's."""
    name, at, host = uid.partition("@")
    return f"{name}{_SECOND}{at}{host}"


def is_second(uid: str) -> bool:
    """Whether a UID is that of the part after a change of law."""
    return uid.partition("@")[0].endswith(_SECOND)


def last_uid(series: Series, tzif: Tzif) -> str:
    """The UID that the slot after this one names in its RELATED-TO (RFC 5545 §3.8.4.5)."""
    return parts(series, tzif)[-1].uid


def _start(series: Series, day: date) -> int:
    return int(instant(rule_times(series, day)[0], series.tz).timestamp())
