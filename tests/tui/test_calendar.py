"""Stories about the calendar: a month, a week, the weeks ahead as a list."""

from datetime import date, time

import pytest
from tests import builders
from tests.driver import Robot

from mentordesk.tui.screens.mentee import MenteeScreen

SIZES = [(80, 24), (120, 40)]


def busy_practice(mentor: Robot) -> Robot:
    """A date moved, one skipped, days without calls, hours with a booking, a workshop."""
    desk = mentor.desk
    desk.slots.move("ben", date(2026, 12, 3), builders.wall(date(2026, 12, 2), 20, 30))
    desk.slots.skip("ada", date(2026, 12, 3), "conference")
    desk.slots.gap("ada", date(2026, 12, 21), date(2027, 1, 3), "holidays")
    desk.hours.set(4, time(9), slots=2, minutes=30)
    slot = desk.hours.slots(1)[1]
    desk.hours.book(slot.start, "Maya", "fixtures in pytest")
    desk.workshops.add("Pandas for beginners", date(2026, 11, 28), wall_time=time(10), role="coach")
    return mentor


def on_tab(mentor: Robot) -> str:
    """Which tab of a mentee's page is shown."""
    screen = mentor.app.screen
    assert isinstance(screen, MenteeScreen)
    return screen.tab


@pytest.mark.parametrize("size", SIZES)
async def test_a_month_a_week_and_the_weeks_ahead(mentor: Robot, size: tuple[int, int]) -> None:
    await busy_practice(mentor).open(size, start="calendar")
    await mentor.see("November 2026 · 6 calls", "▸26", "Thu 26 Nov · today", "18:00–19:00 Ada Obi")
    await mentor.golden("calendar-month")
    await mentor.press("v")
    await mentor.see("week 48 · 23–29 Nov 2026 · 2 calls", "▸Thu 26")
    await mentor.golden("calendar-week")
    await mentor.press("v")
    await mentor.see("7 calls · in the next 4 weeks", "Sat 28 Nov · in 2 days", "Pandas")
    await mentor.golden("calendar")


async def test_the_way_about_a_month_by_keys_and_by_mouse(mentor: Robot) -> None:
    await busy_practice(mentor).open(start="calendar")
    await mentor.press("down")
    await mentor.see("Thu 3 Dec · in 7 days", "December 2026", "skipped (conference)")
    await mentor.see("  30         1 Dec      2 ◇")
    await mentor.press("left")
    await mentor.see(
        "Wed 2 Dec", "20:30–21:15 Ben Lund", "14:30 New York", "moved (from Thu 3 Dec)"
    )
    await mentor.press("pagedown", "up", "up")
    await mentor.see("Sat 19 Dec", "nothing")
    await mentor.press("right", "right", "enter")
    await mentor.see("no calls until Sun 3 Jan")
    await mentor.see("Ada Obi", "next dates")
    await mentor.press("escape", "t")
    await mentor.see("Thu 26 Nov · today")
    await mentor.click("● Ada Obi")
    await mentor.see("Thu 19 Nov")
    await mentor.press("home", "enter", "down", "enter")
    await mentor.see("Ben Lund", "next dates")
    await mentor.press("escape")
    await mentor.click("Week")
    await mentor.see("week 48")
    await mentor.click("Sat 28")
    await mentor.see("Sat 28 Nov · in 2 days", "Pandas for beginners")
    await mentor.click("▲ Panda")
    await mentor.see("Hours and workshops")
    await mentor.press("escape")
    await mentor.click("Agenda")
    await mentor.see("in the next 4 weeks")


async def test_the_way_about_a_week_and_where_its_things_lead(mentor: Robot) -> None:
    await busy_practice(mentor).open(start="calendar")
    await mentor.press("W", "down")
    await mentor.see("20:00–20:45 Ben Lund", "14:00 New")
    await mentor.press("enter")
    await mentor.see("Ben Lund", "next dates")
    await mentor.press("escape", "right", "down")
    await mentor.see("booked: fixtures in pytest")
    await mentor.press("enter")
    await mentor.see("Hours and workshops")
    await mentor.press("escape", "comma")
    await mentor.see("week 47", "Fri 20 Nov · 6 days ago · nothing")
    await mentor.press("left")
    await mentor.see("18:00–19:00 Ada Obi", "held")
    await mentor.press("enter")
    await mentor.see("Ada Obi", "Timeline")
    assert on_tab(mentor) == "timeline"


async def test_the_agenda_counts_on_goes_further_and_opens_what_is_under_it(mentor: Robot) -> None:
    await mentor.open(start="calendar")
    await mentor.press("G")
    await mentor.see("8 calls · in the next 4 weeks", "18:00  Ada Obi")
    lines = [line for line in mentor.screen_text().split("\n") if "18:00  Ada Obi" in line]
    assert [line.split()[-1] for line in lines] == ["2/12", "3/12", "4/12", "5/12"]
    await mentor.press("full_stop")
    await mentor.see("16 calls · in the next 8 weeks")
    await mentor.press("t")
    await mentor.see("8 calls · in the next 4 weeks")
    await mentor.press("full_stop", "comma", "comma")
    await mentor.see("8 calls · in the next 4 weeks")
    await mentor.press("down", "enter")
    await mentor.see("Ben Lund", "next dates")
    assert on_tab(mentor) == "schedule"
    await mentor.press("escape", *["down"] * 5, "enter")
    await mentor.see("Ben Lund", "Look back on the month")
    assert on_tab(mentor) == "milestones"


async def test_an_empty_calendar_says_how_a_call_gets_there(robot: Robot) -> None:
    robot.desk.people.add("Ada Obi")
    await robot.open(start="calendar")
    await robot.see("no calls", "Thu 26 Nov · today · nothing")
    await robot.press("enter")
    await robot.see("Nothing is on that day.")
    await robot.press("G")
    await robot.see("No call is fixed.", "press w to fix a weekly time")
