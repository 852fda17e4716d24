"""Stories about doors that are held open, from a glimpse to what came of it."""

from datetime import timedelta

import pytest
from tests.builders import THURSDAY
from tests.driver import Robot

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def sponsor(mentor: Robot) -> Robot:
    """Ada's doors in every state, and one of Ben's."""
    doors, meet = mentor.desk.opportunities, mentor.desk.introductions
    doors.add("ada", "talks about testing", watch=True)
    doors.add("ada", "junior post at the museum", due=THURSDAY - timedelta(days=2))
    grant = doors.add(
        "ada", "grant for the conference", due=THURSDAY + timedelta(days=16), source="a friend"
    )
    doors.move(grant.opportunity.id, "offer", "told her on Slack")
    talk = doors.add("ada", "lightning talk at the meetup")
    for verb in ("offer", "take"):
        doors.move(talk.opportunity.id, verb)
    gone = doors.add("ada", "summer school")
    doors.move(gone.opportunity.id, "offer")
    doors.move(gone.opportunity.id, "decline", "it is too far away")
    doors.add("ben", "first issue in a library he uses")
    grace = meet.add("ada", "Grace", contact="grace@example.org", about="compilers")
    meet.agreed(grace.introduction.id, "mentee")
    return mentor


async def at_the_doors(robot: Robot, size: tuple[int, int] = (80, 24)) -> None:
    await robot.open(size, start="people")
    await robot.press("f")
    await robot.type("ada")
    await robot.press("enter", "O")
    await robot.see("Doors · Ada Obi")


@pytest.mark.parametrize("size", SIZES)
async def test_doors_by_how_far_they_are(sponsor: Robot, size: tuple[int, int]) -> None:
    await at_the_doors(sponsor, size)
    await sponsor.see(
        "4 opportunities · 1 introduction", "! passed on Tue 24 Nov", "mentee said yes Thu 26 Nov"
    )
    await sponsor.see_no("summer school", "first issue")
    await sponsor.golden("doors")


async def test_what_is_over_is_shown_when_asked_for(sponsor: Robot) -> None:
    await at_the_doors(sponsor, (120, 40))
    await sponsor.press("v")
    await sponsor.see("summer school", "declined Thu 26 Nov · it is too far away")


async def test_from_a_line_to_what_came_of_it(mentor: Robot) -> None:
    await at_the_doors(mentor)
    await mentor.see("Nothing is watched out for or on its way.")
    await mentor.press("a")
    await mentor.type("grant for the conference by 12 dec")
    await mentor.see("Until Sat 12 Dec 2026 (in 16 days). Only you read it, until")
    await mentor.press("enter")
    await mentor.see("── spotted", "by Sat 12 Dec")
    await mentor.press("x")
    await mentor.see("You told them of it: grant for the conference", "me alone")
    await mentor.golden("offer")
    await mentor.type("told her")
    await mentor.press("tab", "tab", "right", "enter")
    await mentor.see("── offered", "offered Thu 26 Nov · told her")
    (found,) = mentor.desk.opportunities.list("ada")
    assert found.opportunity.readers == {"mentee"}
    await mentor.press("x", "enter")
    await mentor.see("── taken")
    await mentor.press("x")
    await mentor.type("she got it")
    await mentor.press("enter")
    await mentor.see("Nothing is watched out for or on its way.")
    await mentor.press("u")
    await mentor.see("Taken back: closed: grant for the conference", "── taken")


async def test_no_is_said_with_one_key(mentor: Robot) -> None:
    made = mentor.desk.opportunities.add("ada", "a talk").opportunity.id
    await at_the_doors(mentor)
    await mentor.press("r")
    await mentor.see("An opportunity for Ada Obi", "else that stays as it is.")
    await mentor.press("ctrl+u", "enter")
    await mentor.see("An opportunity needs words.")
    await mentor.type("a talk at the museum by 12 dec")
    await mentor.press("tab")
    await mentor.type("a friend")
    await mentor.press("enter")
    await mentor.see("a talk at the museum", "by Sat 12 Dec", "a friend")
    await mentor.press("u")
    await mentor.see_no("museum")
    await mentor.press("x", "enter", "d")
    await mentor.see("They said no: a talk")
    await mentor.press("enter")
    await mentor.see("Nothing is watched out for")
    assert mentor.desk.opportunities.show(made).opportunity.state == "declined"


async def test_something_to_watch_out_for(mentor: Robot) -> None:
    await at_the_doors(mentor)
    await mentor.press("a")
    await mentor.type("talks about testing")
    await mentor.press("tab", "tab", "right", "enter")
    await mentor.see("── watching out for", "◌ talks about testing")


async def test_two_people_are_asked_and_brought_together(mentor: Robot) -> None:
    await at_the_doors(mentor)
    await mentor.press("b")
    await mentor.type("Grace")
    await mentor.press("enter")
    await mentor.see("mentee not asked yet · Grace not asked yet")
    await mentor.press("x")
    await mentor.see("Ada Obi said yes. u takes it back.", "Grace not asked yet")
    await mentor.press("x")
    await mentor.see("Grace said yes. u takes it back.")
    await mentor.press("x")
    await mentor.see("introduced Thu 26 Nov")
    await mentor.press("x")
    await mentor.type("they pair on Fridays")
    await mentor.press("enter")
    await mentor.see("Nothing is watched out for")
    (meant,) = mentor.desk.introductions.list("ada", every=True)
    assert meant.introduction.outcome == "they pair on Fridays"


async def test_an_empty_line_is_told_from_a_thing(mentor: Robot) -> None:
    await at_the_doors(mentor)
    for key in ("x", "d"):
        await mentor.press(key)
        await mentor.see("That needs an opportunity or an introduction under the cursor.")
    await mentor.press("r")
    await mentor.see("Reword needs an opportunity under the cursor.")


async def test_what_is_watched_out_for_in_the_brief_leads_to_its_doors(mentor: Robot) -> None:
    made = mentor.desk.opportunities.add("ada", "grant for the conference")
    mentor.desk.opportunities.move(made.opportunity.id, "offer")
    await mentor.open((120, 40), start="people")
    await mentor.press("f")
    await mentor.type("ada")
    await mentor.press("enter")
    await mentor.press("enter")
    await mentor.click("→ grant for the conference")
    await mentor.press("x")
    await mentor.see("Doors · Ada Obi", "── offered")


async def test_everybodys_doors_and_ones_again(sponsor: Robot) -> None:
    await at_the_doors(sponsor, (120, 40))
    await sponsor.press("f")
    await sponsor.see("Doors · 5 opportunities", "first issue in a library he uses", "Ben Lund")
    await sponsor.press("home", "f")
    await sponsor.see_no("first issue in a library he uses")
