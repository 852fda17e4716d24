"""The only writer to the mentor's terminal from here: text, JSON or bytes; the last gate.

Whatever a text holds, no escape sequence or control character leaves through `say`, `table`,
`as_json` or `complain` (domain.text.clean).
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import cells as cells_of
from mentordesk.domain.text import clean


def say(text: str = "") -> None:
    """Print text and a line break to stdout."""
    _write(clean(text) + "\n")


def warn(sentences: Iterable[str]) -> None:
    """Print what the mentor should think of, a line each; nothing is kept from happening by it."""
    for sentence in sentences:
        say(f"! {sentence}")


def table(rows: Iterable[Sequence[str]], indent: int = 2) -> None:
    """Print rows with their columns aligned; a cell is one line, empty columns take no room."""
    cells = [[" ".join(clean(cell).splitlines()) for cell in row] for row in rows]
    widths = [max(map(cells_of, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = [c + " " * (w - cells_of(c)) for c, w in zip(row, widths, strict=True) if w]
        say(" " * indent + "  ".join(padded).rstrip())


def paragraph(text: str, indent: int = 2) -> None:
    """Print text of several lines, each indented; nothing for an empty text."""
    for line in clean(text).splitlines():
        say(" " * indent + line if line.strip() else "")


def as_json(shape: object) -> None:
    """Print a shape of docs/json.md; texts are cleaned, line breaks in them stay."""
    from json import dumps  # only for those who asked for JSON

    _write(dumps(_cleaned(shape), ensure_ascii=False, indent=2) + "\n")


def data(content: bytes) -> None:
    """Write bytes to stdout as they are: a file's content for a pipe."""
    if sys.stdout is not None:
        flush()
        with _written():
            sys.stdout.buffer.write(content)


def complain(sentence: str) -> None:
    """Print a sentence to stderr."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(clean(sentence) + "\n")


def flush() -> None:
    """Hand everything to the reader now, so that a reader who left is noticed here.

    Raises SystemExit when the reader left, Refusal when a file takes no more.
    """
    if sys.stdout is not None:
        with _written():
            sys.stdout.flush()


def never_fail_on_letters() -> None:
    """Let letters the terminal's encoding lacks become `?` instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def hush() -> None:
    """Drop what is still unwritten: the reader (`head -1`) has seen enough."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_terminal() -> bool:
    """Whether a person at a terminal reads and types."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams)


def _write(text: str) -> None:
    if sys.stdout is not None:
        with _written():
            sys.stdout.write(text)


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        hush()
        raise SystemExit(0) from None
    except OSError as error:
        hush()
        raise Refusal(
            f"What was asked for could not be written: {error.strerror}. Try another place."
        ) from error


def _cleaned(shape: object) -> Any:
    if isinstance(shape, str):
        return clean(shape)
    if isinstance(shape, Mapping):
        return {key: _cleaned(value) for key, value in shape.items()}
    if isinstance(shape, list | tuple):
        return [_cleaned(value) for value in shape]
    return shape
