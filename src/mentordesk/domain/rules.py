"""How a standing slot repeats: weekly or monthly days, counted without being walked.

Rules are kept in the grammar of RFC 5545 §3.3.10. They are named tuples, as all of `cadence` is.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import dropwhile
from typing import NamedTuple, Self

from mentordesk.domain.errors import Refusal

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONGEST_RUN = 520
"""Meetings of a run that is counted."""
_END = date(9990, 1, 1)  # a rule stops here: Python counts no further than the year 9999
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


def short_day(day: date) -> str:
    """`24 Nov`, where the year is known."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def day_words(day: date, today: date) -> str:
    """`Tue 24 Nov`; the year only when it is another one: `Tue 5 Jan 2027`."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{DAY_NAMES[day.weekday()][:3]} {short_day(day)}{year}"


def monday_of(day: date) -> date:
    """The Monday of the week a day lies in (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def days_named(weekdays: Iterable[int]) -> str:
    """Days of the week, Monday being 0: `Tuesday`, `Tuesday, Thursday and Sunday`."""
    days = [DAY_NAMES[day] for day in weekdays]
    return " and ".join(filter(None, (", ".join(days[:-1]), *days[-1:])))


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

    def every(self, interval: int) -> "Rule":
        """The same days in every n-th week or month. Raises Refusal like a new rule."""
        return Rule(self.freq, interval, self.weekdays, self.nth, self.month_day)

    def spoken(self) -> str:
        """The rule in words: `every Tuesday`, `every 2 weeks on Tuesday and Thursday`."""
        names = days_named(self.weekdays)
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
        return dropwhile(start.__gt__, self._from_period(start, 0))

    def numbered(self, start: date, since: date | None = None) -> Iterator[tuple[int, date]]:
        """The days of `days_from(start)` from `since` on, each with its number, counted from 1.

        What lies before `since` is counted without being walked.
        """
        since = max(start, since or start)
        period = self._periods_between(start, since)
        number = period * (len(self.weekdays) or 1) - self._days_before(start)
        for day in self._from_period(start, period):
            number += 1
            if day >= since:
                yield number, day

    def _days_before(self, start: date) -> int:
        """How many days of the rule the period of its start has before it."""
        if self.freq == "WEEKLY":
            return sum(weekday < start.weekday() for weekday in self.weekdays)
        return int(next(self._monthly(start, 0)) < start)

    @property
    def longest_pause(self) -> timedelta:
        """No two neighbouring days of the rule are further apart."""
        return timedelta(weeks=self.interval if self.freq == "WEEKLY" else 5 * self.interval)

    def _periods_between(self, start: date, since: date) -> int:
        if self.freq == "WEEKLY":
            return (since - start + timedelta(days=start.weekday())).days // 7 // self.interval
        months = (since.year - start.year) * 12 + since.month - start.month
        return months // self.interval

    def _from_period(self, start: date, period: int) -> Iterator[date]:
        days = self._weekly if self.freq == "WEEKLY" else self._monthly
        return days(start, period)

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
