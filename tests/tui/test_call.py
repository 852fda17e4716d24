"""Stories of a call: the clock, the agenda, the notes that are stored while they are typed."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from tests.conftest import ZONE, Clock
from tests.driver import Robot
from textual import events
from textual.geometry import Region

from mentordesk.desk import Change
from mentordesk.settings import Settings
from mentordesk.tui.screens.call import CallScreen
from mentordesk.tui.widgets import autosave
from mentordesk.tui.widgets import clock as widget
from mentordesk.tui.widgets.autosaved_area import LONGEST_LINE
from mentordesk.tui.widgets.notes import Notes

SIZES = [(80, 24), (120, 40)]
TYPED = """\
generators click now, wrote two herself
[ ] @ada push lab 7 by fri
[ ] @me intro to Grace by 1 dec
! grant for the conference, closes 12 dec
? when is a dataclass the right thing
+ first pull request merged
> we went through generators and lab 7
"""


@pytest.fixture
async def call(mentor: Robot, clock: Clock) -> AsyncIterator[Robot]:
    """At six, on time, in a terminal of 80 by 24: the call with Ada has just begun."""
    clock.advance(minutes=12)
    yield await mentor.open(call="ada")


def screen(robot: Robot) -> CallScreen:
    """The call screen, wherever it is."""
    return next(one for one in robot.app.screen_stack if isinstance(one, CallScreen))


def stored(robot: Robot) -> str:
    """The notes as another program would read them from the desk."""
    return robot.desk.pages.call_of(screen(robot).session_id).notes


def promises(robot: Robot) -> list[str]:
    """The promises that were made in this call, in the order of the notes."""
    own = robot.desk.calls.of("ada").id
    return [
        row["text"]
        for row in robot.desk.store.rows(
            "SELECT text FROM action JOIN capture ON thing_id = action.id"
            " WHERE session_id = ? ORDER BY line",
            own,
        )
    ]


def states(robot: Robot) -> list[str]:
    """The states of the agenda's items, in order."""
    return [point.state for point in robot.desk.calls.agenda("ada")]


@pytest.mark.parametrize("size", SIZES)
async def test_who_the_clock_the_agenda_and_the_notes_are_on_one_screen(
    call: Robot, size: tuple[int, int]
) -> None:
    await call.resize(*size)
    await call.type(TYPED)
    await call.press("ctrl+g", "t", "tab")
    await call.later(27, seconds=42)
    await call.see("stored 18:00:00")
    await call.golden("call-work")


async def test_empty_notes_show_a_promise_of_who_is_there(mentor: Robot) -> None:
    await mentor.open(call="ben")
    await mentor.see("[ ] @ben what by fri")


