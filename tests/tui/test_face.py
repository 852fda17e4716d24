"""What the clock of a call says at a glance, in words and in a bar."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.timebox import Timebox
from mentordesk.tui.presentation.face import Face, bar, face, scale
from mentordesk.tui.widgets.clock import big

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 11, 26, 17, tzinfo=UTC)


def after(minutes: float, **changes: object) -> Face:
    """The clock of an hour's call so many minutes after its start."""
    box = Timebox(**{"started": START, "planned_end": at(60), "reserve": 15, **changes})  # type: ignore[arg-type]
    return face(box, at(minutes), BERLIN)


def at(minutes: float) -> datetime:
    """So many minutes after the start."""
    return START + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("shown", "time", "caption", "words"),
    [
        (after(27.7), "32:18", "left", "wrap-up 18:45 · ends 19:00"),
        (after(27.7, hard_stop=True), "32:18", "left", "wrap-up 18:45 · ends 19:00 hard stop"),
        (after(45), "15:00", "left", "wrap-up now · ends 19:00"),
        (after(60), "00:00", "left", "over since 19:00"),
        (after(63.5), "03:30", "over", "over since 19:00"),
        (after(10, reserve=0), "50:00", "left", "ends 19:00"),
        (after(50, extended=10), "20:00", "left", "wrap-up 18:55 · ends 19:10 (+10)"),
        (
            after(24, pauses=((at(20), None),)),
            "40:00",
            "left",
            "paused 4 min · wrap-up 18:49 · ends 19:04",
        ),
        (
            after(62, hard_stop=True, pauses=((at(50), None),)),
            "02:00",
            "over",
            "paused 12 min · over since 19:00 hard stop",
        ),
    ],
)
def test_every_state_is_said_in_words(shown: Face, time: str, caption: str, words: str) -> None:
    assert (shown.time, shown.caption, shown.words) == (time, caption, words)


@pytest.mark.parametrize(
    ("shown", "state"),
    [
        (after(10), ""),
        (after(46), "The wrap-up has begun"),
        (after(61), "The time is over"),
        (after(24, pauses=((at(20), None),)), "paused 4 min"),
        (
            after(62, hard_stop=True, pauses=((at(50), None),)),
            "paused 12 min · The time is over",
        ),
    ],
)
def test_a_wide_clock_announces_what_is_not_plain_work(shown: Face, state: str) -> None:
    assert shown.state == state


@given(st.integers(0, 200), st.floats(0, 1), st.floats(0, 1))
def test_the_bar_is_always_as_long_as_its_place(width: int, gone: float, reserve: float) -> None:
    runs = bar(width, gone, reserve)
    assert sum(len(run) for _, run in runs) == width
    assert all(run for _, run in runs)


def test_the_bar_shows_what_is_gone_what_is_left_and_the_reserve() -> None:
    assert bar(8, 0.25, 0.75) == [("gone", "██"), ("left", "░░░░"), ("reserve", "▒▒")]
    assert bar(8, 0.875, 0.75) == [("gone", "██████"), ("late", "█"), ("reserve", "▒")]


def test_the_scale_has_its_times_where_they_are() -> None:
    marks = ("18:00", "wrap-up 18:45", "19:00")
    assert scale(60, 0.5, marks) == "18:00" + " " * 25 + "wrap-up 18:45" + " " * 12 + "19:00"
    assert scale(60, 0.9, marks).endswith("  wrap-up 18:45  19:00")
    assert scale(24, 0.1, marks) == "18:00              19:00"


@given(st.integers(10, 120), st.floats(0, 1))
def test_the_scale_never_runs_over(width: int, reserve: float) -> None:
    assert len(scale(width, reserve, ("18:00", "wrap-up 18:45", "19:10 (+10) hard stop"))) <= max(
        width, 0
    )


def test_big_digits_are_three_rows_of_one_width() -> None:
    rows = big("12:34")
    assert [len(row) for row in rows] == [13, 13, 13]
    assert rows[1][6] == "•"
    assert len({tuple(big(str(digit))) for digit in range(10)}) == 10


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, ("60", "min left")),
        (27.7, ("33", "min left")),
        (59.9, ("1", "min left")),
        (60, ("0", "min left")),
        (60.5, ("0", "min over")),
        (63.5, ("3", "min over")),
    ],
)
def test_a_still_clock_says_minutes_and_moves_with_them(
    minutes: float, said: tuple[str, str]
) -> None:
    box = Timebox(started=START, planned_end=at(60), reserve=15)
    shown = face(box, at(minutes), BERLIN, still=True)
    assert (shown.time, shown.caption) == said
