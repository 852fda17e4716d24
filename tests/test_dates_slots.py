"""A slot as it is typed, in one line or in a command's options."""

from datetime import time

import pytest

from mentordesk.dates.slots import read_change, read_line, read_monthly, read_slot, read_weekly
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule


@pytest.mark.parametrize(
    ("line", "rule", "at"),
    [
        ("tue 18:00", "FREQ=WEEKLY;BYDAY=TU", time(18)),
        ("Tue, Thu 6pm", "FREQ=WEEKLY;BYDAY=TU,TH", time(18)),
        ("every 2 weeks mon 9:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", time(9, 30)),
        ("3tu 18:00", "FREQ=MONTHLY;BYDAY=3TU", time(18)),
        ("every 3 months -1th 18:00", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH", time(18)),
        ("15 18:00", "FREQ=MONTHLY;BYMONTHDAY=15", time(18)),
        ("tue and thu at 18:00", "FREQ=WEEKLY;BYDAY=TU,TH", time(18)),
        ("every other Tuesday 18.30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", time(18, 30)),
        ("18:00 every 2 weeks on tue & thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", time(18)),
        ("tuesdays 6pm", "FREQ=WEEKLY;BYDAY=TU", time(18)),
        ("fortnightly, weds 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", time(18)),
        ("mon – fri 9:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", time(9)),
        ("weekends 9:00", "FREQ=WEEKLY;BYDAY=SA,SU", time(9)),
        ("every day 8:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", time(8)),
        ("the third tue of the month 18:00", "FREQ=MONTHLY;BYDAY=3TU", time(18)),
        ("last thu 18:00 every 3 months", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH", time(18)),
        ("the 15th of every month, 18:00", "FREQ=MONTHLY;BYMONTHDAY=15", time(18)),
        ("every second week on mon 9:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", time(9, 30)),
    ],
)
def test_a_slot_in_one_line(line: str, rule: str, at: time) -> None:
    found, wall = read_slot(line)
    assert (str(found), wall) == (rule, at)


@pytest.mark.parametrize(
    ("line", "at", "minutes"),
    [
        ("every tue 17:00-19:00", time(17), 120),
        ("tue from 17.00 to 19.30", time(17), 150),
        ("tue 5-7pm", time(17), 120),
        ("tue 11-1pm", time(11), 120),
        ("tue 17-19", time(17), 120),
        ("tue 5pm until 18:15", time(17), 75),
        ("tue 23:30-00:30", time(23, 30), 60),
        ("tue 22:00 - 24:00", time(22), 120),
        ("17:00 – 19:00 on tue", time(17), 120),
        ("tue 18:00", time(18), 0),
    ],
)
def test_an_end_makes_a_length(line: str, at: time, minutes: int) -> None:
    assert read_line(line)[1:] == (at, minutes)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("tue 17:00-17:00", "17:00-17:00 ends when it begins"),
        ("tue and thrusday 18:00", "“thrusday” is no weekday"),
        ("tues day 18:00", "“day” is no weekday"),
        ("tue 17:00 thu 18:00", "“18:00” is no weekday"),
        ("tue 18", "“18” alone is no time. Write 18:00"),
        ("tue", "“tue” says no time"),
        ("tuee", "“tuee” is no weekday"),
        ("18:00", "That says no day"),
        ("every third tue 18:00", "every 3 weeks, or of a month. Write every 3 weeks tue, or 3tue"),
        ("4th 18:00", "fourth Thursday or the fourth day: write 4thu, or 4"),
        ("first and third tue 18:00", "“first third tue” is no day of a month"),
        ("every 0 weeks tue 18:00", "Every 0 is no interval"),
        ("00 18:00", "No month has a day 0."),
    ],
)
def test_what_cannot_be_read_is_named(line: str, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_line(line)
    assert says in refused.value.sentence.replace("?", ".")


def test_a_slot_that_begins_at_one_time_has_its_length_elsewhere() -> None:
    with pytest.raises(Refusal, match="begins at 17:00; say its length as minutes: 120"):
        read_slot("tue 17:00-19:00")


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        ("18:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", time(18, 30)),
        ("6:30 pm", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", time(18, 30)),
        ("Thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", time(20)),
        ("mon,thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", time(20)),
        ("every 3 weeks", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", time(20)),
        ("every 1", "FREQ=WEEKLY;BYDAY=TU", time(20)),
        ("3th", "FREQ=MONTHLY;INTERVAL=2;BYDAY=3TH", time(20)),
        ("thu 18:30", "FREQ=WEEKLY;BYDAY=TH", time(18, 30)),
        ("tue and thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", time(20)),
        ("every 4 weeks thu 18:30", "FREQ=WEEKLY;INTERVAL=4;BYDAY=TH", time(18, 30)),
    ],
)
def test_a_change_says_only_what_is_to_be_another(text: str, rule: str, at: time) -> None:
    found, wall = read_change(text, Rule("WEEKLY", 2, (1,)), time(20))
    assert (str(found), wall) == (rule, at)


@pytest.mark.parametrize("text", ["noday", "25:00", "every 99", "every 0", "5tu", "next tue 18:00"])
def test_what_is_no_change_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_change(text, Rule("WEEKLY", 2, (1,)), time(20))


@pytest.mark.parametrize("line", ["", "tue", "18:00", "noday 18:00", "5tu 18:00", "tue 25:00"])
def test_what_is_no_slot_is_refused(line: str) -> None:
    with pytest.raises(Refusal):
        read_slot(line)


@pytest.mark.parametrize(
    ("days", "every", "rule"),
    [
        ("tue", 1, "FREQ=WEEKLY;BYDAY=TU"),
        ("Thu,tuesday", 1, "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("mo we", 2, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"),
    ],
)
def test_weekdays_make_a_weekly_rule(days: str, every: int, rule: str) -> None:
    assert str(read_weekly(days, every)) == rule


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("3tu", "FREQ=MONTHLY;BYDAY=3TU"),
        ("-1th", "FREQ=MONTHLY;BYDAY=-1TH"),
        ("1Monday", "FREQ=MONTHLY;BYDAY=1MO"),
        ("15", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ],
)
def test_a_day_of_the_month_makes_a_monthly_rule(day: str, rule: str) -> None:
    assert str(read_monthly(day, 1)) == rule


@pytest.mark.parametrize("days", ["", "t", "x", "tue,", "tue;thu", "tues day"])
def test_what_is_no_weekday_is_refused(days: str) -> None:
    if days == "tue,":
        assert str(read_weekly(days, 1)) == "FREQ=WEEKLY;BYDAY=TU"
        return
    with pytest.raises(Refusal):
        read_weekly(days, 1)


@pytest.mark.parametrize("day", ["", "0", "0tu", "-1", "5tu", "29", "tu", "-2fr", "1 tu", "١"])
def test_what_is_no_day_of_a_month_is_refused(day: str) -> None:
    with pytest.raises(Refusal):
        read_monthly(day, 1)
