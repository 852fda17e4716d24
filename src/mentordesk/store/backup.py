"""Copies of the whole desk, made by SQLite itself so that they are whole while others write."""

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from mentordesk.domain.errors import StoreTrouble
from mentordesk.store.connection import iso


def backup(conn: sqlite3.Connection, path: str, now: datetime, why: str) -> Path:
    """Copy the open desk into `backups/` beside it (0600) and return the copy's path.

    Raises StoreTrouble when the copy cannot be made; half a copy does not stay.
    """
    folder = Path(path).parent / "backups"
    target = folder / f"{iso(now).replace(':', '')}-{why}.db"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        target.touch(mode=0o600)
        _copy(conn, target)
    except (OSError, sqlite3.Error) as problem:
        with suppress(OSError):
            target.unlink()
        raise StoreTrouble(
            f"A copy of the desk in {folder} cannot be made ({problem}), and nothing is done"
            " without one. Nothing was changed. Check the disk and the folder's rights."
        ) from problem
    return target


def _copy(conn: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target)
    try:
        conn.backup(copy)
    finally:
        copy.close()


def health(conn: sqlite3.Connection) -> list[str]:
    """What SQLite's quick check and the foreign keys complain of; empty when all is well."""
    try:
        problems = [row[0] for row in conn.execute("PRAGMA quick_check(20)")]
        broken = conn.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as problem:
        return [str(problem)]
    found = [text for text in problems if text != "ok"]
    return found + [f"{row[0]} refers to a missing {row[2]}" for row in broken]
