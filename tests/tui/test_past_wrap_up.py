"""Stories of the wrap-up after the call: changed answers, what follows them, what is offered."""

from collections.abc import AsyncIterator

import pytest
from tests.conftest import Clock
from tests.driver import Robot

from mentordesk.store.plans import actions

TYPED = "[ ] @ada push lab 8 by wed\n! a talk at the meetup\n"


@pytest.fixture
async def past(mentor: Robot, clock: Clock) -> AsyncIterator[Robot]:
    """The call with Ada was closed in a hurry: one question answered, two offered."""
    clock.advance(minutes=12)
    call = mentor.desk.calls.start("ada")
    mentor.desk.calls.save_notes(call.id, TYPED)
    mentor.desk.calls.answer(call.id, "before", "[ ] send slides\n[ ] book a room")
    clock.advance(minutes=40)
    mentor.desk.calls.close(call.id)
    await mentor.open()
    mentor.app.open_recap(call.id)
    await mentor.see("What Ada Obi receives")
    await mentor.press("a")
    await mentor.see("Wrap-up with Ada Obi", "the call is over")
    yield mentor


def promised(robot: Robot) -> set[str]:
    """What was promised in this call."""
    own = robot.desk.recaps.latest("ada").id
    return {one.text for one in actions(robot.desk.store) if one.session_id == own}


async def test_what_is_typed_is_stored_and_its_things_follow_as_one_step(past: Robot) -> None:
    await past.see("push lab 8", "◦ What will the mentee", "◦ from your notes, not taken")
    await past.golden("past-wrap-up")
    await past.press("enter", "enter", "enter")
    await past.see("^s takes it as it stands")
    await past.press("backspace", "backspace", "backspace", "backspace")
    await past.type("hall")
    await past.press("tab")
    assert promised(past) == {"push lab 8", "send slides", "book a hall"}
    await past.see("◦ What will the mentee")
    await past.press("escape")
    await past.see("mentor: book a hall")
    await past.press("u")
    await past.see("Taken back: change the wrap-up with Ada Obi", "mentor: book a room")
    assert promised(past) == {"push lab 8", "send slides", "book a room"}


async def test_what_is_offered_is_taken_by_a_key_with_the_date_as_it_is_chosen(
    past: Robot,
) -> None:
    await past.resize(120, 40)
    await past.golden("past-wrap-up")
    await past.press("enter", "enter", "right")
    await past.see("● confirm")
    await past.press("ctrl+s")
    await past.see("Stored. u takes it back.", "What Ada Obi receives")
    task = next(one for one in actions(past.desk.store) if one.text == "push lab 8")
    assert task.task
    coming = past.desk.pages.brief("ada").next
    assert coming is not None
    assert coming.confirmed
    await past.press("u")
    await past.see("Taken back: change the wrap-up")
    assert not next(one for one in actions(past.desk.store) if one.text == "push lab 8").task


async def test_leaving_takes_nothing_and_a_date_that_was_chosen_is_said(past: Robot) -> None:
    await past.press("enter", "enter", "right", "escape")
    await past.see("The next date stays as it was")
    assert not any(one.task for one in actions(past.desk.store) if one.text == "push lab 8")


async def test_every_past_call_is_opened_from_the_timeline(past: Robot, clock: Clock) -> None:
    await past.press("escape", "escape")
    clock.advance(days=7)
    missed = past.desk.calls.start("ada")
    past.desk.calls.no_show(missed.id)
    past.app.open_mentee("ada", "timeline")
    await past.see("Timeline")
    await past.press("a")
    await past.see("was missed, so there is no wrap-up")
    await past.press("down", "a")
    await past.see("Wrap-up with Ada Obi", "The next call has begun since")
