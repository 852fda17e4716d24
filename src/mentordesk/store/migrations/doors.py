"""Doors opened for somebody, and the time it takes."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations, searched

_OWN = (("mentorship_id", "mentorship"),)


@migrations()
def m021_sponsorship(db: Database) -> None:
    """Where opportunities came from and what became of them; people brought together."""
    db.execute("ALTER TABLE opportunity ADD COLUMN origin TEXT NOT NULL DEFAULT ''")
    words: tuple[str, ...] = ("opportunity_id", "state", "day", "text", "readers")
    create(db, "opportunity_step", dict.fromkeys(words, str), (("opportunity_id", "opportunity"),))
    words = ("mentorship_id", "person", "contact", "text", "state", "mentee_agreed_on")
    days = ("other_agreed_on", "made_on", "outcome", "readers", "about_id")
    create(
        db,
        "introduction",
        dict.fromkeys((*words, *days), str),
        (*_OWN, ("about_id", "mentee")),
        frozenset({"mentee_agreed_on", "other_agreed_on", "made_on", "about_id"}),
    )
    searched(db, "introduction", "person text")
