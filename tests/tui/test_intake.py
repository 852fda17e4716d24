"""Stories about the way in, on screen, and about help for the mentor."""

import pytest
from tests.conftest import Clock
from tests.driver import Robot

from mentordesk.desk import Desk

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def waiting(mentor: Robot, desk: Desk, clock: Clock) -> Robot:
    """A robot at a desk where Eve is being asked about, and Fay applies."""
    today = clock.now
    clock.advance(days=-4)
    desk.intake.add("Eve Nakamura", playbook="codingnomads", referrer="Martin")
    desk.intake.add("Fay Ito", playbook="wealljs", link="https://example.org/issues/17")
    clock.now = today
    desk.intake.advance("eve", text="with pleasure")
    desk.words.note("eve", "Ten years in a kitchen, now at a bootcamp.", "background")
    desk.words.note("fay", "Explains things with drawings.", "strength")
    desk.intake.match("fay", "common", "yes", "both came from music")
    desk.intake.match("fay", "cap", "no", "Ada and Bea already")
    return mentor


@pytest.mark.parametrize("size", SIZES)
async def test_who_is_on_the_way_in_has_a_heading_of_their_own(
    waiting: Robot, size: tuple[int, int]
) -> None:
    await waiting.open(size, start="people")
    await waiting.see("── on the way in", "2/6   Accepted · next: you", "to read")
    await waiting.see("1/5   On the list · next: both of you")
    await waiting.see("WeAllJS 1 of 2")
    await waiting.golden("people-intake")


@pytest.mark.parametrize("size", SIZES)
async def test_the_way_in_has_stages_background_and_fit(
    waiting: Robot, size: tuple[int, int]
) -> None:
    await waiting.open(size, start="people")
    await waiting.press("end", "v", "escape")
    waiting.app.open_intake("fay/wealljs")
    await waiting.see("Fay Ito · WeAllJS · on the way in, 1 of 5", "▸ Said so in the channel")
    await waiting.see("application: https://example.org/issues/17", "None yet.")
    await waiting.see("strengths   Explains things with drawings.")
    await waiting.golden("intake")


async def test_one_key_notes_the_next_stage(waiting: Robot) -> None:
    await waiting.open(start="people")
    await _go_to(waiting, "eve")
    await waiting.press("v")
    await waiting.see("Eve Nakamura, on the way in", "3. Background read")
    await waiting.press("enter")
    await waiting.see("3/6", "Background read")
    await waiting.press("u")
    await waiting.see("2/6")


async def test_the_page_counts_as_reading_the_background(waiting: Robot, desk: Desk) -> None:
    await waiting.open(start="people")
    await _go_to(waiting, "eve")
    await waiting.press("enter")
    await waiting.press("v")
    await waiting.see("Ten years in a kitchen", "from Martin", " new")
    assert not desk.intake.show("eve").line.unread
    assert desk.last_undo().startswith("match with Fay Ito")
    await waiting.press("escape", "escape")
    await waiting.see_no("to read")


async def test_the_last_stage_begins_the_mentorship(waiting: Robot, desk: Desk) -> None:
    desk.people.add("Bea", playbook="wealljs")
    await waiting.open(start="people")
    waiting.app.open_intake("fay/wealljs")
    await waiting.see("▸ Said so in the channel")
    await waiting.press("home", "down", "down", "down", "down", "enter")
    await waiting.see("5. Introduced", "With it the mentorship begins,")
    await waiting.press("tab")
    await waiting.type("a slot on mondays")
    await waiting.press("enter")
    await waiting.see("That makes 3 under WeAllJS, which says 2 at most.", "a slot on mondays")
    assert desk.people.find("fay").mentorship.status == "active"
    await waiting.press("v")
    await waiting.see("The way in is behind you both.")


async def test_a_criterion_is_answered_and_nothing_follows_by_itself(
    waiting: Robot, desk: Desk
) -> None:
    await waiting.open((120, 40), start="people")
    waiting.app.open_intake("fay/wealljs")
    await waiting.see("do you fit?", "Against it: cap. 7 of 9 still open.")
    for _ in range(5):
        await waiting.press("down")
    await waiting.press("enter")
    await waiting.see("Do both meet what the programme asks for?", "you decide")
    await waiting.press("right", "right", "enter")
    await waiting.see("unsure")
    assert desk.people.find("fay").mentorship.status == "intake"


