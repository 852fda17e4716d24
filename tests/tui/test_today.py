"""Stories on the first screen."""

import pytest
from tests import builders
from tests.driver import Robot


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_today_says_who_is_next_and_what_is_due(mentor: Robot, size: tuple[int, int]) -> None:
    await mentor.open(size)
    await mentor.see("Today · Thu 26 Nov · 2 calls", "next: ada in 12 min")
    await mentor.golden("today")


async def test_the_cursor_waits_at_the_next_call_and_enter_opens_its_brief(mentor: Robot) -> None:
    await mentor.open()
    await mentor.see("› 18:00  Ada Obi")
    await mentor.press("enter")
    await mentor.see("Ada Obi · WeAllJS · 2 of 12", "last time · Thu 19 Nov, 7 days ago")
    await mentor.press("escape")
    await mentor.see("Today · Thu 26 Nov")


async def test_a_promise_that_is_due_is_settled_and_taken_back(mentor: Robot) -> None:
    await mentor.open()
    await mentor.see("! my promise to Ada Obi: intro to Grace, due yesterday")
    await mentor.press("down", "down")
    await mentor.see("› ! my promise")
    await mentor.press("x")
    await mentor.see("Done. u takes it back.")
    await mentor.see_no("my promise to Ada")
    await mentor.press("u")
    await mentor.see("Taken back", "my promise to Ada Obi")


async def test_what_settles_nothing_says_what_would(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("x")
    await mentor.see("Done settles a line that is due")


async def test_a_minute_later_the_next_call_is_a_minute_nearer(mentor: Robot) -> None:
    await mentor.open()
    await mentor.see("next: ada in 12 min")
    await mentor.later(minutes=1)
    await mentor.see("next: ada in 11 min")


async def test_a_call_that_should_have_begun_says_since_when(mentor: Robot) -> None:
    await mentor.open()
    await mentor.later(minutes=14)
    await mentor.see("due: ada since 18:00")


async def test_past_midnight_it_is_another_day(mentor: Robot) -> None:
    await mentor.open()
    await mentor.later(minutes=7 * 60)
    await mentor.see("Today · Fri 27 Nov · no calls", "The next is Thu 3 Dec 18:00 with Ada Obi")


async def test_somebody_without_a_slot_is_what_is_due(robot: Robot) -> None:
    builders.ada(robot.desk)
    await robot.open()
    await robot.see("no next date with Ada Obi", "w Slot")
    await robot.press("enter")
    await robot.see("No slot yet.", "Press w")


async def test_a_quick_log_is_one_key_and_a_line(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("l")
    await mentor.see("Log support for Ada Obi", "10 min of chat")
    await mentor.type("asked about generators")
    await mentor.press("enter")
    await mentor.see_no("Log support")
    assert mentor.desk.pages.timeline("ada")[0].body == "asked about generators"


async def test_a_note_says_who_may_read_it_before_it_is_stored(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("n")
    await mentor.see("Note about Ada Obi", "Only you can read it.")
    await mentor.type("likes small examples")
    await mentor.press("tab", "right")
    await mentor.see("‹ question ›", "Its mentee may read it, too.")
    await mentor.press("left", "enter")
    await mentor.see_no("Note about")
    note = mentor.desk.pages.timeline("ada")[0]
    assert (note.body, note.readers) == ("likes small examples", "me")


async def test_a_line_is_put_off_until_tomorrow_unless_another_day_is_typed(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("down", "down", "z")
    await mentor.see("Put this line off", "It comes back on Fri 27 Nov 2026")
    await mentor.press("enter")
    await mentor.see_no("my promise to Ada")
    await mentor.later(minutes=24 * 60)
    await mentor.see("my promise to Ada Obi")


async def test_a_line_is_dismissed_with_a_reason_or_without(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("down", "down", "d")
    await mentor.see("Dismiss this line", "may stay empty")
    await mentor.press("enter")
    await mentor.see_no("my promise to Ada", "Dismiss this line")
    assert "send" not in mentor.desk.attention.list()[0].says
    await mentor.press("u")
    await mentor.see("Taken back", "my promise to Ada Obi")


async def test_a_call_is_nothing_to_put_off(mentor: Robot) -> None:
    await mentor.open()
    for key in ("z", "d"):
        await mentor.press(key)
        await mentor.see("move the cursor to one")


async def test_a_check_in_is_fine_with_one_key(robot: Robot) -> None:
    robot.desk.people.add("Kim Vale", playbook="astropy")
    builders.slot(robot.desk, "kim")
    robot.clock.advance(days=30)
    robot.desk.words.log("kim", "chat", 5)
    await robot.open()
    await robot.see("Monthly check-in: Kim Vale, due today (the playbook says every", "x Done")
    await robot.press("down", "x")
    await robot.see("Done. u takes it back.")
    await robot.see_no("Monthly check-in")
    assert robot.desk.milestones.of("kim")[0].text == "all fine"


async def test_a_running_call_stays_in_the_week(mentor: Robot) -> None:
    await mentor.open()
    await mentor.see("Thu ○○")
    await mentor.press("s", "ctrl+g", "q")
    await mentor.see("● running", "Thu ○○")
