"""Paths as people type them into a dialog."""

from pathlib import Path

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip


def whole_path(typed: str) -> Path:
    """The whole path, `~` being somebody's home. Raises Refusal for one that leads nowhere."""
    try:
        return Path(typed).expanduser().absolute()
    except RuntimeError as error:  # `~somebody` without such an account
        raise Refusal(f"There is no home folder such as in “{clip(typed, 40)}”.") from error