async def test_it_may_not_come_about(waiting: Robot, desk: Desk) -> None:
    await waiting.open(start="people")
    waiting.app.open_intake("eve/codingnomads")
    await waiting.press("d")
    await waiting.see("Eve Nakamura does not come in", "Everything is kept")
    await waiting.type("no time before spring")
    await waiting.press("enter")
    await waiting.see("declined")
    await waiting.press("escape")
    await waiting.see("── earlier", "declined")
    await waiting.press("u")
    await waiting.see("2/6")


async def test_somebody_is_taken_in_by_name(robot: Robot) -> None:
    robot.desk.people.add("Ben")
    await robot.open(start="people")
    await robot.press("i")
    await robot.see_no("begins at once")
    await robot.type("Gil Sol")
    await robot.press("tab")
    while "‹ CodingNomads ›" not in robot.screen_text():
        await robot.press("right")
    await robot.see("You can call them gil. The first stage is:")
    await robot.press("enter")
    await robot.see("Gil Sol · CodingNomads · on the way in, 1 of 6")


async def test_taking_in_begins_with_a_programme_in_use_that_has_stages(waiting: Robot) -> None:
    await waiting.open(start="people")
    await waiting.press("i")
    await waiting.see("The first stage is:")
    await waiting.see("‹ CodingNomads ›")


async def test_who_began_at_once_has_no_way_in_to_look_at(waiting: Robot, desk: Desk) -> None:
    await waiting.open(start="people")
    await waiting.press("home", "v")
    await waiting.see("Ada Obi began at once: there is no way in to look at.")
    await waiting.press("enter", "v")
    await waiting.see_no("do you fit?")
    desk.words.note("ada", "Came from a bakery.", "background")
    await waiting.press("v")
    await waiting.see("It began at once: no stage was noted.", "Came from a bakery.")


@pytest.mark.parametrize("seen", [False, True])
async def test_the_brief_of_the_first_calls_has_the_background(
    waiting: Robot, desk: Desk, *, seen: bool
) -> None:
    if seen:
        desk.intake.read("eve")
    await waiting.open(start="people")
    waiting.app.open_mentee("eve/codingnomads")
    await waiting.see("── background", "  · Ten years in a kitchen, now at a bootcamp.")


def test_the_brief_of_the_third_call_has_it_no_more(
    waiting: Robot, desk: Desk, clock: Clock
) -> None:
    for held in range(3):
        assert bool(desk.pages.brief("eve").background) == (held < 2)
        call = desk.calls.start("eve")
        clock.advance(minutes=30)
        desk.calls.close(call.id)
        clock.advance(days=7)


async def test_one_too_many_is_seen_before_it_is_done(waiting: Robot, desk: Desk) -> None:
    desk.people.add("Bea", playbook="wealljs")
    await waiting.open(start="people")
    await waiting.press("a")
    await waiting.type("Cleo")
    await waiting.press("tab")
    for _ in range(6):
        if "WeAllJS ›" in waiting.screen_text():
            break
        await waiting.press("right")
    await waiting.see("That makes 3 under WeAllJS")
    await waiting.press("enter")
    await waiting.see("Cleo · WeAllJS", "That makes 3 under WeAllJS")


@pytest.mark.parametrize("size", SIZES)
async def test_help_is_asked_for_without_a_name(
    mentor: Robot, desk: Desk, size: tuple[int, int]
) -> None:
    await mentor.open(size, start="people")
    mentor.app.open_intake("ada/wealljs")
    await mentor.see("It began at once: no stage was noted.")
    await mentor.press("?")
    await mentor.see("Help for you, in WeAllJS", "#mentors in the WeAllJS Slack")
    await mentor.see("Code of conduct: https://wealljs.org/code-of-conduct")
    await mentor.press("tab")
    await mentor.type("Ada Obi is stuck, and I am, too")
    await mentor.see("My mentee is stuck, and I am, too")
    await mentor.golden("support")
    await mentor.press("enter")
    await mentor.see("the message is in the clipboard")
    assert "My mentee is stuck" in mentor.app.clipboard
    await mentor.press("?")
    await mentor.see("Asked on Thu 26 Nov: Ada Obi is stuck, and I am, too")
    assert [one.text for one in desk.support.of("ada").asked] == ["Ada Obi is stuck, and I am, too"]


async def test_a_programme_that_names_nobody_says_so(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("down", "enter", "?")
    await mentor.see("this programme names nobody")
    await mentor.press("enter")
    await mentor.see("Write what you would like to know")


async def _go_to(robot: Robot, handle: str) -> None:
    """Move down to somebody in the list of people."""
    rows = robot.app.screen.query_one("#people")
    await robot.press("home")
    while handle not in str(rows.current):  # type: ignore[attr-defined]
        await robot.press("down")
