"""What `doctor` tells: versions, paths, time zone data and the state of the store."""

import platform
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentordesk import __version__, zones
from mentordesk.domain.errors import StoreTrouble
from mentordesk.store import SCHEMA
from mentordesk.store.backup import health as file_problems
from mentordesk.store.sqlite_errors import little_room

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Health(NamedTuple):
    """The facts; `problems` is empty when all is well."""

    version: str
    python: str
    sqlite: str
    textual: str
    icalendar: str
    store: str
    bytes: int
    schema: int
    read_only: bool
    zone: str
    tz_system: str
    tz_package: str
    tz_used: str
    people: int
    sessions: int
    notes: int
    playbooks: str
    problems: tuple[str, ...]


def health(desk: "Desk") -> Health:
    """Look at everything once; nothing is changed."""
    from importlib.metadata import version  # slow, and only the doctor needs it

    tz = zones.versions()
    store = desk.store

    def count(table: str) -> int:
        try:
            return int(store.value(f"SELECT count(*) FROM {table}"))
        except StoreTrouble:  # what is damaged is told among the problems
            return 0

    broken = [f"playbook {e.slug}: {e.problem}" for e in desk.playbooks.list() if e.problem]
    return Health(
        version=__version__,
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        textual=version("textual"),
        icalendar=version("icalendar"),
        store=store.path,
        bytes=Path(store.path).stat().st_size,
        schema=SCHEMA,
        read_only=store.read_only,
        zone=desk.zone,
        tz_system=tz.system,
        tz_package=tz.package,
        tz_used=tz.used,
        people=count("mentee"),
        sessions=count("session"),
        notes=count("note"),
        playbooks=desk.playbooks_folder,
        problems=(*file_problems(store.conn), *broken, *_unstored(desk), *little_room(store.path)),
    )


def _unstored(desk: "Desk") -> list[str]:
    """Words of a call that wait to be put back."""
    from mentordesk.desk.recovery import said_of

    return list(filter(None, [said_of(len(desk.recovery.left()))]))
