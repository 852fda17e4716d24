"""The mentor's own editor on a text: a file beside the desk, for as long as the editor is open."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip

NAME = "notes.md"
_STOPS = ("SIGINT", "SIGQUIT")
_PAUSES = ("SIGTSTP", "SIGCONT")


class Edited(NamedTuple):
    """What an editor saved, and a sentence when it did not end well; '' when it did."""

    text: str
    trouble: str = ""


def edited(text: str, folder: Path, environ: Mapping[str, str]) -> Edited:
    """What the mentor makes of a text in `$VISUAL`, else `$EDITOR`; waits until it is closed.

    The file lies in a new folder that nobody else can open, and goes with it, unless words would go
    with it, too. Raises Refusal when there is no editor, or nothing of it can be read.
    """
    command = _command(environ)
    place = _written(text, folder)
    try:
        ended_well = _run([*command, str(place)])
        after = _read(place, text)
    except FileNotFoundError as error:
        _remove(place)
        raise Refusal("Your editor left no file behind. The notes are what they were.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"What your editor wrote cannot be read. It is in {place}") from error
    except Refusal:
        _remove(place)
        raise
    # A swap file beside it may hold what was never saved: a terminal that is closed leaves one.
    unsaved = not ended_well and any(one != place for one in place.parent.iterdir())
    if not unsaved:
        _remove(place)
    return Edited(after, "" if ended_well else _trouble(_said(command), place, unsaved))


def _trouble(name: str, place: Path, unsaved: bool) -> str:
    said = f"{name} ended with an error. What it had saved is in the notes"
    return f"{said}; what it had not may be in {place.parent}" if unsaved else f"{said}."


def _command(environ: Mapping[str, str]) -> Sequence[str]:
    said = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        command = shlex.split(said)
    except ValueError as error:
        raise Refusal(f"$EDITOR is no command: “{clip(said, 40)}”. Mend its quotes.") from error
    if not command:
        raise Refusal("Say first which editor is yours, for example with: export EDITOR=nano")
    if shutil.which(command[0], path=environ.get("PATH")) is None:
        raise Refusal(f"“{clip(command[0], 40)}” is not to be found. Set $VISUAL or $EDITOR.")
    return command


def _written(text: str, folder: Path) -> Path:
    """The text in a file of its own (0600) in a folder of its own (0700)."""
    try:
        place = Path(tempfile.mkdtemp(prefix="editing-", dir=folder)) / NAME
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(text.encode())
    except OSError as error:
        raise Refusal(f"No file for your editor can be written: {error.strerror}.") from error
    return place


def _run(command: Sequence[str]) -> bool:
    """Run it in this terminal; whether it ended well."""
    try:
        with subprocess.Popen(command) as editor, _its_signals():
            return editor.wait() == 0
    except OSError as error:
        raise Refusal(f"{_said(command)} cannot be run: {error.strerror}.") from error


@contextmanager
def _its_signals() -> Iterator[None]:
    """What is typed to stop or to pause is meant for the editor, which has the terminal."""
    wanted = dict.fromkeys(_STOPS, signal.SIG_IGN) | dict.fromkeys(_PAUSES, signal.SIG_DFL)
    numbers = {getattr(signal, name): how for name, how in wanted.items() if hasattr(signal, name)}
    before = {number: signal.signal(number, how) for number, how in numbers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _read(place: Path, text: str) -> str:
    """What stands there now, without the line break that an editor puts at the end."""
    after = place.read_bytes().decode()
    return after.removesuffix("\n") if not text.endswith("\n") else after


def _said(command: Sequence[str]) -> str:
    return clip(Path(command[0]).name, 40)


def _remove(place: Path) -> None:
    """The whole folder, and so what an editor put beside its file."""
    shutil.rmtree(place.parent, ignore_errors=True)
