"""Stories on the agreement tab: answers of both sides, rules, contact, permissions, history."""

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from textual.widgets import Input

from mentordesk.desk import Desk
from mentordesk.settings import Settings

SIZES = [(80, 24), (120, 40)]


def agreed(desk: Desk, clock: Clock) -> None:
    """A month's worth of agreement with Ada."""
    now = clock.now
    clock.advance(minutes=-60 * 24 * 30)
    desk.trust.answer("ada", "goal", "a first job")
    clock.now = now
    desk.trust.answer("ada", "goal", "a first job in data")
    desk.trust.answer("ada", "goal", "an honest look at her code every week", "mentor")
    desk.trust.answer("ada", "extra-time", "an hour on Sundays, for reviews", "mentor")
    desk.trust.rule("ada", "we say when it is too much")
    desk.contact.agree("ada", channels=("Slack", "mail"), days=(0, 1, 2, 3, 4), a_week=3)
    desk.contact.agree("ada", off_limits=("her employer",))
    desk.permissions.add("ada", "that we meet", "coordinator", said="sure")


async def at_the_agreement(mentor: Robot, size: tuple[int, int] = (80, 24)) -> None:
    await mentor.open(size)
    await mentor.press("enter")
    await mentor.click("Agreement")
    await mentor.see("expectations")


async def empty_the_line(mentor: Robot) -> None:
    """Take out what stands in the entry that has the keys."""
    assert isinstance(mentor.app.focused, Input)
    for _ in mentor.app.focused.value:
        await mentor.press("backspace")


@pytest.mark.parametrize("size", SIZES)
async def test_what_both_sides_said_is_read_at_a_glance(
    mentor: Robot, clock: Clock, size: tuple[int, int]
) -> None:
    agreed(mentor.desk, clock)
    await at_the_agreement(mentor, size)
    await mentor.see("a first job in data", "an honest look at her code")
    await mentor.see_no("a first job  ")
    await mentor.golden("agreement")


async def test_a_groups_side_is_called_the_group(robot: Robot) -> None:
    robot.desk.groups.add("Git crew", playbook="carpentries", members=["Chi Ng"])
    robot.desk.trust.answer("git-crew", "tool", "the shell")
    await robot.open((120, 40), start="people")
    await robot.press("enter")
    await robot.click("Agreement")
    await robot.see("group: expectations", "the shell")


async def test_a_wide_page_has_the_mentors_side_beside_the_mentees(
    mentor: Robot, clock: Clock
) -> None:
    agreed(mentor.desk, clock)
    await at_the_agreement(mentor, (120, 40))
    await mentor.see("you: expectations", "Ada: expectations", "may be passed on")
    (line,) = [one for one in mentor.screen_text().split("\n") if "an honest look" in one]
    assert "a first job in data" in line


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_without_answers_says_what_to_ask(
    mentor: Robot, size: tuple[int, int]
) -> None:
    await at_the_agreement(mentor, size)
    await mentor.see("○ What is this relationship for?")
    await mentor.press("end")
    await mentor.see("Nothing is agreed on. t Contact", "Nothing yet: what they allow you to tell")
    await mentor.golden("agreement-empty")


async def test_a_question_is_answered_by_each_side(mentor: Robot) -> None:
    await at_the_agreement(mentor)
    await mentor.press("enter")
    await mentor.see("Agree with Ada Obi", "‹ What is this relationship for? ›", "‹ Ada ›")
    await mentor.type("a job")
    await mentor.press("enter")
    await mentor.see("● Ada     a job", "› ● Ada", "○ you     not answered yet")
    await mentor.press("up", "a")
    await mentor.see("‹ you ›")
    await mentor.type("to learn")
    await mentor.press("enter")
    await mentor.see("● you     to learn")
    await mentor.press("u")
    await mentor.see("○ you     not answered yet")


async def test_an_answer_is_revised_and_its_past_shown(mentor: Robot, clock: Clock) -> None:
    agreed(mentor.desk, clock)
    await at_the_agreement(mentor)
    await mentor.press("down", "a")
    await mentor.see("Until now: a first job in data. It is kept.")
    await mentor.type("a job with people")
    await mentor.press("enter")
    await mentor.see("● Ada     a job with people")
    await mentor.press("h")
    await mentor.see("With what was said before.", "[-first-] job", "{+with people+}")
    await mentor.see("Tue 27 Oct: a first job {+in data+}")
    await mentor.press("h")
    await mentor.see_no("{+with people+}")


async def test_another_question_shows_what_was_said_to_it(mentor: Robot, clock: Clock) -> None:
    agreed(mentor.desk, clock)
    await at_the_agreement(mentor)
    await mentor.press("a")
    await mentor.see("‹ you ›", "an honest look at her code every week")
    await mentor.press("tab", "right")
    await mentor.see("Both can read it.")


async def test_a_ground_rule_is_made_changed_and_withdrawn(mentor: Robot) -> None:
    await at_the_agreement(mentor, (120, 40))
    await mentor.press("r")
    await mentor.type("we begin on time")
    await mentor.press("enter")
    await mentor.see("● we begin on time")
    await mentor.press("end", "up", "a")
    await mentor.see("Change a ground rule")
    await mentor.press("end")
    await mentor.type(" and end on time")
    await mentor.press("enter")
    await mentor.see("● we begin on time and end on time")
    await mentor.press("d")
    await mentor.see("Withdrawn. u takes it back.")
    await mentor.see_no("● we begin on time")
    await mentor.press("h")
    await mentor.see("withdrawn Thu 26 Nov: we begin on")


