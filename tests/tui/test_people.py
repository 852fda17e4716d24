"""Stories about the list of people, and about welcoming somebody."""

import pytest
from tests.driver import Robot


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_everybody_is_one_line(mentor: Robot, size: tuple[int, int]) -> None:
    await mentor.open(size, start="people")
    await mentor.see("4 active · 4 in all")
    await mentor.golden("people")


async def test_typed_words_narrow_the_list_and_escape_widens_it(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("f")
    await mentor.type("weall")
    await mentor.see("Ada Obi", "1 with “weall”")
    await mentor.see_no("Ben Lund")
    await mentor.press("enter", "enter")
    await mentor.see("Ada Obi · WeAllJS")
    await mentor.press("escape")
    await mentor.see("1 with “weall”")
    await mentor.press("escape")
    await mentor.see("Ben Lund")
    await mentor.see_no("with “")


async def test_letters_in_the_filter_are_no_commands(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("f")
    await mentor.type("q/1u")
    await mentor.see("q/1u", "Nobody has “q/1u”")


async def test_nobody_has_a_word_that_nobody_has(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("f")
    await mentor.type("zzz")
    await mentor.see("Nobody has “zzz” in name, programme or status.")


async def test_pausing_is_one_key_and_so_is_going_on(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("p")
    await mentor.see("Ada Obi is paused. u takes it back.", "paused")
    await mentor.press("p")
    await mentor.see("Ada Obi goes on")


async def test_a_name_is_enough_to_welcome_somebody(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("a")
    await mentor.type("Eve Nakamura")
    await mentor.see("You can call them eve.")
    await mentor.press("enter")
    await mentor.see("Eve Nakamura · One to one", "No slot yet.")


async def test_a_zone_that_is_none_names_near_ones_and_loses_nothing_typed(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("a")
    await mentor.type("Eve")
    await mentor.press("tab", "tab")
    await mentor.type("lagoss")
    await mentor.see("“lagoss” is no time zone. Did you mean Africa/Lagos?")
    await mentor.press("enter")
    await mentor.see("Add a mentee", "Eve", "Did you mean Africa/Lagos?")
    for _ in "lagoss":
        await mentor.press("backspace")
    await mentor.type("Africa/Lagos")
    await mentor.see("It is Thu 17:48 there now.")
    await mentor.press("enter")
    await mentor.see("Eve · One to one", "17:48 Lagos")


async def test_leaving_the_dialog_adds_nobody(mentor: Robot) -> None:
    await mentor.open(start="people")
    await mentor.press("a")
    await mentor.type("Nobody")
    await mentor.press("escape", "escape")
    await mentor.see_no("Add a mentee")
    assert len(mentor.desk.pages.people()) == 4


async def test_the_palette_finds_people_by_name(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("ctrl+p")
    await mentor.type("ben l")
    await mentor.see("Ben Lund", "One to one")
    await mentor.press("enter")
    await mentor.see("Ben Lund · One to one")
