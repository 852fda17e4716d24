"""Stories of the mentee's earlier words, read and searched without leaving the call."""

from collections.abc import AsyncIterator

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from tests.tui.practice import practice

from mentordesk.desk import Desk
from mentordesk.tui.widgets.notes import Notes
from mentordesk.tui.widgets.rows import Rows


@pytest.fixture
async def call(mentor: Robot, clock: Clock) -> AsyncIterator[Robot]:
    """At six, on time, in a terminal of 80 by 24: the call with Ada has just begun."""
    clock.advance(minutes=12)
    yield await mentor.open(call="ada")


def focused(robot: Robot) -> str:
    """The id of what has the keys."""
    widget = robot.app.screen.focused
    return str(widget.id) if widget else ""


async def test_what_was_said_before_is_one_letter_away_and_the_notes_keep_the_keys(
    call: Robot,
) -> None:
    await call.type("so ")
    await call.press("ctrl+g", "f")
    await call.see("Earlier", "recursion with two branches", "Thu 19 Nov · call 1")
    await call.see_no("promised last time")
    await call.type("we go on")
    assert call.app.screen.query_one(Notes).text == "so we go on"
    await call.press("ctrl+g", "escape")
    await call.golden("call-earlier")
    await call.resize(120, 40)
    await call.see("promised last time", "│ generators click now")
    await call.golden("call-earlier")
    await call.press("tab")
    assert focused(call) == "agenda"
    await call.press("ctrl+g", "f")
    await call.see_no("Earlier", "recursion with two branches")
    assert focused(call) == "notes"


async def test_earlier_words_are_scrolled_and_searched_beside_the_notes(call: Robot) -> None:
    call.desk.words.note("ben", "Grace is his sister", "observation")
    await call.press("ctrl+g", "f", "tab", "tab")
    assert focused(call) == "notes"
    await call.press("tab")
    assert focused(call) == "sought"
    rows = call.app.screen.query_one("#said", Rows)
    await call.press("down", "down", "pagedown")
    await call.see_no("recursion with two branches")
    await call.press("pageup", "up", "up")
    await call.see("recursion with two branches")
    assert rows.scroll_offset.y == 0
    await call.type("grace")
    await call.see("intro to Grace")
    await call.see_no("sister")
    await call.type(" who:ben")
    await call.see("intro to Grace")
    await call.type(" kind:x")
    await call.see("“x” is no kind")
    await call.press("escape")
    await call.see_no("is no kind", "Earlier")
    assert focused(call) == "notes"


def test_the_page_is_of_this_mentorship_and_before_this_call(desk: Desk, clock: Clock) -> None:
    practice(desk, clock)
    first = desk.calls.start("ada")
    desk.calls.save_notes(first.id, "[ ] today")
    page = desk.pages.earlier(first.id)
    assert [note.body for note in page.stuck] == ["recursion with two branches"]
    assert [note.body for note in page.questions] == ["when is a dataclass the right thing"]
    assert [(one.number, "generators click now" in one.own) for one in page.calls] == [(1, True)]
    assert "lab 7" in page.calls[0].recap
    desk.calls.close(first.id)
    desk.recaps.write(first.id, "to her", "to me")
    page = desk.pages.earlier(desk.calls.start("ada").id)
    assert (page.calls[0].number, page.calls[0].recap, page.calls[0].own) == (2, "to her", "to me")
    desk.words.note("ben", "today he was late")
    second = desk.calls.of("ada").id
    assert {hit.name for hit in desk.pages.search_earlier(second, "today")} == {"Ada Obi"}
    desk.calls.discard(second)
    of_ben = desk.pages.earlier(desk.calls.start("ben").id)
    assert (of_ben.stuck, of_ben.questions, of_ben.calls) == ([], [], [])


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_on_a_shared_screen_they_have_the_whole_width(
    mentor: Robot, clock: Clock, size: tuple[int, int]
) -> None:
    clock.advance(minutes=12)
    await mentor.open(size, call="ada", share="ada")
    await mentor.press("ctrl+g", "f")
    await mentor.see("Earlier")
    panes = [one for one in mentor.app.screen.query("AgendaPane, Earlier") if one.display]
    assert {one.outer_size.width for one in panes} == {min(size[0], 152)}