async def test_contact_is_agreed_on_in_words_on_both_clocks(mentor: Robot) -> None:
    mentor.desk.people.edit("ada", zone="Asia/Kolkata")
    await at_the_agreement(mentor)
    await mentor.press("t")
    await mentor.see("Contact with Ada Obi", "Anything goes.", "never stopped")
    await mentor.type("slack, mail")
    await mentor.press("tab")
    await mentor.type("mon-fri")
    await mentor.press("tab")
    await mentor.type("9-1")
    await mentor.see("weekdays 9–1 Kolkata")
    await mentor.type("8")
    await mentor.press("tab", "tab")
    await mentor.type("her employer")
    await mentor.see("weekdays 9–18 Kolkata", "4:30–13:30 on your clock", "not about her employer")
    await mentor.golden("agree-contact")
    await mentor.press("enter")
    await mentor.see("contact: slack, mail, weekdays 9–18 · not about")


async def test_hours_that_are_none_are_said_while_they_are_typed(mentor: Robot) -> None:
    await at_the_agreement(mentor)
    await mentor.press("t", "tab", "tab")
    await mentor.type("nine")
    await mentor.see("“nine” are no hours. Try 9-18")
    await mentor.press("enter")
    await mentor.see("Contact with Ada Obi", "“nine” are no hours.")


async def test_a_permission_is_given_and_withdrawn(mentor: Robot) -> None:
    await at_the_agreement(mentor, (120, 40))
    await mentor.see("Nothing yet: what they allow you to tell")
    await mentor.press("p")
    await mentor.type("her talk idea")
    await mentor.press("tab")
    await mentor.type("the coordinator")
    await mentor.see("From today on you may tell coordinator: her talk idea.")
    await mentor.press("enter")
    await mentor.see("✓ her talk idea → coordinator", "given Thu 26 Nov")
    await mentor.press("tab", "end", "d")
    await mentor.see("Withdrawn. u takes it back.", "Nothing yet: what they allow")
    await mentor.press("h")
    await mentor.see("× her talk idea → coordinator", "withdrawn Thu 26 Nov")


async def test_withdraw_says_what_it_needs(mentor: Robot) -> None:
    await at_the_agreement(mentor)
    await mentor.press("d")
    await mentor.see("Withdraw needs an answer, a rule or a permission under the cursor.")


async def test_a_first_conversation_goes_from_question_to_question(robot: Robot) -> None:
    robot.desk.people.add("Kim", playbook="one-to-one")
    await robot.open()
    robot.app.open_mentee("kim")
    await robot.see("agenda for next time")
    await robot.press("home", "down", "down", "t")
    await robot.see("‹ How and when do we reach each other? ›", "‹ Kim ›")
    await robot.type("Signal")
    await robot.press("enter")
    await robot.see("‹ How and when do we reach each other? ›", "‹ you ›", "in their own words")
    await robot.press("escape")
    await robot.see_no("Agree with Kim")
    await robot.see("Signal")


async def test_the_call_writes_down_what_is_agreed_on_by_two_keys(mentor: Robot) -> None:
    await mentor.open(call="ada")
    await mentor.press("ctrl+g", "g")
    await mentor.see("Agree with Ada Obi", "‹ What is this relationship for? ›")
    await mentor.type("a job")
    await mentor.press("enter", "escape")
    await mentor.see_no("Agree with Ada Obi")
    topic = mentor.desk.trust.page("ada").topics[0]
    assert [one.text for one in topic.said] == ["a job"]


async def test_a_log_says_what_lies_outside_before_it_is_stored(mentor: Robot) -> None:
    mentor.desk.contact.agree("ada", channels=("mail",), off_limits=("employer",))
    await mentor.open()
    await mentor.press("l")
    await mentor.see("Log support for Ada Obi", "You agreed on mail, not on a chat.")
    await mentor.type("her employer")
    await mentor.see("“employer” is off limits")
    await mentor.press("tab", "right")
    await mentor.see_no("You agreed on mail")
    await mentor.press("enter")
    await mentor.see("Logged.")


async def test_a_note_for_the_mentee_is_looked_through(mentor: Robot) -> None:
    mentor.desk.contact.agree("ada", off_limits=("employer",))
    await mentor.open()
    await mentor.press("n")
    await mentor.type("what of her employer")
    await mentor.see("Only you can read it.")
    await mentor.press("tab", "right")
    await mentor.see("Its mentee may read it, too.", "“employer” is off limits")


async def test_an_incident_stays_out_of_sight_until_it_is_opened(mentor: Robot) -> None:
    mentor.desk.trust.incident("ada", "she was shouted at")
    await mentor.open()
    await mentor.press("enter")
    await mentor.see("Ada Obi · WeAllJS")
    await mentor.click("Timeline")
    await mentor.see("incident", "kept from view")
    await mentor.see_no("shouted")
    await mentor.press("enter")
    await mentor.see("she was shouted at")


async def test_what_was_agreed_on_is_found_and_opened(mentor: Robot) -> None:
    mentor.desk.trust.answer("ada", "goal", "to conquer marmalade")
    await mentor.open()
    await mentor.press("slash")
    await mentor.type("marmalade")
    await mentor.see("agreement")
    await mentor.press("enter")
    await mentor.see("● Ada     to conquer marmalade")


async def test_the_reminder_can_be_turned_off(mentor: Robot) -> None:
    mentor.desk.reminders = False
    await mentor.open(settings=Settings(zone="Europe/Berlin", reminders=False))
    await mentor.press("enter")
    await mentor.see("last time")
    await mentor.see_no("»")
