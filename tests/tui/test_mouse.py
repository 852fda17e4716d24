"""A story told with the mouse alone, but for the words: tabs, letters, items, answers, keys."""

from tests.conftest import ZONE, Clock
from tests.driver import Robot
from textual.widgets import TextArea

from mentordesk.settings import Settings


async def test_a_call_is_held_with_the_mouse(mentor: Robot, clock: Clock) -> None:
    clock.advance(minutes=12)
    await mentor.open(settings=Settings(zone=ZONE, motion=False))
    mentor.app.open_mentee("ada")
    await mentor.see("Brief")
    await mentor.click("Timeline")
    await mentor.see("r Recap")
    await mentor.click("Start call")
    await mentor.see("Agenda", "60 min left", "waiting 0 of 10 min")
    await mentor.click("^g Letters")
    await mentor.click("t Tick")
    states = [point.state for point in mentor.desk.calls.agenda("ada")]
    assert states[:2] == ["done", "open"]
    await mentor.click("Questions (1)")
    await mentor.press("space")
    done = [one.title for one in mentor.desk.calls.agenda("ada") if one.state == "done"]
    assert done[1:] == ["Questions (1)"]
    await mentor.click("[ ] @ada what")
    await mentor.type("so it goes")
    await mentor.click("^g Letters")
    await mentor.click("w Wrap-up")
    await mentor.see("Wrap-up with Ada Obi")
    second = list(mentor.app.screen.query(TextArea))[1]
    await mentor.click_at(second.region.x + 1, second.region.y)
    await mentor.type("a grant")
    await mentor.click("○ confirm")
    await mentor.see("● confirm")
    await mentor.click("^s Close the call")
    await mentor.see("What Ada Obi receives")
    assert [one.text for one in mentor.desk.pages.brief("ada").watching] == ["a grant"]
    coming = mentor.desk.pages.brief("ada").next
    assert coming is not None
    assert coming.confirmed
    await mentor.click("y Copy")
    await mentor.see("Copied what Ada Obi receives")
    await mentor.click("e Edit")
    await mentor.type("PS")
    await mentor.click("^s Done")
    await mentor.see("Stored. u takes it back.")
    await mentor.click("esc Back")
    await mentor.see("Timeline")
