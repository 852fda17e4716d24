"""When the standing slot happens: local wall time in a named zone, rule, gaps and moves.

Occurrences are computed here for every screen; `ical` writes the same rule for calendars and a
property test keeps the two equal. Rules are kept in the grammar of RFC 5545 §3.3.10.
Everything is a named tuple: quick commands make these classes anew each time they start, and a
dataclass takes five times as long to make.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import NamedTuple, Self

from mentordesk.domain.errors import Refusal

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_END = date(9990, 1, 1)  # a rule stops here: Python counts no further than the year 9999
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


class _Terms(NamedTuple):
    """What a rule says, before anybody has looked whether that makes sense."""

    freq: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    month_day: int = 0


class Rule(_Terms):
    """A recurrence rule: WEEKLY on one or more weekdays, or MONTHLY by n-th weekday or by day.

    `weekdays` counts from 0, Monday. `nth` is 1…4 or -1 (last) and goes with exactly one weekday;
    `month_day` is 1…28, so that every month has it.
    """

    __slots__ = ()

    def __new__(
        cls,
        freq: str,
        interval: int = 1,
        weekdays: Iterable[int] = (),
        nth: int = 0,
        month_day: int = 0,
    ) -> Self:
        """Check the terms and put the weekdays in order. Raises Refusal for a rule that is none."""
        ordered = tuple(sorted(set(weekdays)))
        rule = super().__new__(cls, freq, interval, ordered, nth, month_day)
        rule._check()
        return rule

    def _check(self) -> None:
        if self.freq not in ("WEEKLY", "MONTHLY"):
            raise Refusal(f"A slot repeats weekly or monthly, not {self.freq.lower()}.")
        if not 1 <= self.interval <= 52:
            raise Refusal(f"Every {self.interval} is no interval. Give 1 to 52.")
        if self.freq == "WEEKLY" and not self.weekdays:
            raise Refusal("A weekly slot needs a weekday, for example tue.")
        if self.freq == "WEEKLY" and (self.nth or self.month_day):
            raise Refusal("A weekly slot is by weekday alone. Use monthly for an n-th weekday.")
        if self.freq == "MONTHLY" and bool(self.month_day) == bool(self.nth):
            raise Refusal("A monthly slot is by weekday (3tu, -1th) or by day of the month (15).")
        if self.nth and self.nth not in _ORDINALS:
            raise Refusal("Give the n-th weekday as 1 to 4, or -1 for the last.")
        if self.freq == "MONTHLY" and len(self.weekdays) != bool(self.nth):
            raise Refusal("A monthly slot by weekday needs exactly one, for example 3tu.")
        if self.month_day and not 1 <= self.month_day <= 28:
            raise Refusal(
                f"Not every month has a day {self.month_day}. Use 1 to 28, or -1 with a weekday."
            )

    @classmethod
    def parse(cls, text: str) -> "Rule":
        """Read what `str(rule)` wrote, e.g. `FREQ=WEEKLY;BYDAY=TU,TH`."""
        parts = dict(part.split("=", 1) for part in text.split(";"))
        days = parts.get("BYDAY", "")
        month_day = int(parts.get("BYMONTHDAY", 0))
        interval = int(parts.get("INTERVAL", 1))
        if parts["FREQ"] == "MONTHLY" and days:
            return cls("MONTHLY", interval, (DAYS.index(days[-2:]),), nth=int(days[:-2]))
        weekdays = tuple(DAYS.index(day) for day in days.split(",") if day)
        return cls(parts["FREQ"], interval, weekdays, month_day=month_day)

    def __str__(self) -> str:
        parts = [f"FREQ={self.freq}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.weekdays:
            prefix = str(self.nth) if self.nth else ""
            parts.append("BYDAY=" + ",".join(prefix + DAYS[day] for day in self.weekdays))
        if self.month_day:
            parts.append(f"BYMONTHDAY={self.month_day}")
        return ";".join(parts)

    def spoken(self) -> str:
        """The rule in words: `every Tuesday`, `every 2 weeks on Tuesday and Thursday`."""
        names = " and ".join(DAY_NAMES[day] for day in self.weekdays)
        if self.freq == "WEEKLY":
            return (
                f"every {names}"
                if self.interval == 1
                else f"every {self.interval} weeks on {names}"
            )
        day = f"the {_ORDINALS[self.nth]} {names}" if self.nth else f"day {self.month_day}"
        return (
            f"{day} of every month" if self.interval == 1 else f"{day} every {self.interval} months"
        )

    def days_from(self, start: date) -> Iterator[date]:
        """Every day of the rule from `start` on, without end; periods are counted from `start`."""
        return (day for _, day in self.numbered(start))

    def numbered(self, start: date, since: date | None = None) -> Iterator[tuple[int, date]]:
        """The days of `days_from(start)` from `since` on, each with its number, counted from 1.

        What lies before `since` is counted without being walked.
        """
        since = max(start, since or start)
        period = self._periods_between(start, since)
        days = self._weekly if self.freq == "WEEKLY" else self._monthly
        early = sum(day < start for day in islice(days(start, 0), len(self.weekdays) or 1))
        number = period * (len(self.weekdays) or 1) - early + 1
        return (
            numbered for numbered in enumerate(days(start, period), number) if numbered[1] >= since
        )

    @property
    def longest_pause(self) -> timedelta:
        """No two neighbouring days of the rule are further apart."""
        return timedelta(weeks=self.interval if self.freq == "WEEKLY" else 5 * self.interval)

    def _periods_between(self, start: date, since: date) -> int:
        if self.freq == "WEEKLY":
            return (since - start + timedelta(days=start.weekday())).days // 7 // self.interval
        months = (since.year - start.year) * 12 + since.month - start.month
        return months // self.interval

    def _weekly(self, start: date, period: int) -> Iterator[date]:
        """The days of the period-th week that counts and of those after it; `start` lies in 0."""
        monday = start + timedelta(days=7 * period * self.interval - start.weekday())
        step, weekdays = timedelta(weeks=self.interval), [timedelta(days=n) for n in self.weekdays]
        while monday < _END:
            for weekday in weekdays:
                yield monday + weekday
            monday += step

    def _monthly(self, start: date, period: int) -> Iterator[date]:
        """The days of the period-th month that counts and of those after it."""
        months = start.year * 12 + start.month - 1 + period * self.interval
        while months < _END.year * 12:
            yield self._day_in(months // 12, months % 12 + 1)
            months += self.interval

    def _day_in(self, year: int, month: int) -> date:
        if self.month_day:
            return date(year, month, self.month_day)
        if self.nth > 0:
            first = date(year, month, 1)
            return first + timedelta(
                days=(self.weekdays[0] - first.weekday()) % 7 + 7 * (self.nth - 1)
            )
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - self.weekdays[0]) % 7)


class Gap(NamedTuple):
    """Days on which the slot does not happen, both ends included."""

    first: date
    last: date
    reason: str = ""


class Change(NamedTuple):
    """What was said about one occurrence: confirmed, moved, skipped or cancelled.

    `moved_to` is wall time in the series' zone. `sequence` and `stamp` are the iTIP state of this
    instance (RFC 5546 §2.1.5), kept apart from the series' own.
    """

    state: str
    moved_to: datetime | None = None
    minutes: int = 0
    reason: str = ""
    confirmed: bool = False
    sequence: int = 0
    stamp: datetime | None = None


class Occurrence(NamedTuple):
    """One meeting of a series: its day in the rule, its instants in UTC and its state.

    `number` counts the rule's days from 1, skipped ones included (as COUNT does in RFC 5545).
    """

    day: date
    start: datetime
    end: datetime
    state: str
    number: int
    confirmed: bool = False
    reason: str = ""

    @property
    def happens(self) -> bool:
        """Whether people are expected to meet."""
        return self.state in ("planned", "moved")


class Series(NamedTuple):
    """The standing slot of a mentorship. Give `count` or `until` (a day, included), not both."""

    id: str
    mentorship_id: str
    rule: Rule
    wall_time: time
    minutes: int
    zone: str
    tz: tzinfo
    starts_on: date
    count: int = 0  # type: ignore[assignment]  # in the place of tuple's own, which nobody needs
    until: date | None = None
    place: str = ""
    uid: str = ""
    sequence: int = 0
    stamp: datetime | None = None
    created_at: datetime | None = None
    gaps: tuple[Gap, ...] = ()
    changes: Mapping[date, Change] = {}

    def days(self) -> Iterator[date]:
        """The rule's days within count and until, gaps and skipped ones included."""
        return (day for _, day in self.numbered())

    def numbered(self, since: date | None = None) -> Iterator[tuple[int, date]]:
        """The days from `since` on with their numbers, without walking those before."""
        count, until = self.count or sys.maxsize, self.until or date.max
        for number, day in self.rule.numbered(self.starts_on, since):
            if number > count or day > until:
                return
            yield number, day

    def occurrence(self, day: date, number: int = 0) -> Occurrence:
        """What happens on one of the rule's days."""
        change = self.changes.get(day)
        state, reason = (change.state, change.reason) if change else ("planned", "")
        gap = next((gap for gap in self.gaps if gap.first <= day <= gap.last), None)
        if gap and state == "planned":
            state, reason = "gap", gap.reason
        wall = datetime.combine(day, self.wall_time)
        if change and change.state == "moved" and change.moved_to:
            wall = change.moved_to
        start = instant(wall, self.tz)
        minutes = (change.minutes if change else 0) or self.minutes
        return Occurrence(
            day=day,
            start=start,
            end=start + timedelta(minutes=minutes),
            state=state,
            number=number,
            confirmed=bool(change and change.confirmed),
            reason=reason,
        )

    def occurrences(self) -> Iterator[Occurrence]:
        """Every day of the rule as an occurrence, in the rule's order, skipped ones included."""
        return (self.occurrence(day, number) for number, day in self.numbered())

    def between(self, since: datetime, until: datetime) -> list[Occurrence]:
        """Occurrences that start in [since, until), by start; moved ones count where they went."""
        reach, found = self._reach(), []
        for number, day in self.numbered(since.date() - reach):
            if day > until.date() + reach:
                break
            one = self.occurrence(day, number)
            if since <= one.start < until:
                found.append(one)
        return sorted(found, key=lambda one: one.start)

    def next_after(self, now: datetime) -> Occurrence | None:
        """The next meeting that will happen and is not over at `now`; None when none is left."""
        reach, best = self._reach(), None
        for number, day in self.numbered(now.date() - reach):
            if best and day > best.start.date() + reach:
                break
            one = self.occurrence(day, number)
            if one.happens and one.end > now and (best is None or one.start < best.start):
                best = one
        return best

    def _reach(self) -> timedelta:
        """How far an occurrence may lie from its day: the longest move, and the widths of zones."""
        moved = [abs(c.moved_to.date() - day) for day, c in self.changes.items() if c.moved_to]
        return max([timedelta(0), *moved]) + timedelta(days=2)

    @property
    def last_day(self) -> date | None:
        """The last day of the rule; None for a series without end."""
        if not (self.count or self.until):
            return None
        return max(self._near_the_end(), default=(0, None))[1]

    @property
    def total(self) -> int:
        """How many days the rule has, skipped ones included; 0 for a series without end."""
        return max(self._near_the_end(), default=(0, None))[0] if self.until else self.count

    def _near_the_end(self) -> Iterator[tuple[int, date]]:
        """The last days with their numbers; where a count ends the series, all days."""
        return self.numbered(self.until and self.until - self.rule.longest_pause)


def instant(wall: datetime, tz: tzinfo) -> datetime:
    """The UTC instant of a wall time; RFC 5545 §3.3.5 decides inside a clock change.

    A time that does not exist takes the offset before the gap, one that exists twice the first.
    """
    return wall.replace(tzinfo=tz, fold=0).astimezone(UTC)


def clock_trouble(wall: datetime, tz: tzinfo) -> str:
    """`missing` for a wall time a clock change jumps over, `twice` for one it repeats, else ''."""
    first, second = (wall.replace(tzinfo=tz, fold=fold).utcoffset() for fold in (0, 1))
    if first == second or first is None or second is None:
        return ""
    return "missing" if first < second else "twice"
