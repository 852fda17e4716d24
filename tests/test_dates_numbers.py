"""Whole numbers, and where a date is moved to, as they are typed."""

from datetime import datetime

import pytest
from tests.ical.samples import wall

from mentordesk.dates.moves import read_move
from mentordesk.dates.numbers import read_number
from mentordesk.domain.errors import Refusal

NOW, WAS = wall("2026-11-26T17:48"), wall("2026-12-03T18:00")


@pytest.mark.parametrize(("typed", "number"), [("1", 1), (" 52 ", 52), ("0052", 52), ("520", 520)])
def test_a_number_is_read_whole(typed: str, number: int) -> None:
    assert read_number(typed, 1, 520, "“{}” is none.") == number


@pytest.mark.parametrize(
    "typed", ["", "0", "521", "99999999999", "9" * 5000, "-1", "1.5", "٣", "²", "5 5", "many"]
)
def test_a_number_of_which_something_would_be_left_out_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="is none"):
        read_number(typed, 1, 520, "“{}” is none.")


@pytest.mark.parametrize(
    ("typed", "to"),
    [
        ("19:30", wall("2026-12-03T19:30")),
        ("7pm", wall("2026-12-03T19:00")),
        ("at 19:30", wall("2026-12-03T19:30")),
        ("4 dec 9:00", wall("2026-12-04T09:00")),
        ("tomorrow at 6pm", wall("2026-11-27T18:00")),
    ],
)
def test_a_date_keeps_the_day_or_the_time_that_is_not_said(typed: str, to: datetime) -> None:
    assert read_move(typed, NOW, WAS) == to


@pytest.mark.parametrize(
    ("was", "typed", "to"),
    [
        (WAS, "fri", wall("2026-12-04T18:00")),
        (WAS, "wed 19:00", wall("2026-12-02T19:00")),
        (WAS, "thu at 6:30pm", wall("2026-12-03T18:30")),
        (WAS, "next thursday", wall("2026-12-10T18:00")),
        (wall("2027-01-05T18:00"), "sun", wall("2027-01-10T18:00")),
        # over, or today, which a bare weekday never is: the next one
        (wall("2026-11-28T18:00"), "tue", wall("2026-12-01T18:00")),
        (wall("2026-11-28T18:00"), "thu", wall("2026-12-03T18:00")),
        (wall("2026-11-28T18:00"), "fri", wall("2026-11-27T18:00")),
    ],
)
def test_a_weekday_is_one_of_the_week_of_the_date_that_moves(
    was: datetime, typed: str, to: datetime
) -> None:
    assert read_move(typed, NOW, was) == to


@pytest.mark.parametrize("typed", ["", "someday", "1.12", "25:00", "last fri"])
def test_what_is_neither_a_day_nor_a_time_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_move(typed, NOW, WAS)
