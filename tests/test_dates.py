"""What the desk takes for a date, and everything it does not."""

import re
import subprocess
import sys
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentordesk.dates import echo_day, read_any_day, read_day, read_span
from mentordesk.dates.due import due_at_end
from mentordesk.domain.errors import Refusal

TODAY = date(2026, 11, 21)  # a Saturday

AHEAD = {
    "today": "2026-11-21",
    "tomorrow": "2026-11-22",
    "sun": "2026-11-22",
    "mon": "2026-11-23",
    "Monday": "2026-11-23",
    "tues": "2026-11-24",
    "THU": "2026-11-26",
    "thurs": "2026-11-26",
    "friday": "2026-11-27",
    "sat": "2026-11-28",
    "next tue": "2026-11-24",
    "next  SAT": "2026-11-28",
    "next sun": "2026-11-29",
    "in 1 day": "2026-11-22",
    "in 10 days": "2026-12-01",
    "in 2 weeks": "2026-12-05",
    "in 3 months": "2027-02-21",
    "2026-12-01": "2026-12-01",
    "2028-02-29": "2028-02-29",
    "1 dec": "2026-12-01",
    "dec 1": "2026-12-01",
    "01 December": "2026-12-01",
    "21 nov": "2026-11-21",
    "20 nov": "2027-11-20",
    "may 1": "2027-05-01",
    "29 feb": "2028-02-29",
    "1 dec 2026": "2026-12-01",
    "sept 3 2027": "2027-09-03",
    "1.12.": "2026-12-01",
    "01.12.2026": "2026-12-01",
    "21.11.": "2026-11-21",
    "20.11.": "2027-11-20",
    "tue 1 dec": "2026-12-01",
    "Fri 27 Nov 2026": "2026-11-27",
    "tuesday 2026-12-01": "2026-12-01",
    " fri\n": "2026-11-27",
}
BEHIND = {
    "today": "2026-11-21",
    "yesterday": "2026-11-20",
    "sat": "2026-11-21",
    "fri": "2026-11-20",
    "sun": "2026-11-15",
    "last sat": "2026-11-14",
    "last fri": "2026-11-20",
    "last sun": "2026-11-15",
    "3 days ago": "2026-11-18",
    "1 week ago": "2026-11-14",
    "9 months ago": "2026-02-21",
    "2026-01-05": "2026-01-05",
    "21 nov": "2026-11-21",
    "22 nov": "2025-11-22",
    "1.12.": "2025-12-01",
    "29 feb": "2024-02-29",
    "fri 20 nov": "2026-11-20",
}


def says(sentence: str) -> AbstractContextManager[object]:
    """The desk refuses, and this is in its sentence."""
    return pytest.raises(Refusal, match=re.escape(sentence))


@pytest.mark.parametrize(("typed", "day"), AHEAD.items())
def test_a_day_that_is_today_or_still_to_come(typed: str, day: str) -> None:
    assert read_day(typed, TODAY).isoformat() == day


@pytest.mark.parametrize(("typed", "day"), BEHIND.items())
def test_a_day_that_has_been(typed: str, day: str) -> None:
    assert read_day(typed, TODAY, past=True).isoformat() == day


@pytest.mark.parametrize(
    ("today", "bare", "following"),
    [
        ("2026-11-16", "2026-11-17", "2026-11-24"),  # Monday: Tuesday is this week
        ("2026-11-17", "2026-11-24", "2026-11-24"),  # Tuesday itself never means today
        ("2026-11-18", "2026-11-24", "2026-11-24"),  # Wednesday: Tuesday is next week already
        ("2026-11-22", "2026-11-24", "2026-11-24"),  # Sunday ends the week
    ],
)
def test_next_tuesday_is_the_one_of_next_week(today: str, bare: str, following: str) -> None:
    on = date.fromisoformat(today)
    assert read_day("tue", on).isoformat() == bare
    assert read_day("next tue", on).isoformat() == following


