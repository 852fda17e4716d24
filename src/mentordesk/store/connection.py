"""A connection with one way to write: `atomic()`, in which every changed row can be taken back."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from types import MappingProxyType
from typing import Any

from mentordesk.domain.errors import StoreTrouble
from mentordesk.domain.text import clean

Row = sqlite3.Row
Value = str | int | None


class Store:
    """One open desk file. Reads are plain SQL; writes go through insert, update and delete."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        path: str,
        tz: Callable[[str], tzinfo],
        read_only: bool = False,
    ) -> None:
        self.conn = conn
        self.path = path
        self.tz = tz
        self.read_only = read_only
        self.refuses = ""
        """Said to whoever wants to write into a store that only reads, if it has its own words."""
        self.is_shared = False
        """Whether it shows what one reader may see and hides the rest (store.sharing)."""
        self._file = _identity(path)
        self._step: _Step | None = None
        self._touched: set[str] = set()
        self._counted = conn.total_changes

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """All rows of a query. Raises StoreTrouble when the file cannot be read."""
        with trouble(self.path):
            return self.conn.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first row of a query, or None."""
        with trouble(self.path):
            found: Row | None = self.conn.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, *values: Value) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, *values)
        return found[0] if found else None

    @property
    def is_writing(self) -> bool:
        """Whether a transaction is under way."""
        return self._step is not None

    @contextmanager
    def atomic(
        self, label: str, now: datetime, undoable: bool = True, step: str = ""
    ) -> Iterator[None]:
        """Write rows that belong together: BEGIN IMMEDIATE, all or nothing, one flush.

        `label` says what was done, for undo, which takes back as one what has the same `step`, ''
        for a step of its own; a nested block joins the outer one, and its rows are stamped with
        its own `now`. Raises StoreTrouble when the file is read-only, locked, full, damaged or no
        longer in its place; nothing is written then.
        """
        if self._step:
            with self._step.later(iso(now)):
                yield
            return
        if self.read_only:
            from mentordesk.store.sqlite_errors import read_only

            raise StoreTrouble(self.refuses or read_only(self.path))
        self._see_file()
        with trouble(self.path):
            self.conn.execute("BEGIN IMMEDIATE")
        self._step = _Step(label, iso(now), undoable, step)
        try:
            yield
            with trouble(self.path):
                self.conn.execute("COMMIT")
        except BaseException:
            if self.conn.in_transaction:
                self.conn.execute("ROLLBACK")
            raise
        finally:
            self._step = None

    def wrote(self, names: str) -> None:
        """Let undo say of the verb under way which files are not to be sent once it is undone."""
        from mentordesk.store.undo import not_to_send

        if (step := self._writing()).undoable:
            not_to_send(self, step.id, step.label, names)

    def insert(self, table: str, row: Mapping[str, Value]) -> None:
        """Add a row; texts are cleaned of control characters, times of writing are added."""
        step = self._writing()
        full = {k: _safe(v) for k, v in row.items()}
        full |= {"created_at": step.at, "updated_at": step.at}
        names = ", ".join(full)
        marks = ", ".join("?" * len(full))
        with trouble(self.path):
            self.conn.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*full.values()])
        self._remember(table, str(full["id"]), None)

    def update(self, table: str, row_id: str, **changes: Value) -> bool:
        """Change columns of a row; nothing is written when nothing differs. True if it was."""
        step = self._writing()
        before = self.row(f"SELECT * FROM {table} WHERE id = ?", row_id)
        if before is None:
            return False
        new = {k: _safe(v) for k, v in changes.items() if before[k] != _safe(v)}
        if not new:
            return False
        new["updated_at"] = step.at
        sets = ", ".join(f"{name} = ?" for name in new)
        with trouble(self.path):
            self.conn.execute(f"UPDATE {table} SET {sets} WHERE id = ?", [*new.values(), row_id])
        self._remember(table, row_id, before)
        return True

    def put(
        self,
        table: str,
        key: Mapping[str, Value],
        said: Mapping[str, Value],
        new_id: Callable[[], str],
        once: Mapping[str, Value] = MappingProxyType({}),
    ) -> str:
        """Say something of the row whose columns are as in `key`, adding it if there is none.

        `once` are columns that only a new row is given, under an id that `new_id` makes. Its id.
        """
        where = " AND ".join(f"{name} IS ?" for name in key)
        known = self.value(f"SELECT id FROM {table} WHERE {where}", *key.values())
        if known:
            self.update(table, known, **said)
            return str(known)
        made = new_id()
        self.insert(table, {"id": made, **key, **once, **said})
        return made

    def delete(self, table: str, row_id: str) -> None:
        """Remove a row (a withdrawn capture, an empty draft); people are archived instead."""
        self._writing()
        before = self.row(f"SELECT * FROM {table} WHERE id = ?", row_id)
        if before is not None:
            with trouble(self.path):
                self.conn.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
            self._remember(table, row_id, before)

    def touched(self) -> set[str]:
        """The tables written since this was last asked; `*` for any of them, by undo or erasing."""
        found, self._touched = self._touched, set()
        before, self._counted = self._counted, self.conn.total_changes
        return found or ({"*"} if self._counted != before else set())

    def data_version(self) -> int:
        """A number that changes when another process wrote to the file."""
        return int(self.value("PRAGMA data_version"))

    def close(self) -> None:
        """Let go of the file; closing writes, too."""
        if self.read_only or not self._is_held_fast():
            self.conn.close()
        else:
            from mentordesk.store.sqlite_errors import leave_open

            leave_open(self.conn)

    def _is_held_fast(self) -> bool:
        """Whether the memory shared with other programs may not be written any more.

        It is a file that is mapped: writing there ends the program by SIGBUS, which no program of
        Python's can answer (an immutable file, sqlite.org/walformat.html on `-shm`).
        """
        shared = f"{self.path}-shm"
        return not os.access(shared, os.W_OK) and os.path.exists(shared)

    def _see_file(self) -> None:
        """SQLite writes on into a file that was deleted or replaced, where nobody finds it."""
        if self._is_held_fast():
            from mentordesk.store.sqlite_errors import held_fast

            raise StoreTrouble(held_fast(self.path))
        if _identity(self.path) != self._file:
            raise StoreTrouble(
                f"{self.path} was moved, deleted or replaced while it was open, so nothing can be"
                " stored in it. Put the file back, or copy your words and open the desk again."
            )

    def _writing(self) -> "_Step":
        if self._step is None:
            raise RuntimeError("writes belong inside store.atomic()")
        return self._step

    def _remember(self, table: str, row_id: str, before: Row | None) -> None:
        step = self._writing()
        self._touched.add(table)
        if step.undoable:
            from mentordesk.store.undo import remember  # json and uuid, only when writing

            remember(self, step.label, step.at, step.id, table, row_id, before)


class _Step:
    """One verb's writes while they happen."""

    def __init__(self, label: str, at: str, undoable: bool, step: str) -> None:
        self.label, self.at, self.undoable = label, at, undoable
        self.id = step
        if undoable and not step:
            from uuid import uuid4

            self.id = str(uuid4())

    @contextmanager
    def later(self, at: str) -> Iterator[None]:
        """Stamp rows with another moment, for a verb that is part of this one."""
        outer, self.at = self.at, at
        try:
            yield
        finally:
            self.at = outer


def iso(moment: datetime) -> str:
    """An instant as the store writes it: UTC, to the second, ISO 8601 (`2026-11-24T17:00:00Z`)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _safe(value: Value) -> Value:
    return clean(value) if isinstance(value, str) else value


def _identity(path: str) -> tuple[int, int] | None:
    """Which file stands at a path now, by device and number; None for none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def trouble(path: str) -> Iterator[None]:
    """Turn trouble with the file into sentences; mistakes in SQL stay what they are."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        from mentordesk.store.sqlite_errors import sentence  # only once something has failed

        said = sentence(path, problem)
        if not said:
            raise
        raise StoreTrouble(said) from problem