async def test_every_second_the_clock_says_what_is_left(call: Robot) -> None:
    await call.see("1:00:00 left", "wrap-up 18:45 · ends 19:00")
    await call.later(0, seconds=1)
    await call.see("59:59 left")
    await call.later(14, seconds=59)
    await call.see("45:00 left")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_digit_that_changes_is_drawn_again(
    mentor: Robot, clock: Clock, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    clock.advance(minutes=12)
    mentor.desk.calls.start("ada", minutes=90)
    await mentor.open(size, call="ada")
    shown = mentor.app.screen.query_one(widget.Clock)
    sent: list[Region] = []
    monkeypatch.setattr(shown, "refresh", lambda *regions: sent.extend(regions))
    drawn, parts = picture(shown), 0
    for seconds in (1, 1, 9, 540, 60, 1200, 1, 60, 1800):
        sent.clear()
        await mentor.later(0, seconds=seconds)
        before, drawn = drawn, picture(shown)
        assert drawn != before
        parts += len(sent)
        for y, (old, new) in enumerate(zip(before, drawn, strict=True)):
            changed = {x for x in range(len(new)) if old[x] != new[x]}
            assert not sent or all(any(one.contains_point((x, y)) for one in sent) for x in changed)
    assert parts


def picture(shown: widget.Clock) -> list[str]:
    """The rows of the clock as they are to be drawn."""
    return [shown.render_line(y).text for y in range(shown.size.height)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_wrap_up_announces_itself_and_takes_no_focus(
    call: Robot, size: tuple[int, int]
) -> None:
    await call.resize(*size)
    await call.later(44)
    await call.type("she wants to ")
    await call.later(1)
    await call.see("wrap-up now" if size[0] == 80 else "The wrap-up has begun")
    await call.type("give a talk")
    await call.press("tab")
    assert stored(call) == "she wants to give a talk"
    await call.golden("call-wrap-up")


@pytest.mark.parametrize("size", SIZES)
async def test_a_call_that_is_over_says_since_when(call: Robot, size: tuple[int, int]) -> None:
    await call.resize(*size)
    await call.later(63, seconds=20)
    await call.see("03:20" if size[0] == 80 else "The time is over", "over")
    await call.golden("call-over")


@pytest.mark.parametrize("size", SIZES)
async def test_a_break_stands_still_and_is_said(call: Robot, size: tuple[int, int]) -> None:
    await call.resize(*size)
    await call.later(20)
    await call.press("ctrl+g", "b")
    await call.later(4)
    await call.see("paused 4 min")
    await call.golden("call-paused")
    await call.press("ctrl+g", "space")
    await call.see_no("paused")
    box = call.desk.calls.of("ada").timebox
    assert box is not None
    assert box.left(call.clock.now).total_seconds() == 40 * 60


@pytest.mark.parametrize(("bell", "rings"), [(True, 2), (False, 0)])
async def test_each_change_of_phase_rings_once_if_wished(
    mentor: Robot, monkeypatch: pytest.MonkeyPatch, bell: bool, rings: int
) -> None:
    await mentor.open(call="ada", settings=Settings(zone=ZONE, bell=bell))
    heard: list[str] = []
    monkeypatch.setattr(mentor.app, "bell", lambda: heard.append("ding"))
    for _ in range(40):
        await mentor.later(2)
    assert len(heard) == rings


async def test_a_call_opened_in_its_wrap_up_does_not_ring(
    call: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await call.press("ctrl+g", "q")
    heard: list[str] = []
    monkeypatch.setattr(call.app, "bell", lambda: heard.append("ding"))
    await call.later(50)
    await call.press("enter")
    await call.see("wrap-up now")
    assert not heard


# --- the notes


async def test_an_empty_pane_shows_how_lines_become_things(call: Robot) -> None:
    await call.see("[ ] @ada what by fri", "+ win")
    await call.type("a")
    await call.see_no("[ ] @ada what by fri")


async def test_typing_is_stored_by_itself_and_the_frame_tells_the_true_time(call: Robot) -> None:
    await call.see("nothing written yet")
    done = asyncio.Event()

    def listen(change: Change) -> None:
        if change.kind == "notes":
            done.set()

    call.desk.on_change.append(listen)
    call.clock.advance(seconds=42)
    await call.type("generators")
    await call.see("storing…")
    await asyncio.wait_for(done.wait(), 10)
    await call.see("stored 18:00:42")
    assert stored(call) == "generators"


@pytest.mark.parametrize(
    "keys", [("tab",), ("escape",), ("ctrl+g",), ("ctrl+p",), ("ctrl+g", "w"), ("ctrl+g", "q")]
)
async def test_looking_elsewhere_stores_at_once(call: Robot, keys: tuple[str, ...]) -> None:
    await call.type("do not lose me")
    await call.press(*keys)
    session = call.desk.calls.of("ada")
    assert call.desk.pages.call_of(session.id).notes == "do not lose me"


async def test_leaving_the_program_stores(call: Robot) -> None:
    session = call.desk.calls.of("ada")
    await call.type("last words")
    await call.leave()
    assert call.desk.pages.call_of(session.id).notes == "last words"


async def test_understood_lines_are_marked_until_they_change(call: Robot) -> None:
    await call.type("just words\n! a grant")
    await call.press("tab")
    await call.see("• ! a grant", "  just words")
    await call.press("tab", "home")
    await call.type("was ")
    await call.see_no("• ")
    await call.press("tab")
    await call.see("  was ! a grant")


async def test_an_undone_key_needs_no_store(call: Robot) -> None:
    await call.type("a")
    await call.press("tab", "tab")
    assert stored(call) == "a"
    changes: list[Change] = []
    call.desk.on_change.append(changes.append)
    await call.type("b")
    await call.press("backspace", "tab")
    assert not changes


async def test_a_paste_of_a_megabyte_is_taken_and_stored_whole(call: Robot) -> None:
    words = "généralement " * 40_000 + "\n" + "line\n" * 80_000
    screen(call).notes.post_message(events.Paste(words))
    await call.rest()
    assert max(map(len, screen(call).notes.text.split("\n"))) <= LONGEST_LINE
    await call.press("x", "tab")
    assert stored(call).replace("\n", "") == words.replace("\n", "") + "x"


async def test_a_paste_cannot_send_anything_to_the_terminal(call: Robot) -> None:
    screen(call).notes.post_message(events.Paste("a\x1b[31mred\x1b]0;title\x07\x00\r\nb"))
    await call.rest()
    assert screen(call).notes.text == "ared\nb"
    await call.press("tab")
    assert stored(call) == "ared\nb"


BLOCK = "[ ] @ada read chapter 4\n[ ] book a room\nplain words\n! a grant\n? what is it"


@pytest.mark.parametrize("size", SIZES)
async def test_a_pasted_block_only_suggests_until_it_is_taken(
    call: Robot, size: tuple[int, int]
) -> None:
    await call.resize(*size)
    await call.type("[ ] typed myself\n")
    screen(call).notes.post_message(events.Paste(BLOCK))
    await call.see("4 lines look like things: ^g y all, Y this", "• [ ] typed", "◦ [ ] book a room")
    assert len(promises(call)) == 1
    await call.golden("call-pasted")
    await call.press("ctrl+g")
    await call.see("y Take")
    await call.press("y")
    await call.see("Taken. u takes it back.", "• [ ] book a room")
    await call.see_no("look like things")
    assert promises(call) == ["typed myself", "read chapter 4", "book a room"]
    await call.press("ctrl+g", "u")
    await call.see("Taken back: take the pasted lines")
    call.app.clear_notifications()
    await call.see("4 lines look like things")
    assert len(promises(call)) == 1


async def test_suggestions_are_the_same_after_a_restart_and_in_another_window(
    call: Robot,
) -> None:
    screen(call).notes.post_message(events.Paste(BLOCK))
    await call.see("4 lines look like things")
    await call.press("ctrl+g", "q", "enter")
    await call.see("4 lines look like things", "◦ ! a grant")
    session = call.desk.calls.of("ada")
    assert call.desk.pages.call_of(session.id).suggested.keys() == {0, 1, 3, 4}
    call.desk.calls.take(session.id)
    await call.see("• ! a grant")
    await call.press("ctrl+g", "y")
    await call.see_no("look like things", "No pasted line")


async def test_a_short_word_pasted_into_a_line_is_as_good_as_typed(call: Robot) -> None:
    await call.type("[ ] read ")
    screen(call).notes.post_message(events.Paste("https://example.org"))
    await call.see("• [ ] read https://example.org")
    await call.type("\n[ ] then ")
    screen(call).notes.post_message(events.Paste("write\n[ ] and send"))
    await call.see("• [ ] then write", "◦ [ ] and send", "1 line looks like a thing: ^g y takes it")


async def test_a_paste_over_a_typed_line_suggests_too(call: Robot) -> None:
    await call.type("[ ] one")
    await call.press("tab", "tab", "ctrl+a", "shift+home")
    screen(call).notes.select_all()
    screen(call).notes.post_message(events.Paste("[ ] two\n[ ] three"))
    await call.see("2 lines look like things")
    assert promises(call) == []


async def test_two_windows_see_each_others_words(call: Robot) -> None:
    session = call.desk.calls.of("ada")
    await call.type("mine")
    await call.press("tab")
    call.desk.calls.save_notes(session.id, "mine\ntheirs")
    await call.see("theirs")
    await call.press("tab")
    assert stored(call) == "mine\ntheirs"


async def test_two_windows_never_overwrite_each_other(
    call: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "SOON", 60)
    monkeypatch.setattr(autosave, "LATEST", 60)
    session = call.desk.calls.of("ada")
    await call.type("one")
    await call.press("tab", "tab")
    await call.type(" and mine")
    call.desk.calls.save_notes(session.id, "one\n! theirs")
    await call.press("tab")
    await call.see("one and mine", "--- from elsewhere ---", "! theirs")
    assert stored(call) == "one and mine\n\n--- from elsewhere ---\n! theirs"


# --- the letters


async def test_the_strip_shows_the_letters_and_escape_puts_it_away(call: Robot) -> None:
    await call.type("so ")
    await call.press("ctrl+g")
    await call.see("w Wrap-up", "n No-show", "esc Back")
    await call.golden("call-letters")
    await call.resize(120, 40)
    await call.golden("call-letters")
    await call.press("escape")
    await call.see_no("n No-show")
    await call.type("it goes ")
    await call.press("ctrl+g", "ctrl+g")
    await call.see_no("n No-show")
    await call.type("on")
    await call.see("so it goes on")


async def test_a_key_that_is_no_letter_is_not_typed_by_surprise(call: Robot) -> None:
    await call.press("ctrl+g", "z")
    await call.see_no("n No-show")
    await call.type("fine")
    await call.press("tab")
    assert stored(call) == "fine"


async def test_quick_fingers_lose_no_letter(call: Robot) -> None:
    """All keys are in the terminal's buffer before the first one is answered."""
    driver = call.app._driver
    assert driver is not None
    keys = ["x", "ctrl+g", "t", "y", "ctrl+g", "t", "z", "tab", "tab", "!"]
    for key in keys:
        driver.send_message(events.Key(key, key if len(key) == 1 else None))
    await call.rest(20)
    await call.press("tab")
    assert stored(call) == "xyz!"
    assert states(call)[:3] == ["done", "done", "open"]


async def test_a_call_closed_by_quick_fingers_has_their_last_words(call: Robot) -> None:
    driver = call.app._driver
    assert driver is not None
    for key in [*"> we met", "ctrl+g", "c"]:
        name = {">": "greater_than_sign", " ": "space"}.get(key, key)
        driver.send_message(events.Key(name, key if len(key) == 1 else None))
    await call.see("What Ada Obi receives", "- we met")


async def test_remapped_letters_are_the_ones_the_strip_shows(mentor: Robot) -> None:
    keys = {"call.wrap_up": "o", "call.letters": "f5"}
    await mentor.open(call="ada", settings=Settings(zone=ZONE, keys=keys))
    await mentor.press("f5")
    await mentor.see("o Wrap-up")
    await mentor.press("o")
    await mentor.see("Wrap-up with Ada Obi")


async def test_items_are_ticked_parked_dropped_and_opened_again(call: Robot) -> None:
    await call.press("tab", "space", "down", "p", "down", "d")
    assert states(call)[:4] == ["done", "parked", "dropped", "open"]
    await call.see("✓ ", "parked", "dropped")
    await call.press("d")
    await call.see_no("dropped")
    assert states(call)[:4] == ["done", "parked", "open", "open"]


async def test_from_the_notes_the_letters_mean_the_current_item(call: Robot) -> None:
    await call.press("ctrl+g", "t", "ctrl+g", "p", "ctrl+g", "d")
    assert states(call)[:4] == ["done", "parked", "dropped", "open"]
    for _ in states(call)[3:]:
        await call.press("ctrl+g", "t")
    await call.press("ctrl+g", "t")
    await call.see("Every item is settled. a adds one.")


async def test_the_current_item_says_how_many_of_its_minutes_are_used(call: Robot) -> None:
    await call.see("0/5")
    await call.later(4, seconds=30)
    await call.see("4/5")
    await call.press("ctrl+g", "plus")
    await call.see("3 min more for Goals and how to measure. u takes it back.", "4/8")
    await call.press("ctrl+g", "t")
    await call.see("0/5")
    await call.press("tab", "down", "+")
    await call.see("0/8")
    await call.later(9)
    await call.see("9/8")


async def test_topics_by_the_clock_say_when_their_minutes_are_over(mentor: Robot) -> None:
    mentor.desk.people.add("Eve", playbook="pyladies")
    mentor.desk.calls.start("eve", agenda="lean-coffee")
    mentor.desk.calls.add_point("eve", "type hints")
    for point in mentor.desk.calls.agenda("eve"):
        if point.source == "template":
            mentor.desk.calls.mark_point(point.id, "done")
    await mentor.open(call="eve")
    await mentor.later(2, seconds=59)
    await mentor.see_no("min are over")
    await mentor.later(0, seconds=1)
    await mentor.see("3 min are over: ^g + more · ^g t on")
    await mentor.golden("call-topic-over")
    await mentor.resize(120, 40)
    await mentor.golden("call-topic-over")
    await mentor.press("ctrl+g", "+")
    await mentor.see("3/6")
    await mentor.see_no("min are over")


async def test_an_item_is_added_before_the_wrap_up(call: Robot) -> None:
    await call.press("ctrl+g", "a")
    await call.type("her visa")
    await call.press("enter")
    await call.see("her visa")
    assert [point.title for point in call.desk.calls.agenda("ada")][-2:] == ["her visa", "Wrap-up"]


async def test_a_promise_of_last_time_is_marked_as_kept(call: Robot) -> None:
    await call.see("promised last time", "○ me", "○ ada")
    await call.press("ctrl+g", "x")
    await call.see("x marks the promise under the cursor")
    await call.press("x")
    await call.see("✓ ada")
    await call.press("space")
    await call.see_no("✓ ada")


async def test_extending_asks_for_minutes_and_a_yes(call: Robot) -> None:
    await call.press("ctrl+g", "e")
    await call.see("The call will end at 19:10", "Ada Obi said yes")
    await call.press("enter")
    await call.see("ends 19:10 (+10)", "wrap-up 18:55")


async def test_proposed_minutes_are_replaced_by_typing(call: Robot) -> None:
    await call.press("ctrl+g", "e", "5", "enter")
    await call.see("ends 19:05 (+5)")


async def test_extending_past_a_hard_stop_says_so(mentor: Robot) -> None:
    mentor.desk.people.add("Eve", playbook="pyladies")
    await mentor.open(call="eve")
    await mentor.press("ctrl+g", "e")
    await mentor.see("past its hard stop at")


async def test_extending_without_a_yes_is_refused(call: Robot) -> None:
    await call.press("ctrl+g", "e", "tab")
    for _ in "Ada Obi said yes":
        await call.press("backspace")
    await call.press("enter")
    await call.see("only if the mentee agrees", "Go on for longer")
    await call.press("escape")
    await call.see("ends 19:00")


async def test_nobody_came(call: Robot) -> None:
    await call.later(10)
    await call.press("ctrl+g", "n")
    await call.see("ends as a no-show")
    await call.press("n")
    await call.see_no("ends as a no-show")
    await call.press("ctrl+g", "n", "y")
    await call.see("Noted, with a follow-up on your list.", "Today")
    assert call.desk.pages.running() is None


async def test_a_call_started_by_mistake_is_called_off(call: Robot) -> None:
    await call.press("ctrl+g", "m", "enter")
    await call.see("Called off. u takes it back.")
    assert call.desk.pages.running() is None


@pytest.mark.parametrize("size", SIZES)
async def test_who_waits_sees_how_long_and_is_then_offered_a_no_show(
    call: Robot, size: tuple[int, int]
) -> None:
    await call.resize(*size)
    await call.later(3, seconds=12)
    await call.see("Ada Obi · waiting 03:12 of 10 min", "^g i here")
    await call.golden("call-waiting")
    await call.later(0, seconds=1)
    await call.see("waiting 03:13")
    await call.later(6, seconds=50)
    await call.see("nobody yet, 10 min waited", "^g n no-show · ^g l late · ^g i here")
    await call.golden("call-nobody")
    await call.press("ctrl+g", "n", "y")
    await call.see("Noted, with a follow-up on your list.")


@pytest.mark.parametrize("keys", [("a",), ("ctrl+g", "t"), ("ctrl+g", "i"), ("ctrl+g", "l")])
async def test_the_first_sign_of_a_call_ends_the_waiting(
    call: Robot, keys: tuple[str, ...]
) -> None:
    await call.later(2)
    await call.see("waiting 02:00")
    await call.press(*keys, "tab")
    await call.see_no("waiting", "here")
    await call.press("ctrl+g")
    await call.see_no("i Is here")


async def test_who_is_early_does_not_wait_yet(mentor: Robot) -> None:
    await mentor.open(call="ada")
    await mentor.see("WeAllJS · Weekly meeting")
    await mentor.later(12, seconds=5)
    await mentor.see("waiting 00:05 of 10 min")


async def test_who_writes_nothing_at_all_is_not_asked_for_ever(call: Robot) -> None:
    await call.later(20)
    await call.see("WeAllJS · Weekly meeting")


@pytest.fixture
async def morning_after(mentor: Robot, clock: Clock) -> Robot:
    """The next morning at nine: the call with Ada, of an hour from six on, was never closed."""
    clock.advance(minutes=12)
    mentor.desk.calls.start("ada")
    clock.advance(hours=15)
    return mentor


@pytest.mark.parametrize("size", SIZES)
async def test_a_call_left_open_overnight_asks_what_happened(
    morning_after: Robot, size: tuple[int, int]
) -> None:
    robot = await morning_after.open(size, call="ada")
    await robot.see("The call with Ada Obi was never closed", "Held until Thu 26 Nov 19:00.")
    await robot.golden("call-left-open")
    await robot.press("enter")
    await robot.see("What Ada Obi receives", "Closed. u takes it back.")
    assert robot.desk.store.value("SELECT minutes FROM time_entry ORDER BY rowid DESC") == 60


async def test_what_is_counted_ends_at_the_time_that_is_typed(morning_after: Robot) -> None:
    robot = await morning_after.open()
    await robot.see("Today", "was never closed", "held until its end at 19:00")
    await robot.press("tab")
    await robot.type("19:20")
    await robot.see("Held until Thu 26 Nov 19:20; that time is counted.")
    await robot.press("enter")
    await robot.see("Closed. u takes it back.", "Today")
    assert robot.desk.store.value("SELECT minutes FROM time_entry ORDER BY rowid DESC") == 80


async def test_nobody_came_to_a_call_that_was_left_open(morning_after: Robot) -> None:
    robot = await morning_after.open()
    await robot.press("right", "right")
    await robot.see("Ada Obi did not come")
    await robot.press("enter")
    await robot.see("Noted, with a follow-up on your list.")
    assert robot.desk.pages.running() is None


async def test_a_call_that_is_still_going_is_asked_about_once(morning_after: Robot) -> None:
    robot = await morning_after.open()
    await robot.press("right", "right", "right", "enter")
    await robot.see_no("was never closed to")
    await robot.press("c")
    await robot.see("over since 19:00")
    await robot.see_no("Still going", "it is still going")
    assert robot.desk.pages.running() is not None


async def test_who_comes_back_to_an_open_desk_is_asked_too(call: Robot) -> None:
    await call.type("half a thou")
    call.clock.advance(hours=15)
    call.app.post_message(events.AppFocus())
    await call.see("The call with Ada Obi was never closed")
    await call.press("escape")
    await call.type("ght")
    await call.press("tab")
    assert stored(call) == "half a thought"


async def test_late_is_noted(call: Robot) -> None:
    await call.press("ctrl+g", "l")
    await call.see("Noted: Ada Obi came late.")


async def test_late_is_noted_once_and_stays_in_sight(call: Robot) -> None:
    await call.press("ctrl+g", "l", "ctrl+g", "l")
    await call.see(
        "Ada Obi is noted as late already.", "Ada Obi, late · WeAllJS · Weekly meeting · 2 of 12 "
    )
    await call.press("ctrl+g", "u")
    await call.see("Taken back: note a late arrival")
    await call.see_no("Obi, late")


async def test_undo_in_a_call_never_takes_the_call_away(call: Robot) -> None:
    await call.type("half a thought")
    await call.press("ctrl+g", "u")
    await call.see("Nothing to take back in this call. m calls it off.", "half a thought")
    await call.press("ctrl+g", "l", "tab", "u", "u")
    await call.see("Nothing to take back in this call.")
    assert call.desk.pages.running() is not None


async def test_undo_is_among_the_letters(call: Robot) -> None:
    await call.press("ctrl+g", "d", "ctrl+g", "u")
    await call.see("Taken back: dropped")
    assert states(call)[0] == "open"


async def test_what_was_struck_comes_back_by_a_letter(call: Robot) -> None:
    session = call.desk.calls.of("ada")
    plan = "\n".join(f"a line of the plan, number {n}" for n in range(8))
    call.desk.calls.save_notes(session.id, plan)
    call.desk.calls.save_notes(session.id, "oh no")
    await call.see("oh no")
    await call.press("ctrl+g", "v")
    await call.see("Earlier notes", "8 lines", "a line of the plan, number 3")
    await call.press("enter")
    await call.see("number 7", "stored")
    assert call.desk.pages.call_of(session.id).notes == plan
    await call.press("ctrl+g", "v")
    await call.see("1 line", "oh no")


async def test_history_is_one_letter_away_and_escape_comes_back(call: Robot) -> None:
    await call.type("words")
    await call.press("ctrl+g", "h")
    await call.see("Timeline")
    await call.press("escape")
    await call.see("words", "left")


async def test_leaving_leaves_the_call_running(call: Robot) -> None:
    await call.type("half a thou")
    await call.press("ctrl+g", "q")
    await call.see("Today")
    await call.later(10)
    await call.press("enter")
    await call.see("half a thou", "50:00 left")
    await call.type("ght")
    await call.press("tab")
    assert stored(call) == "half a thought"


async def test_a_call_closed_by_another_door_goes_on_to_its_recap(call: Robot) -> None:
    session = call.desk.calls.of("ada")
    await call.type("> we met")
    call.desk.calls.close(session.id)
    await call.see("What Ada Obi receives")
    assert call.desk.pages.call_of(session.id).notes == "> we met"


async def test_a_call_called_off_by_another_door_is_left(call: Robot) -> None:
    call.desk.calls.discard(call.desk.calls.of("ada").id)
    await call.see("Today")


async def test_names_and_titles_are_text_and_nothing_else(mentor: Robot) -> None:
    hostile = "[red]Eve[/red] \x1b[31m[@click=app.quit]x[/]"
    mentor.desk.people.add(hostile, handle="eve", contact="[b]mail[/b]")
    mentor.desk.people.edit("eve", zone="Asia/Tokyo")
    await mentor.open(call="eve")
    await mentor.press("ctrl+g", "a")
    await mentor.type("[link=x]")
    await mentor.press("enter")
    await mentor.press("ctrl+g", "i")
    await mentor.see("[red]Eve[/r… · One to one", "contact: [b]mail[/b]", "[link=x]")


async def test_long_notes_are_opened_where_they_end(call: Robot) -> None:
    session = call.desk.calls.of("ada")
    await call.press("ctrl+g", "q")
    long = "".join(
        f"{n}. a line that is long enough to wrap in a narrow pane\n" for n in range(300)
    )
    call.desk.calls.save_notes(session.id, long + "the end")
    await call.press("enter")
    await call.see("299. a line", "the end")
    await call.resize(120, 40)
    await call.see("the end")


async def test_the_notes_keep_cursor_and_words_when_the_window_changes(call: Robot) -> None:
    await call.type("wide words " * 12)
    for size in ((120, 40), (60, 18), (80, 24)):
        await call.resize(*size)
    await call.type("end")
    assert screen(call).query_one(Notes).text == "wide words " * 12 + "end"
