"""Stories of lines that become things: names that complete themselves, days nobody can read."""

from collections.abc import AsyncIterator
from contextlib import nullcontext

import pytest
from rich.cells import cell_len
from tests.builders import ada
from tests.conftest import Clock
from tests.driver import Robot
from textual import events

from mentordesk.desk import Desk
from mentordesk.domain.call_page import CallPage
from mentordesk.tui.presentation.call import foot
from mentordesk.tui.widgets.notes import Notes


@pytest.fixture
async def call(mentor: Robot, clock: Clock) -> AsyncIterator[Robot]:
    """At six, on time, in a terminal of 80 by 24: the call with Ada has just begun."""
    clock.advance(minutes=12)
    yield await mentor.open(call="ada")


@pytest.fixture
def page(desk: Desk) -> CallPage:
    """A call with Ada as its screen reads it."""
    ada(desk)
    desk.calls.start("ada")
    return desk.pages.call("ada")


def notes(robot: Robot) -> Notes:
    """The editor."""
    return robot.app.screen.query_one(Notes)


async def test_a_name_completes_itself_and_is_in_nobodys_way(call: Robot) -> None:
    call.desk.promises.do("ada", "a room for the talk", owner="grace")
    await call.type("[ ] @")
    await call.see("→ @ada · @me · @grace")
    await call.type("g")
    await call.see("→ @grace")
    await call.press("tab")
    assert notes(call).text == "[ ] @grace "
    await call.see_no("→ @")
    await call.type("a room\n[ ] @A")
    await call.see("[ ] @Ada", "→ @ada")
    await call.press("right")
    await call.type(", @m")
    await call.press("escape")
    await call.see_no("→ @")
    await call.type("e")
    await call.press("right", "left", "left")
    await call.type("\n[ ] @ad read, ask @g")
    assert notes(call).text == "[ ] @grace a room\n[ ] @Ada , @\n[ ] @ad read, ask @gme"
    await call.see_no("→ @")
    owners = [(one.action.who, one.action.text) for one in call.desk.promises.list(who="ada")]
    assert ("grace", "a room") in owners


async def test_behind_a_name_one_goes_on_typing(call: Robot) -> None:
    await call.type("[ ] @a")
    await call.press("tab")
    await call.type("time the talk\n[ ] @m")
    await call.press("right")
    await call.type(", @a")
    await call.press("tab")
    await call.type("choose a day\n[ ]  read")
    await call.press("home", *["right"] * 4)
    await call.type("@a")
    await call.press("tab")
    await call.type("please ")
    assert notes(call).text == (
        "[ ] @ada time the talk\n[ ] @me , @ada choose a day\n[ ] @ada please read"
    )
    notes(call).flush()
    made = [(one.action.who, one.action.text) for one in call.desk.promises.list(who="ada")]
    assert {("ada", "time the talk"), ("ada", "choose a day"), ("ada", "please read")} < {*made}


async def test_who_walks_past_a_name_is_not_asked(call: Robot) -> None:
    await call.type("[ ] @ad")
    await call.see("→ @ada")
    await call.press("left", "right", "right")
    await call.see_no("→ @")
    await call.press("tab")
    assert call.app.screen.focused is not notes(call)
    assert notes(call).text == "[ ] @ad"


async def test_a_day_that_nobody_can_read_is_said_at_the_line(call: Robot) -> None:
    await call.type("[ ] @ada read by frday\n! a grant by yesterday\n[ ] a room by fri\n")
    await call.press("escape")
    await call.see("•?[ ] @ada read by frday", "•?! a grant by yesterday", "• [ ] a room by fri")
    await call.see_no("is no day")
    await call.press("up", "up")
    await call.see("“by yesterday” is no day to come: try by fri")
    await call.press("up", "end", "backspace", "backspace", "backspace")
    await call.see_no("is no day")
    await call.type("iday")
    await call.press("escape")
    await call.see("• [ ] @ada read by friday")
    dues = {one.action.text: one.action.due for one in call.desk.promises.list(who="ada")}
    assert dues["read"] is not None


async def test_an_owner_whom_nobody_knows_is_said_at_the_line_and_at_the_end(call: Robot) -> None:
    call.desk.promises.do("ada", "a room for the talk", owner="grace")
    await call.type("[ ] @adatime the talk\n[ ] @grace a room\n[ ] ada: read\n[ ] @bob a desk\n")
    await call.press("escape")
    await call.see("•?[ ] @adatime the talk", "• [ ] @grace a room", "•?[ ] ada: read")
    await call.press("up")
    await call.see("@bob is new here: somebody else's promise")
    await call.press("up")
    await call.see("“ada:” makes it your own promise: write @ada")
    await call.press("up", "up")
    await call.see("@adatime is nobody you know: @ada?")
    await call.press("ctrl+g", "w", *["enter"] * 3)
    await call.see("@adatime is nobody you know: @ada? · @bob is new here")
    await call.press("escape", "home", *["right"] * 8)
    await call.type(" ")
    await call.press("escape")
    await call.see("• [ ] @ada time the talk")
    await call.press("ctrl+g", "c")
    await call.see("Closed. u takes it back. @bob is new here: somebody else's promise.")
    await call.see_no("nobody you know")


async def test_escape_by_habit_makes_no_letter_a_command(call: Robot) -> None:
    await call.type("do not lose me")
    await call.press("escape")
    await call.see("tab goes to the agenda, ^g shows letters")
    await call.type(", crossed c")
    await call.see_no("goes to the agenda")
    assert notes(call).text == "do not lose me, crossed c"
    assert call.desk.pages.running()
    await call.press("tab", "t", "tab")
    assert call.desk.calls.agenda("ada")[0].state == "done"
    assert call.app.screen.focused is notes(call)


