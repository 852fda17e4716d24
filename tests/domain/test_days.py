"""What stands on the days of a calendar: signs, order, pages of whole weeks, busy times."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from mentordesk.domain.busy import BusyTime
from mentordesk.domain.days import (
    BUSY,
    CALL,
    GAP,
    MILESTONE,
    SAID,
    SIGNS,
    DaysPage,
    Entry,
    calls_among,
    in_order,
    month_of,
    week_of,
    with_busy,
)

DAY = date(2026, 11, 26)
EAST = timezone(timedelta(hours=2))


def at(hour: int, minute: int = 0, day: int = 26) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def page(*entries: Entry) -> DaysPage:
    return DaysPage(*week_of(DAY), DAY, entries)


def test_no_two_kinds_or_states_look_the_same_without_colour() -> None:
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert set(SAID) == set(SIGNS)
    assert all(len(sign) == 1 for sign in SIGNS.values())


@pytest.mark.parametrize(
    ("kind", "state", "confirmed", "sign", "said"),
    [
        (CALL, "", False, "○", ""),
        (CALL, "", True, "○", "confirmed"),
        (CALL, "moved", True, "◇", "moved"),
        (CALL, "missed", False, "✗", "missed"),
        (MILESTONE, "due", False, "!", "due"),
        (GAP, "", False, "≈", "no calls"),
        (CALL, "elsewhere", False, "○", ""),
    ],
)
def test_a_thing_says_what_became_of_it(
    kind: str, state: str, confirmed: bool, sign: str, said: str
) -> None:
    entry = Entry(kind, DAY, "Ada", state, confirmed=confirmed)
    assert (entry.sign, entry.said) == (sign, said)


def test_what_takes_all_day_stands_before_the_hours_and_days_in_their_order() -> None:
    late, early = Entry(CALL, DAY, "b", start=at(9)), Entry(CALL, DAY, "a", start=at(8))
    due = Entry(MILESTONE, DAY, "z")
    before = Entry(CALL, DAY - timedelta(days=1), "c", start=at(23, day=25))
    assert sorted([late, due, early, before], key=in_order) == [before, due, early, late]


def test_a_gap_stands_on_every_day_of_it_that_the_page_has() -> None:
    gap = Entry(GAP, date(2026, 11, 28), "Ada", last=date(2026, 12, 3))
    assert sorted(page(gap).by_day()) == [date(2026, 11, 28), date(2026, 11, 29)]


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 11, 26), date(2026, 10, 26)),
        (date(2026, 2, 14), date(2026, 1, 26)),
        (date(2027, 3, 1), date(2027, 3, 1)),
    ],
)
def test_a_month_is_always_six_whole_weeks(day: date, first: date) -> None:
    begins, ends = month_of(day)
    assert (begins, (ends - begins).days) == (first, 41)
    assert begins.weekday() == 0
    assert begins <= day <= ends


def test_calls_that_do_not_take_place_are_not_counted() -> None:
    states = ("", "moved", "held", "open", "running", "missed", "skipped")
    calls = [Entry(CALL, DAY, "Ada", state) for state in states]
    assert calls_among([*calls, Entry(MILESTONE, DAY, "x")]) == 5


def test_busy_times_stand_on_the_mentors_own_days_and_whole_days_above_the_hours() -> None:
    busy = [
        BusyTime(at(22, 30), at(23), "dentist", "work"),
        BusyTime(at(22, day=23), at(22, day=25), "", "trips"),
    ]
    trip, dentist = with_busy(page(), busy, EAST).entries
    assert (trip.kind, trip.title, trip.day, trip.last) == (
        BUSY, "busy", date(2026, 11, 24), date(2026, 11, 25),
    )  # fmt: skip
    assert (dentist.title, dentist.day, dentist.start) == (
        "dentist", date(2026, 11, 27), at(22, 30),
    )  # fmt: skip
