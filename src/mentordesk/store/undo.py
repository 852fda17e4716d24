"""Taking back: what each verb changed, before and after, so that one key returns to what was.

A row that was changed is kept by its changed columns, one that was added or removed whole.
"""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip
from mentordesk.store.connection import Row, Store, iso, trouble

KEPT = 200
"""Steps that can be taken back; what is older has become history."""

_NOT_TO_SEND = "; do not send "

Columns = dict[str, Any]


def remember(
    store: Store, label: str, at: str, step: str, table: str, row_id: str, before: Row | None
) -> None:
    """Note one row's change as part of a step; a row changed twice returns to the first state."""
    now = store.row(f"SELECT * FROM {table} WHERE id = ?", row_id)
    known = store.row(
        "SELECT id, seq, before FROM undo_step WHERE step = ? AND tbl = ? AND row_id = ?",
        step,
        table,
        row_id,
    )
    then = dict(before) if before else None
    if known:
        then = {**(then or {}), **json.loads(known["before"])} if known["before"] else None
        _delete(store, "id", known["id"])
    elif not store.value("SELECT 1 FROM undo_step WHERE step = ?", step):
        _forget_the_oldest(store)
    change = _change(then, dict(now) if now else None)
    if change:
        # A row keeps its turn: what refers to it was added later and has to go first.
        seq = known["seq"] if known else _next_seq(store)
        _keep(store, str(uuid4()), step, clip(label, 200), at, table, row_id, *change, seq, at, at)


def not_to_send(store: Store, step: str, label: str, names: str) -> None:
    """Let the label of a step name the files that are of no use when it is taken back."""
    with trouble(store.path):
        store.conn.execute(
            "UPDATE undo_step SET label = ? WHERE step = ?",
            (f"{clip(label, 200)}{_NOT_TO_SEND}{clip(names, 300)}", step),
        )


def _change(then: Columns | None, now: Columns | None) -> tuple[str | None, str | None] | None:
    """What has to be kept of a row before and after, as JSON; None when it is as it was."""
    if then and now:
        differs = [name for name in now if now[name] != then[name] and name != "updated_at"]
        then, now = ({name: row[name] for name in differs} for row in (then, now))
    if not then and not now:
        return None
    return json.dumps(then) if then else None, json.dumps(now) if now else None


def _keep(store: Store, *values: str | int | None) -> None:
    _run(
        store,
        "INSERT INTO undo_step (id, step, label, at, tbl, row_id, before, after, seq, created_at,"
        " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )


def _next_seq(store: Store) -> int:
    return int(store.value("SELECT coalesce(max(seq), 0) + 1 FROM undo_step"))


def _forget_the_oldest(store: Store) -> None:
    """Make room for one more step; a step goes whole or not at all."""
    oldest = store.value(
        "SELECT min(seq) AS first FROM undo_step GROUP BY step ORDER BY first DESC LIMIT 1"
        " OFFSET ?",
        KEPT - 2,
    )
    if oldest is not None:
        _run(store, "DELETE FROM undo_step WHERE seq < ?", [oldest])


def _delete(store: Store, column: str, value: str) -> None:
    _run(store, f"DELETE FROM undo_step WHERE {column} = ?", [value])


def last_label(store: Store) -> str:
    """What undo would take back, in words; '' when there is nothing."""
    return store.value("SELECT label FROM undo_step ORDER BY seq DESC LIMIT 1") or ""


def is_last(store: Store, step: str) -> bool:
    """Whether a step is what undo would take back, so that more may become part of it."""
    found = store.value("SELECT step FROM undo_step ORDER BY seq DESC LIMIT 1")
    return bool(step) and found == step


def undo(store: Store, now: datetime) -> str:
    """Take back the last step inside the caller's transaction and return its label.

    Raises Refusal when there is nothing, or when what it changed has been changed or added to
    since by something that is not undoable, such as typing in the notes: that would be lost.
    """
    last = store.row("SELECT step, label FROM undo_step ORDER BY seq DESC LIMIT 1")
    if last is None:
        raise Refusal("There is nothing to take back. What is done from now on can be.")
    changes = store.rows("SELECT * FROM undo_step WHERE step = ? ORDER BY seq DESC", last["step"])
    try:
        for change in changes:
            _check_untouched(store, change)
        for change in changes:
            _put_back(store, change, iso(now))
    except (_TouchedError, sqlite3.IntegrityError):
        what = last["label"].partition(_NOT_TO_SEND)[0]
        raise Refusal(
            f"“{what}” cannot be taken back: it was changed again since, or has been"
            " built upon. Change it by hand."
        ) from None
    _delete(store, "step", last["step"])
    return str(last["label"])


class _TouchedError(Exception):
    """A row is not as the step left it."""


def _check_untouched(store: Store, change: Row) -> None:
    found = store.row(f"SELECT * FROM {change['tbl']} WHERE id = ?", change["row_id"])
    after: Columns = json.loads(change["after"]) if change["after"] else {}
    if bool(found) != bool(after):
        raise _TouchedError
    now = dict(found) if found else {}
    if any(now[name] != value for name, value in after.items() if name != "updated_at"):
        raise _TouchedError


def _put_back(store: Store, change: Row, at: str) -> None:
    table, row_id = change["tbl"], change["row_id"]
    before: Columns = json.loads(change["before"]) if change["before"] else {}
    if not before:
        _run(store, f"DELETE FROM {table} WHERE id = ?", [row_id])
        return
    row = before | {"updated_at": at}
    if change["after"] is None:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        _run(store, f"INSERT INTO {table} ({names}) VALUES ({marks})", [*row.values()])
    else:
        sets = ", ".join(f"{name} = ?" for name in row)
        _run(store, f"UPDATE {table} SET {sets} WHERE id = ?", [*row.values(), row_id])


def _run(store: Store, sql: str, values: Sequence[Any]) -> None:
    with trouble(store.path):
        store.conn.execute(sql, values)