@pytest.mark.parametrize(
    ("boundary", "goal", "invite", "shown"),
    [
        ("contact: Slack", "90 days: a talk", "", (" contact: Slack", "90 days: a talk ")),
        (
            "contact: Slack, weekdays 9–18 · not about her employer",
            "90 days: A merged change in a tool she uses",
            "",
            (" Slack, weekdays 9–18 · not about her employer", "90 d: A merged change in a too… "),
        ),
        (
            "contact: Slack, weekdays 9–18 · not about her employer",
            "90 days: a talk",
            "^g n no-show · ^g l late · ^g i here",
            (" Slack, weekdays 9–18 · not about her em…", "^g n no-show · ^g l late · ^g i here "),
        ),
        ("b" * 90, "g" * 90, "", (" " + "b" * 47 + "…", "g" * 27 + "… ")),
        ("", "90 days: " + "g" * 80, "", (" ", "90 d: " + "g" * 69 + "… ")),
    ],
)
def test_the_foot_has_room_for_both_sides_at_80_columns(
    boundary: str, goal: str, invite: str, shown: tuple[str, str], page: CallPage
) -> None:
    row = foot(page._replace(boundary=boundary, goal=goal), "", invite, 80)
    left, right = ("".join(text for text, _ in side) for side in (row.left, row.right))
    assert (left, right) == shown
    assert cell_len(left) + cell_len(right) < 80


async def test_pasted_lines_are_taken_and_left_one_by_one(call: Robot) -> None:
    call.app.screen.post_message(events.Paste("[ ] one\n! two\n? three\n+ four"))
    await call.see("4 lines look like things: ^g y all, Y this")
    await call.press("ctrl+g")
    await call.see("Take all", "Take line", "Leave all", "Leave line")
    await call.press("Y")
    await call.see("• + four", "◦ ? three")
    await call.press("up", "ctrl+g", "Z")
    await call.see("It stays text.")
    call.app.clear_notifications()
    await call.see("  ? three", "2 lines look like things: ^g y takes them")
    await call.press("ctrl+g", "Y")
    await call.see("• ? three")
    await call.press("up", "ctrl+g", "z")
    await call.see_no("◦", "look like")
    await call.press("ctrl+g")
    await call.see_no("Take line")
    assert call.desk.pages.call("ada").marks == {2: "question", 3: "win"}


async def test_a_moment_of_the_recording_is_one_letter_away(call: Robot) -> None:
    await call.later(10)
    await call.press("ctrl+g", "s")
    await call.see("The call is recorded", "Who is recorded has to")
    await call.type("18:04")
    await call.press("tab", "right")
    await call.see("Moments are counted from 18:04 on.")
    await call.press("enter")
    await call.see("⏺ rec")
    await call.golden("call-recorded")
    await call.later(5, seconds=9)
    await call.press("ctrl+g", "s")
    await call.see("Marked 0:11:09 of the recording")
    await call.press("ctrl+g", "S")
    await call.see_no("⏺ rec")
    (found,) = call.desk.recordings.list("ada")
    assert (found.parts, found.told_on) == (["0:11:09"], call.desk.today())
    await call.press("ctrl+g")
    await call.see_no("Rec off")


async def test_the_notes_are_written_in_an_editor_and_come_back(
    call: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = call.desk.calls.of("ada")
    await call.type("one")
    await call.press("ctrl+g", "E")
    await call.see("This terminal cannot be lent to an editor")
    monkeypatch.setattr(call.app, "suspend", nullcontext)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    await call.press("ctrl+g", "E")
    await call.see("“no-such-editor” is not to be found")

    def edited(text: str, *_: object) -> tuple[str, str]:
        call.desk.calls.add_notes(session.id, "! from the shell")
        call.clock.advance(3)
        return f"{text}\n+ two", ""

    monkeypatch.setattr("mentordesk.desk.editing.edited", edited)
    await call.press("ctrl+g", "E")
    await call.see("57:00 left", "• + two", "• ! from the shell")
    assert call.app.screen.focused is notes(call)
    await call.type(" and on")
    await call.press("escape")
    assert call.desk.pages.call("ada").notes == notes(call).text


SCRIPTS = [
    "[ ] @ada 千尋さんに本を送る by fri",
    "+ نور حداد أنهت الدرس السابع",
    "? Ṣọlá: a\u0301e\u0323\u0302 combined, é not",
    "! 👩‍💻 family 👨‍👩‍👧 and a flag 🇳🇬 or a heart ❤️",
    "> שלום, wide ｗｏｒｄｓ and 한국어 that go on past the edge of the pane for long enough",
]


async def test_words_of_every_script_keep_frame_margin_and_cursor_right(call: Robot) -> None:
    call.app.screen.post_message(events.Paste("\n".join(SCRIPTS) + "\n"))
    await call.press("ctrl+g", "y")
    area = notes(call)
    area.scroll_to(y=0, animate=False)
    await call.see("• ? ", "• > ")
    width = area.scrollable_content_region.width
    rows = [area.render_line(y) for y in range(area.size.height)]
    assert {row.cell_length for row in rows} == {width}
    assert len([row for row in rows if row.text.startswith("• ")]) == len(SCRIPTS)
    short = [(at, line) for at, line in enumerate(SCRIPTS) if cell_len(line) < width - 2]
    assert len(short) == len(SCRIPTS) - 1
    for at, line in short:
        for column in range(len(line) + 1):
            area.move_cursor((at, column))
            x = area.cursor_screen_offset.x - area.content_region.x
            assert x == area.gutter_width + cell_len(line[:column])
    await call.press("escape")
    frame = [line for line in call.screen_text().split("\n") if "││" in line]
    assert {cell_len(line) for line in frame} == {80}
