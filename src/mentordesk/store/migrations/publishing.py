"""What the mentor's own calendar server has of this desk, and who was told of a booked slot."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations


@migrations()
def m031_published(db: Database) -> None:
    """Objects on a server with their ETags; the last message about a booking, and to whom."""
    words = ("calendar", "uid", "name", "etag", "digest")
    create(db, "pushed", dict.fromkeys(words, str), unique=("calendar", "uid"))
    for column in ("address", "told", "told_at"):
        db.execute(f"ALTER TABLE booking ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE booking ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0")
