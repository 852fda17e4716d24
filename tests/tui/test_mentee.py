"""Stories on a mentee's page: the brief and its agenda, the timeline, the plan."""

from importlib import import_module

import pytest
from tests.driver import Robot

from mentordesk.tui.screens.mentee import VIEWS, MenteeScreen

SIZES = [(80, 24), (120, 40)]


async def at_ada(mentor: Robot, size: tuple[int, int] = (80, 24)) -> None:
    await mentor.open(size)
    await mentor.press("enter")
    await mentor.see("Ada Obi · WeAllJS · 2 of 12")


@pytest.mark.parametrize("size", SIZES)
async def test_the_brief_is_read_in_thirty_seconds(mentor: Robot, size: tuple[int, int]) -> None:
    await at_ada(mentor, size)
    await mentor.see("last time · Thu 19 Nov", "intro to Grace", "due yesterday", "17:48 Lagos")
    await mentor.golden("brief")


async def test_a_wide_brief_has_the_agenda_beside_it(mentor: Robot) -> None:
    await at_ada(mentor, (120, 40))
    await mentor.see("agenda for next time", "goals", "stuck points")
    top = mentor.screen_text().split("\n")[3]
    assert "last time" in top
    assert "agenda for next time" in top


async def test_something_to_raise_is_added_to_the_agenda_and_dropped_again(mentor: Robot) -> None:
    await at_ada(mentor, (120, 40))
    await mentor.press("a")
    await mentor.see("On the agenda with Ada Obi", "5 min, before the wrap-up.")
    await mentor.type("ask about the interview")
    await mentor.press("enter")
    await mentor.see("ask about the interview")
    await mentor.press("tab", "home", *["down"] * 9)
    await mentor.see("› ○ ask about the interview")
    await mentor.press("d")
    await mentor.see_no("ask about the interview")
    await mentor.press("u")
    await mentor.see("ask about the interview")


