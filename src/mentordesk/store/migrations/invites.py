"""What other people's calendars were last told."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations


@migrations()
def m026_invitations(db: Database) -> None:
    """The last message of each series and single date, who got it, and whose calendar that is."""
    words = ("series_id", "uid", "rid", "stamp", "method", "form", "component")
    create(
        db,
        "invitation",
        dict.fromkeys(words, str) | {"sequence": int},
        (("series_id", "series"),),
        unique=("uid", "rid"),
    )
    create(
        db,
        "invited",
        dict.fromkeys(("invitation_id", "mentee_id", "address", "partstat"), str),
        (("invitation_id", "invitation"), ("mentee_id", "mentee")),
        unique=("invitation_id", "mentee_id"),
    )
    db.execute("ALTER TABLE mentee ADD COLUMN calendar TEXT NOT NULL DEFAULT 'other'")
