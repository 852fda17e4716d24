"""Stories about when the calls are: fix, move, skip, confirm, pause for a while, end."""

from datetime import date

import pytest
from tests import builders
from tests.driver import Robot

SIZES = [(80, 24), (120, 40)]


async def at_the_schedule(mentor: Robot, who: int = 0, size: tuple[int, int] = (80, 24)) -> None:
    await mentor.open(size, start="people")
    await mentor.press(*["down"] * who, "enter")
    await mentor.click("Schedule")


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_dates_stand_on_both_clocks(mentor: Robot, size: tuple[int, int]) -> None:
    await at_the_schedule(mentor, 1, size)
    await mentor.see("every Thursday 20:00, 45 min", "their clock 14:00")
    await mentor.golden("schedule")


async def test_a_slot_shows_its_first_dates_while_it_is_typed(mentor: Robot) -> None:
    await at_the_schedule(mentor, 3)
    await mentor.see("No slot yet.")
    await mentor.press("w")
    await mentor.type("tue")
    await mentor.see("“tue” says no time. Try tue 18:00")
    await mentor.type(" 9:00")
    await mentor.see("every Tuesday 09:00", "Tue 1 Dec 09:00 · their clock 17:00")
    await mentor.golden("set-slot")
    await mentor.press("ctrl+u")
    await mentor.type("every tue from 9:00 to 10:30")
    await mentor.press("tab", "tab")
    await mentor.type("30")
    await mentor.see("By its end it takes 90 minutes, by Minutes 30. Leave one out.")
    await mentor.press("ctrl+u")
    await mentor.see("every Tuesday 09:00, 90 min")
    await mentor.press("enter")
    await mentor.see("every Tuesday 09:00, 90 min", "› ", "Tue 1 Dec")


async def test_a_time_that_is_taken_is_named_and_taken_by_enter_once_more(mentor: Robot) -> None:
    await at_the_schedule(mentor, 3)
    await mentor.press("w")
    await mentor.type("thu 18:30")
    await mentor.see(
        "every Thursday 18:30", "! Thu 26 Nov 18:30 (Fri 02:30 there) is taken: Ada Obi,",
        "18:00–19:00; 9", "later dates as well.", "Thu 10 Dec 18:30",
    )  # fmt: skip
    await mentor.press("enter")
    await mentor.see("When do you meet", "thu 18:30", "Enter once more takes it all the same.")
    await mentor.press("backspace")
    await mentor.type("5")
    await mentor.press("enter")
    await mentor.see("When do you meet", "Thu 26 Nov 18:35", "Enter once more takes")
    await mentor.press("enter")
    await mentor.see_no("When do you meet")
    await mentor.see("every Thursday 18:35")


async def test_what_is_said_beside_when_is_read_or_refused_while_it_is_typed(
    mentor: Robot,
) -> None:
    await at_the_schedule(mentor, 3)
    await mentor.press("w")
    await mentor.type("sun 2:30")
    await mentor.see(
        "every Sunday 02:30", "! Sun 28 Mar 2027 03:30 · their clock 10:30 · the clocks"
    )
    await mentor.press("tab")
    await mentor.type("28 mar")
    await mentor.see("02:30 does not exist on Sun 28 Mar 2027 in Europe/Berlin")
    await mentor.press("ctrl+u")
    await mentor.type("31 oct 2027")
    await mentor.see("! Sun 31 Oct 2027 02:30", "this time comes twice;", "the first one is meant")
    for typed, said in (
        ("31 18:00", "Not every month has a day 31."),
        ("5tu 18:00", "Give the n-th weekday as 1 to 4, or -1 for the last."),
        ("-1th 18:00", "the last Thursday of every month 18:00"),
        ("28 18:00", "day 28 of every month 18:00"),
    ):
        await mentor.press("up", "ctrl+u")
        await mentor.type(typed)
        await mentor.see(said)
        await mentor.press("tab")
    await mentor.press("tab", "tab", "tab")
    await mentor.type("many")
    await mentor.see("“many” is no number of meetings and no day.")
    for number in ("99999999999", "0", "521"):
        await mentor.press("ctrl+u")
        await mentor.type(number)
        await mentor.see(f"{number} meetings is no run. Give 1 to 520, or the last day")
    await mentor.press("ctrl+u")
    await mentor.type("1 jan 2020")
    await mentor.see("Wed 1 Jan 2020 is past.")


