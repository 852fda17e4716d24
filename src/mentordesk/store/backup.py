"""Copies of the whole desk, made by SQLite itself so that they are whole while others write."""

import sqlite3
from datetime import datetime
from pathlib import Path

from mentordesk.store.connection import iso, trouble


def backup(conn: sqlite3.Connection, path: Path, now: datetime, why: str) -> Path:
    """Copy the open desk into `backups/` beside it (0600) and return the copy's path."""
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{iso(now).replace(':', '')}-{why}.db"
    target.touch(mode=0o600)
    copy = sqlite3.connect(target)
    try:
        with trouble(target):
            conn.backup(copy)
    finally:
        copy.close()
    return target


def health(conn: sqlite3.Connection) -> list[str]:
    """What SQLite's quick check and the foreign keys complain of; empty when all is well."""
    try:
        problems = [row[0] for row in conn.execute("PRAGMA quick_check(20)")]
        broken = conn.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as problem:
        return [str(problem)]
    found = [text for text in problems if text != "ok"]
    return found + [f"{row[0]} refers to a missing {row[2]}" for row in broken]
