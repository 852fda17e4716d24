"""Weeks, months, kinds and budgets: every minute is in one of each, and in no second."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mentordesk.domain.effort import (
    KINDS,
    LONG,
    Entry,
    Used,
    bar,
    doubt,
    kind_of,
    overlapping,
    period,
    share,
)
from mentordesk.domain.programme_people import TimeKind
from mentordesk.domain.text import length
from mentordesk.store.times import span

PREP, MEETING = TimeKind("prep", "Preparation", 120), TimeKind("meeting", "Meetings", 60)
CALLS = MEETING._replace(counts=("call", "no-show"))
MAIL = TimeKind("mail", "Mail", 60, counts=("chat", "forum", "mail"))
DAYS = some.dates(date(2000, 1, 1), date(2060, 12, 31))
PERIODS = some.sampled_from(["week", "month"])
ZONES = some.sampled_from(
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Tehran"]
)


@given(PERIODS, DAYS)
def test_a_day_lies_in_its_period_and_the_next_begins_the_day_after(per: str, day: date) -> None:
    first, last = period(per, day)
    assert first <= day <= last
    assert period(per, first) == period(per, last) == (first, last)
    assert period(per, last + timedelta(days=1))[0] == last + timedelta(days=1)
    assert (first.weekday() == 0) if per == "week" else (first.day == 1)


@given(PERIODS, some.integers(0, 35 * 365 * 24 * 4), ZONES)
def test_an_instant_is_in_one_period_whatever_clocks_do(per: str, quarters: int, zone: str) -> None:
    tz = ZoneInfo(zone)
    at = datetime(2005, 1, 1, tzinfo=UTC) + quarters * timedelta(minutes=15)
    here = at.astimezone(tz).date()
    own = period(per, here)
    near = {period(per, here + timedelta(days=n)) for n in (-32, -8, -1, 0, 1, 8, 32)}
    holding = [each for each in near if span(*each, tz)[0] <= at < span(*each, tz)[1]]
    assert holding == [own]


def test_a_week_with_a_clock_change_in_it_is_an_hour_longer_or_shorter() -> None:
    tz = ZoneInfo("Europe/Berlin")
    hours = []
    for monday in (date(2026, 10, 19), date(2026, 3, 23), date(2026, 11, 2)):
        begins, ends = span(*period("week", monday), tz)
        hours.append((ends - begins) // timedelta(hours=1))
    assert hours == [169, 167, 168]


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("call", "meeting"), ("no-show", "meeting"), ("chat", "mail"), ("mail", "mail"),
     ("prep", "prep"), ("meeting", "meeting"), ("other", None)],
)  # fmt: skip
def test_an_entry_counts_as_the_kind_that_lists_it_or_is_called_so(
    kind: str, counts: str | None
) -> None:
    found = kind_of(kind, [PREP, CALLS, MAIL])
    assert (found.key if found else None) == counts


def test_a_listing_wins_over_a_name() -> None:
    billed = TimeKind("call", "Paid calls")
    assert kind_of("call", [billed, CALLS]) == CALLS


@given(some.lists(some.tuples(some.sampled_from([*KINDS, "prep", "dance"]), some.integers(1, 99))))
def test_every_minute_is_in_one_kind(spent: list[tuple[str, int]]) -> None:
    used = share(spent, [PREP, CALLS, MAIL])
    assert sum(one.minutes for one in used) == sum(minutes for _, minutes in spent)
    assert max(Counter(one.key for one in used).values()) == 1
    assert [one.key for one in used[:3]] == ["prep", "meeting", "mail"]


def test_what_is_no_kind_of_the_playbook_comes_last() -> None:
    assert share([("other", 7), ("call", 50), ("no-show", 25)], [CALLS]) == [
        Used("meeting", "Meetings", 75, 60),
        Used("", "Anything else", 7),
    ]


@pytest.mark.parametrize(
    ("minutes", "budget", "shows"),
    [(0, 60, "░░░░"), (1, 60, "█░░░"), (30, 60, "██░░"), (60, 60, "████"), (90, 60, "████"),
     (30, 0, "")],
)  # fmt: skip
def test_a_bar_shows_the_part_that_is_used(minutes: int, budget: int, shows: str) -> None:
    assert bar(minutes, budget, 4) == shows


@pytest.mark.parametrize(
    ("minutes", "says"), [(0, "0 min"), (59, "59 min"), (60, "1 h"), (90, "1 h 30 min")]
)
def test_a_length_in_words(minutes: int, says: str) -> None:
    assert length(minutes) == says


def test_only_more_than_a_working_day_is_doubted() -> None:
    assert doubt(LONG) == ""
    assert doubt(LONG + 1) == "8 h 1 min at a stretch is more than a working day."


def entry(name: str, hour: int, minutes: int) -> Entry:
    start = datetime(2026, 11, 26, hour, tzinfo=UTC)
    return Entry(name, "m", "Ada", "ada", "call", start, minutes)


def test_entries_of_the_same_time_are_found_and_neighbours_are_not() -> None:
    call = entry("call", 17, 60)
    before, within, after = entry("a", 16, 60), entry("b", 17, 10), entry("c", 18, 5)
    around = entry("d", 15, 600)
    assert overlapping(call, [before, within, after, around, call]) == [within, around]


@pytest.mark.parametrize(("seconds", "seen"), [(30, False), (60, False), (61, True)])
def test_a_minute_in_common_is_none(seconds: int, seen: bool) -> None:
    call = entry("call", 17, 60)
    late = entry("log", 18, 15)
    late = late._replace(start=late.start - timedelta(seconds=seconds))
    assert bool(overlapping(call, [late])) == seen
