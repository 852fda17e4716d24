"""How far a mentorship is on its way, and what is laid beside a decision."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.course import Countdown, countdown, left
from mentordesk.domain.evidence import LONGEST, USUAL, Aim, Known, markdown, sections
from mentordesk.domain.programme_dates import planned_end

START = date(2026, 9, 7)
END = START + timedelta(weeks=13)


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (START, "week 1 of 13, 91 days left"),
        (START + timedelta(6), "week 1 of 13, 85 days left"),
        (START + timedelta(7), "week 2 of 13, 84 days left"),
        (END - timedelta(1), "week 13 of 13, ends tomorrow"),
        (END, "week 13 of 13, the last day"),
        (END + timedelta(1), "week 13 of 13, over since yesterday"),
        (END + timedelta(5), "week 13 of 13, over since 5 days"),
    ],
)
def test_a_countdown_is_said_in_words(day: date, says: str) -> None:
    found = countdown(START, END, day)
    assert found and left(found) == says


def test_without_an_end_nothing_is_counted() -> None:
    assert countdown(START, None, END) is None


@given(st.integers(0, 900), st.integers(-100, 1000))
def test_the_week_is_never_outside_the_term(length: int, passed: int) -> None:
    end, today = START + timedelta(length), START + timedelta(passed)
    found = countdown(START, end, today)
    assert isinstance(found, Countdown)
    assert 1 <= found.week <= found.weeks
    assert today + timedelta(found.days) == end


@pytest.mark.parametrize(
    ("stored", "is_open", "slot", "weeks", "end"),
    [
        (END, False, START, 4, END),
        (None, True, END, 4, None),
        (None, False, END, 4, END),
        (None, False, None, 13, END),
        (None, False, None, 0, None),
    ],
)
def test_what_was_said_wins_over_the_slot_and_that_over_the_playbook(
    stored: date | None, is_open: bool, slot: date | None, weeks: int, end: date | None
) -> None:
    assert planned_end(stored, is_open, slot, START, weeks) == end


KNOWN = Known(
    START,
    END,
    held=9,
    missed=2,
    no_shows=1,
    late=1,
    goals=[Aim("first talk", "met", "talk given"), Aim("a CV", "open", "")],
    plan_done=1,
    plan_rows=3,
    kept=4,
    promised=5,
    wins=["first pull request merged"],
    decisions=["Mon 7 Sep: Continue"],
    minutes=65,
)


def test_the_evidence_is_counts_and_words() -> None:
    said = {part.title: list(part.lines) for part in sections(KNOWN, ())}
    assert said == {
        "Meetings": ["9 held, 2 missed, 1 without a word, 1 begun late"],
        "Goals": ["met: first talk (talk given)", "open: a CV (no measure)"],
        "Plan": ["1 of 3 rows done"],
        "Went well": ["first pull request merged"],
        "Promises": ["4 of 5 of the mentee's kept"],
        "Decided before": ["Mon 7 Sep: Continue"],
    }


def test_the_playbook_says_what_is_shown_and_in_which_order() -> None:
    titles = [part.title for part in sections(KNOWN, ("times", "goals", "certificates"))]
    assert titles == ["Time", "Goals", "Promises", "Decided before"]
    assert [part.title for part in sections(Known(START, END), USUAL)] == ["Meetings", "Goals"]


def test_a_long_list_is_counted_at_its_end() -> None:
    many = KNOWN._replace(wins=[f"win {n}" for n in range(LONGEST + 3)])
    part = sections(many, ("wins",))[0]
    assert len(part.lines) == LONGEST + 1
    assert part.lines[-1] == "and 3 more"


def test_the_snapshot_is_markdown_that_says_its_days() -> None:
    text = markdown("Ready\nfor the role? Kim", KNOWN, ("attendance",))
    assert text == (
        "# Ready for the role? Kim\n\nFrom 2026-09-07 to 2026-12-07.\n\n"
        "## Meetings\n- 9 held, 2 missed, 1 without a word, 1 begun late\n\n"
        "## Promises\n- 4 of 5 of the mentee's kept\n\n"
        "## Decided before\n- Mon 7 Sep: Continue\n"
    )
