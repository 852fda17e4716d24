"""What the desk takes for a time of day, a when and a length."""

import re
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.dates import echo_when, read_minutes, read_time, read_when
from mentordesk.domain.errors import Refusal

NOON = datetime(2026, 11, 21, 12, 0, 20, tzinfo=timezone(timedelta(hours=1)))  # a Saturday
YEARS = (datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2190-01-01"))
WHENS = {
    "next tue 18:00": "2026-11-24T18:00",
    "fri 9:30": "2026-11-27T09:30",
    "fri at 18.30": "2026-11-27T18:30",
    "2026-12-01 18:00": "2026-12-01T18:00",
    "tomorrow 6pm": "2026-11-22T18:00",
    "dec 1 6 pm": "2026-12-01T18:00",
    "1.12. 18.30": "2026-12-01T18:30",
    "in 2 weeks at 9am": "2026-12-05T09:00",
    "18:00": "2026-11-21T18:00",
    "at 6pm": "2026-11-21T18:00",
    "18.30": "2026-11-21T18:30",
    "12:00": "2026-11-21T12:00",
    "11:59": "2026-11-22T11:59",
    "today 12:00": "2026-11-21T12:00",
    "sat 18:00": "2026-11-28T18:00",
}
WHENS_BEHIND = {
    "18:00": "2026-11-20T18:00",
    "12:00": "2026-11-21T12:00",
    "9:30": "2026-11-21T09:30",
    "sat 9:30": "2026-11-21T09:30",
    "sat 18:00": "2026-11-14T18:00",
    "tue 18:00": "2026-11-17T18:00",
    "yesterday 23:59": "2026-11-20T23:59",
}


def says(sentence: str) -> AbstractContextManager[object]:
    """The desk refuses, and this is in its sentence."""
    return pytest.raises(Refusal, match=re.escape(sentence))


@pytest.mark.parametrize(("typed", "wall"), WHENS.items())
def test_a_time_still_to_come(typed: str, wall: str) -> None:
    assert read_when(typed, NOON) == datetime.fromisoformat(wall)


@pytest.mark.parametrize(("typed", "wall"), WHENS_BEHIND.items())
def test_a_time_that_has_been(typed: str, wall: str) -> None:
    assert read_when(typed, NOON, past=True) == datetime.fromisoformat(wall)


def test_a_day_alone_takes_the_usual_time_or_asks_for_one() -> None:
    assert read_when("fri", NOON, default_time=time(18)) == datetime.fromisoformat(
        "2026-11-27T18:00"
    )
    with says("“fri” says no time. Add one, for example fri 18:00."):
        read_when("fri", NOON)


@pytest.mark.parametrize(
    ("typed", "past", "sentence"),
    [
        ("today 11:59", False, "Sat 21 Nov 2026 11:59 is past"),
        ("today 12:01", True, "Sat 21 Nov 2026 12:01 is still to come"),
        ("2026-01-05 18:00", False, "Mon 5 Jan 2026 is past"),
        ("fri 25:00", False, "“25:00” is no time I can read"),
        ("soon 18:00", False, "“soon” is no date I can read"),
        ("31 apr 18:00", False, "no such day as 31 apr"),
        ("1.12", False, "“1.12” could be a day or a time. Write 1.12. or 1:12."),
        ("fri 9", False, "“fri 9” is no date I can read"),
        ("18:00 18:00", False, "“18:00” is no date I can read"),
        ("", False, "no date I can read"),
        ("fri １８:００", False, "no date I can read"),
    ],
)
def test_a_when_that_is_refused(typed: str, past: bool, sentence: str) -> None:
    with says(sentence):
        read_when(typed, NOON, past=past)


@given(st.datetimes(*YEARS), st.times(), st.booleans())
def test_a_time_alone_is_within_a_day(now: datetime, at: time, past: bool) -> None:
    wall = read_when(f"{at:%H:%M}", now.replace(tzinfo=NOON.tzinfo), past=past)
    minute = now.replace(second=0, microsecond=0)
    distance = minute - wall if past else wall - minute
    assert timedelta(0) <= distance < timedelta(days=1)
    assert wall.time() == at.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [("18:00", "18:00"), ("18.30", "18:30"), ("6pm", "18:00"), ("6 PM", "18:00"), ("0:00", "00:00"),
     ("6:30pm", "18:30"), ("12am", "00:00"), ("12:15 am", "00:15"), ("12pm", "12:00"),
     ("9:05", "09:05"), ("23:59", "23:59")],
)  # fmt: skip
def test_times_of_day(typed: str, clock: str) -> None:
    assert f"{read_time(typed):%H:%M}" == clock


@pytest.mark.parametrize(
    "typed",
    ["9", "18", "1800", "24:00", "18:60", "18:5", "13pm", "0am", "0:30am", "6p", "noon", "", "pm",
     "18:00:00", "-1:00", "١٨:٠٠", "６pm", "18h", "6 o'clock", "18,30", "9" * 10_000],
)  # fmt: skip
def test_no_times_of_day(typed: str) -> None:
    with says("is no time I can read. Try 18:00 or 6pm."):
        read_time(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("45", 45), ("45m", 45), ("45 min", 45), ("1h", 60), ("1h30", 90), ("1h 30m", 90), ("1h5", 65),
     ("1:30", 90), ("0:05", 5), ("0h30", 30), ("90", 90), ("1", 1), ("24h", 1440), ("1440", 1440),
     ("24:00", 1440), ("10M", 10)],
)  # fmt: skip
def test_lengths(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize(
    "typed",
    ["0", "0h", "0:00", "1441", "24h01", "25h", "1h60", "1:60", "1:5", "h", "m", "h30", "1.5h",
     "-5", "an hour", "", "٤٥", "1hm", "99999", "5" * 10_000],
)  # fmt: skip
def test_no_lengths(typed: str) -> None:
    with says("no length from 1 minute to 24 hours. Try 45"):
        read_minutes(typed)


def test_the_understood_time_is_said_back() -> None:
    wall = datetime.fromisoformat("2026-12-01T09:05")
    assert echo_when(wall, date(2026, 11, 21)) == "Tue 1 Dec 2026 09:05 (in 10 days)"
