"""Who came to what, in letters and numbers; and which member a word means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.groups import LETTERS, Member, Met, StepAt, attendance, named

JOINED = date(2026, 11, 3)
CHI = Member("c", "Chi Ng", "chi", "", JOINED)
DAN = Member("d", "Dan Oz", "dan", "", JOINED, left_on=date(2026, 11, 10))
EVE = Member("e", "Eve Ito", "eve", "Asia/Tokyo", date(2026, 11, 17))
WEEKS = [
    Met("s1", date(2026, 11, 3), 1, "held"),
    Met("s2", date(2026, 11, 10), 2, "missed"),
    Met("s3", date(2026, 11, 17), 2, "held"),
    Met("s4", date(2026, 11, 24), 3, "running"),
]


def test_every_member_has_a_letter_a_meeting() -> None:
    said = {
        ("s1", "c"): "attended",
        ("s1", "d"): "late",
        ("s2", "c"): "no-show",
        ("s3", "c"): "excused",
    }
    found = attendance([CHI, DAN, EVE], WEEKS, said, least=2)
    assert [line.letters for line in found.lines] == ["ANE?", "L?··", "··??"]
    assert [(line.came, line.held) for line in found.lines] == [(1, 2), (1, 1), (0, 1)]
    assert (found.held, found.least) == (2, 2)


def test_what_was_said_of_who_was_no_member_then_is_not_hidden() -> None:
    guest = attendance([EVE], WEEKS[:1], {("s1", "e"): "attended"}).lines[0]
    assert (guest.letters, guest.came, guest.held) == ("A", 1, 1)


@given(st.lists(st.sampled_from([one for one in LETTERS if one != "away"]), max_size=12))
def test_nobody_came_more_often_than_there_were_meetings(statuses: list[str]) -> None:
    meetings = [Met(str(n), JOINED, n, "held") for n in range(len(statuses))]
    said = {(str(n), "c"): status for n, status in enumerate(statuses) if status}
    (line,) = attendance([CHI], meetings, said).lines
    assert line.came == statuses.count("attended") + statuses.count("late")
    assert line.came <= line.held == len(statuses)
    assert list(line.statuses) == statuses


@pytest.mark.parametrize(
    ("word", "who"),
    [
        ("chi", CHI),
        ("@Chi", CHI),
        ("chi ng", CHI),
        ("da", DAN),
        ("EVE", EVE),
        ("eve i", EVE),
        ("ng", None),
        ("", None),
        ("@", None),
    ],
)
def test_a_word_names_one_member_or_none(word: str, who: Member | None) -> None:
    assert named(word, [CHI, DAN, EVE]) == who


def test_two_of_the_same_first_name_are_told_apart_by_handle() -> None:
    other = Member("x", "Chi Wu", "chi-wu", "", JOINED)
    assert named("chi", [CHI, other]) == CHI
    assert named("chi-w", [CHI, other]) == other
    twins = [CHI._replace(handle="c1"), other._replace(handle="c2")]
    assert named("chi", twins) is None


def test_a_step_past_the_end_is_through() -> None:
    assert StepAt(8, 8, "Slide", "Maintenance").spoken() == "Step 8 of 8: Slide"
    through = StepAt(9, 8, "", "Maintenance")
    assert through.is_through
    assert through.spoken() == "Outline “Maintenance” is through"
