"""The action plan, its past, gaps on the way, and what leaves of it."""

import csv
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from tests import builders
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import COORDINATOR, FOR_COORDINATOR, ME

FRIDAY = builders.THURSDAY + timedelta(days=1)


@pytest.fixture
def eve(desk: Desk) -> Desk:
    """A desk with Eve of Astropy."""
    desk.people.add("Eve Stone", playbook="astropy")
    return desk


def goals(desk: Desk) -> list[str]:
    return [row.goal for row in desk.plans.page("eve").rows]


def test_only_the_goal_of_a_row_is_needed(eve: Desk) -> None:
    row = eve.plans.add("eve", "review alone")
    assert (row.position, row.lacks_measure, row.dues) == (1, True, ())
    with pytest.raises(Refusal, match="A row needs a goal"):
        eve.plans.add("eve", " \n")


def test_a_row_has_steps_of_everybody_and_several_days(eve: Desk) -> None:
    row = eve.plans.add(
        "eve", "review alone", mentee="two a week\nthe second alone", mentor="read five",
        network="Tom picks", barriers="exams", measure="five merged",
        dues=[date(2027, 1, 22), FRIDAY, FRIDAY],
    )  # fmt: skip
    assert row.mentee == "two a week\nthe second alone"
    assert row.dues == (FRIDAY, date(2027, 1, 22))
    assert eve.plans.page("eve").rows == [row]


def test_what_a_cell_said_before_is_kept_with_the_day(eve: Desk, clock: Clock) -> None:
    row = eve.plans.add("eve", "review alone", measure="five", dues=[FRIDAY])
    clock.advance(days=1)
    eve.plans.edit(row.id, measure="ten", mentee="two a week")
    clock.advance(days=1)
    now = eve.plans.edit(row.id, measure="ten", dues=[])
    assert (now.measure, now.mentee, now.dues) == ("ten", "two a week", ())
    assert [(one.day, one.cell, one.was) for one in eve.plans.history(row.id)] == [
        (date(2026, 11, 28), "due", "2026-11-27"), (date(2026, 11, 27), "measure", "five")
    ]  # fmt: skip


def test_a_change_and_its_past_are_taken_back_together(eve: Desk) -> None:
    row = eve.plans.add("eve", "review alone", measure="five")
    eve.plans.edit(row.id, measure="ten")
    eve.undo()
    assert eve.plans.row(row.id).measure == "five"
    assert eve.plans.history(row.id) == ()


def test_rows_are_settled_and_taken_up_again_and_stay(eve: Desk) -> None:
    row = eve.plans.add("eve", "review alone")
    assert eve.plans.done(row.id[:8]) == "review alone"
    assert (eve.plans.row(row.id).state, eve.plans.row(row.id).done_on) == (
        "done", builders.THURSDAY
    )  # fmt: skip
    eve.plans.reopen(row.id)
    assert eve.plans.row(row.id).is_open
    eve.plans.drop(row.id)
    assert goals(eve) == ["review alone"]


@pytest.mark.parametrize(
    ("place", "order"), [(1, ["c", "a", "b"]), (2, ["a", "c", "b"]), (9, ["a", "b", "c"])]
)
def test_a_row_is_put_at_another_place(eve: Desk, place: int, order: list[str]) -> None:
    *_, last = (eve.plans.add("eve", goal) for goal in "abc")
    assert [row.goal for row in eve.plans.move(last.id, place)] == order
    assert [row.position for row in eve.plans.page("eve").rows] == [1, 2, 3]
    with pytest.raises(Refusal, match="counted from 1"):
        eve.plans.move(last.id, 0)


def test_a_promise_is_a_step_of_a_row_of_the_same_plan_only(eve: Desk) -> None:
    row = eve.plans.add("eve", "review alone")
    builders.ada(eve)
    assert eve.promises.do("eve", "ask Tom", row=row.id[:8]).plan_row_id == row.id
    with pytest.raises(Refusal, match="a row of somebody else's plan"):
        eve.promises.do("ada", "ask Tom", row=row.id)