def test_months_end_where_the_month_ends() -> None:
    assert read_day("in 1 month", date(2027, 1, 31)) == date(2027, 2, 28)
    assert read_day("1 month ago", date(2026, 12, 31), past=True) == date(2026, 11, 30)


def test_the_leap_day_waits_over_a_century_that_has_none() -> None:
    assert read_day("29 feb", date(2096, 3, 1)) == date(2104, 2, 29)
    assert read_day("29.2.", date(2104, 2, 28), past=True) == date(2096, 2, 29)


@pytest.mark.parametrize("typed", ["2026-01-05", "5 jan 2026", "5.1.2026", "mon 5 jan 2026"])
def test_a_past_day_never_surprises(typed: str) -> None:
    with says("Mon 5 Jan 2026 is past. Give one from now on"):
        read_day(typed, TODAY)


@pytest.mark.parametrize("typed", ["yesterday", "last fri", "1 day ago"])
def test_looking_back_is_refused_where_a_plan_is_asked_for(typed: str) -> None:
    with says("Fri 20 Nov 2026 is past"):
        read_day(typed, TODAY)


@pytest.mark.parametrize("typed", ["tomorrow", "in 1 day", "22 nov 2026", "2026-11-22"])
def test_what_is_logged_has_been(typed: str) -> None:
    with says("Sun 22 Nov 2026 is still to come"):
        read_day(typed, TODAY, past=True)


@pytest.mark.parametrize(
    "typed",
    ["2026-02-30", "2026-13-01", "0000-01-01", "31 apr", "30 feb", "29 feb 2027", "0 dec",
     "feb 30", "32.1.", "1.13.", "31.4.2027", "sun 31 apr"],
)  # fmt: skip
@pytest.mark.parametrize("past", [False, True])
def test_a_day_no_calendar_has(typed: str, past: bool) -> None:
    with says(f"There is no such day as {typed}. Try fri"):
        read_day(typed, TODAY, past=past)


def test_a_span_beyond_the_calendar_is_no_day() -> None:
    for typed in ("in 9 days", "in 2 months"):
        with says("no such day"):
            read_day(typed, date(9999, 12, 30))
    with says("no such day"):
        read_day("999 months ago", date(80, 1, 1), past=True)


def test_a_weekday_that_is_not_the_days_own() -> None:
    with says("1 Dec 2026 is a Tuesday, not a Friday. Mend one"):
        read_day("fri 1 dec", TODAY)


NO_DATES = """a|an|the|to|at|by|in|on|may|march|dec|december|second|noon|now|then|later|soon|never
5|12|2026|20261201|1.5|1.12|12/01|12/1/2026|01-12-2026|2026-12|2026-12-1|2026-W49|1st dec|1 dez
1 dec 26|1.12.26|1. dec|1..|.1.|..|-|2026--|--|1-2-3|sat down|mon ami|sun cream|wed in church
friend|monk|tuesdays|fri sat|next|next next tue|next week|next 5|last|last year|last 1 dec|in
in a week|in 2|in two weeks|in -2 days|in 2.5 weeks|in 1000 days|in 2 weeks time|2 weeks|days ago
a day ago|ago|two days ago|1 dec 2026 18:00|18:00|6pm|dec 1 2 2026|1 2 dec|dec dec|1 1|1 dec dec
123 dec|dec 123|1 dec 02026|today tomorrow|tue,|fri.|fri?|1,dec|+1 day|in 1 d|2026-12-01T18:00
１ dec|２０２６-12-01|fri\u200b|frï|mon\x1b[0m|٢ dec|in ² days|tomorrow's|today!|to-day|sun sun
1 dec 2026 2027|2026 1 dec"""


@pytest.mark.parametrize("typed", [*NO_DATES.replace("\n", "|").split("|"), "", "   ", "\n"])
@pytest.mark.parametrize("past", [False, True])
def test_nothing_else_is_a_date(typed: str, past: bool) -> None:
    with says("is no date I can read. Try fri, next tue"):
        read_day(typed, TODAY, past=past)


