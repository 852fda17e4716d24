"""Saying, before a command about a call does its work, that words of one wait to be put back."""

import os
from contextlib import suppress

from mentordesk.cli import output
from mentordesk.cli.door import Door
from mentordesk.domain.errors import Refusal
from mentordesk.domain.recovery import PREFIX


def warn(door: Door) -> None:
    """Say it on stderr; where there is nothing, that is a look at four folders and no more."""
    with suppress(Refusal):
        if any(_has_one(folder) for folder in door.paths.recovery_folders):
            from mentordesk.desk.recovery import left, said_of

            if said := said_of(len(left(door.paths.recovery_folders, door.paths.desk))):
                output.complain(f"! {said}")


def _has_one(folder: str) -> bool:
    with suppress(OSError):
        return any(entry.name.startswith(PREFIX) for entry in os.scandir(folder))
    return False
