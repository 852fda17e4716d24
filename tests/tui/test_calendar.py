"""Stories about the weeks ahead."""

import pytest
from tests.driver import Robot


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_weeks_ahead_day_by_day(mentor: Robot, size: tuple[int, int]) -> None:
    await mentor.open(size, start="calendar")
    await mentor.see("8 calls in the next 4 weeks", "Thu 26 Nov · today")
    await mentor.golden("calendar")


async def test_each_later_call_counts_one_on(mentor: Robot) -> None:
    await mentor.open(start="calendar")
    lines = [line for line in mentor.screen_text().split("\n") if "Ada Obi" in line]
    assert [line.split()[-1] for line in lines] == ["2/12", "3/12", "4/12", "5/12"]


async def test_one_key_looks_twice_as_far(mentor: Robot) -> None:
    await mentor.open(start="calendar")
    await mentor.press("v")
    await mentor.see("16 calls in the next 8 weeks")
    await mentor.press("v")
    await mentor.see("8 calls in the next 4 weeks")


async def test_enter_opens_the_schedule_it_belongs_to(mentor: Robot) -> None:
    await mentor.open(start="calendar")
    await mentor.press("down", "enter")
    await mentor.see("Ben Lund", "next dates")


async def test_an_empty_calendar_says_how_a_call_gets_there(robot: Robot) -> None:
    robot.desk.people.add("Ada Obi")
    await robot.open(start="calendar")
    await robot.see("No call is fixed.", "press w to fix a weekly time")
