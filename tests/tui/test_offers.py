"""Stories about hours that people book, and workshops that are prepared in time."""

from datetime import datetime, time, timedelta

import pytest
from tests.builders import BERLIN, THURSDAY
from tests.conftest import Clock
from tests.driver import Robot

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def host(mentor: Robot) -> Robot:
    """Tuesdays at five, twice, one of them booked; and a workshop in three days."""
    hours, workshops = mentor.desk.hours, mentor.desk.workshops
    hours.set(1, time(17), slots=2, playbook="pyladies", link="https://meet.example")
    hours.book(datetime(2026, 12, 1, 17, 30, tzinfo=BERLIN), "Maya", "fixtures in pytest")
    workshops.add(
        "Pandas for beginners", THURSDAY + timedelta(days=2), wall_time=time(10), early=15,
        playbook="pyladies", role="coach", link="https://material.example",
    )  # fmt: skip
    return mentor


async def at_the_hours(robot: Robot, size: tuple[int, int] = (80, 24)) -> None:
    await robot.open(size, start="calendar")
    await robot.press("h")
    await robot.see("Hours and workshops")


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_offered(host: Robot, size: tuple[int, int]) -> None:
    await at_the_hours(host, size)
    await host.see("7 of 8 slots free · 1 workshop", "0 min of 2 h prepared", "fixtures in pytest")
    await host.golden("offers")


async def test_today_speaks_of_the_workshop_and_leads_to_it(host: Robot, clock: Clock) -> None:
    await host.open()
    await host.see("workshop Pandas for beginners, in 2 days: prepare, 0 min of 2 h")
    row = "workshop Pandas"
    await host.click(row)
    await host.press("enter")
    await host.see("Hours and workshops")
    await host.press("x")
    await host.see("Prepared for Pandas for beginners")
    await host.type("2h")
    await host.press("enter")
    await host.see("2 h of 2 h prepared")
    await host.press("escape")
    await host.see_no("workshop Pandas")
    clock.advance(days=3)
    host.app.beat()
    await host.see("yesterday: note what there is to")
    await host.click(row)
    await host.press("x", "x")
    await host.see("After Pandas for beginners")
    await host.type("the installation takes half an hour")
    await host.press("enter")
    await host.see("no workshops")


async def test_a_slot_is_booked_and_freed(host: Robot) -> None:
    await at_the_hours(host)
    await host.press("down", "x")
    await host.see("Who comes at 17:00")
    await host.type("ada")
    await host.press("enter")
    await host.see("17:00–17:30  Ada Obi")
    await host.press("x")
    await host.see("That slot is taken; d makes it free again.")
    await host.press("d")
    await host.see("Free again. u takes it back.", "7 of 8 slots free")


async def test_hours_and_a_workshop_are_noted_with_a_few_keys(mentor: Robot) -> None:
    await at_the_hours(mentor)
    await mentor.see("No hours are offered, and no workshop is coming.")
    await mentor.press("a")
    await mentor.type("wed 17:00")
    await mentor.press("tab")
    await mentor.type("3")
    await mentor.see("every Wednesday from 17:00 on, 3 in a row")
    await mentor.golden("offer-hours")
    await mentor.press("enter")
    await mentor.see("12 of 12 slots free")
    await mentor.press("w")
    await mentor.type("Pandas")
    await mentor.press("tab")
    await mentor.type("sat 5 dec 10:00")
    await mentor.see("Sat 5 Dec 2026 (in 9 days) 10:00, nothing to prepare")
    await mentor.press("enter")
    await mentor.see("Sat 5 Dec 10:00  Pandas")
    await mentor.press("home", "d")
    await mentor.see("no workshops")
    await mentor.press("u")
    await mentor.see("Taken back: drop Pandas", "1 workshop")


async def test_nothing_under_the_cursor_is_said(mentor: Robot) -> None:
    await at_the_hours(mentor)
    for key in ("x", "d"):
        await mentor.press(key)
        await mentor.see("That needs a slot or a workshop under the cursor.")
