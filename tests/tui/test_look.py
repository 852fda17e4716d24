"""Instants and days in words, without a terminal."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.errors import Refusal
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look

NOW = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def zone_of(name: str) -> tzinfo:
    if name == "Nowhere":
        raise Refusal("no such zone")
    return ZoneInfo(name)


LOOK = Look(NOW, BERLIN, zone_of)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "now"),
        (0.5, "now"),
        (1, "in 1 min"),
        (12, "in 12 min"),
        (59.9, "in 59 min"),
        (60, "in 1 h"),
        (125, "in 2 h 05"),
        (11 * 60, "in 11 h"),
        (24 * 60, "tomorrow"),
        (5 * 24 * 60, "in 5 days"),
        (20 * 24 * 60, "in 20 days"),
        (22 * 24 * 60, "in 3 weeks"),
        (-5, "5 min ago"),
        (-125, "2 h 05 ago"),
        (-24 * 60, "yesterday"),
        (-9 * 24 * 60, "9 days ago"),
    ],
)
def test_how_far_an_instant_is_away(minutes: float, said: str) -> None:
    assert words.distance(NOW + timedelta(minutes=minutes), LOOK) == said


@pytest.mark.parametrize(
    ("of", "said"),
    [(date(2026, 11, 26), "Thu 26 Nov"), (date(2027, 1, 5), "Tue 5 Jan 2027")],
)
def test_a_day_says_its_year_only_when_it_is_another_one(of: date, said: str) -> None:
    assert words.day(of, date(2026, 11, 26)) == said


@pytest.mark.parametrize(
    ("zone", "pronouns", "said"),
    [
        ("Europe/London", "", "their clock 16:48 London"),
        ("Europe/London", "she/her", "her clock 16:48 London"),
        ("Europe/London", "he/him", "his clock 16:48 London"),
        ("Europe/London", "he/they", "their clock 16:48 London"),
        ("Europe/London", "xe/xem", "their clock 16:48 London"),
        ("America/Argentina/Buenos_Aires", "", "their clock 13:48 Buenos Aires"),
        ("Asia/Tokyo", "", "their clock Fri 01:48 Tokyo"),
        ("Africa/Lagos", "", ""),
        ("", "", ""),
        ("Nowhere", "", ""),
    ],
)
def test_the_other_clock_is_named_where_it_says_something_else(
    zone: str, pronouns: str, said: str
) -> None:
    assert words.their_clock(NOW, zone, LOOK, pronouns) == said


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (50, "50 min"), (60, "1 h"), (250, "4 h 10")]
)
def test_a_length_of_time(minutes: int, said: str) -> None:
    assert words.length(minutes) == said


@pytest.mark.parametrize(
    ("number", "total", "said"), [(5, 12, "5/12"), (5, 0, "5"), (0, 0, ""), (0, 12, "0/12")]
)
def test_which_meeting_it_is(number: int, total: int, said: str) -> None:
    assert words.number(number, total) == said


@given(st.datetimes(timezones=st.just(UTC)), st.sampled_from([1, 60]))
def test_the_next_tick_is_on_the_whole_second_or_minute(now: datetime, step: int) -> None:
    wait = words.until_next(now, step)
    assert 0 < wait <= step
    tick = now + timedelta(seconds=wait)
    assert tick.second % step == 0
    assert tick.microsecond == 0
