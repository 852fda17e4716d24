"""Stories after the call: what leaves is seen sign by sign, and only the mentor sends it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.conftest import Clock
from tests.driver import Robot
from textual.widgets import Static

from mentordesk.domain.errors import StoreTrouble
from mentordesk.domain.sessions import Session
from mentordesk.outbox import opening
from mentordesk.tui.widgets.sheet import Sheet

SIZES = [(80, 24), (120, 40)]
TYPED = """\
she is unhappy at work
! a grant for the conference
+ first pull request merged
> we went through generators
"""


@pytest.fixture
def held(mentor: Robot, clock: Clock) -> Session:
    """The call with Ada, closed on time."""
    clock.advance(minutes=12)
    call = mentor.desk.calls.start("ada")
    mentor.desk.calls.save_notes(call.id, TYPED)
    clock.advance(minutes=58)
    return mentor.desk.calls.close(call.id, answers={"focus": "finish lab 7"})


@pytest.fixture
async def recap(mentor: Robot, held: Session) -> AsyncIterator[Robot]:
    """Its recap on screen."""
    await mentor.open()
    mentor.app.open_recap(held.id)
    await mentor.see("What Ada Obi receives")
    yield mentor


@pytest.mark.parametrize("size", SIZES)
async def test_what_leaves_and_what_stays_are_two_sheets(
    recap: Robot, size: tuple[int, int]
) -> None:
    await recap.resize(*size)
    await recap.see("For you alone", "a grant for the conference", "we went through generators")
    await recap.golden("recap")


async def test_what_is_copied_is_what_the_mentee_may_read_and_nothing_else(
    recap: Robot, held: Session
) -> None:
    await recap.press("y")
    await recap.see("Copied what Ada Obi receives")
    assert recap.app.clipboard == recap.desk.pages.recap(held.id).leaves
    assert "we went through generators" in recap.app.clipboard
    for private in ("grant", "unhappy"):
        assert private not in recap.app.clipboard


def understood(robot: Robot) -> str:
    """What the form says below its fields, wherever a long path makes it break its lines."""
    return str(robot.app.screen.query_one("#echo", Static).render())


async def test_it_is_written_to_a_file(
    recap: Robot, held: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await recap.press("w")
    await recap.see("ada-2026-11-26.md")
    assert understood(recap).endswith("Only what the mentee may read is in it.")
    await recap.press("enter")
    await recap.see("Written: ")
    file = tmp_path / "ada-2026-11-26.md"
    assert file.read_text("utf-8") == recap.desk.pages.recap(held.id).leaves


async def test_a_file_that_is_there_needs_a_second_yes(
    recap: Robot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "ada-2026-11-26.md"
    file.write_text("older", "utf-8")
    await recap.press("w")
    await recap.see("ada-2026-11-26.md")
    assert "It is there already." in understood(recap)
    await recap.press("enter")
    await recap.see("Enter once more replaces the file")
    assert file.read_text("utf-8") == "older"
    await recap.press("enter")
    await recap.see("Written: ")
    assert "we went through generators" in file.read_text("utf-8")


async def test_a_place_that_cannot_be_written_is_said_and_keeps_the_dialog(
    recap: Robot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await recap.press("w", "home")
    await recap.type("no/such/")
    await recap.press("enter")
    await recap.see("There is no folder", "Write the recap to a file")


async def test_what_is_written_is_stored_while_it_is_typed_and_taken_back_as_one(
    recap: Robot, held: Session
) -> None:
    before = recap.desk.pages.recap(held.id).leaves
    await recap.press("e")
    await recap.see("nothing changed yet")
    await recap.type("\nSee you")
    await recap.see("storing…")
    recap.app.screen.query_one("#leaves", Sheet).flush()
    assert recap.desk.pages.recap(held.id).leaves.endswith("See you")
    await recap.type(" on Thursday!")
    recap.app.screen.query_one("#leaves", Sheet).flush()
    await recap.golden("recap-writing")
    await recap.resize(120, 40)
    await recap.golden("recap-writing")
    await recap.press("ctrl+s")
    await recap.see("Stored. u takes it back.")
    assert recap.desk.pages.recap(held.id).leaves.endswith("See you on Thursday!")
    await recap.press("u")
    await recap.see("Taken back: edit the recap")
    await recap.see_no("See you")
    assert recap.desk.pages.recap(held.id).leaves == before


async def test_another_windows_words_stay_and_what_cannot_be_stored_is_said(
    recap: Robot, held: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = recap.app.screen.query_one("#leaves", Sheet)
    await recap.press("e")
    await recap.type("PS: mine")
    recap.desk.recaps.write(held.id, f"{sheet.keeper.base}\nPS: theirs")
    sheet.flush()
    await recap.see("PS: mine", "PS: theirs")

    def fail(_base: str, _text: str) -> None:
        raise StoreTrouble("The disk that holds desk.db is full. Make room and try again.")

    working = sheet.keeper._store
    monkeypatch.setattr(sheet.keeper, "_store", fail)
    await recap.type("!")
    await recap.press("escape")
    await recap.see("so the sheet stays open")
    recap.app.clear_notifications()
    await recap.see("NOT STORED, trying again")
    monkeypatch.setattr(sheet.keeper, "_store", working)
    await recap.press("escape")
    await recap.see("y Copy")
    assert "PS: mine!" in recap.desk.pages.recap(held.id).leaves


async def test_it_is_handed_to_a_mail_program_as_a_file_or_a_link(
    recap: Robot, held: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []
    monkeypatch.setattr(opening, "open_link", opened.append)
    await recap.press("o")
    await recap.see("To Ada Obi <ada@example.org>", "Subject: Our call on Thu 26 Nov")
    await recap.see("sign by sign what stands on the sheet", "ada-2026-11-26.eml")
    await recap.golden("recap-mail")
    await recap.resize(120, 40)
    await recap.golden("recap-mail")
    await recap.press("enter")
    await recap.see("A mail needs your own mail address.")
    recap.desk.email = "mara@example.org"
    await recap.press("enter")
    await recap.see("Written: ")
    assert "we went through generators" in (tmp_path / "ada-2026-11-26.eml").read_text("utf-8")
    await recap.press("o", "right", "enter")
    await recap.see("Handed to your mail program.")
    assert opened == [recap.desk.recaps.mail.link(held.id)]
    assert "unhappy" not in opened[0]
    assert "grant" not in opened[0]


async def test_the_private_sheet_is_edited_by_itself(recap: Robot, held: Session) -> None:
    before = recap.desk.pages.recap(held.id).leaves
    await recap.press("tab", "e")
    await recap.type("\nask about her boss")
    await recap.press("escape")
    await recap.see("y Copy")
    page = recap.desk.pages.recap(held.id)
    assert page.private.endswith("ask about her boss")
    assert page.leaves == before


@pytest.mark.parametrize("way", ["escape", "leave"])
async def test_what_was_written_is_stored_on_leaving(recap: Robot, held: Session, way: str) -> None:
    await recap.press("e")
    await recap.type("PS: good luck")
    await (recap.press("escape") if way == "escape" else recap.leave())
    if way == "escape":
        await recap.see("y Copy")
    assert recap.desk.pages.recap(held.id).leaves.endswith("PS: good luck")


async def test_letters_are_words_while_a_sheet_is_written_on(recap: Robot, held: Session) -> None:
    await recap.press("e")
    await recap.type("yew")
    await recap.press("ctrl+s")
    assert recap.desk.pages.recap(held.id).leaves.endswith("yew")
    assert not recap.app.clipboard


async def test_looking_and_leaving_changes_nothing(recap: Robot, held: Session) -> None:
    before = recap.desk.pages.recap(held.id)
    undo = recap.desk.last_undo()
    await recap.press("e", "escape")
    await recap.see_no("Stored.")
    await recap.press("escape")
    await recap.see("Today")
    assert recap.desk.pages.recap(held.id) == before
    assert recap.desk.last_undo() == undo


async def test_nothing_a_mentee_is_called_is_taken_for_markup(mentor: Robot, held: Session) -> None:
    mentor.desk.people.edit("ada", name="[b]Ada[/b] \x1b[31m[@click=app.quit]", email="[i]@x")
    await mentor.open()
    mentor.app.open_recap(held.id)
    await mentor.see("What [b]Ada[/b] [@click=app.quit] receives", "yourself: [i]@x")


async def test_the_key_of_today_shows_today_itself(mentor: Robot) -> None:
    await mentor.open(call="ada")
    await mentor.press("ctrl+g", "c")
    await mentor.see("What Ada Obi receives")
    await mentor.press("2")
    await mentor.see("People · 4 active")
    await mentor.press("1")
    await mentor.see("Today · Thu 26 Nov")


async def test_a_call_closed_twice_has_one_recap(mentor: Robot) -> None:
    await mentor.open(call="ada")
    await mentor.press("ctrl+g", "c")
    await mentor.see("What Ada Obi receives")
    await mentor.press("u")
    await mentor.see("The call is running")
    await mentor.press("c")
    await mentor.see("Agenda", "Notes")
    await mentor.press("ctrl+g", "c")
    await mentor.see("What Ada Obi receives")
    await mentor.press("escape")
    await mentor.see("Today · Thu 26 Nov")
