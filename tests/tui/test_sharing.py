"""The screen is shared: what is private is gone at once, and every word typed is kept."""

import asyncio
import re
from collections.abc import Callable
from datetime import datetime, time

import pytest
from tests import builders
from tests.conftest import ZONE, Clock
from tests.driver import Robot
from textual import events
from textual.screen import Screen

from mentordesk.desk import Desk
from mentordesk.settings import Settings
from mentordesk.tui.app import MentorApp
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.next_date import NextDate
from mentordesk.tui.widgets.options import Options

NOTED = "shy about her accent"
SECRETS = ("Ben", "千尋", NOTED, "recursion")


async def test_the_call_is_shared_and_the_notes_go_on_unseen(
    mentor: Robot, desk: Desk, clock: Clock
) -> None:
    desk.calls.add_point("ada", "ask why she was late")
    await mentor.open(call="ada/wealljs")
    await mentor.see("ask why she was late")
    await mentor.type(NOTED)
    await mentor.press("f9")
    await mentor.see("SHARED with Ada Obi", "Hidden while the screen is shared", "push lab 7")
    await mentor.see_no(NOTED, "ask why she was late")
    await mentor.type(" and brave")
    await mentor.see("storing…")
    assert mentor.app.all_stored()
    await mentor.see("stored 17:48:00")
    session = desk.calls.running()
    assert session and desk.pages.call_of(session.id).notes == f"{NOTED} and brave"
    await mentor.golden("call-shared")
    await mentor.press("ctrl+g", "t")
    await mentor.see("✓")
    await mentor.press("ctrl+g", "a")
    await mentor.see("The mentee may see it")
    await mentor.type("the talk")
    await mentor.press("enter")
    await mentor.see("the talk")
    await mentor.press("ctrl+g")
    await mentor.see("w Wrap-up", "e Extend", "f Earlier")
    await mentor.see_no("g Agree", "G Goals", "E Editor", "v Versions", "u Undo")
    await mentor.press("g")
    await mentor.see("Nothing but the running call is changed while the screen is shared; f9")
    await mentor.press("f9")
    await mentor.see(f"{NOTED} and brave", "ask why she was late", "everything is shown again")
    await mentor.see_no("SHARED")


async def test_a_wide_screen_shares_the_call_in_the_same_way(mentor: Robot, desk: Desk) -> None:
    await mentor.open((120, 40), call="ada/wealljs")
    await mentor.type(NOTED)
    await mentor.press("f9")
    await mentor.see("SHARED with Ada Obi")
    await mentor.golden("call-shared")


async def test_a_form_half_filled_waits_behind_the_shared_screen(mentor: Robot, desk: Desk) -> None:
    await mentor.open(start="people")
    await mentor.press("n")
    await mentor.type("she has an offer")
    await mentor.press("f9")
    await mentor.see("SHARED with nobody’s names")
    await mentor.see_no("Ada", "offer", *SECRETS)
    await mentor.press("1")
    await mentor.see_no("Add mentee", "Undo", "Note", "Log")
    await mentor.golden("today-shared-nobody")
    await mentor.press("2", "a")
    await mentor.see("Nothing but the running call is changed")
    await mentor.press("u")
    await mentor.see("Nothing but the running call is changed")
    await mentor.press("f9")
    await mentor.see("she has an offer")
    await mentor.press("enter")
    await mentor.see("Add mentee", "Note")
    assert desk.pages.timeline("ada")[0].body == "she has an offer"


async def test_the_screen_is_shared_with_whom_one_names(mentor: Robot, desk: Desk) -> None:
    await mentor.open()
    await mentor.press("ctrl+f9")
    await mentor.see("Nobody’s name and nobody’s words will be on the screen.")
    await mentor.type("be")
    await mentor.see("What ben/one-to-one may see, and nothing else.")
    await mentor.type("x")
    await mentor.see("Nobody goes by that yet.")
    await mentor.press("backspace", "enter")
    await mentor.see("SHARED with Ben Lund")
    await mentor.see_no("Ada", "千尋")
    await mentor.golden("today-shared")
    await mentor.press("ctrl+f9", "a", "d", "a", "enter")
    await mentor.see("SHARED with Ada Obi")
    await mentor.see_no("Ben")
    await mentor.press("ctrl+p")
    await mentor.type("be")
    await mentor.see_no("Ben Lund")
    await mentor.press("f9")
    await mentor.see("Ben Lund", "Ada Obi")


