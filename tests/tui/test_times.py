"""Stories about time: seen by month, put right with a few keys, and held against a budget."""

from datetime import timedelta

import pytest
from tests import builders
from tests.conftest import Clock
from tests.driver import Robot

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def spender(mentor: Robot, clock: Clock) -> Robot:
    """Beside the practice somebody with a budget by kinds, of which one is overdrawn."""
    desk = mentor.desk
    desk.people.add("Cleo Park", playbook="carpentries")
    for kind, minutes, days in (("prep", 150, 9), ("mail", 20, 3), ("meeting", 30, 1)):
        at = clock.now - timedelta(days=days, hours=2)
        desk.times.add("cleo", kind, minutes, "read her lesson" if days == 9 else "", at=at)
    return mentor


async def at_the_time_of(robot: Robot, who: str, size: tuple[int, int] = (80, 24)) -> None:
    await robot.open(size, start="people")
    await robot.press("f")
    await robot.type(who)
    await robot.press("enter", "L")
    await robot.see("Time · Nov 2026")


@pytest.mark.parametrize("size", SIZES)
async def test_a_month_day_by_day_under_the_bars(spender: Robot, size: tuple[int, int]) -> None:
    await at_the_time_of(spender, "cleo", size)
    await spender.see("month from Sun 1 Nov", "3 h 20 of 4 h", "! 2 h 30 of 2 h", "read her lesson")
    await spender.golden("time-of-one")


@pytest.mark.parametrize("size", SIZES)
async def test_everybodys_time(spender: Robot, size: tuple[int, int]) -> None:
    await at_the_time_of(spender, "cleo", size)
    await spender.press("f")
    await spender.see("Ada Obi", "Cleo Park", "call as Meeting", "chat as Messages")
    await spender.golden("time-of-all")
    await spender.press("f")
    await spender.see_no("Ada Obi")


async def test_time_is_added_put_right_dropped_and_taken_back(mentor: Robot) -> None:
    await at_the_time_of(mentor, "ada")
    await mentor.press("a")
    await mentor.see("Time spent on Ada Obi", "30 min of meeting, ending now.")
    await mentor.type("45m")
    await mentor.press("tab", "right")
    await mentor.see("45 min of messages, ending now.")
    await mentor.press("enter")
    await mentor.see("Noted. u takes it back.", "17:03   45 min  messages")
    await mentor.press("end", "i")
    await mentor.see("Correct the time with Ada Obi", "2026-11-26 17:03")
    await mentor.golden("correct-time")
    await mentor.type("20")
    await mentor.press("enter")
    await mentor.see("17:03   20 min  messages")
    await mentor.press("d")
    await mentor.see_no("20 min  messages")
    await mentor.press("u")
    await mentor.see("Taken back: drop 20 min of messages", "17:03   20 min  messages")


async def test_a_stretch_longer_than_a_working_day_is_asked_about(mentor: Robot) -> None:
    await at_the_time_of(mentor, "ada")
    await mentor.press("a")
    await mentor.type("9h")
    await mentor.press("enter")
    await mentor.see("9 h at a stretch is more than a working day. The same key", "again says")
    assert mentor.desk.times.list("ada", kind="meeting")[0].kind == "call"
    await mentor.press("enter")
    await mentor.see("08:48      9 h  meeting")


async def test_the_same_time_twice_is_said(mentor: Robot) -> None:
    mentor.desk.times.add("ada", "messages", 30)
    await at_the_time_of(mentor, "ada")
    await mentor.press("a", "enter")
    await mentor.see("In the same time lie 30 min of messages at 17:18: is it counted twice?")


async def test_other_months_are_turned_to_and_none_that_is_to_come(mentor: Robot) -> None:
    await at_the_time_of(mentor, "ada")
    await mentor.press("left")
    await mentor.see("Oct 2026", "0 min")
    await mentor.press("right")
    await mentor.see("Nov 2026")
    await mentor.press("right")
    await mentor.see("Nov 2026")


async def test_an_empty_month_says_which_keys_fill_it(robot: Robot) -> None:
    await robot.open()
    await robot.press("escape", "1", "L")
    await robot.see("No time was spent in this month.", "a adds more.")


async def test_nobody_under_the_cursor_is_said(mentor: Robot) -> None:
    await at_the_time_of(mentor, "dee")
    await mentor.press("d")
    await mentor.see("That needs an entry")


async def test_a_call_closed_the_next_morning_says_what_it_counted(
    mentor: Robot, clock: Clock
) -> None:
    call = mentor.desk.calls.start("ada")
    clock.advance(hours=15)
    await mentor.open(call="ada")
    await mentor.see("was never closed")
    await mentor.press("escape")
    await mentor.press("ctrl+g", "c")
    await mentor.see("Closed. 1 h 12 are counted, up to the planned end; t corrects it")
    assert mentor.desk.times.cut_short(call.id) is not None


async def test_a_date_that_the_wrap_up_skips_moves_the_end_and_says_so(robot: Robot) -> None:
    robot.desk.people.add("Cleo", playbook="codingnomads")
    builders.slot(robot.desk, "cleo", count=6)
    call = robot.desk.calls.start("cleo")
    robot.desk.calls.answer(call.id, "next", "skip")
    await robot.open(call="cleo")
    await robot.see("Notes")
    await robot.press("ctrl+g", "w")
    await robot.see("● skip it")
    await robot.press("ctrl+s")
    await robot.see("Closed. u takes it back. The run ends 1 week later")