VOCABULARY = {"today", "tomorrow", "yesterday", "next", "last", "in", "ago", "day", "days"} | {
    "week", "weeks", "month", "months",
}  # fmt: skip
NAMES = (
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
PIECES = st.sampled_from([*sorted(VOCABULARY), *NAMES, "a", "by", "5", "12", "2026", "1.12.", "-"])


@given(st.one_of(st.text(max_size=45), st.lists(PIECES, max_size=5).map(" ".join)), st.booleans())
@example("mon may", False)
def test_what_is_taken_for_a_date_is_made_of_the_words_of_dates(typed: str, past: bool) -> None:
    try:
        day = read_day(typed, TODAY, past=past)
    except Refusal:
        return
    assert day <= TODAY if past else day >= TODAY
    words = typed.lower().split()
    assert 1 <= len(words) <= 4
    for word in words:
        assert word in VOCABULARY or word.startswith(NAMES) or word[0].isdecimal()
    assert len(words) == 1 or len({*words}) == len(words)


@given(st.sampled_from(sorted(AHEAD)), st.sampled_from(["a", "or", "ish", "5th", "we", "?", "the"]))
def test_one_word_too_many_spoils_a_date(typed: str, word: str) -> None:
    for spoiled in (f"{typed} {word}", f"{word} {typed}"):
        with says("no date I can read"):
            read_day(spoiled, TODAY)


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)), st.dates(date(1990, 1, 1), date(2190, 1, 1)))
def test_every_day_reads_back_in_every_spelling(day: date, today: date) -> None:
    named, past = f"{day:%d %b %Y}", day < today
    for typed in (
        day.isoformat(),
        named,
        f"{day:%b %d %Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%a} {named}",
    ):
        assert read_day(typed, today, past=past) == day
    assert read_day(echo_day(day, today).partition(" (")[0], today, past=past) == day


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)), st.sampled_from(NAMES[:7]))
def test_a_weekday_is_within_a_week(today: date, name: str) -> None:
    ahead, behind = read_day(name, today), read_day(name, today, past=True)
    last, following = read_day(f"last {name}", today, past=True), read_day(f"next {name}", today)
    assert {d.weekday() for d in (ahead, behind, last, following)} == {NAMES.index(name)}
    assert 1 <= (ahead - today).days <= 7
    assert 0 <= (today - behind).days <= 6
    assert 1 <= (today - last).days <= 7
    assert following.isocalendar()[:2] == (today + timedelta(days=7)).isocalendar()[:2]


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_year_is_the_nearest(today: date, month: int, day: int) -> None:
    ahead = read_day(f"{day}.{month}.", today)
    behind = read_day(f"{day}.{month}.", today, past=True)
    assert (ahead.month, ahead.day) == (behind.month, behind.day) == (month, day)
    assert 0 <= (ahead - today).days <= 365
    assert 0 <= (today - behind).days <= 365


