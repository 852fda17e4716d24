"""When the standing slot happens: local wall time in a named zone, rule, gaps and moves.

Occurrences are computed here for every screen; `ical` writes the same rule for calendars and a
property test keeps the two equal.
Everything is a named tuple: quick commands make these classes anew each time they start, and a
dataclass takes five times as long to make.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice, takewhile
from typing import NamedTuple

from mentordesk.domain.rules import Rule

_A_DAY = timedelta(days=1)


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
        days = self.rule.days_from(self.starts_on)
        if self.count:
            days = islice(days, self.count)
        return takewhile(self.until.__ge__, days) if self.until else days

    def numbered(self, since: date | None = None) -> Iterator[tuple[int, date]]:
        """The days from `since` on with their numbers, without walking those before."""
        days = self.rule.numbered(self.starts_on, since)
        return self._within_run(days) if self.count or self.until else days

    def _within_run(self, days: Iterator[tuple[int, date]]) -> Iterator[tuple[int, date]]:
        count, until = self.count or sys.maxsize, self.until or date.max
        for number, day in days:
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
        if self.changes or self.gaps:
            reach = self._reach()
            last, days = until.date() + reach, self.numbered(since.date() - reach)
            near = takewhile(lambda numbered: numbered[1] <= last, days)
            found = [self.occurrence(day, number) for number, day in near]
            return sorted((one for one in found if since <= one.start < until), key=_start)
        return list(self._undisturbed(since, until))

    def _undisturbed(self, since: datetime, until: datetime) -> Iterator[Occurrence]:
        """The same where nothing was said of any date: such are looked at by the hundred."""
        # A day of any zone lies within a day of the one in UTC.
        last = until.astimezone(UTC).date() + _A_DAY
        at, tz, length = self.wall_time, self.tz, timedelta(minutes=self.minutes)
        for number, day in self.numbered(since.astimezone(UTC).date() - _A_DAY):
            if day > last:
                return
            start = datetime.combine(day, at, tz).astimezone(UTC)
            if since <= start < until:
                yield Occurrence(day, start, start + length, "planned", number)

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
    def is_single(self) -> bool:
        """Whether it is one fixed date and no run, such as an orientation call."""
        return self.count == 1

    @property
    def total(self) -> int:
        """How many meetings the rule has, without those left out; 0 without end, or for one."""
        if self.is_single:
            return 0
        days = max(self._near_the_end(), default=(0, None))[0] if self.until else self.count
        return days - self._left_out() if days else 0

    def _left_out(self) -> int:
        """How many of the rule's days have no meeting: skipped ones, and those in a gap."""
        free = {day for gap in self.gaps for day in self._within(gap)}
        known = {day for day in self.changes if day <= (self.until or date.max)}
        return sum(not self.occurrence(day).happens for day in free | known)

    def _within(self, gap: Gap) -> Iterator[date]:
        for _, day in self.numbered(gap.first):
            if day > gap.last:
                return
            yield day

    def _near_the_end(self) -> Iterator[tuple[int, date]]:
        """The last days with their numbers; where a count ends the series, all days."""
        return self.numbered(self.until and self.until - self.rule.longest_pause)


def total_of(every: Sequence[Series], apart: int = 0) -> int:
    """How many meetings slots have that follow each other, the newest last, as one run.

    `apart` are calls held outside of them, less their dates that were missed: a meeting counts when
    it was held or is to come. 0 when the newest has no end or is one single date.
    """
    if not every or not every[-1].total:
        return 0
    return sum(series.total or series.is_single for series in every) + apart


def _start(one: Occurrence) -> datetime:
    return one.start


def instant(wall: datetime, tz: tzinfo) -> datetime:
    """The UTC instant of a wall time; RFC 5545 §3.3.5 decides inside a clock change.

    A time that does not exist takes the offset before the gap, one that exists twice the first.
    """
    return wall.replace(tzinfo=tz, fold=0).astimezone(UTC)


def midnight(day: date, tz: tzinfo) -> datetime:
    """The UTC instant at which a day begins in a zone."""
    return instant(datetime.combine(day, time()), tz)


def clock_trouble(wall: datetime, tz: tzinfo) -> str:
    """`missing` for a wall time a clock change jumps over, `twice` for one it repeats, else ''."""
    first, second = (wall.replace(tzinfo=tz, fold=fold).utcoffset() for fold in (0, 1))
    if first == second or first is None or second is None:
        return ""
    return "missing" if first < second else "twice"
