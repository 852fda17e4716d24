"""Stories of two windows on one call: one writes, the other reads along and may take over."""

from collections.abc import Iterator

import pytest
from tests.conftest import Clock
from tests.driver import Robot

from mentordesk.domain.sessions import Session
from mentordesk.store.writer_lock import WriterLock
from mentordesk.tui.screens.call import CallScreen


@pytest.fixture
def session(mentor: Robot, clock: Clock) -> Session:
    """The call with Ada, which has just begun."""
    clock.advance(minutes=12)
    return mentor.desk.calls.start("ada")


@pytest.fixture
def other(mentor: Robot, session: Session) -> Iterator[WriterLock]:
    """The pen of another window on it, in another terminal."""
    pen = mentor.desk.windows.pen(session.id, "pts/7")
    yield pen
    pen.let_go()


def notes(robot: Robot) -> str:
    """What is stored."""
    return robot.desk.pages.call("ada").notes


async def test_the_second_window_reads_along_and_takes_over(
    mentor: Robot, session: Session, other: WriterLock
) -> None:
    calls = mentor.desk.calls
    assert other.is_held()
    calls.save_notes(session.id, "generators click now\n")
    await mentor.open(call="ada")
    await mentor.see("The window in pts/7 writes the notes since 18:00", "^g o takes over.")
    mentor.app.clear_notifications()
    for size in ((80, 24), (120, 40)):
        await mentor.resize(*size)
        await mentor.see("the other window writes since 18:00", "reading along: ^g o takes over")
        await mentor.golden("call-reading")
    await mentor.type("x")
    await mentor.press("ctrl+g", "E")
    await mentor.see("▌ reading along: ^g o takes over")
    assert notes(mentor) == "generators click now\n"
    calls.save_notes(session.id, "generators click now\n[ ] @ada push lab 7\n")
    await mentor.later(0, seconds=1)
    await mentor.see("• [ ] @ada push lab 7")
    await mentor.press("ctrl+g")
    await mentor.see("o Take over")
    await mentor.press("o")
    await mentor.type("too early ")
    assert not other.is_held()
    calls.add_notes(session.id, "the last words there")
    other.let_go()
    await mentor.later(0, seconds=1)
    await mentor.see("You write here now; the other window reads along.")
    await mentor.press("ctrl+g")
    await mentor.see_no("o Take over", "reading along:")
    await mentor.press("escape", "ctrl+end")
    await mentor.type(", and mine")
    await mentor.press("tab")
    assert notes(mentor).endswith("@ada push lab 7\nthe last words there, and mine")


async def test_a_window_that_is_taken_over_stores_first_and_reads_along(
    mentor: Robot, session: Session, other: WriterLock
) -> None:
    await mentor.open(call="ada")
    assert not other.is_held()
    await mentor.type("not stored yet")
    other.seize()
    assert not other.is_handed_over()
    assert notes(mentor) == ""
    await mentor.later(0, seconds=1)
    await mentor.see("The window in pts/7 writes the notes since 18:00")
    assert other.is_handed_over()
    assert notes(mentor) == "not stored yet"
    await mentor.type("quick, undo 1 / 2")  # letters that are commands elsewhere do nothing here
    await mentor.see("▌ reading along: ^g o takes over")
    assert mentor.screen_text().count("▌ reading along: ^g o takes over") == 1
    assert notes(mentor) == "not stored yet"
    other.let_go()
    await mentor.later(0, seconds=1)
    await mentor.see("The other window has let go of the notes: you write here now.")
    await mentor.type("!")
    await mentor.press("tab")
    assert notes(mentor) == "not stored yet!"


async def test_leaving_the_call_lets_go_of_the_pen(mentor: Robot, other: WriterLock) -> None:
    await mentor.open(call="ada")
    assert not other.is_held()
    await mentor.press("ctrl+g", "q")
    assert other.is_held()


async def test_the_pen_is_put_down_by_a_stopped_window_and_not_by_one_in_an_editor(
    mentor: Robot, other: WriterLock
) -> None:
    await mentor.open(call="ada")
    screen = mentor.app.screen
    assert isinstance(screen, CallScreen)
    with screen.pen_in_hand():
        mentor.app.app_suspend_signal.publish(mentor.app)
        assert not other.is_held()
    mentor.app.app_suspend_signal.publish(mentor.app)
    assert other.is_held()


async def test_a_window_that_never_answers_is_not_waited_for(
    mentor: Robot, other: WriterLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentordesk.tui.screens.call_windows.PATIENCE", 0.0)
    assert other.is_held()
    await mentor.open(call="ada")
    await mentor.press("ctrl+g", "o")
    await mentor.later(0, seconds=1)
    await mentor.type("mine")
    await mentor.press("tab")
    assert notes(mentor) == "mine"
