"""Stories of a group on screen: begun, grown, called by roll, looked back on."""

from datetime import time, timedelta

import pytest
from tests.builders import weekly
from tests.conftest import Clock
from tests.driver import Robot

from mentordesk.desk import Desk

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def crew(robot: Robot, desk: Desk, clock: Clock) -> Robot:
    """Five on an outline, from Tokyo to Lagos, with three meetings behind them."""
    today = clock.now
    clock.now = today - timedelta(days=21)
    desk.groups.add(
        "Git crew",
        playbook="carpentries",
        members=["Chi Ng", "Dan Oz"],
        track="lesson-maintenance",
        tool="git",
        outcome="Ten new challenge questions for the Git lesson",
    )
    for name, handle, zone in (
        ("千尋 Sato", "chihiro", "Asia/Tokyo"),
        ("نور Haddad", "nour", "Africa/Cairo"),
        ("Ada Obi", "ada", "Africa/Lagos"),
    ):
        desk.people.add(name, handle=handle, zone=zone)
        desk.groups.join("git-crew", handle)
        desk.people.pause(f"{handle}/one-to-one")
    desk.slots.set(
        "git-crew", weekly(3), time(18), minutes=60, starts_on=clock.now.date(), count=12
    )
    for said in ({"dan": "no-show"}, {"chihiro": "late", "nour": "excused"}, {}):
        session = desk.calls.start("git-crew")
        clock.advance(minutes=12)
        desk.groups.rolls.say(session.id, [*said.items()])
        clock.advance(minutes=-12)
        if said:
            desk.groups.rolls.all_here(session.id)
        clock.advance(60)
        desk.calls.close(session.id)
        clock.advance(-60)
        clock.advance(days=7)
    clock.now = today
    return robot


async def at_the_group(crew: Robot, size: tuple[int, int] = (80, 24)) -> None:
    await crew.open(size)
    crew.app.open_mentee("git-crew", "group")
    await crew.see("Git crew · ", "members")


@pytest.mark.parametrize("size", SIZES)
async def test_a_group_has_a_page_of_its_own(crew: Robot, size: tuple[int, int]) -> None:
    crew.desk.groups.speaker("git-crew", "chihiro")
    await at_the_group(crew, size)
    await crew.see("step 4 of 8 · 5 people", "Lesson maintenance", "★", "Tokyo", "5 of 5 at most")
    await crew.golden("group")


async def test_the_tabs_turn_round_and_the_mouse_finds_each(crew: Robot) -> None:
    await at_the_group(crew)
    await crew.press("left")
    await crew.see("last time")
    await crew.press("right", "right")
    await crew.see("the mentorship is active")
    await crew.click("Group")
    await crew.see("members")


async def test_somebody_new_joins_and_the_sixth_is_told_of(crew: Robot) -> None:
    await at_the_group(crew)
    await crew.press("a")
    await crew.type("Eve Ito")
    await crew.see("Into Git crew", "Somebody new: Eve Ito.")
    await crew.press("enter")
    await crew.see("6 people", "Eve Ito", "5 at most")
    await crew.press("u")
    await crew.see("5 people")


async def test_who_is_known_joins_as_themselves(crew: Robot) -> None:
    crew.desk.people.add("Ben Lund")
    await at_the_group(crew)
    await crew.press("a")
    await crew.type("ben")
    await crew.see("Ben Lund, whom you know.")


async def test_a_member_leaves_and_comes_back_by_undo(crew: Robot) -> None:
    await at_the_group(crew)
    await crew.press("d")
    await crew.see("Ada Obi has left; all is kept.", "4 people", "left Thu 26 Nov")
    await crew.press("u")
    await crew.see("5 people")


async def test_who_speaks_is_named_by_a_key(crew: Robot) -> None:
    await at_the_group(crew)
    await crew.see("nobody named yet")
    await crew.press("p")
    await crew.see("Ada Obi speaks for the group.", "★ Ada Obi")


async def test_who_cannot_come_next_time_is_noted_by_a_key(crew: Robot) -> None:
    await at_the_group(crew)
    await crew.press("down", "down", "x")
    await crew.see("next time without Dan Oz")
    await crew.press("x")
    await crew.see_no("without Dan Oz")


async def test_a_group_is_found_by_its_members(crew: Robot) -> None:
    await crew.open(start="people")
    await crew.press("f")
    await crew.type("dan oz")
    await crew.see("1 with “dan oz”", "Git crew")


async def test_the_outlines_step_is_stayed_on(crew: Robot) -> None:
    await at_the_group(crew)
    await crew.press("t")
    await crew.see("Next time, of 8 steps", "Step 4 of 8: ")
    await crew.press("backspace")
    await crew.type("9")
    await crew.see("The outline has steps 1 to 8")
    await crew.press("backspace")
    await crew.type("3")
    await crew.press("enter")
    await crew.see("step 3 of 8 · 5 people")


