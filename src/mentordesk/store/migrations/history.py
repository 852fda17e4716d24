"""Earlier states of what is typed in a call."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations


@migrations()
def m025_history(db: Database) -> None:
    """The notes of a call as they stood, until they were changed."""
    create(
        db,
        "note_version",
        dict.fromkeys(("note_id", "at", "body", "readers"), str),
        (("note_id", "note"),),
    )
