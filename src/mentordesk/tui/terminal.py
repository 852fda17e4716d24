"""The mentor's terminal: its title, and the day it is closed while the desk is still drawing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

from textual.driver import Driver


class Lasting:
    """A stream into a terminal; once that is gone, what is written is dropped instead of raising.

    Textual's writing thread would die of the error, its queue fill up, and the desk wait for ever
    on its way out.
    """

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, if anybody is there."""
        with suppress(OSError, ValueError):
            return self._stream.write(text)
        return 0

    def flush(self) -> None:
        """Flush, if anybody is there."""
        with suppress(OSError, ValueError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def lasting(driver: type[Driver]) -> type[Driver]:
    """The driver of this platform, writing into a stream that outlives its terminal.

    When it is stopped by a signal, everybody hears of it first, as when it is by a key.
    """

    class LastingDriver(driver):  # type: ignore[misc, valid-type]
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            if stream := getattr(self, "_file", None):
                self._file = Lasting(stream)

        if hasattr(driver, "_sigtstp_application"):

            def stopped(self) -> None:
                """Between two events, not in the middle of one: store, then stand still."""
                self._app.app_suspend_signal.publish(self._app)
                self._sigtstp_application()

    return LastingDriver


@contextmanager
def titled() -> Iterator[None]:
    """A terminal title without names in it, and the old one back afterwards (xterm, XTWINOPS)."""
    stream = sys.__stderr__
    terminal = Lasting(stream) if stream and stream.isatty() else None

    def write(codes: str) -> None:
        if terminal:
            terminal.write(codes)
            terminal.flush()

    write("\x1b[22;2t\x1b]2;mentordesk\x07")
    try:
        yield
    finally:
        write("\x1b[23;2t")
