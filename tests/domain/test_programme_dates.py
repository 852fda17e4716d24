"""Milestones fall on the days that their words say."""

from datetime import date, timedelta
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk import playbooks
from mentordesk.domain.programme_dates import calendar, falls, later
from mentordesk.domain.programme_events import Milestone

# A Tuesday; twelve weeks later is a Tuesday too.
START, END = date(2026, 9, 1), date(2026, 11, 24)
PLAIN = Milestone("m", "M", "check-in")


def shown(days: list[date]) -> str:
    return " ".join(f"{day.month}-{day.day}" for day in days)


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ({}, "9-1"),
        ({"days": -7}, "8-25"),
        ({"weeks": 2, "days": 1}, "9-16"),
        ({"months": 3}, "12-1"),
        ({"after": "end"}, "11-24"),
        ({"after": "end", "weeks": -2}, "11-10"),
        ({"after": "previous", "days": 3}, "9-11"),
        ({"percent": 50}, "10-13"),
        ({"percent": 50, "days": -3}, "10-10"),
        ({"weekday": "friday"}, "9-4"),
        ({"weekday": "tuesday"}, "9-1"),
        ({"month_day": 1, "every_months": 1}, "9-1 10-1 11-1 12-1"),
        ({"month_day": 15, "days": 20, "every_months": 1}, "10-15 11-15 12-15 1-15"),
        ({"every_weeks": 1, "weekday": "friday"}, "9-4 9-11 9-18 9-25"),
        ({"every_months": 1}, "10-1 11-1 12-1 1-1"),
        ({"every_months": 3}, "12-1 3-1 6-1 9-1"),
        ({"every_weeks": 4, "weeks": 2}, "9-15 10-13 11-10 12-8"),
        ({"every_sessions": 4}, ""),
        ({"step": "showcase"}, ""),
    ],
)
def test_a_milestone_falls_on(when: dict[str, Any], says: str) -> None:
    days = falls(PLAIN._replace(**when), START, END, previous=date(2026, 9, 8))
    assert shown(list(islice(days, 4))) == says


@pytest.mark.parametrize("when", [{"after": "end"}, {"percent": 50}, {"after": "previous"}])
def test_without_an_end_or_a_predecessor_there_is_no_day(when: dict[str, Any]) -> None:
    assert list(falls(PLAIN._replace(**when), START)) == []


def test_short_months_give_their_last_day_and_do_not_drift() -> None:
    days = falls(PLAIN._replace(every_months=1), date(2027, 1, 31))
    assert shown(list(islice(days, 3))) == "2-28 3-31 4-30"
    assert later(date(2028, 2, 29), months=-12) == date(2027, 2, 28)


def test_what_repeats_stops_with_the_end_and_what_comes_after_it_does_not() -> None:
    weekly = PLAIN._replace(key="w", every_weeks=4)
    after = PLAIN._replace(key="a", after="end", days=7)
    found = calendar([weekly, after], START, END, END + timedelta(days=30))
    assert [(shown([day]), one.key) for day, one in found] == [
        ("9-29", "w"),
        ("10-27", "w"),
        ("11-24", "w"),
        ("12-1", "a"),
    ]


def test_the_previous_one_is_the_one_before_in_the_list() -> None:
    chain = [PLAIN._replace(weeks=1), *[PLAIN._replace(after="previous", days=1)] * 2]
    assert shown([day for day, _ in calendar(chain, START, None, END)]) == "9-8 9-9 9-10"


def test_a_carpentries_term_of_twelve_weeks() -> None:
    milestones = playbooks.load_shipped("carpentries").milestones
    found = calendar(milestones, START, END, END)
    assert [(shown([day]), one.key) for day, one in found] == [
        ("8-25", "onboarding"),
        ("10-1", "report"),
        ("10-13", "touch-base"),
        ("10-13", "power-check-in"),
        ("10-13", "survey-mid"),
        ("11-1", "report"),
        ("11-24", "showcase"),
        ("11-24", "survey-end"),
    ]


def test_a_month_at_codingnomads() -> None:
    milestones = playbooks.load_shipped("codingnomads").milestones
    found = calendar(milestones, date(2026, 9, 3), None, date(2026, 10, 3))
    assert [(shown([day]), one.key) for day, one in found] == [
        ("9-4", "stand-up"),
        ("9-11", "stand-up"),
        ("9-18", "stand-up"),
        ("9-25", "stand-up"),
        ("10-1", "timesheet"),
        ("10-2", "stand-up"),
    ]


days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(
    start=days,
    weeks=st.integers(0, 8),
    months=st.integers(0, 6),
    offset=st.integers(-40, 400),
    length=st.integers(0, 700),
)
def test_repetitions_only_go_forward_and_never_past_the_end(
    start: date, weeks: int, months: int, offset: int, length: int
) -> None:
    end = start + timedelta(days=length)
    one = PLAIN._replace(days=offset, every_weeks=weeks, every_months=0 if weeks else months)
    found = [day for day, _ in calendar([one], start, end, end)]
    assert found == sorted(set(found))
    assert all(start + timedelta(days=offset) <= day <= end for day in found)
    assert found or offset > length or (offset == 0 and one.repeats)
