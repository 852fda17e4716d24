"""docs/data.md describes the file as it is: every table, every column, every word in them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import lay

from mentordesk.desk import Desk
from mentordesk.domain import (
    agenda,
    agreement,
    answering,
    course,
    doors,
    feedback,
    learning,
    notes,
    offers,
    people,
    planning,
    plans,
    programme_events,
    sessions,
    study,
)
from mentordesk.store import open_store, opening
from mentordesk.store.connection import Store
from mentordesk.zones import zone

PAGE = (Path(__file__).parent.parent / "docs" / "data.md").read_text("utf-8")
EVERYWHERE = ["id", "created_at", "updated_at"]
WORDS = {
    "mentorship.status": people.STATUSES,
    "session.state": sessions.STATES,
    "attendance.status": sessions.ATTENDANCE,
    "agenda_item.state": agenda.STATES,
    "note.kind": notes.KINDS,
    "touchpoint.kind": notes.TOUCHES,
    "goal.horizon": plans.TERMS,
    "goal.state": plans.GOAL_STATES,
    "goal.kind": planning.GOAL_KINDS,
    "goal_mark.mark": planning.MARKS,
    "smart.letter": planning.LETTERS,
    "plan_row.state": planning.ROW_STATES,
    "skill_gap.state": planning.GAP_STATES,
    "skill_gap.kind": planning.GAP_KINDS,
    "lab.state": learning.LAB_STATES,
    "study_week.kept": study.KEPT,
    "review.kind": learning.REVIEWS,
    "opportunity.state": plans.OPPORTUNITY_STATES,
    "agreement.kind": agreement.KINDS,
    "agreement.side": agreement.SIDES,
    "parting.side": course.SIDES,
    "nomination.state": course.NOMINATED,
    "decision.verdict": programme_events.VERDICTS,
    "opportunity_step.state": plans.OPPORTUNITY_STATES,
    "introduction.state": doors.INTRODUCTION_STATES,
    "counter.state": answering.COUNTER_STATES,
    "booking.state": offers.BOOKING_STATES,
    "workshop.state": offers.WORKSHOP_STATES,
    "feedback.direction": feedback.DIRECTIONS,
    "survey_answer.side": feedback.SIDES,
    "slide.state": feedback.SLIDE_STATES,
}
ALSO = {
    "goal.kind": ("",),
    "goal.horizon": ("30", "60", "90"),
    "note.state": ("",),
    "time_entry.kind": (*notes.TOUCHES, "prep", "office-hour", "workshop"),
}
"""Words of a column that its line on the page tells in another way."""


def described() -> dict[str, dict[str, str]]:
    """The page's tables with their columns and what it says of each."""
    found = {}
    for part in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]:
        name = part.partition("\n")[0]
        rows = re.findall(r"^\| (\w+) \|(.*)\|$", part, re.MULTILINE)
        found[name] = {column: said.strip() for column, said in rows if column != "column"}
    return found


def columns(desk: Desk, table: str) -> dict[str, bool]:
    """The columns of a table, and whether each may be null."""
    rows = desk.store.rows(f"PRAGMA table_info({table})")
    own = table != "words"
    return {
        row["name"]: own and not row["notnull"] for row in rows if row["name"] not in EVERYWHERE
    }


def test_every_table_is_described(desk: Desk) -> None:
    names = desk.store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    own = {row["name"] for row in names if not row["name"].startswith("sqlite_")}
    aside = {name for name in own if name.startswith(("words_", "_sqlite"))}
    assert set(described()) == own - aside
    assert all(f"`{name}`" in PAGE for name in aside)


def test_every_column_is_described_in_its_order(desk: Desk) -> None:
    told = {table: list(said) for table, said in described().items()}
    assert told == {table: list(columns(desk, table)) for table in told}


def test_what_may_be_null_says_so(desk: Desk) -> None:
    for table, said in described().items():
        nullable = {name for name, null in columns(desk, table).items() if null}
        assert {name for name, words in said.items() if "null" in words} == nullable, table


def test_a_reference_is_shown_as_one(desk: Desk) -> None:
    for table, said in described().items():
        keys = desk.store.rows(f"PRAGMA foreign_key_list({table})")
        arrows = {
            name: words[2:].split(",")[0].split()[0]
            for name, words in said.items()
            if words.startswith("→")
        }
        assert arrows == {row["from"]: row["table"] for row in keys}, table


@pytest.mark.parametrize("place", WORDS)
def test_the_words_of_a_column_are_the_programs(place: str) -> None:
    table, _, column = place.partition(".")
    assert re.findall(r"`([^`]+)`", described()[table][column]) == list(WORDS[place])


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory, lived: bytes) -> Iterator[Store]:
    """The store of a desk on which everything has happened."""
    store = open_store(lay(lived, tmp_path_factory.mktemp("page")), zone)
    yield store
    store.close()


def test_a_lived_in_desk_holds_no_other_words(lived_in: Store) -> None:
    for table, rows in described().items():
        for column in {"state", "kind", "status", "owner", "source", "horizon"} & set(rows):
            if (table, column) == ("busy_calendar", "source"):  # a calendar, and no word of ours
                continue
            found = {row[0] for row in lived_in.rows(f"SELECT DISTINCT {column} FROM {table}")}
            told = re.findall(r"`([^`]+)`", rows[column])
            assert found <= {*told, *ALSO.get(f"{table}.{column}", ())}, (table, column)


def test_the_examples_run_and_find_something(lived_in: Store) -> None:
    examples = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    assert len(examples) == 4
    assert [bool(lived_in.rows(example)) for example in examples] == [True] * 4


def test_the_mark_of_the_file_is_the_programs() -> None:
    assert f"`0x{opening.APPLICATION_ID:X}`" in PAGE
