"""What stands on the days of the calendar: calls, milestones, gaps, hours, workshops, busy times.

One model for the month, the week and the shell. Instants are aware UTC; days are dates of the
mentor's own zone. Every kind and state has a sign of its own, so that nothing hangs on a colour.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from mentordesk.domain.busy import ALL_DAY, BusyTime
from mentordesk.domain.rules import monday_of

CALL, MILESTONE, GAP = "call", "milestone", "gap"
HOURS, WORKSHOP, BUSY = "hours", "workshop", "busy"
SIGNS: Mapping[str, str] = {
    "call": "○", "call/moved": "◇", "call/held": "●", "call/missed": "✗", "call/running": "▶",
    "call/skipped": "–", "call/open": "?", "milestone": "◆", "milestone/done": "✓",
    "milestone/due": "!", "gap": "≈", "hours": "□", "hours/booked": "■", "workshop": "▲",
    "busy": "▒",
}  # fmt: skip
"""The sign of a kind, or of a kind in one of its states."""
SAID: Mapping[str, str] = {
    "call": "", "call/moved": "moved", "call/held": "held", "call/missed": "missed",
    "call/running": "running", "call/skipped": "skipped", "call/open": "not recorded",
    "milestone": "", "milestone/done": "done", "milestone/due": "due", "gap": "no calls",
    "hours": "to book", "hours/booked": "booked", "workshop": "workshop", "busy": "busy",
}  # fmt: skip
"""The same in words."""
WEEKS = 6
"""Rows of a month, whatever its length: the page never jumps."""


class Entry(NamedTuple):
    """One thing on one day or, for a gap, on several; without a `start` it takes all day.

    `zone` is that of the other side, `note` what is said of it, `session_id` the call it became.
    """

    kind: str
    day: date
    title: str
    state: str = ""
    start: datetime | None = None
    end: datetime | None = None
    last: date | None = None
    address: str = ""
    programme: str = ""
    zone: str = ""
    note: str = ""
    session_id: str = ""
    confirmed: bool = False

    @property
    def _key(self) -> str:
        return f"{self.kind}/{self.state}" if self.state else self.kind

    @property
    def sign(self) -> str:
        """Its one-cell sign."""
        return SIGNS.get(self._key, SIGNS[self.kind])

    @property
    def said(self) -> str:
        """Its state in words; '' for what is simply to come."""
        return SAID.get(self._key, "") or ("confirmed" if self.confirmed else "")

    @property
    def is_faded(self) -> bool:
        """Whether it asks for nobody's time any more, or never did."""
        return self.kind in (GAP, BUSY) or self.state in ("held", "missed", "skipped", "done")

    def days(self) -> Iterable[date]:
        """Every day it stands on."""
        last = self.last or self.day
        return (self.day + timedelta(days=n) for n in range((last - self.day).days + 1))


class DaysPage(NamedTuple):
    """Everything from the first day to the last, both included, in the order of the day."""

    first: date
    last: date
    today: date
    entries: Sequence[Entry]

    def by_day(self) -> dict[date, list[Entry]]:
        """What stands on each day of the page; what takes all day comes first."""
        found: dict[date, list[Entry]] = defaultdict(list)
        for one in self.entries:
            for day in one.days():
                if self.first <= day <= self.last:
                    found[day].append(one)
        return found


def in_order(entry: Entry) -> tuple[date, bool, datetime | date, str, str]:
    """By day, what takes all day first, then by when it begins."""
    return entry.day, entry.start is not None, entry.start or entry.day, entry.kind, entry.title


def with_busy(page: DaysPage, busy: Iterable[BusyTime], tz: tzinfo) -> DaysPage:
    """The page with what other calendars say; what fills a day or more stands above the hours."""
    more = [_busy(one, tz) for one in busy]
    return page._replace(entries=sorted([*page.entries, *more], key=in_order)) if more else page


def _busy(one: BusyTime, tz: tzinfo) -> Entry:
    day = one.start.astimezone(tz).date()
    if one.end - one.start < ALL_DAY:
        return Entry(BUSY, day, one.title or BUSY, start=one.start, end=one.end, note=one.source)
    last = (one.end - timedelta(seconds=1)).astimezone(tz).date()
    return Entry(BUSY, day, one.title or BUSY, last=last, note=one.source)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week a day is in (ISO 8601)."""
    monday = monday_of(day)
    return monday, monday + timedelta(days=6)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of a month's page: whole weeks, always as many."""
    monday = week_of(day.replace(day=1))[0]
    return monday, monday + timedelta(weeks=WEEKS, days=-1)


def calls_among(entries: Iterable[Entry]) -> int:
    """How many of these are calls that were held or are to come."""
    return sum(one.kind == CALL and one.state not in ("skipped", "missed") for one in entries)
