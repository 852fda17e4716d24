"""Stories of how it goes on, at the keyboard: deciding, planning an end, ending, leaving."""

from datetime import timedelta

import pytest
from tests.builders import held, slot
from tests.conftest import Clock
from tests.driver import Robot

from mentordesk.desk import Desk

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def kim(robot: Robot, desk: Desk, clock: Clock) -> Robot:
    """Kim, three months on the way to a role, and Dee, whose run ended yesterday."""
    clock.advance(days=-92)
    desk.people.add("Kim Vale", playbook="astropy")
    slot(desk, "kim", 20, starts_on=desk.today() + timedelta(1))
    desk.goals.add("kim", "review ten pull requests", "role", measure="ten reviews")
    desk.goals.add("kim", "release notes of a version", "short")
    held(desk, "kim")
    desk.words.note("kim", "the first review was kind and clear", "win")
    desk.promises.do("kim", "read the guide", owner="mentee")
    desk.people.add("Dee", playbook="pyladies")
    clock.advance(days=92)
    desk.words.log("kim", "chat", 5, "said hello")
    desk.words.log("dee", "chat", 5, "said hello")
    return robot


async def at(robot: Robot, who: str, size: tuple[int, int] = (80, 24)) -> None:
    """Open somebody's page from the list of people."""
    await robot.open(size, start="people")
    await robot.press("f")
    await robot.type(who)
    await robot.press("enter", "enter")
    await robot.see("Brief")


async def to_the_line(robot: Robot, text: str) -> None:
    """Move the cursor on Today to a line."""
    await robot.press("home")
    for _ in range(20):
        if any(line.startswith("›") and text in line for line in robot.screen_text().split("\n")):
            return
        await robot.press("down")
    raise AssertionError(robot.screen_text())


@pytest.mark.parametrize("size", SIZES)
async def test_a_decision_is_taken_with_the_facts_above(kim: Robot, size: tuple[int, int]) -> None:
    await kim.open(size)
    await to_the_line(kim, "Ready for the role?")
    await kim.see("D Decide")
    await kim.press("D")
    await kim.see("1 held, 0 missed", "review ten pull requests (ten reviews)")
    await kim.see("‹ Continue with the mentoring ›", "the next decision stays in the calendar")
    await kim.golden("decide")


async def test_to_continue_is_stored_and_can_be_taken_back(kim: Robot) -> None:
    await kim.open()
    await to_the_line(kim, "Ready for the role?")
    await kim.press("x", "right")
    await kim.see("‹ Ready: graduate to the role ›", "It ends today as graduated")
    await kim.press("right")
    await kim.see("‹ Continue with the mentoring ›", "the next decision stays in the calendar")
    await kim.press("tab")
    await kim.type("one more round")
    await kim.press("enter")
    await kim.see("Decided: Continue with the mentoring. u takes it back.")
    assert kim.desk.course.decisions("kim")[0].text == "one more round"
    await kim.see_no("Ready for the role?")
    await kim.press("u")
    await kim.see("Ready for the role?")


async def test_to_graduate_offers_the_nomination(kim: Robot) -> None:
    await at(kim, "kim")
    await kim.press("D", "left", "enter")
    await kim.see("Nominate Kim Vale", "sending it is yours")
    await kim.type("maintainer of the docs")
    await kim.press("enter")
    await kim.see_no("Nominate Kim Vale")
    assert kim.desk.course.nominations("kim")[0].text == "maintainer of the docs"
    await kim.see("graduated")
    await kim.press("N")
    await kim.see("‹ a new one ›", "sending it is yours")
    await kim.press("shift+tab", "right")
    await kim.see("‹ maintainer of the docs, ", "‹ accepted ›", "It waits no more")
    await kim.press("tab", "right")
    await kim.see("‹ declined ›")
    await kim.press("enter")
    await kim.see("Noted: declined. u takes it back.")
    assert kim.desk.course.nominations("kim")[0].state == "declined"
    await kim.press("N")
    await kim.see("sending it is yours")
    await kim.see_no("a new one")


async def test_going_on_past_the_end_asks_for_another_one(kim: Robot) -> None:
    await kim.open()
    await to_the_line(kim, "A natural place to stop")
    await kim.press("enter", "enter")
    await kim.see("When it is to end, with Dee", "Now: until")
    await kim.type("in 13 weeks")
    await kim.see("until Thu 25 Feb 2027")
    await kim.press("enter")
    await kim.see_no("A natural place to stop")
    count = kim.desk.course.countdown("dee")
    assert count
    assert count.days == 91


ROLE = """
[[milestones]]
key = "role"
title = "Which role"
kind = "decision"
weeks = 13
decision = "role"

[decisions.role]
title = "And the role?"
choices = [
    { key = "yes", title = "Yes", verdict = "continue" },
    { key = "no", title = "No", verdict = "change" },
]
"""


