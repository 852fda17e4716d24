"""How long each item of an agenda took."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import migrations


@migrations()
def m027_item_clock(db: Database) -> None:
    """When an item became what the call is about, until when, and its seconds before that."""
    db.execute("ALTER TABLE agenda_item ADD COLUMN started_at TEXT")
    db.execute("ALTER TABLE agenda_item ADD COLUMN ended_at TEXT")
    db.execute("ALTER TABLE agenda_item ADD COLUMN used INTEGER NOT NULL DEFAULT 0")
