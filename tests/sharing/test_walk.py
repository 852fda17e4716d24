"""On a shared screen is what its viewer may see: every mode, page, key, and every dialog."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from tests.sharing.looking import each_key, everything
from tests.sharing.rule import found, may_see, opened
from tests.sharing.sentinels import Word

from mentordesk.desk.sharing import viewer_of
from mentordesk.tui.screens.call import CallScreen
from mentordesk.tui.widgets.call_letters import CALL_KEYS

OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal takes for a command."""
WIDE = (140, 50)
"""Lists are read beyond it, and what is cut off at its edge."""
TABS = ("brief", "group", "timeline", "plan", "progress", "schedule", "agreement", "milestones")


@pytest.mark.parametrize("who", ["alone", "group", "nobody"])
async def test_no_screen_shows_what_the_viewer_may_not_see(
    filled: tuple[Path, dict[str, Word]], who: str
) -> None:
    """Every mode, tab, page and key, the search and the palette, as three viewers."""
    folder, words = filled
    desk = opened(folder)
    team = str(desk.store.value("SELECT handle FROM team"))
    one = next(line for line in desk.pages.people() if not line.members and line.next)
    name = {"alone": one.address, "group": team, "nobody": "nobody"}[who]
    robot = Robot(desk, Clock())
    try:
        await robot.open(WIDE, start="people")
        robot.app.share(name)
        await robot.rest()
        viewer = viewer_of(desk, name)
        address = "" if who == "nobody" else name
        seen = [look async for look in _walk(robot, address, keys=who == "alone")]
    finally:
        await robot.leave()
    leaks = {
        (place, key, words[word].table, words[word].column)
        for place, key, text in seen
        for word in found(text, words)
        if not may_see(desk, viewer, words[word])
    }
    desk.close()
    assert not leaks
    assert not [(place, key) for place, key, text in seen if OBEYED.search(text)]
    assert all("SHARED with" in text for _, key, text in seen if not key)


async def _walk(robot: Robot, address: str, keys: bool) -> AsyncIterator[tuple[str, str, str]]:
    pressed = set[str]() if keys else None
    for mode in ("today", "people", "plans", "calendar", "playbooks"):
        robot.app.action_mode(mode)
        await robot.rest()
        for key, text in await each_key(robot, pressed):
            yield mode, key, text
    for key, place in (("slash", "search"), ("ctrl+p", "palette")):
        await robot.press(key)
        await robot.type("zq")
        await robot.rest(10)
        yield place, "zq", everything(robot)
        await robot.press("escape")
    if address:
        async for look in _pages(robot, address, pressed):
            yield look
        async for look in _call(robot, address, keys):
            yield look


async def _pages(
    robot: Robot, address: str, pressed: set[str] | None
) -> AsyncIterator[tuple[str, str, str]]:
    app = robot.app
    for tab in TABS:
        if tab != "group" or app.desk.people.find(address).is_group:
            app.open_mentee(address, tab)
            await robot.rest(6)
            for key, text in await each_key(robot, pressed):
                yield tab, key, text
            app.pop_screen()
            await robot.rest()


async def _call(robot: Robot, address: str, keys: bool) -> AsyncIterator[tuple[str, str, str]]:
    """The call with a roll-call and every letter that does not end it, the wrap-up, the recap."""
    app = robot.app
    app.start_call(address)
    await robot.rest(6)
    yield "call", "", everything(robot)
    call = next(one for one in app.screen_stack if isinstance(one, CallScreen))
    for letter in CALL_KEYS if keys else ():
        if letter.id not in ("call.close", "call.no_show", "call.mistake", "call.leave"):
            call.pop_until_active()
            await robot.press("ctrl+g", letter.key)
            yield "call", letter.key, everything(robot)
    call.pop_until_active()
    await robot.press("ctrl+g", "w")
    await robot.rest(6)
    yield "wrap-up", "", everything(robot)
    await robot.press("ctrl+s")
    await robot.rest(10)
    yield "recap", "", everything(robot)
