"""What strikes a call in mid-sentence: kills, signals, a full disk, a lock held elsewhere."""

import random
import signal
import sqlite3
from pathlib import Path

import pytest
from tests.faults.kills import kill
from tests.faults.terminal import Terminal, eventually, notes, shell

KILLS = 2
"""How often the program is killed here; `make faults` does so 200 times."""
WORST = 1.0
"""Seconds of typing that a kill may cost (docs/measurements.md)."""
WORDS = "the last words before the lid was shut"


def test_a_kill_while_typing_goes_on_costs_at_most_a_second(home: Path) -> None:
    chance = random.Random(20261126)
    kills = [kill(home, chance, 1.5) for _ in range(KILLS)]
    assert all(one.whole for one in kills)
    worst = max(kills, key=lambda one: one.lost - one.lag)
    assert worst.lost <= WORST + worst.lag, worst
    assert "Ada" in shell("status")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_it_costs_nothing(home: Path, number: signal.Signals) -> None:
    with Terminal("call", "ada") as terminal:
        terminal.until(b"nothing written")
        for letter in WORDS:
            terminal.key(letter)
        terminal.strike(number)
    assert notes(home) == WORDS


def test_a_closed_terminal_costs_nothing(home: Path) -> None:
    with Terminal("call", "ada") as terminal:
        terminal.until(b"nothing written")
        for letter in WORDS:
            terminal.key(letter)
        terminal.hang_up()
    assert notes(home) == WORDS


def test_a_full_disk_is_said_and_all_of_it_is_stored_once_there_is_room(home: Path) -> None:
    shell("session", "start", "ada")
    text = "a line that is pasted\n" * 3000
    with Terminal("call", "ada", limit=32_768) as terminal:
        terminal.until(b"nothing written")
        terminal.paste(text)
        terminal.until(b"NOT STORED")
        terminal.key("and one more word")
        terminal.make_room()
        assert eventually(lambda: notes(home) == text + "and one more word", terminal)
    assert sqlite3.connect(home / "desk.db").execute("PRAGMA quick_check").fetchone() == ("ok",)


def test_a_lock_that_another_program_holds_is_said_and_waited_for(home: Path) -> None:
    shell("session", "start", "ada")
    with Terminal("call", "ada") as terminal:
        terminal.until(b"nothing written")
        other = sqlite3.connect(home / "desk.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        terminal.key(WORDS)
        terminal.until(b"NOT STORED")
        other.execute("ROLLBACK")
        assert eventually(lambda: notes(home) == WORDS, terminal)
        other.close()


def test_a_desk_whose_pages_are_damaged_is_refused_and_left_as_it_is(home: Path) -> None:
    with (home / "desk.db").open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 3 * 4096)
    before = (home / "desk.db").read_bytes()
    for words in (["mentee", "list"], ["note", "ada", "hello"], ["session", "start", "ada"]):
        said = shell(*words, code=1)
        assert "is damaged or not a database. Nothing was changed." in said
        assert "Traceback" not in said
    assert "malformed" in shell("doctor", code=1)
    assert (home / "desk.db").read_bytes() == before
