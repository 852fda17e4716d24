"""The month and the week as lines of cells: what stands where, and that nothing runs over."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len

from mentordesk.domain.cadence import Occurrence
from mentordesk.domain.days import (
    BUSY,
    CALL,
    GAP,
    MILESTONE,
    DaysPage,
    Entry,
    in_order,
    month_of,
    week_of,
)
from mentordesk.domain.pages import Meeting
from mentordesk.tui.presentation.entries import Piece, entry_rows
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.month import month_lines
from mentordesk.tui.presentation.rows import shown
from mentordesk.tui.presentation.schedule import meeting_row
from mentordesk.tui.presentation.week import GUTTER, week_lines

THURSDAY = date(2026, 11, 26)
BERLIN = ZoneInfo("Europe/Berlin")
LOOK = Look(datetime(2026, 11, 26, 16, 48, tzinfo=UTC), BERLIN, ZoneInfo)
WIDE = "千尋千尋千尋千尋"


def call(hour: int, title: str = "Ada Obi", day: int = 26, minutes: int = 60, **more: str) -> Entry:
    start = datetime(2026, 11, day, hour, 0, tzinfo=BERLIN).astimezone(UTC)
    end = start + timedelta(minutes=minutes)
    return Entry(CALL, date(2026, 11, day), title, start=start, end=end, **more)  # type: ignore[arg-type]


def month(*entries: Entry) -> DaysPage:
    return DaysPage(*month_of(THURSDAY), THURSDAY, sorted(entries, key=in_order))


def week(*entries: Entry) -> DaysPage:
    return DaysPage(*week_of(THURSDAY), THURSDAY, sorted(entries, key=in_order))


def text(line: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in line)


def of(lines: Sequence[Sequence[Piece]], key: str) -> list[str]:
    """What belongs to a key, line by line."""
    return [
        said for line in lines if (said := "".join(p.text for p in line if p.key == key).strip())
    ]


@pytest.mark.parametrize("size", [(78, 13), (78, 14), (84, 37), (118, 30), (200, 60)])
def test_a_month_fits_its_room_whatever_stands_on_its_days(size: tuple[int, int]) -> None:
    width, height = size
    crowd = [call(8 + n, WIDE) for n in range(9)]
    lines = month_lines(month(*crowd, call(9, "x" * 90, 1)), 11, LOOK, width, height)
    assert len(lines) <= height
    assert {cell_len(text(line)) for line in lines[1:]} == {width // 7 * 7}


def test_a_small_month_has_a_sign_for_each_thing_and_names_a_call() -> None:
    due = Entry(MILESTONE, THURSDAY, "Stand-up", "due")
    lines = month_lines(month(due, call(18), call(20, "Ben")), 11, LOOK, 78, 13)
    assert of(lines, "day:2026-11-26") == ["▸26 !○○", "○ Ada Obi"]
    assert of(lines, "day:2026-11-01") == ["1 Nov"]
    many = month_lines(month(*(call(9, day=3) for _ in range(9))), 11, LOOK, 78, 13)
    assert of(many, "day:2026-11-03")[0] == "3 ○○○○+5"


def test_a_large_month_lists_what_there_is_room_for() -> None:
    lines = month_lines(month(*(call(9 + n, f"P{n}") for n in range(6))), 11, LOOK, 126, 37)
    assert of(lines, "day:2026-11-26") == [
        "▸26 +1", "○ 09:00 P0", "○ 10:00 P1", "○ 11:00 P2", "○ 12:00 P3", "○ 13:00 P4",
    ]  # fmt: skip


def test_days_of_other_months_step_back() -> None:
    lines = month_lines(month(), 11, LOOK, 78, 13)
    tones = {piece.key[4:11]: piece.tone for line in lines[1:] for piece in line}
    assert tones == {"2026-10": "off", "2026-11": "", "2026-12": "off"}


@pytest.mark.parametrize("size", [(78, 15), (118, 29), (200, 52), (78, 8)])
def test_a_week_fits_its_room_and_shows_every_hour_that_is_taken(size: tuple[int, int]) -> None:
    width, height = size
    calls = [call(hour, WIDE, 23 + n) for n, hour in enumerate((2, 7, 12, 15, 18, 23))]
    lines = week_lines(week(*calls), LOOK, width, height)
    assert len(lines) <= height
    assert {cell_len(text(line)) for line in lines} == {GUTTER + (width - GUTTER) // 7 * 7}
    assert all(of(lines, f"entry:{n}") for n in range(len(calls)))


def test_a_block_says_its_minute_and_the_other_clock_where_there_is_room() -> None:
    late = call(18, "Leïla", zone="Europe/London")._replace(
        start=datetime(2026, 11, 26, 17, 20, tzinfo=UTC),
        end=datetime(2026, 11, 26, 18, 20, tzinfo=UTC),
    )
    assert of(week_lines(week(late), LOOK, 78, 15), "entry:0") == ["○:20 Le…", "│"]
    wide = of(week_lines(week(late), LOOK, 118, 29), "entry:0")
    assert wide == ["○:20 Leïla", "│ 17:20 London", "│"]


def test_two_at_once_are_one_block_that_says_so() -> None:
    lines = week_lines(week(call(18), call(18, "Ben")), LOOK, 118, 29)
    assert of(lines, "entry:0")[0] == "○ Ada Obi +1"


def test_what_takes_all_day_stands_above_and_a_gap_on_each_of_its_days() -> None:
    gap = Entry(GAP, date(2026, 11, 27), "Ada", last=date(2026, 12, 5))
    due = [Entry(MILESTONE, THURSDAY, f"M{n}") for n in range(4)]
    lines = week_lines(week(*due, gap), LOOK, 118, 29)
    assert text(lines[2]).split() == ["◆", "M1", "+2"]
    assert text(lines[1]).count("≈ Ada") == 3


def test_the_hour_that_it_is_is_marked_this_week_only() -> None:
    assert any("17:00▸" in text(line) for line in week_lines(week(), LOOK, 78, 20))
    other = week()._replace(first=date(2026, 12, 7), last=date(2026, 12, 13))
    assert not any("▸" in text(line) for line in week_lines(other, LOOK, 78, 20))


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (call(18, zone="Europe/London"), "○ 18:00–19:00 Ada Obi  17:00 London"),
        (call(18, zone="Europe/Berlin"), "○ 18:00–19:00 Ada Obi"),
        (call(18, note="ill", state="skipped"), "– 18:00–19:00 Ada Obi  skipped (ill)"),
        (
            Entry(GAP, THURSDAY, "Ada", last=date(2026, 12, 3), note="away"),
            "≈ all day     Ada  no calls until Thu 3 Dec (away)",
        ),
        (
            Entry(MILESTONE, THURSDAY, "Survey", "due", note="Ben"),
            "! all day     Survey  Ben · due",
        ),
    ],
)
def test_a_thing_in_one_line_with_both_clocks(entry: Entry, line: str) -> None:
    (row,) = entry_rows(entry, LOOK, "entry:0")
    said = "".join(piece for piece, _ in shown(row, 78)).strip()
    assert [part for part in said.split() if part] == line.split()


def test_the_words_of_other_calendars_fit_their_line_and_leave_room_for_ours() -> None:
    busy = call(19, WIDE * 5)._replace(kind=BUSY, note="the calendar of a whole department")
    [row] = entry_rows(busy, LOOK._replace(width=78), "entry:0")
    said = "".join(piece for piece, _ in shown(row, 78))
    assert cell_len(said) == 78
    assert "busy · the calendar of…" in said and WIDE in said
    here, no = datetime(2026, 12, 3, 18, tzinfo=BERLIN), "busy 17:30–18:30 (" + WIDE * 3 + ")"
    moved = Occurrence(date(2026, 12, 1), here, here + timedelta(hours=1), "moved", 1)
    row = meeting_row(Meeting(moved, here, None, no), "her clock 17:00", LOOK._replace(width=78))
    line = "".join(piece for piece, _ in shown(row, 78))
    assert cell_len(line) == 78
    assert "! busy 17:30" in line and line.rstrip().endswith("…  moved from Tue 1 Dec")


def test_a_date_moved_within_its_day_does_not_say_from_which_day() -> None:
    here = datetime(2026, 12, 3, 10, 30, tzinfo=BERLIN)
    moved = Occurrence(date(2026, 12, 3), here, here + timedelta(hours=1), "moved", 1)
    row = meeting_row(Meeting(moved, here, None, ""), "", LOOK._replace(width=78))
    assert "".join(piece for piece, _ in shown(row, 78)).rstrip().endswith("10:30  moved")


def test_where_there_is_little_room_a_thing_takes_two_lines() -> None:
    first, second = entry_rows(call(18, zone="Asia/Tokyo"), LOOK._replace(width=34), "entry:0")
    assert first.key
    assert not second.key
    assert "02:00 Tokyo" in "".join(piece for piece, _ in second.left)
