"""How early a change is said, how many there are in a month, and where a run ends after it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mentordesk.domain.cadence import Series
from mentordesk.domain.rules import Rule
from mentordesk.domain.slot_policy import later, longer, notice, too_often

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("minutes", "asked", "says"),
    [
        (24 * 60, 24, ""),
        (24 * 60 - 1, 24, "23 h notice; the programme asks for 24."),
        (14 * 60, 24, "14 h notice; the programme asks for 24."),
        (59, 12, "0 h notice; the programme asks for 12."),
        (-30, 12, "0 h notice; the programme asks for 12."),
        (5, 0, ""),
    ],
)
def test_less_notice_than_asked_for_is_said(minutes: int, asked: int, says: str) -> None:
    assert notice(NOW, NOW + timedelta(minutes=minutes), asked) == says


@pytest.mark.parametrize(
    ("changes", "most", "says"),
    [
        (2, 2, ""),
        (3, 2, "The third change in Dec (the programme says 2): find another time?"),
        (6, 2, "The 6th change in Dec (the programme says 2): find another time?"),
        (9, 0, ""),
    ],
)
def test_more_changes_than_the_programme_lets_pass(changes: int, most: int, says: str) -> None:
    assert too_often(changes, most, "Dec") == says


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (7, "The run ends 1 week later, on Thu 17 Dec, as the programme has it."),
        (14, "The run ends 2 weeks later, on Thu 24 Dec, as the programme has it."),
        (-7, "The run ends 1 week earlier, on Thu 3 Dec, as the programme has it."),
        (5, "The run ends 5 days later, on Tue 15 Dec, as the programme has it."),
        (0, ""),
    ],
)
def test_an_end_that_moved_is_said(days: int, says: str) -> None:
    was = date(2026, 12, 10)
    assert later(was, was + timedelta(days=days), TODAY) == says


def test_what_has_no_end_has_none_that_moved() -> None:
    assert later(None, TODAY, TODAY) == later(TODAY, None, TODAY) == ""


def run(rule: Rule, count: int, until: date | None) -> Series:
    tz = ZoneInfo("Europe/Berlin")
    return Series(
        "s", "m", rule, time(18), 60, "Europe/Berlin", tz, date(2026, 11, 26), count, until
    )


def grown(series: Series, dates: int) -> Series:
    """The same run with so many dates more."""
    count, until = longer(series, dates)
    return series._replace(count=count, until=until)


RULES = some.sampled_from(
    [Rule("WEEKLY", 1, (3,)), Rule("WEEKLY", 2, (1, 3)), Rule("MONTHLY", 1, (3,), 2)]
)


@given(RULES, some.integers(2, 30), some.integers(1, 5), some.booleans(), some.integers(0, 1))
def test_a_longer_run_has_that_many_dates_more_and_can_be_shortened_again(
    rule: Rule, dates: int, more: int, counted: bool, slack: int
) -> None:
    last = [day for _, day in zip(range(dates), rule.days_from(date(2026, 11, 26)), strict=False)][
        -1
    ]
    before = run(rule, dates, None) if counted else run(rule, 0, last + timedelta(days=slack))
    had = list(before.days())
    now = grown(before, more)
    assert len(list(now.days())) == len(had) + more
    assert list(now.days())[: len(had)] == had
    back = grown(now, -more)
    assert list(back.days()) == had


def test_an_open_run_stays_open() -> None:
    assert longer(run(Rule("WEEKLY", 1, (3,)), 0, None), 3) == (0, None)
