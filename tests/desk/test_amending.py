"""The wrap-up changed after the call: what an answer had made follows, nothing is made twice."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.builders import ada, slot
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.sessions import Session
from mentordesk.store.plans import actions

NOTES = "[ ] @ada push lab 7 by fri\n[ ] send the link\n! a talk at the meetup\n"


@pytest.fixture
def held(desk: Desk, clock: Clock) -> Session:
    """The call with Ada, closed with answers to all of WeAllJS's questions."""
    ada(desk)
    slot(desk)
    clock.advance(minutes=12)
    call = desk.calls.start("ada")
    desk.calls.save_notes(call.id, NOTES)
    clock.advance(minutes=50)
    return desk.calls.close(
        call.id,
        answers={
            "focus": "push lab 7",
            "watch": "a talk at the meetup\ngrants",
            "before": "send the link\n@ada read 4 by tue",
        },
    )


def promised(desk: Desk) -> dict[str, tuple[str, bool, date | None]]:
    """Every promise by its words: state, whether it is the task, its day."""
    return {one.text: (one.state, one.task, one.due) for one in actions(desk.store)}


def spotted(desk: Desk) -> dict[str, str]:
    rows = desk.store.rows("SELECT text, state FROM opportunity")
    return {row["text"]: row["state"] for row in rows}


def idents(desk: Desk) -> dict[str, str]:
    return {one.text: one.id for one in actions(desk.store)}


def test_a_changed_line_changes_its_thing_and_no_other(desk: Desk, held: Session) -> None:
    before = idents(desk)
    desk.calls.answer(held.id, "before", "send the link\n@ada read 4 and 5 by wed\nbook a room")
    assert promised(desk) == {
        "push lab 7": ("open", True, date(2026, 11, 27)),
        "send the link": ("open", False, None),
        "read 4 and 5": ("open", False, date(2026, 12, 2)),
        "book a room": ("open", False, None),
    }
    assert idents(desk)["read 4 and 5"] == before["read 4"]
    assert desk.undo() == "change the wrap-up with Ada Obi"
    assert idents(desk) == before


def test_a_day_counts_from_the_day_of_the_call(desk: Desk, held: Session, clock: Clock) -> None:
    clock.advance(days=10)
    desk.calls.answer(held.id, "before", "send the link\n@ada read 4 by wed")
    assert promised(desk)["read 4"][2] == date(2026, 12, 2)


def test_an_emptied_answer_withdraws_what_it_made_and_leaves_what_the_notes_say(
    desk: Desk, held: Session
) -> None:
    for key in ("focus", "watch", "before"):
        desk.calls.answer(held.id, key, "")
    assert promised(desk) == {
        "push lab 7": ("open", False, date(2026, 11, 27)),
        "send the link": ("open", False, None),
    }
    assert spotted(desk) == {"a talk at the meetup": "spotted"}
    shown = {one.key: one.answer for one in desk.pages.wrap_up(held.id).questions}
    assert (shown["focus"], shown["watch"], shown["before"]) == ("", "", "")


def test_what_was_done_or_gone_on_with_elsewhere_stays(desk: Desk, held: Session) -> None:
    desk.promises.done(idents(desk)["read 4"])
    grants = desk.store.value("SELECT id FROM opportunity WHERE text = 'grants'")
    desk.opportunities.move(grants, "spot")
    desk.calls.answer(held.id, "before", "")
    desk.calls.answer(held.id, "watch", "a talk at the meetup")
    assert promised(desk)["read 4"][0] == "done"
    assert spotted(desk) == {"a talk at the meetup": "watching", "grants": "spotted"}
    desk.calls.answer(held.id, "before", "@ada read 4 by tue")
    assert [one.state for one in actions(desk.store) if one.text == "read 4"] == ["done"]


def test_a_reworded_line_that_was_done_stays_done(desk: Desk, held: Session) -> None:
    desk.promises.done(idents(desk)["read 4"])
    desk.calls.answer(held.id, "before", "send the link\n@ada read chapter 4 by tue")
    assert promised(desk)["read chapter 4"][0] == "done"