async def test_the_last_meetings_roll_is_called_afterwards(crew: Robot) -> None:
    await at_the_group(crew)
    await crew.press("r")
    await crew.see("Who is here? Git crew", "5 still to be said.")
    await crew.press("n", "y")
    await crew.see("Everybody is said.")
    await crew.press("enter")
    await crew.see_no("Who is here?")
    letters = [line.letters for line in crew.desk.groups.attendance(mentorship(crew)).lines]
    assert letters == ["AAN", "AAA", "NAA", "AEA", "ALA"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_roll_is_called_when_the_call_begins(crew: Robot, size: tuple[int, int]) -> None:
    await crew.open(size)
    await crew.press("s")
    await crew.see("Who is here? Git crew", "? Chi Ng", "5 still to be said.")
    await crew.press("a", "l")
    await crew.see("not late yet: 18:00 was agreed", "? Chi Ng")
    await crew.later(13)
    await crew.press("l")
    await crew.see("A Ada Obi", "L Chi Ng", "3 still to be said.")
    await crew.golden("roll-call")
    await crew.press("escape")
    await crew.see("step 4 of 8", "Notes")
    await crew.golden("call-group")
    await crew.press("ctrl+g")
    await crew.see("r Roll-call")
    await crew.press("r")
    await crew.see("Who is here?", "L Chi Ng")


async def test_a_line_for_a_member_is_that_members(crew: Robot) -> None:
    await crew.open()
    await crew.press("s", "escape")
    await crew.type("[ ] @chi read the issues\n")
    await crew.press("ctrl+g", "c")
    await crew.see("Chi Ng: read the issues", "Not said who came: ada, chi")


async def test_the_wrap_up_says_it_too(crew: Robot) -> None:
    await crew.open()
    await crew.press("s", "a", "escape", "ctrl+g", "w")
    await crew.see("What will each of us do")
    await crew.press("ctrl+s")
    await crew.see("Not said who came: chi, dan")


async def test_a_shared_screen_says_nothing_untrue_of_what_it_hides(crew: Robot) -> None:
    """Who came, what is open and how many there are: of none is there all."""
    await crew.open((110, 40))
    crew.app.share("git-crew")
    crew.app.open_mentee("git-crew", "group")
    await crew.see("SHARED with Git crew", "members", "Chi Ng", "speaks")
    await crew.see_no("came", "not said", "certificate asks", " of 2")
    crew.app.open_mentee("git-crew", "plan")
    await crew.see("goals 0")
    await crew.press("v")
    await crew.see("Not shown while the screen is shared.")
    await crew.see_no("The plan has no row yet")
    crew.app.open_mentee("git-crew", "agreement")
    await crew.see("ground rules")
    await crew.see_no("Nothing is agreed on", "None yet", "Nothing yet", "○ ")
    for key, title, untrue in (
        ("1", "Today · Thu 26 Nov", ("call ·", "calls", "No call today", "things due")),
        ("2", "People", ("in all", "1 of")),
        ("3", "Plans", ("promised by me", "Nothing is due")),
        ("4", "Calendar · November 2026", ("calls", "2026 ·", "nothing")),
        ("6", "Playbooks", ("in use", "Your own side")),
    ):
        await crew.press(key)
        await crew.see(title)
        await crew.see_no(*untrue)


async def test_late_asks_who(crew: Robot) -> None:
    await crew.open()
    await crew.press("s", "escape", "ctrl+g", "l")
    await crew.see("Who is here? Git crew")


async def test_a_call_with_one_has_no_roll(robot: Robot) -> None:
    robot.desk.people.add("Ada Obi")
    robot.desk.calls.start("ada")
    await robot.open()
    await robot.press("c", "ctrl+g")
    await robot.see("Late")
    await robot.see_no("Roll-call")


async def test_a_group_is_begun_among_the_people(robot: Robot) -> None:
    robot.desk.people.add("Ada Obi")
    await robot.open(start="people")
    await robot.press("g")
    await robot.see("Begin a group", "A name is enough.", "Carpentries mentoring group")
    await robot.type("Git crew")
    await robot.press("tab", "tab")
    await robot.type("Chi Ng, Dan Oz")
    await robot.see("You can call it git-crew.")
    await robot.press("enter")
    await robot.see("2 people", "Chi Ng", "Dan Oz", "nobody named yet", "outline   none")


async def test_what_the_programme_does_not_have_is_said_in_the_form(crew: Robot) -> None:
    await at_the_group(crew)
    await crew.press("i")
    await crew.see("What Git crew is", "Tools of Carpentries mentoring group: Git, Shell")
    await crew.press("tab", "tab", "tab")
    for _ in "Git":
        await crew.press("backspace")
    await crew.type("perl")
    await crew.press("enter")
    await crew.see("“perl” is no tool of", "from Git, Shell, Python, R, SQL.")
    await crew.press("shift+tab", "shift+tab")
    await crew.type("gitters")
    await crew.press("tab", "tab", *["backspace"] * 4, "enter")
    await crew.see_no("What Git crew is")
    assert crew.desk.people.find("gitters").is_group
    await crew.see("step 4 of 8 · 5 people")


def mentorship(crew: Robot) -> str:
    """The group's id."""
    return crew.desk.people.find("git-crew").mentorship.id
