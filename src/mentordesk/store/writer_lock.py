"""The pen: a file beside the desk's that the one window holds which writes a call's notes.

Holding is the system's (flock), so that a window that dies has let go of it, however it died.
Taking it from somebody is putting another file in its place, which the other one sees when it next
looks. Where no such file can be held, every window writes and their words are put together.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp

from mentordesk.domain.errors import StoreTrouble
from mentordesk.domain.windows import Writer, writer_of
from mentordesk.store.file_locks import MINE, TAKEN, hold

LONGEST = 300
"""Bytes of a line that can be ours."""


class WriterLock:
    """One window's side of it: of which call, in which terminal, and the clock it goes by."""

    def __init__(
        self, desk: str, session_id: str, place: str, clock: Callable[[], datetime]
    ) -> None:
        self.path = f"{desk}-pen"
        self.session_id, self.place, self.clock = session_id, place, clock
        self._handle: int | None = None
        self._before: int | None = None
        self._loose = False

    def is_held(self) -> bool:
        """Whether this window writes, which it begins to do when nobody else does."""
        if self._loose or self._is_ours():
            return True
        was_ours, there = self._handle is not None, Path(self.path).exists()
        if was_ours and there:
            return False  # somebody else has taken it; `let_go` says that this is understood
        self._close()
        return self._take() or self._is_of_another_call()

    def who(self) -> Writer | None:
        """The window that writes, as the file says; None when it does not say."""
        with suppress(OSError, UnicodeDecodeError), Path(self.path).open("rb") as file:
            return writer_of(file.read(LONGEST).decode())
        return None

    def seize(self) -> None:
        """Take the pen from whoever has it. Raises StoreTrouble when that cannot be."""
        with suppress(OSError):
            self._before = os.open(self.path, os.O_RDWR)
        try:
            handle, name = mkstemp(dir=Path(self.path).parent, prefix=".pen-")
        except OSError as problem:
            raise StoreTrouble(
                f"The notes cannot be taken over: {self.path} cannot be written"
                f" ({problem.strerror}). Write on in the other window."
            ) from problem
        hold(handle)
        self._sign(handle)
        Path(name).replace(self.path)
        self._handle = handle

    def is_handed_over(self) -> bool:
        """After `seize`: whether the other window has stored its words and let go, or is gone."""
        if self._before is None:
            return True
        if hold(self._before) == TAKEN:
            return False
        os.close(self._before)
        self._before = None
        return True

    def let_go(self) -> None:
        """Somebody else may write now."""
        if self._is_ours():
            with suppress(OSError):
                Path(self.path).unlink()
        self._close()

    def _take(self) -> bool:
        """Hold the file if nobody does."""
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            self._loose = True  # nowhere to keep a pen
            return True
        state = hold(handle)
        self._handle = handle if state == MINE else None
        if state == MINE and self._is_ours():
            self._sign(handle)
            return True
        os.close(handle)
        self._handle = None
        self._loose = state not in (MINE, TAKEN)
        return self._loose

    def _is_of_another_call(self) -> bool:
        """Whether who holds it writes in a call that is over, and only has not noticed yet."""
        who = self.who()
        if who is None or who.session_id == self.session_id:
            return False
        with suppress(StoreTrouble):
            self.seize()
            return True
        return False

    def _is_ours(self) -> bool:
        """Whether the file in its place is the one that this window holds."""
        if self._handle is None:
            return False
        try:
            here, there = os.fstat(self._handle), Path(self.path).stat()
        except OSError:
            return False
        return (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)

    def _sign(self, handle: int) -> None:
        """Say in the file who this is; on a full disk it stays unsaid."""
        with suppress(OSError):
            os.ftruncate(handle, 0)
            mine = Writer(self.session_id, self.place, self.clock())
            os.pwrite(handle, mine.as_line().encode(), 0)

    def _close(self) -> None:
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = None