async def test_a_slot_is_changed_from_a_day_on_and_what_is_lost_is_said(mentor: Robot) -> None:
    mentor.desk.slots.skip("ben", date(2026, 12, 24), "Christmas")
    await at_the_schedule(mentor, 1)
    await mentor.press("w")
    await mentor.see("The slot of Ben Lund", "thu 20:00", "never, as it was")
    await mentor.press("enter")
    await mentor.see("Nothing is another: it is every Thursday 20:00")
    await mentor.type("every 2 thu 19:00")
    await mentor.press("tab")
    await mentor.type("17 dec")
    await mentor.see(
        "every 2 weeks on Thursday 19:00", "until then every Thursday 20:00",
        "Thu 31 Dec 19:00", "! no longer a date of it: Thu 24 Dec (skipped)",
    )  # fmt: skip
    await mentor.golden("change-slot")
    await mentor.resize(120, 40)
    await mentor.golden("change-slot")
    await mentor.press("enter")
    await mentor.see("Thu 10 Dec      20:00", "Thu 17 Dec      19:00", "Thu 31 Dec      19:00")


async def test_other_calendars_in_the_way_are_said_while_a_slot_is_typed(mentor: Robot) -> None:
    choir = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
        b"DTSTAMP:20261101T000000Z\r\nDTSTART:20261208T173000Z\r\nDTEND:20261208T183000Z\r\n"
        b"SUMMARY:choir\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    mentor.desk.busy.keep(choir, "home.ics", titles=True)
    await at_the_schedule(mentor, 3)
    await mentor.press("w")
    await mentor.type("tue 18:00")
    await mentor.see("! Tue 8 Dec 18:00", "busy 18:30–19:30 (home:")


async def test_a_date_is_moved_and_the_understood_date_is_echoed_on_both_clocks(
    mentor: Robot,
) -> None:
    await at_the_schedule(mentor, 1)
    await mentor.press("down", "m")
    await mentor.see("Move Thu 3 Dec 20:00")
    await mentor.type("someday")
    await mentor.see("“someday” is no date I can read.")
    for _ in "someday":
        await mentor.press("backspace")
    await mentor.type("4 dec 21:00")
    await mentor.see("Fri 4 Dec 2026 21:00 (in 8 days) · their clock 15:00")
    await mentor.press("enter")
    await mentor.see("Fri 4 Dec", "21:00", "moved from Thu 3 Dec")


async def test_a_skipped_date_stays_in_sight_with_its_reason_and_comes_back(mentor: Robot) -> None:
    await at_the_schedule(mentor)
    await mentor.press("down", "d")
    await mentor.see("Skip Thu 3 Dec 18:00")
    await mentor.type("conference")
    await mentor.press("enter")
    await mentor.see("skipped (conference)")
    await mentor.press("h")
    await mentor.see(
        "Changed dates: Ada Obi", "› Thu 3 Dec 18:00", "skipped", "h notice", "1 in Dec 2026",
        "                  conference", "0 moved, 1 skipped.",
    )  # fmt: skip
    await mentor.press("escape", "u")
    await mentor.see_no("skipped")
    await mentor.press("h")
    await mentor.see("No date was moved or skipped.")


async def test_both_said_yes(mentor: Robot) -> None:
    await at_the_schedule(mentor)
    await mentor.press("y")
    await mentor.see("Confirmed: Thu 26 Nov 18:00.", "confirmed")


async def test_a_date_is_not_moved_to_where_no_time_is_or_somebody_else(mentor: Robot) -> None:
    choir = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
        b"DTSTAMP:20261101T000000Z\r\nDTSTART:20261208T173000Z\r\nDTEND:20261208T183000Z\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    mentor.desk.busy.keep(choir, "home.ics")
    await at_the_schedule(mentor)
    await mentor.press("down", "m")
    await mentor.type("8 dec 18:00")
    await mentor.see("Tue 8 Dec 2026 18:00 (in 12 days)", "! busy 18:30–19:30 (home)")
    for _ in "8 dec 18:00":
        await mentor.press("backspace")
    await mentor.type("28 mar 2:30")
    await mentor.see("02:30 does not exist on Sun 28 Mar 2027 in Europe/Berlin")
    for _ in "28 mar 2:30":
        await mentor.press("backspace")
    await mentor.type("10 dec 20:15")
    await mentor.see("Thu 10 Dec 2026 20:15", "! Thu 10 Dec 20:15 is taken: Ben Lund, 20:00–20:45.")
    await mentor.press("enter")
    await mentor.see("Move Thu 3 Dec", "20:00–20:45. Enter once more", "takes it all the same.")
    await mentor.press("enter")
    await mentor.see("Thu 10 Dec      20:15", "moved from Thu 3 Dec")
    # the day may be left out
    await mentor.press("up", "m")
    await mentor.type("17:30")
    await mentor.see("Thu 10 Dec 2026 17:30")


