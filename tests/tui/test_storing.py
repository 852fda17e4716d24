"""Stories of a call whose words the desk's file does not take: said, kept elsewhere, put back."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from textual import events

from mentordesk.domain.errors import StoreTrouble
from mentordesk.domain.recovery import Whose
from mentordesk.domain.text import slug
from mentordesk.tui.screens.call import CallScreen
from mentordesk.tui.widgets.answer import Answer
from mentordesk.tui.widgets.autosaved_area import folder_of

FULL = StoreTrouble("The disk that holds desk.db is full. Make room and try again.")


@pytest.fixture
async def call(
    mentor: Robot, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Robot]:
    """The call with Ada has just begun; `~` is the folder that the desk's own is in."""
    monkeypatch.setenv("HOME", str(tmp_path))
    clock.advance(minutes=12)
    yield await mentor.open(call="ada")


class Disk:
    """The disk of a call's notes, which can be full and be given room again."""

    def __init__(self, robot: Robot) -> None:
        screen = next(one for one in robot.app.screen_stack if isinstance(one, CallScreen))
        self.keeper, self.session_id = screen.notes.keeper, screen.session_id
        self.working, self.desk = self.keeper._store, robot.desk
        self.keeper._store = self.fail

    def fail(self, _base: str, _text: str) -> tuple[str, datetime]:
        """Take nothing."""
        raise FULL

    def make_room(self) -> None:
        """Take everything again."""
        self.keeper._store = self.working

    @property
    def stored(self) -> str:
        """The notes as another program would read them."""
        return self.desk.pages.call_of(self.session_id).notes

    @property
    def copies(self) -> list[str]:
        """The words in the recovery copies."""
        folder = Path(self.desk.store.path).parent
        files = sorted(folder.glob("mentordesk-unstored-ada-*"))
        return [one.read_text().partition("\n\n")[2].partition("\n---")[0] for one in files]


async def test_what_is_not_stored_is_said_kept_elsewhere_and_tried_again(call: Robot) -> None:
    disk = Disk(call)
    await call.type("precious")
    await call.press("tab", "tab")
    await call.see("NOT STORED. The disk that holds desk.db is full.", "words is in ~/home")
    assert disk.copies == ["precious"]
    call.app.clear_notifications()
    await call.see("NOT STORED, trying again", "NOT STORED: The disk that holds desk.db is full.")
    for size in ((80, 24), (120, 40)):
        await call.resize(*size)
        await call.golden("call-not-stored")
    await call.type(" words")
    await call.press("ctrl+g", "c")
    await call.see("so the call stays open", "precious words")
    assert disk.copies == ["precious words"]
    disk.make_room()
    await call.press("tab")
    await call.see("stored 18:00:00", "Everything is stored again.")
    await call.see_no("NOT STORED", "~/home")
    assert (disk.stored, disk.copies) == ("precious words", [])


async def test_words_that_are_struck_again_need_no_disk(call: Robot) -> None:
    disk = Disk(call)
    await call.type("x")
    await call.press("tab", "tab")
    await call.see("NOT STORED. The disk")
    await call.press("backspace", "tab")
    await call.see_no("NOT STORED")
    assert disk.copies == []


async def test_words_that_no_folder_takes_are_said_to_be_in_the_window_alone(call: Robot) -> None:
    Disk(call)
    call.desk.recovery_folders = list
    await call.type("precious")
    await call.press("tab")
    await call.see("No folder takes a copy of your words")
    call.app.clear_notifications()
    await call.see("no copy: leave this window open")
    await call.press("ctrl+q")
    await call.see("the same key once more leaves without them", "precious")


def test_a_folder_is_said_as_people_write_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder_of(str(tmp_path / "words.txt")) == "your home folder"
    assert folder_of(str(tmp_path / "a" / "b" / "words.txt")) == "~/a/b"
    assert folder_of("/elsewhere/words.txt") == "/elsewhere"


async def test_words_that_are_not_stored_are_not_left_by_one_key(call: Robot) -> None:
    disk = Disk(call)
    await call.type("precious")
    await call.press("ctrl+g", "escape", "ctrl+g", "q")
    await call.see("Not stored yet, so this stays open.", "words is in ~/home")
    await call.see("ctrl+q twice leaves the desk.", "precious")
    await call.press("ctrl+q")
    await call.see("next time; the same key leaves now.", "precious")
    assert call.app.is_running
    await call.press("ctrl+q")
    assert not call.app.is_running
    assert disk.copies == ["precious"]


async def test_an_answer_that_cannot_be_stored_is_kept_elsewhere_too(call: Robot) -> None:
    await call.press("ctrl+g", "w")
    await call.rest()
    field = call.app.screen.query(Answer).first()
    field.focus()
    before = field.text

    def fail(_base: str, _text: str) -> tuple[str, datetime]:
        raise FULL

    working, field.keeper._store = field.keeper._store, fail
    await call.type("a long walk")
    field.flush()
    folder = Path(call.desk.store.path).parent
    (copy,) = folder.glob(f"mentordesk-unstored-ada-*-{slug(str(field.id))}-*")
    assert "a long walk" in copy.read_text()
    field.keeper._store = working
    field.flush()
    assert not copy.exists()
    assert field.text != before


async def test_a_terminal_that_loses_the_focus_or_stops_stores_at_once(call: Robot) -> None:
    def notes() -> str:
        return call.desk.pages.call("ada").notes

    await call.type("one")
    assert notes() == ""
    call.app.post_message(events.AppBlur())
    await call.rest()
    assert notes() == "one"
    call.app.post_message(events.AppFocus())
    await call.rest()
    await call.type(" two")
    call.app.app_suspend_signal.publish(call.app)
    assert notes() == "one two"


async def test_leaving_tries_once_more_to_store(call: Robot) -> None:
    disk = Disk(call)
    await call.type("precious")
    await call.press("tab")
    await call.see("NOT STORED")
    disk.make_room()
    await call.leave()
    assert (disk.stored, disk.copies) == ("precious", [])


async def test_words_that_a_window_has_left_are_asked_about(
    mentor: Robot, clock: Clock, tmp_path: Path
) -> None:
    clock.advance(minutes=12)
    desk = mentor.desk
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "stored before\n")
    whose = Whose(session.id, "ada", "Ada Obi", clock.now)
    words = "stored before\n[ ] @ada push lab 7 by fri\nand what nobody has stored"
    path = Path(desk.recovery.keep(whose, "stored before\n", words))
    desk.recovery.let_go()
    desk.calls.add_notes(session.id, "from the shell")
    await mentor.open()
    for size in ((80, 24), (120, 40)):
        await mentor.resize(*size)
        await mentor.see("Words of the call with Ada Obi were not stored", "nobody has stored")
        await mentor.golden("recovering")
    await mentor.press("right", "right")
    await mentor.see("deletes them for good")
    await mentor.press("left", "left", "enter")
    await mentor.see("Put back into the notes of the call with Ada Obi.")
    assert desk.pages.call("ada").notes.startswith(words)
    assert "from the shell" in desk.pages.call("ada").notes
    assert not path.exists()
