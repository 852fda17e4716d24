"""Days, hours and how often, as they are typed into a contact policy."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.dates.hours import read_days, read_hours, read_often
from mentordesk.domain.contact_words import day_words
from mentordesk.domain.errors import Refusal


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("mon-fri", (0, 1, 2, 3, 4)), ("Mon–Fri", (0, 1, 2, 3, 4)), ("weekdays", (0, 1, 2, 3, 4)),
        ("weekends", (5, 6)), ("every day", ()), ("", ()), ("tue,thu", (1, 3)),
        ("tue, thu", (1, 3)), ("sat-mon", (0, 5, 6)), ("wed", (2,)), ("mon wed-thu", (0, 2, 3)),
    ],
)  # fmt: skip
def test_days(typed: str, days: tuple[int, ...]) -> None:
    assert read_days(typed) == days


@pytest.mark.parametrize("typed", ["someday", "mon-", "m-f", "t", "1-5", "mon-fry"])
def test_what_are_no_days_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match=r"is no weekday\. Give weekdays: mon-fri"):
        read_days(typed)


@given(st.sets(st.integers(0, 6), min_size=1, max_size=6))
def test_days_in_words_are_read_again(days: set[int]) -> None:
    chosen = tuple(sorted(days))
    assert read_days(day_words(chosen)) == chosen


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("9-18", (time(9), time(18))), ("9–18", (time(9), time(18))),
        ("9:30 - 17", (time(9, 30), time(17))), ("20-2", (time(20), time(2))),
        ("9-24", (time(9), time(0))), ("9am-5pm", (time(9), time(17))),
        ("any", None), ("", None),
    ],
)  # fmt: skip
def test_hours(typed: str, hours: tuple[time, time] | None) -> None:
    assert read_hours(typed) == hours


@pytest.mark.parametrize("typed", ["9", "nine-five", "9-25", "9-", "9-9"])
def test_what_are_no_hours_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_hours(typed)


@pytest.mark.parametrize(
    ("typed", "most"),
    [("3/week", 3), ("3 a week", 3), ("3", 3), ("12 per week", 12), ("3x", 3),
     ("2 times a week", 2), ("0", 0), ("", 0), ("none", 0)],
)  # fmt: skip
def test_how_often(typed: str, most: int) -> None:
    assert read_often(typed) == most


@pytest.mark.parametrize("typed", ["often", "3/day", "-3", "1000", "3.5"])
def test_what_is_no_number_a_week_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match=r"is no number a week\. Try 3/week\."):
        read_often(typed)
