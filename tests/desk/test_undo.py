"""One key takes back the last verb, by whichever door it came; typed words are never lost by it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.builders import THURSDAY, ada, ada_at_six, ben, held, slot, wall
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.errors import Refusal
from mentordesk.domain.sessions import Session

NEXT = THURSDAY + timedelta(days=7)
STAMPS = {"updated_at"}


def everything(desk: Desk) -> dict[str, list[dict[str, object]]]:
    """All rows of all tables, without undo's own and without the times of writing."""
    names = desk.store.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%'"
        " AND name NOT LIKE '%sqlite_%' AND name <> 'undo_step'"
    )
    return {
        name: [
            {key: row[key] for key in row.keys() if key not in STAMPS}  # noqa: SIM118
            for row in desk.store.rows(f"SELECT * FROM {name} ORDER BY id")
        ]
        for (name,) in names
    }


def prepared(desk: Desk) -> Session:
    """Ada in a call with an agenda, notes, a promise, a goal and a note; and Ben."""
    ada_at_six(desk)
    ben(desk)
    desk.promises.do("ada", "send the link")
    goal = desk.goals.add("ada", "first talk").id
    desk.goals.require(goal, "a stage")
    desk.plans.add("ada", "speak up", measure="once")
    desk.plans.add("ada", "write it down")
    desk.gaps.add("ada", "skill", "a calm voice")
    desk.words.note("ada", "what is a dataclass", kind="question")
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "[ ] @ada read\n> generators\n")
    return session


def first(desk: Desk, table: str) -> str:
    return str(desk.store.value(f"SELECT id FROM {table} ORDER BY created_at, rowid"))


VERBS: dict[str, Callable[[Desk, Session], object]] = {
    "add Chi": lambda desk, session: desk.people.add("Chi"),
    "edit Ada Obi": lambda desk, session: desk.people.edit("ada", name="Ada O.", zone=""),
    "pause Ben Lund": lambda desk, session: desk.people.pause("ben", "exams"),
    "note about Ada Obi": lambda desk, session: desk.words.note("ada", "tired"),
    "settle: what is a dataclass": lambda desk, session: desk.words.settle(first(desk, "note")),
    "log chat with Ada Obi": lambda desk, session: desk.words.log("ada", "chat", 10, "x"),
    "promise: read it": lambda desk, session: desk.promises.do("ben", "read it"),
    "done: send the link": lambda desk, session: desk.promises.done(first(desk, "action")),
    "dropped: send the link": lambda desk, session: desk.promises.drop(first(desk, "action")),
    "set a goal for Ben Lund": lambda desk, session: desk.goals.add("ben", "x"),
    "targets for Ada Obi": lambda desk, session: desk.goals.renew("ada", [("30", "x")], "carry"),
    "change the goal first talk": lambda desk, session: desk.goals.edit(
        first(desk, "goal"), measure="it was given", kind="career"
    ),
    "unmet: first talk": lambda desk, session: desk.goals.unmet(first(desk, "goal"), "ill"),
    "carry over first talk": lambda desk, session: desk.goals.carry(first(desk, "goal")),
    "behind: first talk": lambda desk, session: desk.goals.mark(first(desk, "goal"), "behind"),
    "SMART: first talk": lambda desk, session: desk.goals.smart(
        first(desk, "goal"), {"specific": "ten minutes"}
    ),
    "first talk asks for slides": lambda desk, session: desk.goals.require(
        first(desk, "goal"), "slides"
    ),
    "meets: a stage": lambda desk, session: desk.goals.meets(first(desk, "goal"), 1, "booked"),
    "plan: read": lambda desk, session: desk.plans.add("ada", "read", dues=[NEXT]),
    "change the plan: speak up": lambda desk, session: desk.plans.edit(
        first(desk, "plan_row"), measure="twice", mentee="practise"
    ),
    "dropped: speak up": lambda desk, session: desk.plans.drop(first(desk, "plan_row")),
    "order of the plan: speak up": lambda desk, session: desk.plans.move(
        first(desk, "plan_row"), 2
    ),
    "gap: reads diffs": lambda desk, session: desk.gaps.add("ada", "skill", "reads diffs"),
    "change the gap a calm voice": lambda desk, session: desk.gaps.edit(
        first(desk, "skill_gap"), kind="behaviour", row=first(desk, "plan_row")
    ),
    "closed: a calm voice": lambda desk, session: desk.gaps.close(first(desk, "skill_gap"), "x"),
    "met: first talk": lambda desk, session: desk.goals.done(first(desk, "goal")),
    "set the slot of Ada Obi": lambda desk, session: slot(desk, "ada", 20, starts_on=NEXT),
    "set the slot of Ben Lund": lambda desk, session: slot(desk, "ben", 20),
    "skip Thu 3 Dec with Ada Obi": lambda desk, session: desk.slots.skip("ada", NEXT),
    "move Thu 3 Dec with Ada Obi": lambda desk, session: desk.slots.move(
        "ada", NEXT, wall(NEXT, 9)
    ),
    "confirm Thu 3 Dec with Ada Obi": lambda desk, session: desk.slots.confirm("ada", NEXT),
    "gap for Ada Obi": lambda desk, session: desk.slots.gap("ada", NEXT, NEXT),
    "end the slot of Ada Obi": lambda desk, session: desk.slots.end("ada", date(2027, 1, 1)),
    "add to the agenda: CV": lambda desk, session: desk.calls.add_point("ada", "CV"),
    "parked: Goals and how to measure": lambda desk, session: desk.calls.mark_point(
        desk.calls.agenda("ada")[0].id, "parked"
    ),
    "extend by 10 min": lambda desk, session: desk.calls.extend(session.id, 10),
    "pause the call": lambda desk, session: desk.calls.pause(session.id),
    "note a late arrival": lambda desk, session: desk.calls.late(session.id),
    "call off the call with Ada Obi": lambda desk, session: desk.calls.discard(session.id),
    "no-show of Ada Obi": lambda desk, session: desk.calls.no_show(session.id),
    "edit the recap": lambda desk, session: desk.recaps.write(session.id, "all", "mine"),
    "close the call with Ada Obi": lambda desk, session: desk.calls.close(
        session.id,
        answers={"focus": "read", "watch": "a job", "before": "@ada x\ny"},
        next_choice=("move", wall(NEXT, 9)),
    ),
}


