"""The wrap-up filled from the notes: what is kept is not made twice, whatever is done to it."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.builders import ada, slot

from mentordesk.desk import Desk
from mentordesk.domain.plans import Action
from mentordesk.store.plans import actions

PREFIX = {"[ ] @mentee ": "action", "[ ] ": "action", "! ": "opportunity", "> ": "recap"}


def things(desk: Desk, session_id: str) -> list[tuple[str, str]]:
    """Every thing of a call by kind and words, sorted."""
    rows = desk.store.rows(
        "SELECT kind, body AS text FROM note WHERE kind NOT IN ('call', 'learned')"
        " AND session_id = ?1 UNION ALL SELECT 'action', text FROM action WHERE session_id = ?1"
        " UNION ALL SELECT 'opportunity', text FROM opportunity WHERE session_id = ?1",
        session_id,
    )
    return sorted((row["kind"], row["text"]) for row in rows)


def filled(desk: Desk, session_id: str) -> dict[str, str]:
    """The answers as the wrap-up shows them, by what they become."""
    return {one.becomes: one.answer for one in desk.pages.wrap_up(session_id).questions}


def by_text(desk: Desk) -> dict[str, Action]:
    return {one.text: one for one in actions(desk.store)}


@pytest.fixture
def fay(desk: Desk) -> Desk:
    """Fay under no programme: recap, task, promises and the next date are asked for."""
    desk.people.add("Fay")
    return desk


def test_what_was_typed_is_what_is_shown(fay: Desk) -> None:
    call = fay.calls.start("fay")
    fay.calls.save_notes(call.id, "> loops\n[ ] @fay read 4 by fri\n[ ] send link\n[x] said hello")
    asked = filled(fay, call.id)
    assert (asked["recap"], asked["task"], asked["action"]) == ("loops", "read 4", "send link")


def test_the_task_keeps_the_day_that_was_typed_with_it(fay: Desk) -> None:
    call = fay.calls.start("fay")
    fay.calls.save_notes(call.id, "[ ] @fay read 4 by fri")
    fay.calls.close(call.id, answers={"task": "read chapters 4\nand 5"})
    (task,) = actions(fay.store)
    assert (task.text, task.task, task.due) == ("read chapters 4 · and 5", True, date(2026, 11, 27))


def test_a_kept_task_is_the_promise_itself(desk: Desk) -> None:
    ada(desk)
    slot(desk)
    call = desk.calls.start("ada")
    desk.calls.save_notes(call.id, "[ ] @ada read 4 by fri\n[ ] @ada push lab")
    desk.calls.close(call.id, answers={"focus": "push lab", "before": "@ada read 4 by fri"})
    kept = by_text(desk)
    assert {text: (one.task, one.due) for text, one in kept.items()} == {
        "read 4": (False, date(2026, 11, 27)),
        "push lab": (True, date(2026, 12, 3)),
    }


def test_a_reworded_promise_is_the_same_one_with_its_new_words(desk: Desk) -> None:
    ada(desk)
    call = desk.calls.start("ada")
    desk.calls.save_notes(call.id, "[ ] send the link to Grace\n! a grant\n")
    before = by_text(desk)["send the link to Grace"].id
    desk.calls.close(
        call.id,
        answers={"before": "@ada send the link to Bob by fri\ncall home", "watch": "a big grant"},
    )
    after = by_text(desk)
    assert set(after) == {"send the link to Bob", "call home"}
    link = after["send the link to Bob"]
    assert (link.id, link.who, link.due) == (before, "ada", date(2026, 11, 27))
    assert things(desk, call.id)[-1] == ("opportunity", "a big grant")
    desk.undo()
    assert set(by_text(desk)) == {"send the link to Grace"}


def test_a_line_that_several_promised_is_shown_once_and_stays_theirs(desk: Desk) -> None:
    ada(desk)
    call = desk.calls.start("ada")
    line = "[ ] @me @grace send the slides"
    desk.calls.keep_notes(call.id, "", line, [line])
    desk.calls.take(call.id)
    said = [("grace", "send the slides"), ("me", "send the slides")]
    assert sorted((one.who, one.text) for one in actions(desk.store)) == said
    shown = filled(desk, call.id)["action"]
    assert shown == "@me @grace send the slides"
    desk.calls.close(call.id, answers={"before": shown})
    assert sorted((one.who, one.text) for one in actions(desk.store)) == said
    desk.undo()
    desk.calls.close(call.id, answers={"before": "@me @grace send the new slides"})
    new = [("grace", "send the new slides"), ("me", "send the new slides")]
    assert sorted((one.who, one.text) for one in actions(desk.store)) == new


def test_what_was_done_elsewhere_meanwhile_stays_done(fay: Desk) -> None:
    call = fay.calls.start("fay")
    fay.calls.save_notes(call.id, "[ ] send the link")
    shown = filled(fay, call.id)["action"]
    fay.promises.done(by_text(fay)["send the link"].id)
    assert not filled(fay, call.id)["action"]
    fay.calls.close(call.id, answers={"promises": shown})
    assert [(one.text, one.state) for one in actions(fay.store)] == [("send the link", "done")]


def test_a_line_taken_out_of_an_answer_is_still_what_the_notes_say(fay: Desk) -> None:
    call = fay.calls.start("fay")
    fay.calls.save_notes(call.id, "> loops\n> lists")
    fay.calls.close(call.id, answers={"did": "loops\nand dicts"})
    assert things(fay, call.id) == [("recap", "and dicts"), ("recap", "lists"), ("recap", "loops")]


_WORDS = some.integers(0, 400).map("word{0} thing{0}".format)
_NOTES = some.lists(some.tuples(some.sampled_from(sorted(PREFIX)), _WORDS), max_size=6)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    notes=_NOTES.filter(lambda rows: len({word for _, word in rows}) == len(rows)),
    kept=some.lists(some.booleans(), min_size=12, max_size=12),
    added=some.sets(some.integers(500, 900).map("new{0} word{0}".format), max_size=3),
)
def test_everything_is_there_once_as_notes_and_answers_say(
    desk: Desk, notes: Sequence[tuple[str, str]], kept: Sequence[bool], added: set[str]
) -> None:
    handle = desk.people.add("Fay Lee").address
    call = desk.calls.start(handle)
    desk.calls.save_notes(call.id, "\n".join(mark + word for mark, word in notes))
    spoken = iter(kept)
    shown = {one.key: one.answer for one in desk.pages.wrap_up(call.id).questions}
    answers = {
        key: "\n".join(line for line in shown[key].splitlines() if next(spoken))
        for key in ("did", "task")
    }
    answers["promises"] = "\n".join([*shown["promises"].splitlines(), *sorted(added)])
    desk.calls.close(call.id, answers=answers)
    said = [(PREFIX[mark], word) for mark, word in notes] + [("action", word) for word in added]
    assert things(desk, call.id) == sorted(said)
