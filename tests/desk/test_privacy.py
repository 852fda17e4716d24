"""What a mentor keeps for themself stays theirs on its way through the verbs."""

from pathlib import Path

import pytest
from tests.builders import ada, ada_at_six
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.readers import ME

DISCREET = """
slug = "discreet"
title = "Discreet"
version = "1"
[cadence]
minutes = 45
reserve = 5
[agendas.weekly]
title = "Weekly"
when = "default"
[[agendas.weekly.items]]
title = "Task"
role = "task"
"""
BECOMES = ("task", "action", "opportunity", "note", "recap", "learned")


@pytest.fixture
def discreet(home: Path, desk: Desk) -> str:
    """A programme that asks for every kind of answer twice: for the mentor, and for both."""
    text = DISCREET
    for becomes in BECOMES:
        for reader in ("me", "mentee"):
            text += (
                f'[[wrap_up]]\nkey = "{becomes}-{reader}"\nask = "{becomes}?"\n'
                f'becomes = "{becomes}"\nreaders = ["{reader}"]\n'
            )
    (home / "playbooks").mkdir()
    (home / "playbooks" / "discreet.toml").write_text(text)
    return desk.people.add("Ada Obi", playbook="discreet").address


def test_an_answer_is_for_whom_the_playbook_says(desk: Desk, clock: Clock, discreet: str) -> None:
    session = desk.calls.start(discreet)
    clock.advance(40)
    answers = {key.key: f"said {key.key}" for key in desk.pages.wrap_up(session.id).questions}
    desk.calls.close(session.id, answers=answers)
    leaves = desk.recaps.page(session.id).leaves
    assert "said task-mentee" in leaves
    assert "said action-mentee" in leaves
    assert "said recap-mentee" in leaves
    assert "-me\n" not in leaves
    assert "-me" in desk.recaps.page(session.id).private


def test_a_task_that_is_nobody_elses_to_read_stays_so_on_the_agenda(
    desk: Desk, clock: Clock
) -> None:
    ada_at_six(desk)
    desk.promises.do("ada", "think about the secret grant", "mentee", task=True, readers=ME)
    session = desk.calls.start("ada")
    for point in desk.calls.agenda("ada"):
        desk.calls.mark_point(point.id, "done")
    desk.calls.close(session.id)
    assert "secret" in str(desk.calls.agenda("ada"))
    assert "secret" not in desk.recaps.page(session.id).leaves


def test_an_item_of_the_mentors_own_stays_so_however_often_it_is_carried(
    desk: Desk, clock: Clock
) -> None:
    ada_at_six(desk)
    desk.calls.add_point("ada", "her secret worry")
    for _ in range(2):
        session = desk.calls.start("ada")
        desk.calls.close(session.id)
        clock.advance(days=7)
    session = desk.calls.start("ada")
    points = {point.title: point for point in desk.calls.agenda("ada")}
    assert points["her secret worry"].carried == 2
    desk.calls.mark_point(points["her secret worry"].id, "done")
    desk.calls.close(session.id)
    assert "secret" not in desk.recaps.page(session.id).leaves


def test_a_note_is_nobody_elses_and_a_line_of_the_call_is_what_its_mark_says(desk: Desk) -> None:
    ada(desk)
    desk.words.note("ada", "sleeps badly")
    session = desk.calls.start("ada")
    desk.calls.save_notes(
        session.id,
        "sounds tired\n! a grant\n? what is a dataclass\n?? async\n+ a pull request\n> generators\n"
        "[ ] @me send the link\n",
    )
    leaves = desk.recaps.page(session.id).leaves
    for word in ("dataclass", "async", "pull request", "generators", "send the link"):
        assert word in leaves
    for word in ("sleeps", "tired", "grant"):
        assert word not in leaves


def test_what_was_dropped_does_not_leave(desk: Desk) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "[ ] a promise better not kept")
    (promise,) = desk.promises.list()
    desk.promises.drop(promise.action.id)
    assert "better not" not in desk.recaps.page(session.id).leaves
