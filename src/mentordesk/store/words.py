"""Notes, recaps and answers as the mentor reads them."""

from datetime import datetime

from mentordesk.domain.notes import Note
from mentordesk.domain.readers import loaded
from mentordesk.store.connection import Row, Store, Value


def notes(store: Store, where: str, *values: Value) -> list[Note]:
    """Notes that meet a condition, newest first."""
    rows = store.rows(
        f"SELECT * FROM note WHERE {where} ORDER BY at DESC, created_at DESC, rowid DESC", *values
    )
    return [note(row) for row in rows]


def background(store: Store, mentorship_id: str) -> list[Note]:
    """What came about somebody before the first meeting, read or not, newest first."""
    return notes(store, "mentorship_id = ? AND kind = 'background'", mentorship_id)


def open_ones(store: Store, mentorship_id: str, kind: str, alone: bool = True) -> list[Note]:
    """Questions not answered yet, or stuck points not solved, oldest first.

    Without `alone`, only what is not about a single member of a group.
    """
    which = "" if alone else " AND about_id IS NULL"
    found = notes(
        store, f"mentorship_id = ? AND kind = ? AND state = 'open'{which}", mentorship_id, kind
    )
    return found[::-1]


def recap(store: Store, session_id: str, kind: str) -> str | None:
    """The stored `mentee` or `private` recap of a session."""
    found = store.value(
        "SELECT body FROM recap WHERE session_id = ? AND kind = ?", session_id, kind
    )
    return None if found is None else str(found)


def answers(store: Store, session_id: str) -> dict[str, str]:
    """What was answered at the wrap-up, by the question's key."""
    rows = store.rows("SELECT question, body FROM answer WHERE session_id = ?", session_id)
    return {row["question"]: row["body"] for row in rows}


def note(row: Row) -> Note:
    """A row of the table `note`."""
    return Note(
        id=row["id"],
        kind=row["kind"],
        body=row["body"],
        at=datetime.fromisoformat(row["at"]),
        mentorship_id=row["mentorship_id"],
        session_id=row["session_id"] or "",
        state=row["state"],
        readers=loaded(row["readers"]),
    )
