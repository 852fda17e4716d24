"""Rows say when they were written; lists keep the order of writing where that is all the same."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.conftest import Clock

from mentordesk.desk import Desk


def test_a_verb_inside_another_stamps_its_rows_with_its_own_moment(
    desk: Desk, clock: Clock
) -> None:
    began = clock.now
    with desk.writing("a long story"):
        desk.people.add("Ada Obi")
        clock.advance(days=7)
        desk.words.note("ada", "likes small examples")
        clock.now = began
        desk.words.note("ada", "is back at the beginning")

    stamps = desk.store.rows("SELECT body, created_at, updated_at FROM note ORDER BY created_at")

    assert [(row[0], _instant(row[1]), _instant(row[2])) for row in stamps] == [
        ("is back at the beginning", began, began),
        ("likes small examples", began + timedelta(days=7), began + timedelta(days=7)),
    ]


def test_the_outer_verb_goes_on_with_its_own_moment(desk: Desk, clock: Clock) -> None:
    desk.people.add("Ada Obi")
    began = clock.now
    with desk.writing("a long story") as store:
        clock.advance(days=7)
        desk.words.note("ada", "likes small examples")
        mentee = desk.people.find("ada").mentee.id
        store.update("mentee", mentee, location="Lagos")

    assert _instant(desk.store.value("SELECT updated_at FROM mentee")) == began


@pytest.mark.parametrize("mark", ["> ", "[ ] ", "+ ", "? "])
def test_lines_stored_in_one_go_leave_in_the_order_they_were_typed(desk: Desk, mark: str) -> None:
    desk.people.add("Ada Obi")
    session = desk.calls.start("ada")
    said = [f"thing number {n}" for n in range(9)]

    desk.calls.save_notes(session.id, "\n".join(mark + line for line in said))

    leaves = desk.recaps.page(session.id).leaves
    assert sorted(said, key=leaves.index) == said


def test_questions_typed_in_one_go_come_again_in_that_order(desk: Desk) -> None:
    desk.people.add("Ada Obi")
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "? first\n? second\n? third\n")

    assert [note.body for note in desk.pages.brief("ada").questions] == ["first", "second", "third"]


def test_promises_of_one_moment_are_listed_as_they_were_made(desk: Desk) -> None:
    desk.people.add("Ada Obi")
    session = desk.calls.start("ada")
    said = [f"promise {n}" for n in range(9)]
    desk.calls.save_notes(session.id, "\n".join(f"[ ] {line}" for line in said))

    assert [action.text for action in desk.pages.brief("ada").actions] == said


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