def test_words_of_the_notes_come_back_when_the_answer_reworded_them(
    desk: Desk, held: Session
) -> None:
    desk.calls.answer(held.id, "before", "send the link to Bob by wed")
    assert promised(desk)["send the link to Bob"] == ("open", False, date(2026, 12, 2))
    desk.calls.answer(held.id, "focus", "push labs 7 and 8")
    desk.calls.answer(held.id, "before", "call home")
    desk.calls.answer(held.id, "focus", "")
    assert sorted(promised(desk)) == ["call home", "push lab 7", "send the link"]
    assert promised(desk)["push lab 7"][1] is False


def test_the_recap_follows_until_the_mentor_has_edited_it(desk: Desk, held: Session) -> None:
    desk.calls.answer(held.id, "focus", "push labs 7 and 8")
    assert "Ada: push labs 7 and 8" in desk.pages.recap(held.id).leaves
    desk.recaps.write(held.id, "my own words")
    desk.calls.answer(held.id, "focus", "rest")
    assert desk.pages.recap(held.id).leaves == "my own words"


def test_closing_unseen_takes_no_suggestion_and_each_can_be_taken_later(
    desk: Desk, clock: Clock
) -> None:
    """The desk suggests, the mentor decides: what the notes say is there, the rest is offered."""
    ada(desk)
    slot(desk)
    call = desk.calls.start("ada")
    desk.calls.save_notes(call.id, NOTES)
    clock.advance(minutes=40)
    desk.calls.close(call.id)
    noted = promised(desk)
    assert noted == {
        "push lab 7": ("open", False, date(2026, 11, 27)),
        "send the link": ("open", False, None),
    }
    assert spotted(desk) == {"a talk at the meetup": "spotted"}
    page = desk.pages.wrap_up(call.id)
    offered = {one.key: one.answer for one in page.questions if one.becomes != "next"}
    assert offered == {
        "focus": "push lab 7", "watch": "a talk at the meetup", "before": "send the link",
    }  # fmt: skip
    assert not any(one.answered for one in page.questions)
    desk.calls.amend(call.id, offered)
    assert promised(desk) == noted | {"push lab 7": ("open", True, date(2026, 11, 27))}
    assert spotted(desk) == {"a talk at the meetup": "watching"}
    desk.undo()
    assert promised(desk) == noted


def test_a_suggestion_that_was_cleared_is_not_offered_again(desk: Desk) -> None:
    ada(desk)
    call = desk.calls.start("ada")
    desk.calls.save_notes(call.id, NOTES)
    desk.calls.answer(call.id, "focus", "")
    desk.calls.close(call.id, answers={"before": ""})
    shown = {one.key: one.answer for one in desk.pages.wrap_up(call.id).questions}
    assert (shown["focus"], shown["before"], shown["watch"]) == ("", "", "a talk at the meetup")


def test_the_next_date_is_settled_afterwards_until_the_next_call_has_begun(
    desk: Desk, held: Session, clock: Clock
) -> None:
    series = desk.pages.slot("ada").series
    assert series is not None
    desk.calls.amend(held.id, {"next": "confirm"}, next_choice=("confirm", None))
    confirmed = desk.pages.slot("ada").series
    assert confirmed is not None
    assert confirmed.occurrence(date(2026, 12, 3)).confirmed
    assert desk.calls.next_choice(held.id, "skip") == ("skip", None)
    clock.advance(days=7)
    desk.calls.start("ada")
    assert desk.calls.next_choice(held.id, "skip") == ("", None)


def test_without_a_date_the_promise_to_fix_one_follows(desk: Desk) -> None:
    ada(desk)
    call = desk.calls.start("ada")
    desk.calls.close(call.id, answers={"next": "some day"})
    desk.calls.answer(call.id, "next", "in spring")
    assert list(promised(desk)) == ["Fix the next date: in spring"]
    desk.calls.amend(
        call.id, {"next": "fri 10:00"}, next_choice=desk.calls.next_choice(call.id, "fri 10:00")
    )
    assert promised(desk) == {}
    assert desk.pages.slot("ada").series is not None


