"""How long a screen stays shared, what it does not claim, and what is there when it ends."""

import pytest
from tests.conftest import ZONE
from tests.driver import Robot

from mentordesk.desk import Desk
from mentordesk.settings import Settings


async def test_the_shared_recap_follows_on_the_shared_wrap_up(mentor: Robot) -> None:
    await mentor.open(settings=Settings(zone=ZONE, share="calls"))
    await mentor.press("s", "ctrl+g", "w", "ctrl+s")
    await mentor.rest(10)
    await mentor.see("SHARED with Ada Obi", "What Ada Obi receives")
    await mentor.press("escape")
    await mentor.see("everything is shown again", "Ben Lund")


@pytest.mark.parametrize("letter", ["m", "n"])
async def test_a_call_without_a_recap_leaves_the_screen_shared(mentor: Robot, letter: str) -> None:
    await mentor.open(settings=Settings(zone=ZONE, share="calls"))
    await mentor.press("s", "ctrl+g", letter, "y")
    await mentor.rest(10)
    await mentor.see("SHARED with Ada Obi", "The screen stays shared: f9 ends it")
    await mentor.press("2", "1")
    await mentor.see("SHARED with Ada Obi")
    await mentor.see_no("Ben Lund")
    await mentor.press("f9")
    await mentor.see("Ben Lund")


async def test_questions_for_others_are_not_asked_before_the_mentee(
    mentor: Robot, desk: Desk
) -> None:
    desk.people.add("Eve Ito", playbook="codingnomads")
    session = desk.calls.start("eve")
    desk.calls.answer(session.id, "report", "worn out, watch her")
    await mentor.open((100, 60), call="eve", share="eve")
    await mentor.press("ctrl+g", "w")
    await mentor.see("Wrap-up")
    await mentor.see_no("For the team")
    await mentor.press("ctrl+s")
    await mentor.see("What Eve Ito receives")
    said = {one.key: one.answer for one in desk.pages.wrap_up(session.id).questions}
    assert said["report"] == "worn out, watch her"


@pytest.mark.parametrize("who", ["git-crew", "chi"])
async def test_what_is_hidden_is_not_said_to_be_missing(
    mentor: Robot, desk: Desk, who: str
) -> None:
    desk.groups.add("Git crew", playbook="carpentries", members=["Cho Ng", "Dan Oz"])
    desk.people.add("Eve Ito", playbook="carpentries")
    address = {"git-crew": "git-crew", "chi": "cho"}[who]
    assert desk.certificates.of(address)
    assert desk.milestones.of(address)
    await mentor.open((120, 60), share=address)
    await mentor.see("Not shown while the screen is shared.")
    await mentor.see_no("Enjoy the quiet", "none is fixed")
    for tab in ("brief", "milestones"):
        mentor.app.open_mentee(address, tab)
        await mentor.see("Not shown while the screen is shared.")
        await mentor.see_no("No call yet", "Nothing promised", "Mara", " of 3", "! ", "not yet")
    await mentor.press("ctrl+f9", "enter", "2")
    await mentor.see("Not shown while the screen is shared.")
    await mentor.see_no("Nobody here yet")


@pytest.mark.parametrize(
    ("keys", "page"), [("w", "Does the next date hold"), ("c", "What Ada Obi receives")]
)
async def test_the_end_of_a_call_stays_in_front(mentor: Robot, keys: str, page: str) -> None:
    await mentor.open(settings=Settings(zone=ZONE, share="calls"))
    await mentor.press("s", "ctrl+g", keys)
    await mentor.see("SHARED with Ada Obi", page)
    await mentor.press("f9")
    await mentor.see(page)
    await mentor.see_no("SHARED", "Hidden while")


async def test_what_was_opened_while_shared_stays_in_front(mentor: Robot) -> None:
    await mentor.open(settings=Settings(zone=ZONE, share="calls"))
    await mentor.press("s", "f9")
    await mentor.see("everything is shown again", "Notes")
    await mentor.press("f9", "ctrl+g", "c")
    await mentor.see("SHARED with Ada Obi", "What Ada Obi receives")
    await mentor.press("f9")
    await mentor.see("For you alone", "What Ada Obi receives")
    await mentor.see_no("SHARED")
    await mentor.press("escape")
    await mentor.see("Ben Lund")
    await mentor.press("f9")
    mentor.app.share("ada")
    mentor.app.open_mentee("ada", "timeline")
    await mentor.see("SHARED with Ada Obi", "Timeline")
    await mentor.press("f9")
    await mentor.see("recursion with two branches")
    await mentor.press("escape", "f9")
    await mentor.see("SHARED with nobody")