async def test_nothing_else_was_ever_drawn_when_it_is_shared_from_the_start(
    mentor: Robot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def watched(_app: MentorApp, screen: Screen[None], _what: object) -> None:
        strips = screen._compositor.render_strips()
        drawn.append("".join(segment.text for strip in strips for segment in strip))

    monkeypatch.setattr(MentorApp, "_display", watched)
    await mentor.open(share="ada")
    await mentor.see("SHARED with Ada Obi")
    assert any("Ada" in one for one in drawn)
    assert not any("Ben" in one or "千尋" in one for one in drawn)
    await mentor.press("f9")
    await mentor.see("Ben")
    await mentor.see_no("SHARED")


async def test_calls_are_shared_by_themselves_where_that_is_wished_for(
    mentor: Robot, desk: Desk, clock: Clock
) -> None:
    await mentor.open(settings=Settings(zone=ZONE, share="calls"))
    await mentor.press("s")
    await mentor.see("SHARED with Ada Obi", "Hidden while the screen is shared")
    await mentor.type(NOTED)
    await mentor.press("ctrl+g", "c")
    await mentor.see("SHARED with Ada Obi", "What Ada Obi receives", "Hidden while", "Closed.")
    await mentor.see_no("takes it back")
    await mentor.press("e")
    await mentor.see("Nothing but the running call is changed")
    await mentor.press("escape")
    await mentor.see("everything is shown again", "Ben Lund")
    await mentor.see_no("SHARED")
    assert desk.last_undo().startswith("close the call")


PASTED = "\x1b]0;owned\x07\x1b[31mred\x1b[0m\x9b2J"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal takes for a command."""


OFFERED = "Show what one letter does"
"""What the palette offers in a call before anything is looked for."""


async def _until(mentor: Robot, condition: Callable[[], bool]) -> None:
    """Wait for what a worker does at its own pace."""
    async with asyncio.timeout(60):
        while not condition():
            await mentor.rest(1)


async def test_what_is_pasted_sends_the_terminal_nothing(mentor: Robot, desk: Desk) -> None:
    """Into a form, the search, the palette and the notes; and what another program had stored."""
    await mentor.open(call="ada")
    for word, open_it in (
        ("notes", lambda: None),
        ("form", mentor.app.screen.action_add),  # type: ignore[attr-defined]
        ("palette", mentor.app.action_command_palette),
        ("search", mentor.app.action_search),
    ):
        open_it()
        await mentor.rest(6)
        if word == "palette":
            await _until(mentor, lambda: OFFERED in mentor.screen_text())
        mentor.app.post_message(events.Paste(PASTED + word))
        await mentor.see(f"red{word}")
        assert not OBEYED.search(mentor.screen_text())
        # The palette looks once its field has told it, and takes back what it offered at the end.
        await _until(mentor, lambda: OFFERED not in mentor.screen_text())
        await _until(mentor, lambda: all(one.is_finished for one in mentor.app.workers))
        if word == "form":
            mentor.app.pop_screen()
        elif word != "notes":
            await mentor.press("escape")
            await mentor.see_no(f"red{word}")
    desk.store.conn.execute("UPDATE mentee SET location = ?", [PASTED])
    desk.store.conn.execute("UPDATE recap SET body = ?", [PASTED])
    mentor.app.open_mentee("ada")
    await mentor.press("i")
    await mentor.see("red")
    assert not OBEYED.search(mentor.screen_text())
    mentor.app.pop_screen()
    mentor.app.open_recap(desk.store.value("SELECT session_id FROM recap"))
    await mentor.see("red")
    assert not OBEYED.search(mentor.screen_text())


async def test_no_sentence_names_somebody_else(mentor: Robot, desk: Desk) -> None:
    desk.calls.start("ben")
    await mentor.open(share="ada", start="people")
    await mentor.press("s", "y")
    await mentor.see("There is a word on that which is not for this screen")
    await mentor.see_no("Ben", "ben")
    assert desk.calls.of("ben")


async def test_pasted_lines_are_taken_and_the_recording_begun_unseen(
    mentor: Robot, desk: Desk
) -> None:
    await mentor.open(call="ada/wealljs")
    mentor.app.post_message(events.Paste("[ ] @ada bake bread\n[ ] call Ben"))
    await mentor.see("look like things")
    await mentor.press("f9")
    await mentor.press("ctrl+g", "y")
    await mentor.see("Taken.")
    await mentor.see_no("Ben", "takes it back")
    assert {"bake bread", "call Ben"} <= {one.action.text for one in desk.promises.list(who="ada")}
    await mentor.press("ctrl+g", "s")
    await mentor.see("The call is recorded", "Moments are counted from 17:48 on")
    await mentor.press("enter")
    await mentor.press("ctrl+g", "s")
    await mentor.see("Marked ", "of the recording")


async def test_what_is_copied_of_a_shared_recap_is_all_that_leaves(
    mentor: Robot, desk: Desk
) -> None:
    session = desk.calls.start("ada/wealljs")
    desk.calls.keep_notes(session.id, "", "> read chapter 3\n> bring a question")
    desk.calls.close(session.id)
    leaves = desk.pages.recap(session.id).leaves
    await mentor.open(share="ada")
    mentor.app.open_recap(session.id)
    await mentor.see("read chapter 3")
    await mentor.press("y")
    await mentor.see("Copied what Ada Obi receives")
    assert mentor.app.clipboard == leaves


ELSEWHERE = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20261203T170000Z
DTEND:20261203T180000Z
SUMMARY:Oncology
END:VEVENT
END:VCALENDAR
"""


async def test_what_else_is_on_the_next_date_is_not_said(mentor: Robot, desk: Desk) -> None:
    desk.busy.keep(ELSEWHERE, "my.ics", titles=True)
    desk.hours.set(3, time(10))
    desk.hours.book(datetime(2026, 12, 3, 10, tzinfo=builders.BERLIN), "Maya")
    desk.calls.start("ada/wealljs")
    await mentor.open(share="ada", call="ada/wealljs")
    await mentor.press("ctrl+g", "w")
    await mentor.see("Thu 3 Dec 18:00")
    await mentor.see_no("Oncology")
    mentor.app.screen.query_one(NextDate).query_one(Options).value = "move"
    await mentor.rest()
    mentor.app.screen.query_one(NextDate).query_one(Entry).value = "3 dec 10:00"
    await mentor.press("ctrl+s")
    await mentor.see("There is a word on that which is not for this screen")
    await mentor.see_no("Maya")
