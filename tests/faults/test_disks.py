"""A disk that takes nothing, a desk that is moved or damaged: no word is lost with the window."""

import signal
from pathlib import Path

import pytest
from tests.faults.terminal import Terminal, eventually, left, notes, shell

WORDS = "what was said while the disk was full"


def test_words_that_a_full_disk_refused_outlive_the_window_and_are_put_back(home: Path) -> None:
    shell("session", "start", "ada")
    with Terminal("call", "ada") as terminal:
        terminal.until(b"nothing written")
        terminal.make_room(8_192)
        terminal.key(WORDS)
        terminal.until(b"NOT STORED")
        assert eventually(lambda: left(home) == WORDS, terminal)
        terminal.strike(signal.SIGKILL)
    assert notes(home) == ""
    copy = shell("session", "recover").split()[0]
    refused = shell("session", "recover", "--take", copy, code=1, limit=8_192)
    assert "is full. Nothing was changed. Make room and try again." in refused
    assert "Put back" in shell("session", "recover", "--take", copy)
    assert (notes(home), left(home)) == (WORDS, "")


def test_a_desk_that_is_moved_or_damaged_while_it_is_open_keeps_the_words(home: Path) -> None:
    shell("session", "start", "ada")
    desk, away = home / "desk.db", home / "away.db"
    with Terminal("call", "ada") as terminal:
        terminal.until(b"nothing written")
        desk.rename(away)
        terminal.key("one ")
        terminal.until(b"NOT STORED")
        assert left(home) == "one "
        away.rename(desk)
        assert eventually(lambda: notes(home) == "one " and not left(home), terminal)
        with desk.open("r+b") as file:
            file.seek(3 * 4096)
            file.write(b"\xff" * (desk.stat().st_size - 3 * 4096))
        terminal.key("two")
        terminal.until(b"is damaged")
        assert left(home) == "one two"
        terminal.strike(signal.SIGTERM)
    copy = shell("session", "recover").split()[0]
    assert shell("session", "recover", "--show", copy) == "one two\n"


def test_a_desk_on_a_disk_without_any_room_says_so_and_can_be_read(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Ada Obi" in shell("mentee", "list", limit=1)
    full = "is full. Nothing was changed. Make room and try again."
    assert full in shell("note", "ada", "hello", code=1, limit=1)
    monkeypatch.setenv("MENTORDESK_HOME", str(tmp_path / "new"))
    assert full in shell("mentee", "list", code=1, limit=1)
