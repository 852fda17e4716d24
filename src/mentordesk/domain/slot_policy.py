"""What a programme thinks of changing dates: how early to say so, how often, and what it costs."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from mentordesk.domain.cadence import Series
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import counted

_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


class Changed(NamedTuple):
    """A date that was moved or skipped: when it was to be, who asked, how many hours before."""

    day: date
    start: datetime
    state: str
    by: str
    notice: int
    reason: str = ""


def in_month(changes: Iterable[Changed]) -> list[tuple[int, Changed]]:
    """Changes, oldest first, each with the how-manieth of its month it is."""
    seen: Counter[str] = Counter()
    found = []
    for one in changes:
        month = f"{one.day:%Y-%m}"
        seen[month] += 1
        found.append((seen[month], one))
    return found


def notice(now: datetime, start: datetime, asked: int) -> str:
    """Whether a change comes earlier than the playbook asks for, in hours; '' when it does.

    A part of an hour is not counted: 23 h 50 min are 23 h.
    """
    hours = max(0, (start - now) // timedelta(hours=1))
    if not asked or start - now >= timedelta(hours=asked):
        return ""
    return f"{hours} h notice; the programme asks for {asked}."


def too_often(changes: int, most: int, month: str) -> str:
    """Whether more dates of a month were changed than the playbook lets pass; '' when not."""
    if not most or changes <= most:
        return ""
    nth = _ORDINALS.get(changes, f"{changes}th")
    return f"The {nth} change in {month} (the programme says {most}): find another time?"


def later(was: date | None, now: date | None, today: date) -> str:
    """By how much the end has moved, in a sentence; '' when it has not."""
    if was is None or now is None or was == now:
        return ""
    days = abs((now - was).days)
    amount = counted(days, "day") if days % 7 else counted(days // 7, "week")
    way = "later" if now > was else "earlier"
    return f"The run ends {amount} {way}, on {day_words(now, today)}, as the programme has it."


def stays(run: Series, today: date) -> str:
    """That a run which is set to follow keeps its day and time, in a sentence."""
    when = f"{run.rule.spoken()}, {run.wall_time:%H:%M}"
    return f"The run from {day_words(run.starts_on, today)} stays as it is: {when}."


def longer(series: Series, dates: int) -> tuple[int, date | None]:
    """`count` and `until` of a slot whose run has so many dates more (less than 0: fewer)."""
    if series.count:
        return max(1, series.count + dates), None
    if series.until is None:
        return 0, None
    return 0, series.until + _shift(series, dates)


def _shift(series: Series, dates: int) -> timedelta:
    """From the last day of the rule to the one that many dates further."""
    last = series.last_day
    if last is None or series.until is None:
        return timedelta(0)
    if dates < 0:
        days = [day for _, day in series.numbered()]
        return days[max(0, len(days) - 1 + dates)] - last
    beyond = series.rule.numbered(series.starts_on, last + timedelta(days=1))
    return [next(beyond)[1] for _ in range(dates)][-1] - last if dates else timedelta(0)
