"""How it goes: study, progress, labs, ideas, reviews, recordings."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations, searched

_OWN = (("mentorship_id", "mentorship"),)

_CALL = (*_OWN, ("session_id", "session"))


@migrations()
def m019_study(db: Database) -> None:
    """When somebody studies, how each week went, and where they are."""
    words: tuple[str, ...] = ("mentorship_id", "weekday", "wall_time", "since_day", "until_day")
    create(
        db,
        "study_slot",
        dict.fromkeys(words, str) | {"minutes": int},
        _OWN,
        frozenset({"until_day"}),
    )
    words = ("mentorship_id", "monday", "kept", "reason", "readers")
    create(
        db,
        "study_week",
        dict.fromkeys(words, str) | {"minutes": int, "planned": int},
        _OWN,
        frozenset({"minutes"}),
        unique=("mentorship_id", "monday"),
    )
    words = ("mentorship_id", "day", "section", "well", "hard", "text", "link", "readers")
    create(
        db,
        "progress",
        dict.fromkeys(words, str) | {"percent": int},
        _OWN,
        frozenset({"percent"}),
    )
    searched(db, "progress", "section well hard text")


@migrations()
def m020_practice(db: Database) -> None:
    """Labs, how well a topic is understood, ideas that were used, reviews, recordings."""
    optional = frozenset({"session_id"})
    words: tuple[str, ...] = (
        "mentorship_id",
        "session_id",
        "title",
        "link",
        "state",
        "day",
        "reviewed_on",
    )
    create(
        db,
        "lab",
        dict.fromkeys((*words, "text", "follow_up", "readers"), str),
        _CALL,
        optional | {"reviewed_on"},
    )
    words = ("note_id", "day", "text", "readers")
    create(
        db,
        "topic_mark",
        dict.fromkeys(words, str) | {"level": int},
        (("note_id", "note"),),
    )
    words = ("mentorship_id", "session_id", "idea", "day", "text", "readers")
    create(db, "idea_use", dict.fromkeys(words, str), _CALL, optional)
    words = ("mentorship_id", "session_id", "action_id", "kind", "key", "question", "text", "day")
    create(
        db,
        "review",
        dict.fromkeys((*words, "readers"), str),
        (*_CALL, ("action_id", "action")),
        optional | {"action_id"},
    )
    words = ("mentorship_id", "session_id", "title", "link", "day", "told_on", "shared_on", "text")
    create(
        db,
        "recording",
        dict.fromkeys((*words, "readers"), str),
        _CALL,
        optional | {"told_on", "shared_on"},
    )
    searched(db, "lab", "title text")
    searched(db, "review", "text")
    # Whose idea a promise was: the mentee's (WeAllJS has the mentee lead with tasks), or not said.
    db.execute("ALTER TABLE action ADD COLUMN proposed_by TEXT NOT NULL DEFAULT ''")
