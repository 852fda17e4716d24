"""Targets in sets, how they stand, what makes them SMART, and what a role asks for."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests import builders
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import FOR_COORDINATOR


@pytest.fixture
def ada(desk: Desk) -> Desk:
    """A desk with Ada of WeAllJS, whose targets are renewed every month."""
    builders.ada(desk)
    return desk


def states(desk: Desk) -> dict[str, str]:
    return {f"{goal.text}, set {goal.set_no}": goal.state for goal in desk.goals.list("ada")}


def test_a_set_is_written_at_once_each_target_due_after_its_days(ada: Desk) -> None:
    made = ada.goals.renew("ada", [("30", "a test"), ("60", " "), ("90", "a talk")])
    assert [(g.horizon, g.text, g.due, g.set_no) for g in made.goals] == [
        ("30", "a test", date(2026, 12, 26), 1), ("90", "a talk", date(2027, 2, 24), 1)
    ]  # fmt: skip
    assert (made.number, made.set_on) == (1, builders.THURSDAY)


def test_what_is_set_on_one_day_is_one_set(ada: Desk, clock: Clock) -> None:
    ada.goals.renew("ada", [("30", "a test")])
    assert ada.goals.renew("ada", [("60", "a book")]).number == 1
    clock.advance(days=30)
    assert ada.goals.renew("ada", [("30", "a talk")]).number == 2
    assert [len(one.goals) for one in ada.goals.sets("ada")] == [2, 1]


@pytest.mark.parametrize(
    ("rest", "states_then"),
    [
        ("stay", {"a test, set 1": "open", "a talk, set 2": "open"}),
        ("unmet", {"a test, set 1": "unmet", "a talk, set 2": "open"}),
        ("drop", {"a test, set 1": "dropped", "a talk, set 2": "open"}),
        ("carry", {"a test, set 1": "carried", "a test, set 2": "open", "a talk, set 2": "open"}),
    ],
)
def test_a_new_set_keeps_the_old_one_and_says_what_became_of_it(
    ada: Desk, clock: Clock, rest: str, states_then: dict[str, str]
) -> None:
    ada.goals.renew("ada", [("30", "a test")])
    clock.advance(days=31)
    ada.goals.renew("ada", [("30", "a talk")], rest)
    assert states(ada) == states_then


def test_a_new_set_is_taken_back_as_a_whole(ada: Desk, clock: Clock) -> None:
    ada.goals.renew("ada", [("30", "a test"), ("60", "a book")])
    clock.advance(days=31)
    before = ada.goals.list("ada")
    ada.goals.renew("ada", [("30", "a talk")], "carry")
    ada.undo()
    assert ada.goals.list("ada") == before


def test_a_goal_alone_joins_the_newest_set_until_all_of_it_is_settled(
    ada: Desk, clock: Clock
) -> None:
    first = ada.goals.add("ada", "a test", "30")
    clock.advance(days=3)
    second = ada.goals.add("ada", "a book", "60")
    assert (first.set_no, second.set_no) == (1, 1)
    ada.goals.done(first.id)
    ada.goals.unmet(second.id, "no time for it")
    assert ada.goals.add("ada", "a talk", "30").set_no == 2
    assert ada.goals.page(second.id).goal.outcome == "no time for it"


def test_goals_without_days_stand_beside_the_sets(ada: Desk) -> None:
    role = ada.goals.add("ada", "maintainer", "role")
    assert (role.set_no, role.due) == (0, None)
    assert ada.goals.sets("ada") == []
    with pytest.raises(Refusal, match="stands beside the sets"):
        ada.goals.carry(role.id)


def test_a_carried_goal_keeps_its_day_while_that_is_ahead(ada: Desk, clock: Clock) -> None:
    near = ada.goals.add("ada", "a test", "30", measure="all green")
    far = ada.goals.add("ada", "a talk", "90")
    clock.advance(days=40)
    again, later = ada.goals.carry(near.id), ada.goals.carry(far.id)
    today = builders.THURSDAY + timedelta(days=40)
    assert (again.due, again.measure, again.set_no) == (today + timedelta(30), "all green", 2)
    assert (later.due, later.set_no) == (far.due, 2)
    assert ada.goals.page(again.id).carried == 1
    with pytest.raises(Refusal, match="is carried"):
        ada.goals.carry(near.id)


def test_the_horizons_are_the_playbooks(desk: Desk) -> None:
    folder = Path(desk.playbooks_folder)
    folder.mkdir(parents=True, exist_ok=True)
    plain = desk.playbooks.copy("one-to-one")
    text = plain.read_text("utf-8").replace("horizons = [30, 60, 90]", "horizons = [14, 45]")
    plain.write_text(text, "utf-8")
    builders.ben(desk)
    assert desk.goals.add("ben", "ship it", "14").due == builders.THURSDAY + timedelta(days=14)
    assert desk.goals.add("ben", "rest").horizon == "45"
    with pytest.raises(Refusal, match=r"“30” is no horizon. Use 14, 45, short, long, role\."):
        desk.goals.add("ben", "x", "30")


def test_a_goal_is_said_in_other_words(ada: Desk) -> None:
    goal = ada.goals.add("ada", "a tset", "30")
    again = ada.goals.edit(
        goal.id, text="a test", measure="green", kind="skill", horizon="60", readers=FOR_COORDINATOR
    )
    assert (again.text, again.measure, again.kind, again.horizon) == (
        "a test", "green", "skill", "60"
    )  # fmt: skip
    assert again.readers == FOR_COORDINATOR
    with pytest.raises(Refusal, match="needs words"):
        ada.goals.edit(goal.id, text=" ")


def test_a_goal_that_was_settled_is_aimed_for_again(ada: Desk) -> None:
    goal = ada.goals.add("ada", "a test", "30")
    ada.goals.done(goal.id, "all green")
    assert ada.goals.page(goal.id).goal.done_on == builders.THURSDAY
    ada.goals.reopen(goal.id)
    again = ada.goals.page(goal.id).goal
    assert (again.state, again.done_on, again.outcome) == ("open", None, "all green")


def test_marks_are_kept_with_their_day_and_the_call_that_ran(ada: Desk, clock: Clock) -> None:
    goal = ada.goals.add("ada", "a talk", "90")
    ada.goals.mark(goal.id, "behind", "exams")
    clock.advance(days=7)
    call = ada.calls.start("ada")
    ada.goals.mark(goal.id, "on-track")
    found = ada.goals.page(goal.id).marks
    assert [(m.mark, m.text, m.session_id) for m in found] == [
        ("on-track", "", call.id), ("behind", "exams", "")
    ]  # fmt: skip
    assert found[0].day - found[1].day == timedelta(days=7)


def test_a_goal_marked_as_done_is_met_and_both_are_taken_back(ada: Desk) -> None:
    goal = ada.goals.add("ada", "a talk", "90")
    ada.goals.mark(goal.id, "done")
    assert ada.goals.page(goal.id).goal.state == "met"
    ada.undo()
    page = ada.goals.page(goal.id)
    assert (page.goal.state, page.marks) == ("open", ())


def test_another_word_is_no_mark(ada: Desk) -> None:
    goal = ada.goals.add("ada", "a talk", "90")
    with pytest.raises(Refusal, match="Use on-track, behind, ahead, done"):
        ada.goals.mark(goal.id, "great")


def test_smart_words_are_said_one_by_one_and_said_anew(ada: Desk) -> None:
    goal = ada.goals.add("ada", "a talk", "90")
    ada.goals.smart(goal.id, {"specific": "ten minutes", "timely": "by May"})
    page = ada.goals.smart(goal.id, {"specific": "ten minutes on tests"})
    assert page.smart == {"specific": "ten minutes on tests", "timely": "by May"}
    for wrong in ({"simple": "x"}, {}):
        with pytest.raises(Refusal):
            ada.goals.smart(goal.id, wrong)


def test_a_role_is_in_reach_when_what_it_asks_for_is_met(ada: Desk) -> None:
    role = ada.goals.add("ada", "maintainer", "role")
    for text in ("reviews", "a relaese"):
        ada.goals.require(role.id, text)
    ada.goals.require(role.id, "a release", instead_of=2)
    ada.goals.meets(role.id, 1, "reviews 1 to 10")
    found = ada.goals.page(role.id).requirements
    assert [(one.text, one.evidence, one.met_on) for one in found] == [
        ("reviews", "reviews 1 to 10", builders.THURSDAY), ("a release", "", None)
    ]  # fmt: skip
    ada.goals.meets(role.id, 1, met=False)
    assert ada.goals.page(role.id).requirements[0].met_on is None
    with pytest.raises(Refusal, match="There is no requirement 3; the goal has 2"):
        ada.goals.meets(role.id, 3)


@pytest.mark.parametrize(
    ("aims", "rest", "sentence"),
    [
        ([], "stay", "A set needs a target"),
        ([("30", " ")], "stay", "A set needs a target"),
        ([("31", "x")], "stay", "“31” is no horizon"),
        ([("30", "x")], "burn", "Use stay, carry, unmet, drop"),
    ],
)
def test_a_set_that_is_none_is_refused_and_nothing_is_written(
    ada: Desk, aims: list[tuple[str, str]], rest: str, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        ada.goals.renew("ada", aims, rest)
    assert ada.goals.list("ada") == []
