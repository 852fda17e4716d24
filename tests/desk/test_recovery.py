"""Words that the desk's file did not take: where they go, and how they come back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import ada

from mentordesk.desk import Desk, recovery
from mentordesk.domain.errors import Refusal
from mentordesk.domain.recovery import (
    PREFIX,
    SLIDE,
    RecoveryCopy,
    Whose,
    as_text,
    file_name,
    from_text,
)
from mentordesk.domain.sessions import Session

NOW = datetime(2026, 11, 26, 17, tzinfo=UTC)
ADA = Whose("1a2b3c4d-0000", "ada", "Ada Obi", NOW)
texts = st.text(st.sampled_from("ab:\n -") | st.sampled_from("--- what was stored before ---\n"))


@pytest.fixture
def folders(desk: Desk, tmp_path: Path) -> Iterator[list[Path]]:
    """Three folders for recovery copies: the desk's own, and two that are not there yet."""
    folders = [Path(desk.store.path).parent, tmp_path / "state", tmp_path / "temp"]
    desk.recovery_folders = lambda: [str(folder) for folder in folders]
    yield folders
    desk.recovery.let_go()


@pytest.fixture
def call(desk: Desk, folders: list[Path]) -> Session:
    """A call with Ada that has begun, with a line in its notes."""
    ada(desk)
    session = desk.calls.start("ada")
    desk.calls.save_notes(session.id, "first\n")
    return session


def whose(session: Session) -> Whose:
    """Ada's, as the screen of the call knows it."""
    return Whose(session.id, "ada", "Ada Obi", NOW)


def left_behind(desk: Desk, session: Session, text: str, base: str = "first\n") -> str:
    """A window could not store these words and is gone; the file they are in."""
    path = desk.recovery.keep(whose(session), base, text)
    desk.recovery.let_go()
    return path


def notes(desk: Desk) -> str:
    """What is stored."""
    return desk.pages.call("ada").notes


@given(texts, texts)
def test_a_copy_gives_back_what_went_in(text: str, base: str) -> None:
    copy = RecoveryCopy("/home/me/desk.db", ADA, NOW, base, text)
    assert from_text(as_text(copy)) == copy


def test_a_copy_that_somebody_has_mended_by_hand_is_read_too() -> None:
    text = as_text(RecoveryCopy("/desk.db", ADA, NOW, "base", "my words"))
    mended = from_text(text.replace("my words", "my words, and some more"))
    assert (mended.text, mended.base) == ("my words, and some more", "base")


@pytest.mark.parametrize("text", ["", "hello", "desk: /x\n\nwords", "\n\n"])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="no recovery copy"):
        from_text(text)


def test_the_name_says_whose_and_when_and_leads_nowhere() -> None:
    assert file_name(ADA, NOW, 77) == f"{PREFIX}ada-2026-11-26-1700-1a2b3c4d-77.txt"
    hostile = file_name(ADA._replace(handle="../../etc/passwd"), NOW, 1)
    assert Path(hostile).name == hostile


def test_words_go_into_the_first_folder_that_takes_them(
    desk: Desk, call: Session, folders: list[Path]
) -> None:
    first = Path(desk.recovery.keep(whose(call), "first\n", "first\nsecond"))
    assert first.parent == folders[0]
    assert first.stat().st_mode & 0o777 == 0o600
    (folders[1]).write_text("a file is in the way")
    moved = [str(folders[0] / "gone"), str(folders[1]), str(folders[2])]
    desk.recovery_folders = lambda: moved
    again = Path(desk.recovery.keep(whose(call), "first\n", "first\nsecond third"))
    assert again.parent == folders[2]
    assert not first.exists()
    assert not (folders[0] / "gone").exists()
    desk.recovery_folders = list
    assert desk.recovery.keep(whose(call), "", "more") == str(again)
    desk.recovery.drop(call.id)
    assert not again.exists()
    assert desk.recovery.keep(whose(call), "", "more") == ""


def test_a_window_that_lives_looks_after_its_own_copy(desk: Desk, call: Session) -> None:
    desk.recovery.keep(whose(call), "first\n", "first\nsecond")
    assert desk.recovery.left() == []
    desk.recovery.let_go()
    (one,) = desk.recovery.left()
    assert (one.copy.text, one.copy.lines) == ("first\nsecond", 2)


def test_what_was_left_goes_back_beside_what_has_come_in_since(desk: Desk, call: Session) -> None:
    path = left_behind(desk, call, "first\n[ ] @ada push lab 7")
    desk.calls.add_notes(call.id, "from the shell")
    assert desk.recovery.take() == "Put back into the notes of the call with Ada Obi."
    assert notes(desk).startswith("first\n[ ] @ada push lab 7\n")
    assert "from the shell" in notes(desk)
    assert desk.pages.call("ada").marks == {1: "action"}
    assert not Path(path).exists()


