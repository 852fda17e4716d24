"""A program in a terminal of its own, timed from outside: what it paints, when, and at what cost.

The terminal answers the questions programs ask of modern ones and keeps the screen with pyte. It
reads as fast as bytes come and looks at the screen only when they have stopped coming, so the
emulator's own work is in no figure. Times are seconds on the monotonic clock.
"""

import errno
import fcntl
import os
import re
import select
import struct
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from subprocess import Popen
from typing import NamedTuple

import pyte

SIZE = (120, 40)
QUIET = 0.05
"""Seconds without a byte after which painting is over: Textual paints a second frame after 0.03."""

PROC = Path("/proc")
_QUESTION = re.compile(rb"\x1b\[\?(\d+)\$p|\x1b\[0?c|\x1b\[6n")
_KNOWN_MODES = (b"2026",)  # synchronised output: a frame is what stands between its two marks
FRAME = b"\x1b[?2026h"


class Painted(NamedTuple):
    """What a key caused: seconds until the first and the last change, frames, bytes."""

    first: float
    last: float
    frames: int
    bytes: int


class Rest(NamedTuple):
    """What a program does while nobody does anything."""

    cpu: float
    """Percent of one core."""
    wakes: float
    """Context switches a second."""
    bytes: int
    grown: float
    """KiB of memory gained."""