@pytest.mark.parametrize("label", VERBS)
def test_every_verb_can_be_taken_back_whole(desk: Desk, clock: Clock, label: str) -> None:
    session = prepared(desk)
    before = everything(desk)
    clock.advance(20)
    VERBS[label](desk, session)
    assert everything(desk) != before
    assert desk.last_undo() == label
    clock.advance(1)
    assert desk.undo() == label
    assert everything(desk) == before


def test_a_call_whose_close_was_taken_back_goes_on(desk: Desk, clock: Clock) -> None:
    session = prepared(desk)
    clock.advance(20)
    desk.calls.close(session.id, answers={"focus": "read"})
    clock.advance(1)
    desk.undo()
    page = desk.pages.call("ada")
    assert page.session.state == "running"
    assert page.notes == "[ ] @ada read\n> generators\n"
    desk.calls.save_notes(session.id, page.notes + "and on")
    desk.calls.close(session.id)
    assert desk.pages.search("generators")


def test_a_resumed_pause_can_be_taken_back(desk: Desk, clock: Clock) -> None:
    session = prepared(desk)
    desk.calls.pause(session.id)
    clock.advance(5)
    desk.calls.resume(session.id)
    desk.undo()
    assert desk.pages.status().phase == "paused"


def test_starting_a_call_is_taken_back_while_nothing_was_typed(desk: Desk) -> None:
    ada_at_six(desk)
    desk.calls.add_point("ada", "CV")
    before = everything(desk)
    desk.calls.start("ada")
    desk.undo()
    assert everything(desk) == before
    assert "CV" in [point.title for point in desk.calls.agenda("ada")]


def test_starting_a_call_is_not_taken_back_once_something_was_typed(desk: Desk) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "words that must not be lost")
    with pytest.raises(Refusal, match="“start the call with Ada Obi” cannot be taken back"):
        desk.undo()
    assert desk.pages.call("ada").notes == "words that must not be lost"


def test_adding_somebody_is_not_taken_back_over_what_an_import_brought(desk: Desk) -> None:
    found = ada(desk)
    with desk.writing("from elsewhere", undoable=False):
        desk.words.insert(found, "kept", "note")
    with pytest.raises(Refusal, match="“add Ada Obi” cannot be taken back"):
        desk.undo()
    assert desk.people.find("ada").mentee.name == "Ada Obi"


def test_a_promise_ticked_and_then_withdrawn_from_the_notes(desk: Desk) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "[ ] read")
    (promise,) = desk.promises.list()
    desk.promises.done(promise.action.id)
    desk.promises.reopen(promise.action.id)
    desk.calls.save_notes(session.id, "")
    with pytest.raises(Refusal, match="“open: read” cannot be taken back"):
        desk.undo()


def test_a_tick_is_taken_back_although_the_line_was_reworded_since(desk: Desk) -> None:
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "[ ] read")
    (promise,) = desk.promises.list()
    desk.promises.done(promise.action.id)
    desk.calls.save_notes(session.id, "[ ] read it all")
    desk.undo()
    (promise,) = desk.promises.list()
    assert (promise.action.text, promise.action.is_open) == ("read it all", True)


def test_steps_are_taken_back_in_turn(desk: Desk, clock: Clock) -> None:
    ada_at_six(desk)
    held(desk)
    desk.slots.skip("ada", NEXT)
    told = [desk.undo() for _ in range(3)]
    assert told == [
        "skip Thu 3 Dec with Ada Obi",
        "close the call with Ada Obi",
        "start the call with Ada Obi",
    ]


def test_another_door_takes_back_what_this_one_did(desk: Desk, clock: Clock) -> None:
    from tests.conftest import Ids

    from mentordesk.desk import open_desk
    from mentordesk.paths import paths
    from mentordesk.settings import Settings

    ada(desk)
    other = open_desk(paths(), Settings(zone="Europe/Berlin"), clock=clock, new_id=Ids())
    assert other.undo() == "add Ada Obi"
    other.close()
    assert desk.changed()
    assert desk.pages.people() == []


def test_what_is_typed_on_and_on_is_one_step_until_something_else_is_done(desk: Desk) -> None:
    ada(desk)
    for number, name in enumerate(("Ad", "Ada L", "Ada Li")):
        with desk.writing("rename", typing="first" if number < 2 else "second") as store:
            store.update("mentee", desk.people.find("ada").mentee.id, name=name)
    assert (desk.undo(), desk.people.find("ada").mentee.name) == ("rename", "Ada L")
    with desk.writing("rename", typing="first") as store:
        store.update("mentee", desk.people.find("ada").mentee.id, name="Ada Lin")
    desk.people.edit("ada", name="Ada Linn")
    with desk.writing("rename", typing="first") as store:
        store.update("mentee", desk.people.find("ada").mentee.id, name="Ada Linné")
    assert (desk.undo(), desk.people.find("ada").mentee.name) == ("rename", "Ada Linn")
    desk.undo()
    assert (desk.undo(), desk.people.find("ada").mentee.name) == ("rename", "Ada L")
    assert (desk.undo(), desk.people.find("ada").mentee.name) == ("rename", "Ada Obi")
