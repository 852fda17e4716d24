"""Two real windows on one call: who is stopped, killed or taken over is in nobody's way."""

import signal
from pathlib import Path

import pytest
from tests.faults.terminal import Terminal, eventually, notes, shell


def test_who_writes_passes_from_window_to_window_and_no_word_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORDESK_HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    shell("mentee", "add", "Ada Obi")
    with Terminal("call", "ada") as first:
        first.until(b"nothing written")
        with Terminal("call", "ada") as second:
            second.until(b"the other window writes")
            for letter in "first, ":
                first.key(letter)
            second.key("\x07o")  # ctrl+g o
            first.until(b"the other window writes")
            second.until(b"stored ")
            assert notes(tmp_path) == "first, "
            for letter in "second, ":
                second.key(letter)
            second.stop()
            assert notes(tmp_path) == "first, second, "
            first.until(b"stored ")
            first.key("\x1b[F")  # end
            for letter in "first again, ":
                first.key(letter)
            assert eventually(lambda: notes(tmp_path).endswith("again, "), first)
            second.go_on()
            second.until(b"the other window writes")
            first.strike(signal.SIGKILL)
            second.until(b"stored ")
            second.key("\x1b[F")
            second.key("and second")
            assert eventually(lambda: notes(tmp_path).endswith("and second"), second)
    assert notes(tmp_path) == "first, second, first again, and second"
