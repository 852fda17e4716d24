"""What was said of a zone's clocks, beside what was said of a slot."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import migrations


@migrations()
def m030_clocks(db: Database) -> None:
    """How far a slot's zone was from UTC when its message went out, from which days on."""
    db.execute("ALTER TABLE invitation ADD COLUMN clocks TEXT NOT NULL DEFAULT ''")
