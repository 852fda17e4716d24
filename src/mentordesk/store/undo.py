"""Taking back: each verb's changed rows, before and after, so that one key returns to what was."""

import json
from uuid import uuid4

from mentordesk.domain.errors import Refusal
from mentordesk.store.connection import Row, Store

KEPT = 200


def remember(
    store: Store, label: str, at: str, step: str, table: str, row_id: str, before: Row | None
) -> None:
    """Note one row's change as part of a step; a row changed twice keeps its first `before`."""
    now = store.row(f"SELECT * FROM {table} WHERE id = ?", row_id)
    after = json.dumps(dict(now)) if now else None
    known = store.value(
        "SELECT id FROM undo_step WHERE step = ? AND tbl = ? AND row_id = ?", step, table, row_id
    )
    if known:
        store.conn.execute("UPDATE undo_step SET after = ? WHERE id = ?", [after, known])
        return
    then = json.dumps(dict(before)) if before else None
    store.conn.execute(
        "INSERT INTO undo_step (id, step, label, at, tbl, row_id, before, after, seq,"
        " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
        " (SELECT coalesce(max(seq), 0) + 1 FROM undo_step), ?, ?)",
        [str(uuid4()), step, label, at, table, row_id, then, after, at, at],
    )
    store.conn.execute(
        "DELETE FROM undo_step WHERE seq <= (SELECT max(seq) FROM undo_step) - ?", [KEPT * 10]
    )


def last_label(store: Store) -> str:
    """What undo would take back, in words; '' when there is nothing."""
    return store.value("SELECT label FROM undo_step ORDER BY seq DESC LIMIT 1") or ""


def undo(store: Store) -> str:
    """Take back the last step inside the caller's transaction and return its label.

    Raises Refusal when there is nothing, or when a row has been changed since by something that
    is not undoable, such as typing in the notes: taking that back would lose words.
    """
    last = store.row("SELECT step, label FROM undo_step ORDER BY seq DESC LIMIT 1")
    if last is None:
        raise Refusal("There is nothing to take back.")
    changes = store.rows("SELECT * FROM undo_step WHERE step = ? ORDER BY seq DESC", last["step"])
    for change in changes:
        _check_untouched(store, change, last["label"])
    for change in changes:
        _put_back(store, change)
    store.conn.execute("DELETE FROM undo_step WHERE step = ?", [last["step"]])
    return str(last["label"])


def _check_untouched(store: Store, change: Row, label: str) -> None:
    now = store.row(f"SELECT * FROM {change['tbl']} WHERE id = ?", change["row_id"])
    after = json.loads(change["after"]) if change["after"] else None
    if (dict(now) if now else None) != after:
        raise Refusal(f"“{label}” cannot be taken back: it was changed again since.")


def _put_back(store: Store, change: Row) -> None:
    table, row_id = change["tbl"], change["row_id"]
    if change["before"] is None:
        store.conn.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
        return
    row = json.loads(change["before"])
    if change["after"] is None:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        store.conn.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*row.values()])
        return
    sets = ", ".join(f"{name} = ?" for name in row)
    store.conn.execute(f"UPDATE {table} SET {sets} WHERE id = ?", [*row.values(), row_id])
