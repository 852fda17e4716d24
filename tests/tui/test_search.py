"""Stories about finding things again."""

import pytest
from tests.driver import Robot


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_words_are_found_while_they_are_typed(mentor: Robot, size: tuple[int, int]) -> None:
    await mentor.open(size)
    await mentor.press("slash")
    await mentor.see("Type a word:")
    await mentor.type("gener")
    await mentor.see("generators click now", "Ada Obi")
    await mentor.golden("search")


async def test_enter_goes_to_where_it_stands_and_escape_comes_back(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("slash")
    await mentor.type("cv says")
    await mentor.see("goal")
    await mentor.press("enter")
    await mentor.see("60 days", "Plan")
    await mentor.press("escape")
    await mentor.see("cv says", "Search")
    await mentor.press("escape")
    await mentor.see("Today · Thu 26 Nov")


async def test_arrows_move_in_the_list_while_the_words_stay(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("slash")
    await mentor.type("the")
    await mentor.press("down")
    await mentor.type("y")
    await mentor.see("they")


async def test_what_nobody_wrote_is_not_found(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("slash")
    await mentor.type("xylophone")
    await mentor.see("Nothing has “xylophone”.", "no places")


async def test_letters_that_are_commands_elsewhere_are_letters_here(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("slash")
    await mentor.type("quit 1 2 4 / u")
    await mentor.see("quit 1 2 4 / u", "Search")


async def test_signs_of_a_query_language_are_only_signs(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("slash")
    await mentor.type('"a AND (b* NEAR: -')
    await mentor.see("Search")


async def test_filters_narrow_the_list_and_a_half_typed_one_says_so(mentor: Robot) -> None:
    await mentor.open()
    await mentor.press("slash")
    await mentor.see("who:ada · kind:win")
    await mentor.type("kind:x")
    await mentor.see("“x” is no kind")
    await mentor.press("backspace")
    await mentor.type("win who:ad")
    await mentor.see("first pull request merged")
    await mentor.see_no("generators")
