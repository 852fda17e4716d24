"""Paths as people type them into a dialog."""

from contextlib import suppress
from pathlib import Path

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip


def whole_path(typed: str) -> Path:
    """The whole path, `~` being somebody's home. Raises Refusal for one that leads nowhere.

    That is one without such a home, and one the system will not even look at: too long, or behind
    a folder that is closed to whoever asks.
    """
    said = clip(typed, 40)
    try:
        path = Path(typed).expanduser().absolute()
        with suppress(FileNotFoundError, NotADirectoryError):
            path.stat()
    except RuntimeError as error:  # `~somebody` without such an account
        raise Refusal(f"There is no home folder such as in “{said}”.") from error
    except OSError as error:
        raise Refusal(f"“{said}” is no place for a file ({error.strerror}).") from error
    return path
