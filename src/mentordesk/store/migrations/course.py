"""The course of a mentorship: its term, its decisions, its end."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations, searched

_OWN = (("mentorship_id", "mentorship"),)


@migrations()
def m012_decisions(db: Database) -> None:
    """Decisions with their evidence, terms that were changed, partings, and nominations."""
    words: tuple[str, ...] = (
        "mentorship_id",
        "decision",
        "choice",
        "verdict",
        "day",
        "text",
        "evidence",
        "readers",
    )
    create(db, "decision", dict.fromkeys(words, str), _OWN)
    words = ("mentorship_id", "ends_on", "day", "reason", "readers")
    create(db, "term_change", dict.fromkeys(words, str), _OWN, frozenset({"ends_on"}))
    words = ("mentorship_id", "side", "reason", "day", "told_on", "text", "readers")
    create(db, "parting", dict.fromkeys(words, str), _OWN, frozenset({"told_on"}))
    words = ("mentorship_id", "question", "body", "day", "readers")
    create(
        db,
        "close_out",
        dict.fromkeys(words, str),
        _OWN,
        unique=("mentorship_id", "question"),
    )
    words = ("mentorship_id", "text", "recipient", "link", "state", "day", "readers")
    create(db, "nomination", dict.fromkeys(words, str), _OWN)
    searched(db, "decision", "text")
    searched(db, "parting", "text")
    searched(db, "close_out", "body")
    searched(db, "nomination", "text")