def test_gaps_are_of_the_playbooks_kinds_and_point_to_a_row(eve: Desk) -> None:
    row = eve.plans.add("eve", "review alone")
    gap = eve.gaps.add("eve", "Behaviour", "says yes to all", "three reviews late", row.id)
    assert (gap.kind, gap.plan_row_id) == ("behaviour", row.id)
    with pytest.raises(Refusal, match=r"“mood” is no kind of gap. Use skill, knowledge, behaviour"):
        eve.gaps.add("eve", "mood", "x")
    with pytest.raises(Refusal, match="A gap needs words"):
        eve.gaps.add("eve", "skill", " ")


def test_a_gap_is_closed_by_what_shows_it_and_can_open_again(eve: Desk) -> None:
    gap = eve.gaps.add("eve", "skill", "reads diffs", "loses the thread")
    eve.gaps.close(gap.id, "review 812")
    (closed,) = eve.gaps.list("eve")
    assert (closed.state, closed.evidence, closed.done_on) == (
        "closed", "loses the thread · review 812", builders.THURSDAY
    )  # fmt: skip
    assert eve.gaps.list("eve", every=False) == []
    eve.gaps.reopen(gap.id)
    assert eve.gaps.edit(gap.id, kind="knowledge", text="reads long diffs").kind == "knowledge"


# --- where it stands


def test_the_way_of_a_mentorship_from_goals_to_the_decision(eve: Desk, clock: Clock) -> None:
    def station() -> str:
        return eve.plans.page("eve").station

    assert station() == "goals"
    role = eve.goals.add("eve", "maintainer", "role")
    assert station() == "plan"
    row = eve.plans.add("eve", "review alone", dues=[FRIDAY])
    assert station() == "act"
    clock.advance(days=2)
    assert station() == "review"
    eve.plans.done(row.id)
    assert station() == "act"
    eve.goals.require(role.id, "ten reviews")
    eve.goals.meets(role.id, 1)
    assert station() == "decide"


def test_three_months_on_the_decision_is_due(eve: Desk, clock: Clock) -> None:
    eve.goals.add("eve", "maintainer", "role")
    eve.plans.add("eve", "review alone")
    clock.advance(days=93)
    assert eve.plans.page("eve").station == "decide"


def test_a_programme_toward_a_role_asks_for_its_name_once(eve: Desk) -> None:
    assert eve.plans.page("eve").hints[0] == "the role that is aimed for is not named yet"
    role = eve.goals.add("eve", "maintainer", "role")
    assert eve.plans.page("eve").hints[0] == "what the role asks for is not written down yet"
    eve.goals.require(role.id, "ten reviews")
    assert "role" not in " ".join(eve.plans.page("eve").hints)
    eve.goals.done(role.id)
    assert "role" not in " ".join(eve.plans.page("eve").hints)
    builders.ada(eve)
    assert eve.plans.page("ada").hints == []


def test_the_plan_is_suggested_for_the_second_meeting(eve: Desk) -> None:
    eve.goals.require(eve.goals.add("eve", "maintainer", "role").id, "ten reviews")
    assert eve.plans.page("eve").hints == ["the plan is made in meeting 2, 3 rows to begin"]
    builders.held(eve, "eve")
    eve.plans.add("eve", "review alone")
    assert eve.plans.page("eve").hints == ["3 rows to begin: 2 more", "no measure yet: 1 of 1 row"]


# --- across everybody


def test_the_board_has_what_is_open_of_those_who_go_on(eve: Desk) -> None:
    builders.ada(eve)
    eve.goals.add("ada", "a talk", "90")
    met = eve.goals.add("ada", "a test", "30")
    eve.goals.done(met.id)
    mark = eve.goals.add("eve", "maintainer", "role")
    eve.goals.mark(mark.id, "behind")
    eve.goals.mark(mark.id, "ahead")
    eve.plans.add("eve", "review alone")
    eve.promises.do("ada", "send a link")
    eve.promises.do("ada", "push lab 7", "ada", due=FRIDAY)
    board = eve.plans.board()
    assert [(one.name, one.goal.text, one.mark) for one in board.targets] == [
        ("Ada Obi", "a talk", ""), ("Eve Stone", "maintainer", "ahead")
    ]  # fmt: skip
    assert [one.action.text for one in board.promises] == ["send a link", "push lab 7"]
    assert [(one.address, one.row.goal) for one in board.rows] == [
        ("eve/astropy", "review alone")
    ]  # fmt: skip