async def test_what_the_playbook_puts_there_is_dropped_in_the_call_only(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("end", "enter")
    await mentor.see("› ○ Getting to know each other")
    await mentor.press("d")
    await mentor.see("Start the call to mark it: s (Start")


async def test_a_promise_is_kept_and_taken_back_by_the_same_key(mentor: Robot) -> None:
    await at_ada(mentor)
    await mentor.see("› ○ me       intro to Grace")
    await mentor.press("x")
    await mentor.see("✓ me       intro to Grace")
    await mentor.press("x")
    await mentor.see("○ me       intro to Grace")


async def test_a_question_is_answered(mentor: Robot) -> None:
    await at_ada(mentor)
    await mentor.press("down", "down")
    await mentor.see("› ? when is a dataclass")
    await mentor.press("enter")
    await mentor.see_no("? when is a dataclass")


async def test_a_promise_says_the_day_it_understood_before_it_is_made(mentor: Robot) -> None:
    await at_ada(mentor)
    await mentor.press("p")
    await mentor.type("read her CV")
    await mentor.see("add “by fri” for a day.")
    await mentor.type(" by next tue")
    await mentor.see("due Tue 1 Dec 2026 (in 5 days).")
    await mentor.press("enter")
    await mentor.see("read her CV", "by Tue 1 Dec")


@pytest.mark.parametrize("size", SIZES)
async def test_the_timeline_tells_what_happened(mentor: Robot, size: tuple[int, int]) -> None:
    await at_ada(mentor, size)
    await mentor.press("right")
    await mentor.see("recursion with two branches", "call")
    await mentor.golden("timeline")


async def test_a_moment_opens_to_its_whole_text_and_closes_again(mentor: Robot) -> None:
    mentor.desk.words.note("ada", "a first line\n\nand what comes far below it")
    await at_ada(mentor)
    await mentor.press("right")
    await mentor.see("› Thu 26 Nov")
    await mentor.see_no("far below")
    await mentor.press("enter")
    await mentor.see("and what comes far below it")
    await mentor.press("enter")
    await mentor.see_no("far below")


async def test_the_timeline_is_narrowed_by_words(mentor: Robot) -> None:
    await at_ada(mentor)
    await mentor.press("right", "f")
    await mentor.type("recursion")
    await mentor.see("recursion with two branches")
    await mentor.see_no("first pull request merged")
    await mentor.press("enter", "escape")
    await mentor.see("first pull request merged", "Timeline")
    await mentor.press("escape")
    await mentor.see("Today · Thu 26 Nov")


async def test_what_is_known_of_a_mentee_is_edited_in_place(mentor: Robot) -> None:
    await at_ada(mentor)
    await mentor.press("i")
    await mentor.see("What you know of Ada Obi", "Africa/Lagos", "It is Thu 17:48 there now.")
    await mentor.press("tab", "tab")
    for _ in "Africa/Lagos":
        await mentor.press("backspace")
    await mentor.type("Asia/Tokyo")
    await mentor.press("enter")
    await mentor.see("Fri 01:48 Tokyo")


async def test_tabs_answer_to_the_mouse(mentor: Robot) -> None:
    await at_ada(mentor)
    await mentor.click("Schedule")
    await mentor.see("next dates")
    await mentor.click("Brief")
    await mentor.see("promised")


async def test_a_group_follows_an_outline(robot: Robot) -> None:
    robot.desk.people.add("Kim Vale", playbook="carpentries")
    await robot.open()
    robot.app.open_mentee("kim")
    await robot.see("Kim Vale · ")
    await robot.press("o")
    await robot.see("Follow an outline", "‹ none ›")
    await robot.press("right", "enter")
    await robot.see("Introductions")
    mentorship = robot.desk.people.find("kim").mentorship.id
    assert robot.desk.milestones.track(mentorship) == "lesson-maintenance"


async def test_a_programme_without_outlines_says_so(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("enter")
    await mentor.see("Ada Obi · WeAllJS")
    await mentor.press("o")
    await mentor.see("no outlines to follow")


async def test_a_change_of_status_is_told_in_words(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("enter", "right")
    await mentor.see("status      the mentorship is active")


async def test_a_page_opened_on_its_timeline_gives_the_keys_to_the_list(mentor: Robot) -> None:
    await mentor.open()
    mentor.app.open_mentee("ada", "timeline")
    await mentor.see("Ada Obi", "f Filter")
    await mentor.press("f")
    await mentor.type("win")
    await mentor.press("enter")
    await mentor.see("› Thu 19 Nov 17:48  win")
    await mentor.press("f", "ctrl+u", "escape", "H")
    await mentor.see("A call with Ada Obi that was held", "When did it begin?")
    await mentor.type("tomorrow 18:00")
    await mentor.press("enter")
    await mentor.see("A call with Ada Obi that was held")
    await mentor.press("ctrl+u")
    await mentor.type("24 nov 9:00")
    await mentor.see("Tue 24 Nov 2026 09:00, as long as it was planned.")
    await mentor.press("tab")
    await mentor.type("45")
    await mentor.see("Tue 24 Nov 2026 09:00, 45 min.")
    await mentor.press("enter")
    await mentor.see("Its recap: r on the Timeline.", "Tue 24 Nov 09:00")
    await mentor.press("u")
    await mentor.see_no("Tue 24 Nov 09:00")


async def test_what_was_kept_before_today_shares_a_line_on_a_short_terminal(mentor: Robot) -> None:
    for text in ("read the draft", "send the link"):
        mentor.desk.promises.done(mentor.desk.promises.do("ada", text).id)
    mentor.clock.advance(minutes=24 * 60)
    await mentor.open()
    mentor.app.open_mentee("ada")
    await mentor.see("✓ kept", "send the link")
    assert "read the draft" in next(
        line for line in mentor.screen_text().split("\n") if "send the link" in line
    )


def test_no_tab_takes_a_key_of_the_page_but_that_of_the_way_in() -> None:
    def keys(node: type) -> dict[str, str]:
        found = (b for kind in node.__mro__ for b in vars(kind).get("BINDINGS", ()))
        ours = (b for b in found if b.id)
        return {key: b.id for b in ours for key in b.key.split(",")}

    page = keys(MenteeScreen)
    for where in VIEWS.values():
        module, _, name = where.partition(":")
        view = getattr(import_module(f"mentordesk.tui.widgets.{module}"), name)
        taken = {page[key] for key, name in keys(view).items() if page.get(key, name) != name}
        assert taken <= {"mentee.way"}
