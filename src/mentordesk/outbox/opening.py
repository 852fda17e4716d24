"""Handing a file to the desktop, which opens it in the program that the mentor chose for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from mentordesk.domain.errors import Refusal

_PATIENCE, _SHORT_PATIENCE = 3.0, 0.5
"""Seconds in which an opener fails if it does; some stay as long as the program is open.

A screen waits for the shorter one.
"""


def open_file(path: Path, environ: Mapping[str, str] = os.environ) -> None:
    """Open a file as a double click would: one argument, no shell.

    Raises Refusal that names the file where there is no desktop, or nothing that opens it.
    """
    by_hand = f"Open {path} in your mail program yourself."
    _hand_over(str(path.absolute()), by_hand, _PATIENCE, environ)


def open_link(link: str, environ: Mapping[str, str] = os.environ) -> None:
    """Open a `mailto:` link as a click on it would: one argument, no shell.

    Raises Refusal where there is no desktop, or nothing that opens it.
    """
    _hand_over(link, "Take a mail file instead.", _SHORT_PATIENCE, environ)


def _hand_over(what: str, by_hand: str, patience: float, environ: Mapping[str, str]) -> None:
    if sys.platform == "win32":
        os.startfile(what)
        return
    words = _opener(environ)
    if not words:
        raise Refusal(f"There is no desktop to open it. {by_hand}")
    if not shutil.which(words[0]):
        raise Refusal(f"{words[0]} is not installed, so nothing is opened. {by_hand}")
    quiet = subprocess.DEVNULL
    try:
        started = subprocess.Popen(
            [*words, what], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        failed = started.wait(patience) != 0
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise Refusal(f"{words[0]} cannot be run ({error.strerror}). {by_hand}") from None
    if failed:
        raise Refusal(f"No program is set to open it. {by_hand}")


def _opener(environ: Mapping[str, str]) -> list[str]:
    """The command of this system that opens a file; none where nobody sees what it opens."""
    if sys.platform == "darwin":
        return ["open"]
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return ["xdg-open"]
    return ["wslview"] if environ.get("WSL_DISTRO_NAME") else []
