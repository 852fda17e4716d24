"""The terminal is closed in mid-call: the desk stores what was typed, ends, and hangs nowhere."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import cast

import pytest
from textual.driver import Driver

from mentordesk.desk import Desk
from mentordesk.settings import Settings
from mentordesk.tui.app import MentorApp
from mentordesk.tui.terminal import Lasting, lasting

RUN = [sys.executable, "-m", "mentordesk"]


def _shell(*words: str) -> str:
    done = subprocess.run([*RUN, *words], capture_output=True, text=True, check=True)
    return done.stdout


def _read_until(terminal: int, wanted: bytes) -> None:
    """Take what is drawn until `wanted` is among it."""
    drawn = b""
    while wanted not in drawn:
        drawn += os.read(terminal, 65536)


def _in_a_terminal(*words: str) -> tuple[subprocess.Popen[bytes], int]:
    """Run a command as the first program of a new terminal of 80×24; its other end is given."""
    mine, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def take() -> None:
        os.setsid()
        fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)

    running = subprocess.Popen(
        [*RUN, *words], stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=take
    )
    os.close(theirs)
    return running, mine


def test_closing_the_terminal_in_mid_call_stores_and_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORDESK_HOME", str(tmp_path))
    _shell("mentee", "add", "Ada Obi")
    running, terminal = _in_a_terminal("call", "ada")
    _read_until(terminal, b"nothing written")
    os.write(terminal, b"the last words before the lid was shut")
    _read_until(terminal, b"stored ")
    os.close(terminal)
    try:
        running.wait(timeout=20)
    finally:
        running.kill()
    assert "the last words before the lid" in _shell("session", "note", "ada")


def test_what_is_drawn_for_a_closed_terminal_is_dropped() -> None:
    mine, theirs = pty.openpty()
    os.close(mine)
    with os.fdopen(theirs, "w", buffering=1) as gone:
        with pytest.raises(OSError, match="Input/output error"):
            gone.write("a line\n")
        stream = Lasting(gone)
        stream.write("a line\n")
        stream.flush()
        assert stream.fileno() == theirs
        os.dup2(os.open(os.devnull, os.O_WRONLY), theirs)


def test_the_desk_draws_into_such_a_stream(desk: Desk) -> None:
    class Plain:
        _file = sys.__stderr__

    assert isinstance(lasting(cast(type[Driver], Plain))()._file, Lasting)  # type: ignore[call-arg, attr-defined]
    assert MentorApp(desk, Settings()).driver_class.__name__ == "LastingDriver"
