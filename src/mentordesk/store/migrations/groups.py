"""Several mentees in one mentorship."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations

_OWN = (("mentorship_id", "mentorship"),)


@migrations()
def m015_groups(db: Database) -> None:
    """What a group is called, works towards and works with, and who speaks for it."""
    words = ("mentorship_id", "name", "handle", "outcome", "tool", "mode", "representative_id")
    create(
        db,
        "team",
        dict.fromkeys(words, str),
        (*_OWN, ("representative_id", "mentee")),
        frozenset({"representative_id"}),
        unique=("handle",),
    )
