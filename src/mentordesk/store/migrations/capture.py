"""What a call lets the mentor catch without leaving the notes."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations


@migrations()
def m029_capture(db: Database) -> None:
    """Suggestions that were dismissed; when a recording ran, and which moments of it matter."""
    db.execute("ALTER TABLE capture ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0")
    owned = (("recording_id", "recording"),)
    create(
        db,
        "recording_span",
        dict.fromkeys(("recording_id", "since", "until"), str),
        owned,
        frozenset({"until"}),
    )
    create(
        db,
        "recording_moment",
        dict.fromkeys(("recording_id", "at", "text", "readers"), str),
        owned,
    )
