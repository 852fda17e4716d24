"""Stories about the programmes, read on screen."""

import pytest
from tests.conftest import Clock
from tests.driver import Robot

from mentordesk.desk import Desk
from mentordesk.tui.widgets.rows import Rows

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def reader(mentor: Robot, desk: Desk) -> Robot:
    """A robot at a desk with somebody under two programmes, and an own copy of one."""
    desk.people.add("Eve", playbook="codingnomads")
    return mentor


@pytest.mark.parametrize("size", SIZES)
async def test_the_programmes_with_how_many_there_are(reader: Robot, size: tuple[int, int]) -> None:
    await reader.open(size)
    await reader.press("6")
    await reader.see("6 programmes", "1 of at least 3", "1 of 2")
    await reader.golden("playbooks")


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_is_read_section_by_section(reader: Robot, size: tuple[int, int]) -> None:
    await reader.open(size, start="playbooks")
    await reader.press("end", "enter")
    await reader.see("▾ Rhythm and numbers", "you mentor 1 of 2 under it")
    await reader.see("at most 2 mentors to a mentee")
    await reader.press("space")
    await reader.see("▸ Rhythm and numbers", "▸ Agendas")
    await reader.press("down", "enter")
    await reader.see("▾ Agendas", "First meeting: the first time, 1 h, hard stop")
    await reader.see("15 min Goals and how to measure → expectations")
    await reader.golden("playbook")
    await reader.press("down", "down", "space")
    await reader.see("▸ Agendas")
    await reader.press("escape")
    await reader.see("6 programmes")
    assert reader.app.focused is reader.app.screen.query_one("#shelf")


async def test_wide_the_page_follows_the_cursor(reader: Robot) -> None:
    await reader.open((120, 40), start="playbooks")
    await reader.press("home")
    await reader.see("every 2 weeks or as agreed")
    await reader.press("end")
    await reader.see("at least 13 weeks")


async def test_a_copy_to_edit_says_where_it_is(reader: Robot, desk: Desk) -> None:
    await reader.open((120, 40), start="playbooks")
    await reader.press("end", "c")
    await reader.see("wealljs.toml", "the copy wins", "1 of your own", "yours")
    assert (desk.playbooks.folder / "wealljs.toml").exists()
    await reader.press("c")
    await reader.see("is there already")


async def test_a_broken_file_says_every_mistake_with_its_key(reader: Robot, desk: Desk) -> None:
    path = desk.playbooks.copy("wealljs")
    text = path.read_text("utf-8").replace("reserve = 15", 'reserve = "x"')
    path.write_text(text.replace("max = 2", "max = -1"), "utf-8")
    await reader.open((120, 40), start="playbooks")
    await reader.press("end")
    await reader.see("broken", "cannot be used as it stands", "cadence.reserve", "load.max")


async def test_a_changed_file_is_offered_and_never_taken_silently(
    reader: Robot, desk: Desk
) -> None:
    path = desk.playbooks.copy("wealljs")
    path.write_text(path.read_text("utf-8").replace("reserve = 15", "reserve = 12"), "utf-8")
    await reader.open(start="playbooks")
    await reader.press("end", "enter", "home")
    await reader.see("△ Ada Obi began with another version", "1 key changed")
    await reader.press("enter")
    await reader.see("WeAllJS, as it is now, for Ada Obi?", "cadence.reserve: 15 → 12")
    await reader.press("n")
    await reader.see("△ Ada Obi")
    await reader.press("enter", "y")
    await reader.see("Ada Obi goes by version 1 from here on. u takes it back.")
    await reader.see_no("△")
    await reader.press("u")
    await reader.see("△ Ada Obi")


async def test_a_duty_is_done_on_its_page(reader: Robot, desk: Desk, clock: Clock) -> None:
    await reader.open((120, 40), start="playbooks")
    await reader.press("home", "down", "down", "enter")
    while "Your own side" not in str(reader.app.screen.query_one("#programme", Rows).current):
        await reader.press("down")
    await reader.press("enter")
    await reader.see("▾ Your own side", "○ Fill in the mentors' stand-up form, weekly")
    for _ in range(3):
        await reader.press("down")
    await reader.press("x")
    await reader.see("✓ Fill in the mentors' stand-up form, weekly · Thu 26 Nov")
    assert desk.last_undo().startswith("done: Fill in")


async def test_other_keys_on_the_page_say_what_they_need(reader: Robot) -> None:
    await reader.open((120, 40), start="playbooks")
    await reader.press("enter", "x")
    await reader.see("Done needs a duty under the cursor")
    await reader.press("y")
    await reader.see("Copy link needs a link under the cursor")
