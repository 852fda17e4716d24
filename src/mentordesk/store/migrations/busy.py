"""What was left out of a calendar of elsewhere when it was read."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import migrations


@migrations()
def m033_busy_left_out(db: Database) -> None:
    """Sentences, a line each, so that they can be looked up later."""
    db.execute("ALTER TABLE busy_calendar ADD COLUMN left_out TEXT NOT NULL DEFAULT ''")