async def test_each_line_opens_its_own_decision(kim: Robot, clock: Clock) -> None:
    copy = kim.desk.playbooks.copy("pyladies")
    copy.write_text(copy.read_text("utf-8") + ROLE, "utf-8")
    clock.advance(days=-91)
    kim.desk.people.add("Lou", playbook="pyladies")
    clock.advance(days=91)
    await kim.open()
    for line, question in (("Which role: Lou", "And the role? Lou"), ("stop: Lou", "or stop? Lou")):
        await to_the_line(kim, line)
        await kim.press("D")
        await kim.see(question)
        await kim.press("escape")


async def test_where_nothing_has_to_be_decided_it_says_so(mentor: Robot) -> None:
    mentor.desk.people.add("Eve", playbook="codingnomads")
    await mentor.open(start="people")
    await mentor.press("f")
    await mentor.type("eve")
    await mentor.press("enter", "D")
    await mentor.see("CodingNomads asks for no decision.")


async def test_a_choice_that_ends_it_early_asks_whose_wish_it_is(kim: Robot) -> None:
    copy = kim.desk.playbooks.copy("wealljs")
    text = copy.read_text("utf-8").replace('verdict = "complete"', 'verdict = "exit"')
    copy.write_text(text, "utf-8")
    kim.desk.people.add("Lou", playbook="wealljs")
    await at(kim, "lou")
    await kim.press("D", "left")
    await kim.see("‹ End it here ›", "It ends today before its time", "‹ mentor ›", "esc Leave")
    await kim.press("tab", "right", "enter")
    await kim.see("Decided: End it here. u takes it back.")
    parting = kim.desk.course.page("lou").parting
    assert parting
    assert parting.side == "mentee"


# --- the term


@pytest.mark.parametrize("size", SIZES)
async def test_a_term_is_planned(kim: Robot, size: tuple[int, int]) -> None:
    await at(kim, "dee", size)
    await kim.press("T")
    await kim.see("Now: until Wed 25 Nov, week 13 of 13, over since yesterday.")
    await kim.golden("planned-end")
    await kim.press("enter")
    await kim.see("Type a day such as in 13 weeks, or open")
    await kim.type("open")
    await kim.see("Without an end; no stop point is due.")
    await kim.press("enter")
    await kim.see_no("over since yesterday")


async def test_a_run_that_is_nearly_over_says_so_in_the_headline(kim: Robot) -> None:
    await at(kim, "dee", (120, 40))
    await kim.see("Dee · PyLadies · session 1 · week 13 of 13, over since yesterday")
    await kim.see("the way to its end", "until Wed 25 Nov")


# --- the end


@pytest.mark.parametrize("size", SIZES)
async def test_it_ends_before_its_time_and_somebody_has_to_be_told(
    kim: Robot, size: tuple[int, int]
) -> None:
    await at(kim, "kim", size)
    await kim.press("E", "left")
    await kim.see("‹ before its time ›", "So far: active", "not told yet: Today says so")
    await kim.press("tab")
    await kim.type("time")
    await kim.golden("end")
    await kim.press("enter")
    await kim.see("At the end, with Kim Vale", "Who wanted to stop?")
    await kim.golden("close-out")
    await kim.type("a new job")
    await kim.press("enter")
    await kim.see("exited")
    assert kim.desk.course.close_out("kim")[0].answer == "a new job"
    await kim.press("1")
    await to_the_line(kim, "tell the coordinator")
    await kim.press("x")
    await kim.see("Told. u takes it back.")
    await kim.see_no("tell the coordinator")


async def test_it_has_run_its_course(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("E", "enter")
    await mentor.see("Ada Obi is completed. u takes it back.", "earlier")
    await mentor.press("u")
    await mentor.see_no("earlier")


# --- the archive, and erasing


async def test_who_is_archived_is_found_by_that_word_alone(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("A")
    await mentor.see("Ada Obi is off the lists. u takes it back.")
    await mentor.see_no("› Ada Obi")
    await mentor.press("f")
    await mentor.type("archived")
    await mentor.press("enter")
    await mentor.see("› Ada Obi")
    await mentor.press("A", "escape")
    await mentor.see("Ada Obi is on the lists again.")


@pytest.mark.parametrize("size", SIZES)
async def test_erasing_wants_the_handle(mentor: Robot, size: tuple[int, int]) -> None:
    await mentor.open(size)
    await mentor.press("enter")
    await mentor.see("Ada Obi · WeAllJS")
    await mentor.press("X")
    await mentor.see("Erase Ada Obi for good", "nothing brings it back")
    await mentor.golden("erase")
    await mentor.press("enter")
    await mentor.see("Type ada to erase, or leave with escape.")
    await mentor.type("ada")
    await mentor.press("enter")
    await mentor.see("Ada Obi is gone for good.")
    assert [line.name for line in mentor.desk.pages.people()] == ["Ben Lund", "Dee", "千尋 Chi"]
    await mentor.see("Today")


async def test_nobody_is_erased_by_leaving(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("X", "escape")
    await mentor.see_no("for good")
    assert len(mentor.desk.pages.people()) == 4
