"""Office hours in every rhythm that a slot can have, and what who has booked one answers."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations

_WEEKLY = "FREQ=WEEKLY;BYDAY="


@migrations()
def m032_hours(db: Database) -> None:
    """A rule in the place of a weekday, in what undo keeps, too; answers by booking."""
    db.execute("ALTER TABLE office_hour RENAME COLUMN weekday TO rule")
    db.execute(f"UPDATE office_hour SET rule = '{_WEEKLY}' || rule")
    for column in ("before", "after"):
        day = f"json_extract({column}, '$.weekday')"
        rule = f"json_set({column}, '$.rule', '{_WEEKLY}' || {day})"
        db.execute(
            f"UPDATE undo_step SET {column} = json_remove({rule}, '$.weekday')"
            f" WHERE tbl = 'office_hour' AND {day} IS NOT NULL"
        )
    words = ("booking_id", "address", "stamp", "comment", "partstat", "delegate")
    create(
        db,
        "booking_reply",
        dict.fromkeys(words, str) | {"sequence": int},
        (("booking_id", "booking"),),
    )
    db.execute("CREATE UNIQUE INDEX one_booking_reply ON booking_reply (booking_id)")