def test_words_that_are_there_already_are_not_put_in_twice(desk: Desk, call: Session) -> None:
    left_behind(desk, call, "first\nsecond")
    desk.calls.save_notes(call.id, "first\nsecond, and on\nthird")
    assert "already" in desk.recovery.take()
    assert notes(desk) == "first\nsecond, and on\nthird"
    assert desk.recovery.left() == []


@pytest.mark.parametrize("part", ["answer focus", "recap mentee", "recap private"])
def test_answers_and_recaps_go_back_where_they_belong(desk: Desk, call: Session, part: str) -> None:
    desk.calls.answer(call.id, "focus", "stored")
    desk.calls.close(call.id)
    for words in ("wholly new", "stored"):
        desk.recovery.keep(whose(call)._replace(part=part), "", words)
    desk.recovery.keep(whose(call)._replace(part=part), "stored", "stored, and not stored")
    desk.recovery.let_go()
    (left,) = desk.recovery.left()
    assert desk.recovery.take() == f"Put back into {left.copy.whose.place}."
    assert left.copy.whose.place.endswith(" of the call with Ada Obi")
    page = desk.recaps.page(call.id)
    answers = {one.key: one.answer for one in desk.pages.wrap_up(call.id).questions}
    there = {"recap mentee": page.leaves, "recap private": page.private}
    there["answer focus"] = answers["focus"]
    assert "not stored" in there[part]
    assert "not stored" not in there["recap private" if part != "recap private" else "answer focus"]
    assert "wholly new" not in there[part]


def test_a_slide_goes_back_onto_the_slide(desk: Desk, folders: list[Path]) -> None:
    crew = desk.groups.add("Git crew", playbook="carpentries", members=["Chi Ng"])
    slide = Whose(crew.mentorship.id, crew.address, "Git crew", NOW, SLIDE)
    desk.slides.draft("git-crew", "# Stored")
    desk.recovery.keep(slide, "# Stored", "# Stored\n- and not stored")
    desk.recovery.let_go()
    desk.slides.draft("git-crew", "# Stored\nmeanwhile")
    assert desk.recovery.take() == "Put back into the slide of Git crew."
    latest = desk.slides.latest("git-crew")
    assert latest
    assert {"# Stored", "- and not stored", "meanwhile"} <= {*latest.body.splitlines()}
    desk.recovery.keep(slide, "", latest.body)
    desk.recovery.keep(slide._replace(session_id="gone"), "", "lost")
    desk.recovery.let_go()
    gone = next(one for one in desk.recovery.left() if one.copy.text == "lost")
    with pytest.raises(Refusal, match=r"The slide of Git crew is not on this desk any more"):
        desk.recovery.take(gone.id)
    assert desk.recovery.discard(gone.id) == "Thrown away: 1 line of the slide of Git crew."
    assert desk.recovery.take() == "All of it is in the slide of Git crew already."
    own = ada(desk)
    hers = slide._replace(session_id=own.mentorship.id, name="Ada Obi")
    desk.recovery.keep(hers, "", "of somebody who is erased")
    desk.recovery.let_go()
    desk.course.erase("ada")
    assert desk.recovery.left() == []


def test_a_copy_of_a_call_that_is_gone_stays(desk: Desk, call: Session) -> None:
    left_behind(desk, replace(call, id="ffffffff-gone"), "words")
    with pytest.raises(Refusal, match="recover --show"):
        desk.recovery.take()
    assert len(desk.recovery.left()) == 1
    assert desk.recovery.discard() == "Thrown away: 1 line of the call with Ada Obi."
    assert desk.recovery.left() == []


def test_copies_of_other_desks_and_files_that_are_none_are_left_alone(
    desk: Desk, call: Session, folders: list[Path]
) -> None:
    strange = RecoveryCopy("/another/desk.db", ADA, NOW, "", "not ours")
    (folders[0] / f"{PREFIX}x.txt").write_text(as_text(strange))
    (folders[0] / f"{PREFIX}y.txt").write_bytes(b"\xff\xfe")
    (folders[0] / f"{PREFIX}z.txt").symlink_to("/etc/passwd")
    cut_off = folders[0] / f".{PREFIX}half"
    cut_off.write_text("half a file")
    assert desk.recovery.left() == []
    assert not cut_off.exists()
    with pytest.raises(Refusal, match="no recovery copy"):
        desk.recovery.take()


def test_a_door_says_that_there_is_something_left() -> None:
    assert recovery.said_of(0) == ""
    assert "mentordesk session recover" in recovery.said_of(1)
    assert "2 windows" in recovery.said_of(2)
