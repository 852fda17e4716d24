"""Where the demo's slots lie: around now, apart from each other, whatever now is.

The next call begins in ten minutes. Everybody else has a day of work that is not its day, at one
of three hours, so that no clock change can push one call into another.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import takewhile
from typing import NamedTuple

from mentordesk.desk.demo.script import Standing
from mentordesk.domain.cadence import clock_trouble, instant
from mentordesk.domain.rules import Rule

SOON = timedelta(minutes=10)
_STEPS = {"weekly": 1, "fortnightly": 2}
_LATEST = time(18, 30)
"""A next call later than this has today's other one before it, not after it."""


class Slot(NamedTuple):
    """A standing slot as `desk.slots.set` takes it."""

    rule: Rule
    wall: time
    zone: str
    starts_on: date


class Week:
    """The seven days from the next call on, as they fill up."""

    def __init__(self, now: datetime, tz: tzinfo, zone: str) -> None:
        self.tz, self.zone = tz, zone
        self.next = _full_minute(now + SOON)
        self.here = self.next.astimezone(tz).replace(tzinfo=None)
        ahead = (self.here.date() + timedelta(days=n) for n in range(1, 7))
        self.free = [day for day in ahead if day.weekday() < 5]
        self._taken: set[tuple[date, time]] = set()

    def slot(self, standing: Standing, past: int, theirs: tzinfo) -> Slot:
        """The slot of somebody with so many dates behind them, decent by their clock if it can."""
        past += standing.idle
        if standing.day == "next":
            return self._next(past)
        if standing.day == "today":
            return self._today(past)
        days = dict(zip(("soon", "middle"), self.free, strict=False))
        days |= {"late": self.free[-2], "last": self.free[-1]}
        day = days[standing.day]
        wall = self._hour(day, standing.hours, theirs)
        if standing.cadence == "monthly":
            return self._monthly(day, wall, past)
        step = _STEPS[standing.cadence]
        zone = self.zone
        if standing.theirs:
            there = instant(datetime.combine(day, wall), self.tz).astimezone(theirs)
            day, wall, zone = there.date(), there.time(), str(theirs)
        start = day - timedelta(weeks=step * (past - 1) + 1)
        return Slot(Rule("WEEKLY", step, (day.weekday(),)), wall, zone, start)

    def elsewhere(self, day: date) -> date:
        """The next day of work after this one that is not the weekday of the next call."""
        days = (day + timedelta(days=n) for n in range(1, 8))
        return next(d for d in days if d.weekday() < 5 and d.weekday() != self.here.weekday())

    def _next(self, past: int) -> Slot:
        """The call in ten minutes; in UTC when a clock change makes its own wall time unclear."""
        there, zone, tz = self.here, self.zone, self.tz
        first = there - timedelta(weeks=past)
        if instant(there, tz) != self.next or clock_trouble(first, tz) == "missing":
            there, zone = self.next.replace(tzinfo=None), "UTC"
            first = there - timedelta(weeks=past)
        rule = Rule("WEEKLY", 1, (there.weekday(),))
        return Slot(rule, there.time(), zone, first.date())

    def _today(self, past: int) -> Slot:
        """The other call of the day: some hours later by daylight, or earlier when it is late."""
        soon = self.here.time()
        late = soon > _LATEST
        hour = soon.hour - 5 if late else max(9, soon.hour + 3)
        upcoming = self.here.date() + timedelta(weeks=late)
        rule = Rule("WEEKLY", 1, (upcoming.weekday(),))
        return Slot(rule, time(hour), self.zone, upcoming - timedelta(weeks=past))

    def _monthly(self, day: date, wall: time, past: int) -> Slot:
        nth = (day.day - 1) // 7 + 1
        rule = Rule("MONTHLY", 1, (day.weekday(),), nth=nth if nth < 5 else -1)
        since = day - timedelta(days=31 * (past + 1))
        before = list(takewhile(lambda one: one < day, rule.days_from(since)))
        return Slot(rule, wall, self.zone, before[-past])

    def _hour(self, day: date, hours: tuple[time, ...], theirs: tzinfo) -> time:
        left = [hour for hour in hours if (day, hour) not in self._taken]
        kind = (hour for hour in left if self._is_decent(datetime.combine(day, hour), theirs))
        hour = next(kind, left[0])
        self._taken.add((day, hour))
        return hour

    def _is_decent(self, wall: datetime, theirs: tzinfo) -> bool:
        return time(7) <= instant(wall, self.tz).astimezone(theirs).time() <= time(21)


def _full_minute(moment: datetime) -> datetime:
    """The moment itself if it is one, else the next, in UTC."""
    whole = moment.astimezone(UTC).replace(second=0, microsecond=0)
    return whole if whole == moment else whole + timedelta(minutes=1)
