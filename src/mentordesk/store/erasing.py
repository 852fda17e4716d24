"""Taking one person out of the file for good: tables, search index, undo steps, free pages, log.

What is found by foreign keys goes, so that a new table need not be named here. See
docs/decisions/0004-migrations.md.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from mentordesk.store.connection import Store, iso, trouble
from mentordesk.store.unnaming import named

_CHUNK = 400
"""Ids in one statement: any SQLite takes 999 values (sqlite.org/limits.html)."""
_NAMED_IN = ("representative_id",)
"""Columns of a group's own rows that only name a person: they are emptied, the rows stay."""
Rows = dict[str, set[str]]
"""Ids of rows by their table."""


class _Link(NamedTuple):
    """A column of a table that refers to another table."""

    table: str
    column: str
    target: str


def reach(store: Store, mentee_id: str) -> Rows:
    """Every row that is this person's alone, by table.

    That is all of a mentorship nobody else was ever in, and of a group their membership,
    attendance, ticks, and words about them alone; and busy calendars called after them.
    """
    links = _links(store)
    found: Rows = defaultdict(set)
    todo = [("mentee", {mentee_id}), ("mentorship", _own_mentorships(store, mentee_id))]
    while todo:
        target, ids = todo.pop()
        ids -= found[target]
        found[target] |= ids
        todo += [
            (link.table, rows)
            for link in links
            if link.target == target
            and link.column not in _NAMED_IN
            and (rows := _referring(store, link, ids))
        ]
    found["busy_calendar"] = named(store, mentee_id).gone
    return {table: ids for table, ids in found.items() if ids}


def erase(store: Store, mentee_id: str, now: datetime) -> bool:
    """Remove all that `reach` finds, and every undo step; whether no page or log keeps a trace.

    Titles of other calendars that name the person go, too; their times stay.

    False: another program reads the desk, or the disk is full, and the log is emptied when all have
    closed it. Raises StoreTrouble when the file cannot be written; nothing is removed then.
    """
    with trouble(store.path):
        store.conn.execute("PRAGMA secure_delete = ON")
    with store.atomic("erase", now, undoable=False), trouble(store.path):
        store.conn.execute("PRAGMA defer_foreign_keys = ON")
        for calendar, columns in named(store, mentee_id).cleared.items():
            marks = ", ".join(f"{column} = ?" for column in columns)
            store.conn.execute(
                f"UPDATE busy_calendar SET {marks}, updated_at = ? WHERE id = ?",
                [*columns.values(), iso(now), calendar],
            )
        for table, ids in reach(store, mentee_id).items():
            for some in _chunks(ids):
                marks = ", ".join("?" * len(some))
                store.conn.execute(f"DELETE FROM {table} WHERE id IN ({marks})", some)
        for link in _links(store):
            if link.target == "mentee" and link.column in _NAMED_IN:
                store.conn.execute(
                    f"UPDATE {link.table} SET {link.column} = NULL WHERE {link.column} = ?",
                    [mentee_id],
                )
        store.conn.execute("DELETE FROM undo_step")
        # Deleted words stay in the segments of the index until it is made anew (FTS5 §6.10).
        store.conn.execute("INSERT INTO words(words) VALUES ('rebuild')")
    return _scrub(store)


def _scrub(store: Store) -> bool:
    """Empty free pages and the log; False when that is not wholly possible now.

    Deleted rows are overwritten already, so what fails here leaves no more than pages in the log.
    """
    try:
        store.conn.execute("VACUUM")
        is_small = True
    except sqlite3.Error:
        is_small = False
    with trouble(store.path):
        busy, *_ = store.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        store.conn.execute("PRAGMA secure_delete = OFF")
    return is_small and not busy


def copies_with(path: str, mentee_id: str) -> list[Path]:
    """The backups beside a desk that still hold a person, and those that cannot be read."""
    folder = Path(path).parent / "backups"
    return [copy for copy in sorted(folder.glob("*.db")) if _holds(copy, mentee_id)]


def _holds(copy: Path, mentee_id: str) -> bool:
    try:
        uri = f"{copy.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as conn:
            found = conn.execute("SELECT 1 FROM mentee WHERE id = ?", [mentee_id]).fetchone()
    except sqlite3.Error:
        return True
    return found is not None


def _own_mentorships(store: Store, mentee_id: str) -> set[str]:
    """Mentorships in which nobody else is or was, and which are no group."""
    rows = store.rows(
        "SELECT mentorship_id FROM membership AS b WHERE mentee_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM membership"
        " WHERE mentorship_id = b.mentorship_id AND mentee_id <> b.mentee_id)"
        " AND NOT EXISTS (SELECT 1 FROM team WHERE mentorship_id = b.mentorship_id)",
        mentee_id,
    )
    return {row["mentorship_id"] for row in rows}


def _links(store: Store) -> list[_Link]:
    rows = store.rows(
        'SELECT s.name AS tbl, f."from" AS col, f."table" AS target'
        " FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f WHERE s.type = 'table'"
    )
    return [_Link(row["tbl"], row["col"], row["target"]) for row in rows]


def _referring(store: Store, link: _Link, ids: set[str]) -> set[str]:
    return {
        str(row["id"])
        for some in _chunks(ids)
        for row in store.rows(
            f"SELECT id FROM {link.table} WHERE {link.column} IN ({', '.join('?' * len(some))})",
            *some,
        )
    }


def _chunks(ids: set[str]) -> Iterator[list[str]]:
    every = sorted(ids)
    return (every[at : at + _CHUNK] for at in range(0, len(every), _CHUNK))