def test_once_another_call_has_begun_the_date_of_the_last_one_is_history(
    desk: Desk, clock: Clock
) -> None:
    ada(desk)
    call = desk.calls.start("ada")
    desk.calls.close(call.id, answers={"next": "some day"})
    clock.advance(days=2)
    desk.calls.start("ada")
    desk.calls.answer(call.id, "next", "in spring")
    assert list(promised(desk)) == ["Fix the next date: some day"]
    shown = {one.key: one.answer for one in desk.pages.wrap_up(call.id).questions}
    assert shown["next"] == "in spring"


def test_notes_and_lines_of_the_recap_follow(desk: Desk) -> None:
    desk.people.add("Fay")
    call = desk.calls.start("fay")
    desk.calls.save_notes(call.id, "> loops\n")
    desk.calls.close(call.id, answers={"did": "loops\nand dicts\nand sets"})

    def lines() -> list[str]:
        rows = desk.store.rows("SELECT body FROM note WHERE kind = 'recap' ORDER BY body")
        return [row["body"] for row in rows]

    assert lines() == ["and dicts\nand sets", "loops"]
    desk.calls.answer(call.id, "did", "for loops\nand sets")
    assert lines() == ["and sets", "for loops"]
    desk.calls.answer(call.id, "did", "and sets, too")
    assert lines() == ["and sets, too", "loops"]
    desk.calls.answer(call.id, "did", "")
    assert lines() == ["loops"]


def test_typing_is_one_step_and_a_call_that_was_not_held_has_no_wrap_up(
    desk: Desk, held: Session
) -> None:
    before = idents(desk)
    for text in ("s", "send the s", "send the slides"):
        desk.calls.answer(held.id, "before", text, typing="once")
    assert "send the slides" in promised(desk)
    desk.undo()
    assert idents(desk) == before
    call = desk.calls.start("ada")
    desk.calls.no_show(call.id)
    with pytest.raises(Refusal, match="was missed, so there is no wrap-up"):
        desk.calls.answer(call.id, "focus", "x")


_LINES = some.integers(0, 12).map("word{0} thing{0}".format)
_ANSWERS = some.fixed_dictionaries(
    {
        "task": some.lists(_LINES, max_size=1),
        "promises": some.lists(_LINES, max_size=4, unique=True),
        "did": some.lists(_LINES, max_size=4, unique=True),
    }
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    noted=some.lists(_LINES, max_size=3, unique=True),
    given_in_turn=some.lists(_ANSWERS, min_size=1, max_size=4),
)
def test_however_it_was_changed_what_is_there_is_what_the_last_answers_say(
    desk: Desk, noted: list[str], given_in_turn: list[dict[str, list[str]]]
) -> None:
    """One call is closed at once with the answers with which the other one ends up."""
    notes = "\n".join(f"> {line}" for line in noted)
    texts = [{key: "\n".join(lines) for key, lines in one.items()} for one in given_in_turn]

    def closed(name: str, answers: dict[str, str]) -> str:
        call = desk.calls.start(desk.people.add(name).address)
        desk.calls.save_notes(call.id, notes)
        return desk.calls.close(call.id, answers=answers).id

    changed, at_once = closed("Fay Lee", texts[0]), closed("Gil Lee", texts[-1])
    for one in texts[1:]:
        desk.calls.amend(changed, one)
    assert said(desk, changed) == said(desk, at_once)


def said(desk: Desk, session_id: str) -> list[tuple[str, ...]]:
    """Every promise and every line of the recap that a call has made, however it is divided."""
    made = [
        (one.text, one.owner, str(one.task))
        for one in actions(desk.store, "session_id = ?", session_id)
    ]
    rows = desk.store.rows(
        "SELECT body FROM note WHERE kind = 'recap' AND session_id = ?", session_id
    )
    return sorted([*made, *((line,) for row in rows for line in row["body"].split("\n"))])
