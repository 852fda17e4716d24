"""The real program in a real terminal: keys go in, what is drawn comes out, signals strike."""

import fcntl
import os
import pty
import resource
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

RUN = [sys.executable, "-m", "mentordesk"]
PATIENCE = 60.0
"""Seconds after which a program that has not drawn what it should is taken for hung."""


class Hung(AssertionError):
    """The program did not draw what was waited for."""


class Terminal:
    """A program of ours as the first one of a new terminal of 80×24.

    `limit` bounds in bytes how long any file may become that it writes, as a full disk would;
    `lag` is the longest that a key has waited until something was drawn, in seconds.
    """

    def __init__(self, *words: str, limit: int = 0) -> None:
        mine, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

        def take() -> None:
            os.setsid()
            fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)
            if limit:
                _bound(limit)

        self.program = subprocess.Popen(
            [*RUN, *words], stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=take
        )
        os.close(theirs)
        self.end = mine
        self.lag = 0.0

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait()
        if self.end >= 0:
            os.close(self.end)

    def drawn(self, seconds: float) -> bytes:
        """What is drawn within so many seconds; b'' when nothing is, or the program is gone."""
        ready, _, _ = select.select([self.end], [], [], max(0.0, seconds))
        try:
            return os.read(self.end, 65536) if ready else b""
        except OSError:  # EIO: the program has let go of its terminal
            return b""

    def until(self, wanted: bytes) -> None:
        """Wait until it draws this. Raises Hung."""
        seen, last = b"", monotonic() + PATIENCE
        while wanted not in seen:
            if monotonic() > last or self.program.poll() is not None:
                raise Hung(f"{wanted!r} was not drawn; last: {seen[-400:]!r}")
            seen = seen[-4096:] + self.drawn(0.2)

    def key(self, letters: str) -> float:
        """Type, take what is drawn for it, and tell the instant at which it was typed."""
        at = monotonic()
        os.write(self.end, letters.encode())
        if self.drawn(PATIENCE):
            self.lag = max(self.lag, monotonic() - at)
        while self.drawn(0.02):
            pass
        return at

    def paste(self, text: str) -> None:
        """Paste as a terminal does (bracketed), taking what is drawn meanwhile."""
        left = f"\x1b[200~{text}\x1b[201~".encode()
        while left:
            left = left[os.write(self.end, left[:4096]) :]
            self.drawn(0)

    def strike(self, number: signal.Signals) -> None:
        """Send a signal and wait until the program has ended of it."""
        self.program.send_signal(number)
        last = monotonic() + PATIENCE
        while self.program.poll() is None:
            if monotonic() > last:
                raise Hung(f"{number.name} did not end it")
            self.drawn(0.05)

    def stop(self) -> None:
        """Suspend it as ctrl+z in a shell does, and wait until it stands still (SIGTSTP)."""
        self.program.send_signal(signal.SIGTSTP)
        last = monotonic() + PATIENCE
        while not os.WIFSTOPPED(os.waitpid(self.program.pid, os.WUNTRACED | os.WNOHANG)[1]):
            if monotonic() > last:
                raise Hung("SIGTSTP did not stop it")
            self.drawn(0.05)

    def go_on(self) -> None:
        """Bring it back (SIGCONT)."""
        self.program.send_signal(signal.SIGCONT)

    def hang_up(self) -> None:
        """Close the terminal as its window's cross does, and wait for the program's end."""
        os.close(self.end)
        self.end = -1
        self.program.wait(PATIENCE)

    def make_room(self, limit: int = 0) -> None:
        """Let files grow again, or up to so many bytes only."""
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.program.pid, resource.RLIMIT_FSIZE, (limit or hard, hard))


def _bound(limit: int) -> None:
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))


def shell(*words: str, code: int = 0, limit: int = 0) -> str:
    """Run a command to its end; what it printed to stdout and stderr. `limit` as in Terminal."""
    bound = partial(_bound, limit) if limit else None
    done = subprocess.run(
        [*RUN, *words], capture_output=True, text=True, check=False, preexec_fn=bound
    )
    assert done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
    return done.stdout + done.stderr


def notes(home: Path) -> str:
    """What is durably stored of the call's notes, as any other program reads it."""
    reader = sqlite3.connect(f"file:{home / 'desk.db'}?mode=ro", uri=True)
    try:
        row = reader.execute("SELECT body FROM note WHERE kind = 'call'").fetchone()
    finally:
        reader.close()
    return str(row[0]) if row else ""


def left(home: Path) -> str:
    """The words in the recovery copy; '' when there is none."""
    (text,) = [one.read_text() for one in home.glob("mentordesk-unstored-ada-*")] or [""]
    return text.partition("\n\n")[2].rpartition("\n--- what was stored before ---\n")[0]


def eventually(holds: Callable[[], bool], terminal: Terminal) -> bool:
    """Whether it comes to hold, what is drawn meanwhile being taken."""
    last = monotonic() + PATIENCE
    while not holds() and monotonic() < last:
        terminal.drawn(0.1)
    return holds()