def test_what_others_promised_is_not_asked_for_any_more_once_it_is_over(eve: Desk) -> None:
    eve.promises.do("eve", "write to the team")
    eve.promises.do("eve", "read the policy", "eve", due=FRIDAY)
    eve.course.complete("eve")
    assert [one.action.text for one in eve.plans.board().promises] == ["write to the team"]


# --- what leaves


def test_a_table_holds_what_its_reader_may_read(eve: Desk) -> None:
    eve.plans.add("eve", "for both", readers=frozenset({"mentee", "coordinator"}))
    eve.plans.add("eve", "for her")
    eve.plans.add("eve", "for Kim", readers=FOR_COORDINATOR)
    eve.plans.add("eve", "for me", readers=ME)
    hers, kims = eve.plans.table("eve"), eve.plans.table("eve", whom=COORDINATOR)
    assert [word in hers for word in ("for both", "for her", "for Kim", "for me")] == [
        True, True, False, False
    ]  # fmt: skip
    assert [word in kims for word in ("for both", "for her", "for Kim", "for me")] == [
        True, False, True, False
    ]  # fmt: skip


def test_nothing_leaves_where_there_is_nothing_to_read(eve: Desk) -> None:
    eve.plans.add("eve", "for me", readers=ME)
    with pytest.raises(Refusal, match=r"for the mentee\. Say which is with"):
        eve.plans.table("eve")


def test_the_columns_are_the_programmes_seven(eve: Desk) -> None:
    eve.plans.add("eve", "review, alone", measure="ten", dues=[FRIDAY, date(2027, 1, 22)])
    titles, row = csv.reader(StringIO(eve.plans.table("eve", "csv"), newline=""))
    own = [column.title for column in eve.plans.page("eve").playbook.plan_columns]
    assert titles == own
    assert len(own) == 7
    assert row == ["review, alone", "", "", "", "", "ten", "2026-11-27, 2027-01-22"]


def test_what_is_done_leaves_when_asked_for_and_what_was_dropped_never(eve: Desk) -> None:
    done, dropped = eve.plans.add("eve", "was done"), eve.plans.add("eve", "was dropped")
    eve.plans.add("eve", "is open")
    eve.plans.done(done.id)
    eve.plans.drop(dropped.id)
    assert "was" not in eve.plans.table("eve")
    whole = eve.plans.table("eve", every=True)
    assert "was done" in whole
    assert "was dropped" not in whole


def test_a_file_is_written_whole_and_nothing_is_overwritten_unasked(
    eve: Desk, tmp_path: Path
) -> None:
    eve.plans.add("eve", "review alone")
    path = tmp_path / "plan.CSV"
    eve.plans.write("eve", path)
    assert path.read_bytes().startswith(b"Goal,")
    with pytest.raises(Refusal, match="exists already"):
        eve.plans.write("eve", path)
    eve.plans.write("eve", path, force=True)
    assert eve.plans.write("eve", tmp_path / "plan.md").read_text("utf-8").startswith("| Goal |")


def test_one_members_row_is_not_for_the_others_of_the_group(desk: Desk) -> None:
    desk.groups.add("Kim's group", handle="kim", playbook="carpentries")
    for name in ("Lou Ray", "Max Fry"):
        desk.groups.join("kim", name)
    desk.plans.add("lou", "for Lou alone")
    desk.plans.add("kim", "for all of them")
    assert "for Lou alone" in desk.plans.table("lou")
    assert "for Lou alone" not in desk.plans.table("max")
    assert "for Lou alone" not in desk.plans.table("kim")
    assert "for all of them" in desk.plans.table("max")