class Terminal:
    """One program under a pty, from its start to its end."""

    def __init__(self, argv: tuple[str, ...], env: Mapping[str, str]) -> None:
        self.screen = pyte.Screen(*SIZE)
        self.stream = pyte.ByteStream(self.screen)
        self.bursts: list[tuple[float, bytes]] = []
        self.ended = False
        self.fd, theirs = os.openpty()
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        self.started = time.monotonic()
        self.process = Popen(
            argv, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)

    def see(self, text: str, timeout: float = 30.0) -> float:
        """Wait until text stands on the screen; seconds from the start to the read that brought it.

        Raises TimeoutError with the screen when it never comes.
        """
        end = time.monotonic() + timeout
        while time.monotonic() < end and not self.ended:
            self._read_until_quiet(0.004, end)
            for at, data in self._taken():
                self.stream.feed(data)
                if text in self.shown():
                    return at - self.started
        raise TimeoutError(f"“{text}” never came. On the screen:\n{self.shown()}")

    def press(self, keys: str, at_once: bool = False, timeout: float = 5.0) -> Painted:
        """Type keys and wait for what they paint. Raises TimeoutError when nothing changes.

        Unless `at_once`, what the program is painting already is waited for first.
        """
        if not at_once:
            self.settle()
        before, changes, frames, size = self._snapshot(), list[float](), 0, 0
        pressed = time.monotonic()
        self.write(keys.encode())
        while not changes:
            if self.ended or time.monotonic() > pressed + timeout:
                raise TimeoutError(f"{keys!r} changed nothing on the screen:\n{self.shown()}")
            self._read_until_quiet(QUIET, pressed + timeout)
            for at, data in self._taken():
                frames, size = frames + data.count(FRAME), size + len(data)
                self.stream.feed(data)
                now = self._snapshot()
                if now != before:
                    before = now
                    changes.append(at - pressed)
        return Painted(changes[0], changes[-1], frames, size)

    def settle(self, quiet: float = QUIET, timeout: float = 3.0) -> None:
        """Let the program finish what it is painting."""
        self._read_until_quiet(quiet, time.monotonic() + timeout, first=quiet)
        for _, data in self._taken():
            self.stream.feed(data)

    def shown(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def memory(self) -> float:
        """MiB resident, of the program and what it started."""
        return sum(_status("VmRSS", str(pid)) for pid in self._pids()) / 1024

    def rest(self, seconds: float) -> Rest:
        """Watch the program do nothing."""
        self.settle(0.3)
        memory, cpu, wakes, size = self.memory(), self._cpu(), self._wakes(), 0
        since = time.monotonic()
        while (passed := time.monotonic() - since) < seconds and not self.ended:
            self._read(seconds - passed)
            size += sum(len(data) for _, data in self._taken())
        return Rest(
            cpu=100 * (self._cpu() - cpu) / passed,
            wakes=(self._wakes() - wakes) / passed,
            bytes=size,
            grown=(self.memory() - memory) * 1024,
        )

    def leave(self, keys: str, timeout: float = 10.0) -> float:
        """Type the keys that end the program; seconds until it is gone."""
        self.settle()
        pressed = time.monotonic()
        self.write(keys.encode())
        while time.monotonic() < pressed + timeout:
            self._read(0.001)
            if self.process.poll() is not None:
                self._let_go()
                return time.monotonic() - pressed
        raise TimeoutError(f"{keys!r} did not end it. On the screen:\n{self.shown()}")

    def kill(self) -> None:
        """End the program, whatever it is doing; nothing to do when it has left."""
        if self.fd >= 0:
            self.process.kill()
            self.process.wait()
            self._let_go()

    def _let_go(self) -> None:
        os.close(self.fd)
        self.fd = -1

    def write(self, data: bytes) -> None:
        """Type bytes."""
        while data:
            data = data[os.write(self.fd, data) :]

    def _taken(self) -> list[tuple[float, bytes]]:
        taken, self.bursts = self.bursts, []
        return taken

    def _read_until_quiet(self, quiet: float, end: float, first: float | None = None) -> None:
        """Read until nothing has come for a while; `first` is how long to wait for a first byte."""
        wait = end - time.monotonic() if first is None else first
        while time.monotonic() < end and not self.ended and self._read(wait):
            wait = quiet

    def _read(self, wait: float) -> bool:
        """One read, if something comes in time."""
        if not select.select([self.fd], [], [], max(wait, 0))[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 18)
        except OSError as problem:
            if problem.errno != errno.EIO:
                raise
            data = b""
        self.ended = not data
        self.bursts.append((time.monotonic(), data))
        self._answer(data)
        return bool(data)

    def _answer(self, data: bytes) -> None:
        """Say what a modern terminal says when it is asked (ECMA-48, DEC private modes)."""
        for question in _QUESTION.finditer(data):
            if mode := question[1]:
                self.write(b"\x1b[?%s;%d$y" % (mode, 2 if mode in _KNOWN_MODES else 0))
            else:
                self.write(b"\x1b[1;1R" if question[0].endswith(b"n") else b"\x1b[?62;22c")

    def _snapshot(self) -> object:
        cells, cursor = self.screen.buffer, self.screen.cursor
        rows = range(self.screen.lines)
        return cursor.x, cursor.y, [tuple(cells[row].items()) for row in rows]

    def _pids(self) -> list[int]:
        """The program and everything in its session."""
        found = (int(path.name) for path in PROC.iterdir() if path.name.isdigit())
        return [pid for pid in found if _session(pid) == self.process.pid]

    def _cpu(self) -> float:
        """Seconds on a core so far, to the nanosecond the scheduler counts in."""
        ticks = [_read(str(pid), "task", task, "schedstat") for pid, task in self._tasks()]
        return sum(int(line.split()[0]) for line in ticks if line) / 1e9

    def _wakes(self) -> int:
        names = ("voluntary_ctxt_switches", "nonvoluntary_ctxt_switches")
        return sum(
            _status(name, str(pid), "task", task) for pid, task in self._tasks() for name in names
        )

    def _tasks(self) -> list[tuple[int, str]]:
        return [(pid, task) for pid in self._pids() for task in _tasks(pid)]


def _read(*parts: str) -> str:
    """A file below /proc; empty when what it tells of has ended just now."""
    try:
        return PROC.joinpath(*parts).read_text("ascii", "replace")
    except OSError:
        return ""


def _tasks(pid: int) -> list[str]:
    try:
        return [path.name for path in PROC.joinpath(str(pid), "task").iterdir()]
    except OSError:
        return []


def _session(pid: int) -> int:
    """The session a process belongs to (proc(5), field 6 of stat), 0 when it is gone."""
    fields = _read(str(pid), "stat").rpartition(")")[2].split()
    return int(fields[3]) if fields else 0


def _status(name: str, *process: str) -> int:
    """A number from the status of a process or thread; 0 when it is gone."""
    lines = dict(line.split(":", 1) for line in _read(*process, "status").splitlines())
    return int(lines.get(name, "0").split()[0])
