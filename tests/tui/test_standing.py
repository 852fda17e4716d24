"""Stories of the plan in the call: how each goal stands, said with one key each."""

import pytest
from tests.conftest import Clock
from tests.driver import Robot


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_how_the_goals_stand_is_said_in_the_call(
    mentor: Robot, clock: Clock, size: tuple[int, int]
) -> None:
    clock.advance(minutes=12)
    await mentor.open(size, call="ada")
    first = mentor.desk.goals.list("ada")[0]
    if size[0] == 120:
        await mentor.see("── goals", "○ first pull request")
    await mentor.type("so ")
    await mentor.press("ctrl+g", "G")
    await mentor.see("How the goals stand: Ada Obi", "3 not looked at in this call.", "not yet")
    await mentor.press("o", "b")
    await mentor.see("1 not looked at in this call.", "on track", "behind")
    await mentor.golden("call-goals")
    await mentor.press("a")
    await mentor.type("a talk in English")
    await mentor.press("enter")
    await mentor.see("a talk in English", "2 not looked at")
    await mentor.press("home", "down", "n")
    await mentor.see("1 not looked at")
    await mentor.press("home", "c")
    await mentor.see("2 not looked at", "How the goals stand: Ada Obi")
    states = [one.state for one in mentor.desk.goals.list("ada")]
    assert sorted(states) == ["carried", "open", "open", "open", "unmet"]
    await mentor.press("escape")
    await mentor.type("on")
    await mentor.see("so on")
    page = mentor.desk.goals.page(first.id)
    assert [one.mark for one in page.marks] == ["on-track"]
    assert page.marks[0].session_id == mentor.desk.calls.of("ada").id
    await mentor.press("ctrl+g", "G", "p")
    await mentor.see("Plan")
    await mentor.press("escape")
    await mentor.see("so on")