async def test_a_gap_takes_its_dates_out(mentor: Robot) -> None:
    await at_the_schedule(mentor)
    await mentor.press("b")
    await mentor.type("21 dec")
    await mentor.press("tab")
    await mentor.type("3 jan")
    await mentor.see("Mon 21 Dec 2026 (in 25 days) to Sun 3 Jan 2027")
    await mentor.see("2 dates fall out: Thu 24 Dec, Thu 31 Dec")
    await mentor.press("enter")
    await mentor.see_no("No calls from")
    await mentor.see("≈ no meetings Mon 21 Dec – Sun 3 Jan 2027")
    assert mentor.screen_text().count("gap") == 2
    await mentor.later(minutes=60 * 24 * 45)
    await mentor.see("Thu 14 Jan")
    await mentor.see_no("≈ no meetings")


async def test_the_run_ends_on_a_day(mentor: Robot) -> None:
    await at_the_schedule(mentor, 1)
    await mentor.press("z")
    await mentor.type("18 dec")
    await mentor.see("Fri 18 Dec 2026 (in 22 days) · 4 calls until then")
    await mentor.press("enter")
    await mentor.see("until Thu 17 Dec 2026")
    await mentor.see_no("Thu 24 Dec")


async def test_a_key_for_a_date_says_that_it_needs_one(mentor: Robot) -> None:
    await at_the_schedule(mentor, 3)
    await mentor.press("d")
    await mentor.see("That needs a date: fix a slot with w, then choose one.")


async def test_weeks_in_which_the_clocks_differ_are_pointed_out(robot: Robot) -> None:
    robot.desk.people.add("Tom", zone="America/Santiago")
    builders.slot(robot.desk, "tom", 10, zone="America/Santiago", count=30)
    builders.ada_at_six(robot.desk, count=30)
    await robot.open()
    await robot.press("enter")
    await robot.click("Schedule")
    await robot.see("! from Thu 1 Apr 2027 on: 18:00 for you, 17:00 there")
    await robot.see_no("by the clock of")
    robot.app.open_mentee(robot.desk.people.find("tom").address, "schedule")
    await robot.see("every Thursday 10:00", "by the clock of Santiago; on yours it is 14:00 next")
    await robot.see("! from Thu 1 Apr 2027 on: 15:00 for you, 10:00 there")


async def test_the_invite_is_written_where_the_mentor_says(mentor: Robot, tmp_path: object) -> None:
    await at_the_schedule(mentor)
    await mentor.press("e")
    await mentor.see("Write the invite", "1 slot with every skipped and moved date")
    for _ in "ada.ics":
        await mentor.press("backspace")
    await mentor.type(f"{tmp_path}/invite.ics")
    await mentor.press("enter")
    await mentor.see("Written:")
    from pathlib import Path

    assert b"BEGIN:VCALENDAR" in Path(f"{tmp_path}/invite.ics").read_bytes()


async def test_the_field_for_a_reason_is_named_whole(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("enter")
    await mentor.click("Schedule")
    await mentor.press("d")
    await mentor.see("Why           may stay empty")


async def test_what_the_programme_thinks_of_a_skipped_date_is_said(robot: Robot) -> None:
    robot.desk.people.add("Cleo", playbook="codingnomads")
    builders.slot(robot.desk, "cleo", count=6)
    await at_the_schedule(robot)
    await robot.press("d", "enter")
    await robot.see("0 h notice; the programme asks for 12.", "The run ends 1 week later")


async def test_a_gap_says_where_the_run_ends_now(robot: Robot) -> None:
    robot.desk.people.add("Cleo", playbook="codingnomads")
    builders.slot(robot.desk, "cleo", count=6)
    await at_the_schedule(robot)
    await robot.press("b")
    await robot.type("1 dec")
    await robot.press("tab")
    await robot.type("18 dec")
    await robot.press("enter")
    await robot.see("The run ends 3 weeks later, on Thu 21 Jan 2027")
