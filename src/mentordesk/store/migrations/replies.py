"""What came back from other calendars: answers, proposals, and when the mentor is busy."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations


@migrations()
def m028_replies(db: Database) -> None:
    """Answers and proposed times by invitation and date; calendars of elsewhere as busy times."""
    known = ("mentee_id", "uid", "rid", "address", "stamp", "comment", "readers")
    create(
        db,
        "reply",
        dict.fromkeys((*known, "partstat", "delegate"), str) | {"sequence": int},
        (("mentee_id", "mentee"),),
        unique=("uid", "rid", "address"),
    )
    create(
        db,
        "counter",
        dict.fromkeys((*known, "starts_at", "state"), str) | {"minutes": int, "sequence": int},
        (("mentee_id", "mentee"),),
        unique=("uid", "rid", "address", "stamp"),
    )
    words = ("name", "origin", "zone", "source", "known_from", "known_until", "times")
    create(db, "busy_calendar", dict.fromkeys(words, str), unique=("name",))
