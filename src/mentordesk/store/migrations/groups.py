"""Several mentees in one mentorship."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations

_OWN = (("mentorship_id", "mentorship"),)
_OF_ONE = ("note", "action", "opportunity", "goal", "touchpoint")
"""Tables whose rows may be about a single member of a group."""


@migrations()
def m015_groups(db: Database) -> None:
    """What a group is and who speaks for it; who left when; what is about one member alone."""
    words = ("mentorship_id", "name", "handle", "outcome", "tool", "mode", "archived_at")
    create(
        db,
        "team",
        dict.fromkeys((*words, "representative_id"), str),
        (*_OWN, ("representative_id", "mentee")),
        frozenset({"representative_id"}),
        unique=("handle",),
    )
    db.execute("ALTER TABLE membership ADD COLUMN left_at TEXT")
    db.execute("ALTER TABLE outline ADD COLUMN shift INTEGER NOT NULL DEFAULT 0")
    for table in _OF_ONE:
        db.execute(f"ALTER TABLE {table} ADD COLUMN about_id TEXT REFERENCES mentee(id)")
        db.execute(f"CREATE INDEX idx_{table}_about_id ON {table}(about_id)")
