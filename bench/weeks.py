"""Gates of a week of many slots: its occurrences, and the page of the Calendar that shows them."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import data
from bench.gates import Gate, Group, Sample
from mentordesk.desk import Desk
from mentordesk.domain.cadence import Series
from mentordesk.domain.days import week_of
from mentordesk.domain.rules import Rule
from mentordesk.store.slots import all_series

SLOTS = 200
NOW = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)
_SINCE = date(2025, 1, 6)
_ZONES = ("Europe/London", "America/New_York", "Asia/Tokyo", "Africa/Lagos", "Europe/Berlin")
_AGAIN = 20
"""A week takes so little time that it is looked at several times a round."""


def groups() -> list[Group]:
    """A week of endless slots against plain arithmetic, and the page as it is drawn from."""
    gates = [
        Gate("week", f"a week of {SLOTS} endless slots : plain arithmetic", "ms", 5),
        Gate("page", f"the Calendar's week with {SLOTS} of them : plain arithmetic", "ms", None),
    ]
    return [Group("week", gates, _week, 9)]


def _week(rounds: int) -> dict[str, Sample]:
    with TemporaryDirectory(prefix="mentordesk-bench-") as folder:
        desk = crowd(Path(folder, "home"))
        found = [_round(desk, all_series(desk.store)) for _ in range(rounds)]
        desk.close()
    ours, pages, plain = zip(*found, strict=True)
    return {"week": Sample(ours, plain), "page": Sample(pages, plain)}


def crowd(home: Path) -> Desk:
    """A desk with as many people, each with a weekly slot that never ends."""
    desk = data.open_home(home, NOW)
    with desk.store.atomic("build", NOW, undoable=False):
        for n in range(SLOTS):
            handle, zone = f"p{n}", _ZONES[n % len(_ZONES)]
            desk.people.add(f"P{n}", handle=handle, zone=zone, started_on=_SINCE)
            rule, at = Rule("WEEKLY", weekdays=(n % 7,)), time(8 + n % 12)
            desk.slots.set(handle, rule, at, minutes=45, starts_on=_SINCE, zone=zone, force=True)
            desk.store.conn.execute("UPDATE series SET until_day = NULL, count = 0")
    return desk


def _round(desk: Desk, series: Sequence[Series]) -> tuple[float, float, float]:
    """Seconds of our occurrences, of the whole page, and of the arithmetic alone."""
    first, last = week_of(desk.today())
    since = datetime.combine(first, time(), UTC)
    until = since + timedelta(days=7)
    ours = _seconds(lambda: [one for each in series for one in each.between(since, until)])
    pages = _seconds(partial(desk.pages.days, first, last))
    return ours, pages, _seconds(partial(arithmetic, series, first))


def arithmetic(series: Sequence[Series], first: date) -> list[tuple[datetime, datetime]]:
    """Instants of weekly slots in one week, and nothing else: no gaps, moves, ends or numbers."""
    found = []
    for one in series:
        day = first + timedelta(days=(one.rule.weekdays[0] - first.weekday()) % 7)
        start = datetime.combine(day, one.wall_time, one.tz).astimezone(UTC)
        found.append((start, start + timedelta(minutes=one.minutes)))
    return sorted(found)


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    for _ in range(_AGAIN):
        work()
    return (perf_counter() - start) / _AGAIN