def test_a_page_of_text_is_refused_in_one_short_sentence() -> None:
    for typed in ("fri " * 2500, "1" * 10_000, " " * 10_000 + "fri", "mon\x1b]0;owned\x07" * 999):
        with pytest.raises(Refusal) as refused:
            read_day(typed, TODAY)
        assert len(refused.value.sentence) < 140
        assert "\x1b" not in refused.value.sentence


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("push lab 7 by fri", "push lab 7", "2026-11-27"),
        ("intro to Grace by 1 dec", "intro to Grace", "2026-12-01"),
        ("stand by me by next tue", "stand by me", "2026-11-24"),
        ("read it by in 2 weeks", "read it", "2026-12-05"),
        ("pay by 1.12.", "pay", "2026-12-01"),
        ("send it by fri.", "send it", "2026-11-27"),
        ("push  by  today", "push", "2026-11-21"),
        ("grant, closes by 12 dec", "grant, closes", "2026-12-12"),
        ("by fri by fri", "by fri", "2026-11-27"),
        ("stand by me", "stand by me", None),
        ("by fri", "by fri", None),
        (" by fri", " by fri", None),
        ("due by fri 18:00", "due by fri 18:00", None),
        ("due by fri by email", "due by fri by email", None),
        ("written by a friend", "written by a friend", None),
        ("closed by 2026-01-05", "closed by 2026-01-05", None),
        ("closed by 31 apr", "closed by 31 apr", None),
        ("nearby fri", "nearby fri", None),
        ("count by 5", "count by 5", None),
        ("", "", None),
    ],
)
def test_only_a_last_by_with_a_day_is_a_due_date(line: str, text: str, due: str | None) -> None:
    assert due_at_end(line, TODAY) == (text, date.fromisoformat(due) if due else None)


@given(st.text())
def test_a_line_without_a_date_comes_back_as_it_was(line: str) -> None:
    assert due_at_end(line + " by hand", TODAY) == (line + " by hand", None)


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-11-27", "Fri 27 Nov 2026 (in 6 days)"),
        ("2026-11-21", "Sat 21 Nov 2026 (today)"),
        ("2026-11-22", "Sun 22 Nov 2026 (tomorrow)"),
        ("2026-11-20", "Fri 20 Nov 2026 (yesterday)"),
        ("2026-11-01", "Sun 1 Nov 2026 (20 days ago)"),
    ],
)
def test_the_understood_day_is_said_back(day: str, says: str) -> None:
    assert echo_day(date.fromisoformat(day), TODAY) == says


def test_only_months_import_the_library() -> None:
    read = "from mentordesk.dates import *; from datetime import date; import sys; "
    read += (
        "read = lambda text: (read_day(text, date(2026, 11, 21)), 'dateutil' in sys.modules)[1];"
    )
    read += "print([read(t) for t in ('2026-12-01', 'fri', '1 dec', 'in 2 weeks', 'in 2 months')])"
    done = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[False, False, False, False, True]"


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("21 dec", "3 jan", ("2026-12-21", "2027-01-03")),
        ("tomorrow", "in 2 weeks", ("2026-11-22", "2026-12-06")),
        ("1 dec", "9 feb", ("2026-12-01", "2027-02-09")),
        ("3 jan 2027", "2027-12-21", ("2027-01-03", "2027-12-21")),
    ],
)
def test_two_days_are_a_span(first: str, last: str, days: tuple[str, str]) -> None:
    assert tuple(day.isoformat() for day in read_span(first, last, TODAY)) == days


@pytest.mark.parametrize(
    ("first", "last"), [("3 jan", "21 dec"), ("3 jan 2027", "21 dec"), ("1 dec", "10 feb")]
)
def test_a_long_span_is_meant_only_with_its_years(first: str, last: str) -> None:
    with pytest.raises(Refusal, match=r"is \d+ weeks. Write the years if you mean it"):
        read_span(first, last, TODAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("16 nov", "2026-11-16"),
        ("1 oct", "2026-10-01"),
        ("1 jan", "2027-01-01"),
        ("mon 16 nov", "2026-11-16"),
        ("tue 16 nov 2027", "2027-11-16"),
        ("yesterday", "2026-11-20"),
        ("2 weeks ago", "2026-11-07"),
        ("fri", "2026-11-27"),
        ("2020-01-01", "2020-01-01"),
    ],
)
def test_a_day_to_look_at_is_the_nearest_on_either_side(typed: str, day: str) -> None:
    assert read_any_day(typed, TODAY).isoformat() == day


def test_a_day_to_look_at_is_a_day() -> None:
    with says("is no date I can read"):
        read_any_day("someday", TODAY)
    with says("There is no such day as 31 feb"):
        read_any_day("31 feb", TODAY)
