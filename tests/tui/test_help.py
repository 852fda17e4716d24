"""Stories of the help: it opens anywhere, leaves the keys where they are, and closes again."""

import pytest
from tests.driver import Robot

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_help_in_a_call_closes_by_escape_and_typing_goes_on(
    mentor: Robot, size: tuple[int, int]
) -> None:
    await mentor.open(size, call="ada")
    await mentor.press("f1")
    await mentor.see("F1 or Escape closes", "Just type: within a second")
    await mentor.see("esc Close help · ")
    await mentor.golden("call-help")
    await mentor.press("escape")
    await mentor.see_no("F1 or Escape closes", "Close help")
    await mentor.type("she asked about tests")
    await mentor.see("she asked about tests")
    assert mentor.desk.pages.running() is not None


async def test_help_leaves_half_of_a_narrow_screen(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("f1")
    await mentor.see("F1 or Escape closes")
    panel = mentor.app.screen.query_one("Help")
    assert panel.outer_size.width <= 40


async def test_long_help_is_read_to_its_end_by_keys(mentor: Robot) -> None:
    await mentor.open(call="ada")
    await mentor.press("f1")
    await mentor.see("Just type")
    for _ in range(9):
        await mentor.press("pagedown")
    await mentor.see_no("Just type")
    await mentor.see("Delete")
    for _ in range(9):
        await mentor.press("pageup")
    await mentor.see("Just type")


async def test_commands_come_before_keys_that_move_a_cursor(mentor: Robot) -> None:
    await mentor.open((120, 60), call="ada")
    await mentor.press("f1")
    await mentor.see("Letters", "Cursor up")
    text = mentor.screen_text()
    assert text.index("Letters ·") < text.index("Cursor up")


async def test_a_form_has_help_and_escape_closes_the_help_first(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("n")
    await mentor.type("tea")
    await mentor.press("f1")
    await mentor.see("A form", "Tab goes to the next field")
    await mentor.press("escape")
    await mentor.see_no("A form")
    await mentor.type("!")
    await mentor.see("tea!")


# --- one message at a time


async def test_a_new_message_takes_the_place_of_the_last(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("x")
    await mentor.see("Done settles a line that is due")
    await mentor.press("down", "down", "x")
    await mentor.see("Done. u takes it back.")
    await mentor.see_no("Done settles a line")


async def test_how_to_quit_is_said_in_the_desks_own_voice(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("ctrl+c")
    await mentor.see("q leaves the desk; ^q does from anywhere.")


async def test_the_theme_that_is_on_is_named(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("ctrl+t")
    await mentor.see("The light theme.")
