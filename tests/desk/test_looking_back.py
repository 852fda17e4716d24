"""Stuck points, questions, and looking back at a task or a month."""

import pytest
from tests.conftest import Clock
from tests.desk.learners import before

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal


def test_a_stuck_point_comes_back_with_when_it_was_explained_until_it_is_settled(
    ada: Desk, clock: Clock
) -> None:
    ada.words.note("ada", "decorators", "stuck")
    (topic,) = ada.topics.list("ada")
    ada.topics.mark(topic.note.id, 2, "with a drawing")
    clock.advance(days=7)
    ada.topics.mark(topic.note.id, 4)
    (found,) = before(ada, "ada").topics
    assert [(mark.level, mark.day.day) for mark in found.marks] == [(4, 3), (2, 26)]
    ada.topics.settle(topic.note.id[:6])
    assert before(ada, "ada").topics == []
    assert not ada.topics.list("ada")[0].is_open
    ada.topics.reopen(topic.note.id)
    assert before(ada, "ada").topics[0].marks == found.marks


def test_only_a_stuck_point_has_a_level(ada: Desk) -> None:
    note = ada.words.note("ada", "likes tests")
    with pytest.raises(Refusal, match="is no stuck point"):
        ada.topics.mark(note.id, 3)
    stuck = ada.words.note("ada", "scope", "stuck")
    for level in (0, 6):
        with pytest.raises(Refusal, match="is no level"):
            ada.topics.mark(stuck.id, level)
    with pytest.raises(Refusal, match="is not settled"):
        ada.topics.reopen(stuck.id)


def test_a_pasted_list_becomes_questions_of_the_next_agenda_once(ada: Desk) -> None:
    pasted = "- why decorators?\n2. what is a dataclass\n\n? scope, when\n- why decorators?\n"
    asked = ["why decorators?", "what is a dataclass", "scope, when"]
    assert ada.topics.ask("ada", pasted) == asked
    assert ada.topics.ask("ada", pasted) == []
    prompts = [prompt for point in ada.calls.agenda("ada") for prompt in point.prompts]
    assert set(asked) <= set(prompts)
    assert [note.body for note in ada.topics.questions("ada")] == asked


def test_no_question_is_refused(ada: Desk) -> None:
    with pytest.raises(Refusal, match="There is no question"):
        ada.topics.ask("ada", " \n ")


def test_the_four_questions_about_the_task_are_the_programmes(ada: Desk) -> None:
    asked = ada.reviews.questions("ada", "task")
    assert [one.key for one in asked] == ["done", "well", "better", "where"]
    assert asked[0].ask == "Did it get done?"


def test_a_task_that_is_done_is_ticked_off_and_the_answers_are_there_next_time(
    ada: Desk,
) -> None:
    task = ada.promises.do("ada", "push lab 7", owner="mentee", task=True, by_mentee=True)
    assert task.proposed_by == "mentee"
    call = ada.calls.start("ada")
    ada.reviews.keep("ada", "task", {"done": "Yes", "better": "start on Monday", "well": " "})
    assert ada.promises.list(who="ada") == []
    found = before(ada, "ada").answers
    assert [(one.key, one.text, one.task) for one in found] == [
        ("done", "Yes", "push lab 7"),
        ("better", "start on Monday", "push lab 7"),
    ]
    assert ada.store.value("SELECT min(session_id) FROM review") == call.id


@pytest.mark.parametrize("said", ["partly", "no", "yes and no"])
def test_a_task_that_is_not_done_stays_open(ada: Desk, said: str) -> None:
    ada.promises.do("ada", "push lab 7", owner="mentee", task=True)
    ada.reviews.keep("ada", "task", {"done": said})
    assert len(ada.promises.list(who="ada")) == 1


def test_an_answer_of_the_same_day_is_corrected_and_undone_in_one(ada: Desk) -> None:
    ada.reviews.keep("ada", "task", {"well": "names", "where": "30 is near"})
    ada.reviews.keep("ada", "task", {"well": "names and tests"})
    found = {one.key: one.text for one in ada.reviews.list("ada")}
    assert found == {"well": "names and tests", "where": "30 is near"}
    ada.undo()
    ada.undo()
    assert ada.reviews.list("ada") == []


def test_two_tasks_looked_back_on_in_one_call_are_kept_apart(ada: Desk) -> None:
    for task in ("push lab 7", "push lab 8"):
        ada.promises.do("ada", task, owner="mentee", task=True)
        ada.reviews.keep("ada", "task", {"well": f"{task} went well"})
    assert {(one.task, one.text) for one in ada.reviews.list("ada")} == {
        ("push lab 7", "push lab 7 went well"),
        ("push lab 8", "push lab 8 went well"),
    }
    assert [one.task for one in ada.reviews.last("ada", "task")] == ["push lab 8"]


def test_a_question_the_programme_does_not_ask_is_asked_in_plain_words(nomad: Desk) -> None:
    (found,) = nomad.reviews.keep("nora", "task", {"where": "on the way"})
    assert found.question == "Where does it leave the 30/60/90 targets?"


def test_nothing_answered_is_refused(ada: Desk) -> None:
    with pytest.raises(Refusal, match="There is no answer"):
        ada.reviews.keep("ada", "task", {"well": ""})
    with pytest.raises(Refusal, match=r"is no review\. Use task, month"):
        ada.reviews.keep("ada", "year", {"well": "x"})


def test_a_month_that_was_talked_over_settles_the_programmes_review(
    ada: Desk, clock: Clock
) -> None:
    clock.advance(days=40)

    def due() -> list[str]:
        lines = ada.milestones.of("ada")
        return [line.key for line in lines if line.kind == "review" and line.state == "due"]

    assert due()
    ada.reviews.keep("ada", "month", {"past": "first target met", "next": "a talk"})
    assert not due()
    ada.undo()
    assert due()
    assert ada.reviews.list("ada") == []
