"""Whole numbers, and where a date is moved to, as they are typed."""

from datetime import datetime

import pytest

from mentordesk.dates.moves import read_move
from mentordesk.dates.numbers import read_number
from mentordesk.domain.errors import Refusal

NOW, WAS = datetime(2026, 11, 26, 17, 48), datetime(2026, 12, 3, 18)


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
        ("19:30", datetime(2026, 12, 3, 19, 30)),
        ("7pm", datetime(2026, 12, 3, 19)),
        ("fri", datetime(2026, 11, 27, 18)),
        ("4 dec 9:00", datetime(2026, 12, 4, 9)),
        ("tomorrow at 6pm", datetime(2026, 11, 27, 18)),
    ],
)
def test_a_date_keeps_the_day_or_the_time_that_is_not_said(typed: str, to: datetime) -> None:
    assert read_move(typed, NOW, WAS) == to


@pytest.mark.parametrize("typed", ["", "someday", "1.12", "25:00"])
def test_what_is_neither_a_day_nor_a_time_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_move(typed, NOW, WAS)
