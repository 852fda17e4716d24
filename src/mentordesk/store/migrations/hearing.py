"""What both sides say of the mentoring, and what a programme gives for it."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations, searched

_OWN = (("mentorship_id", "mentorship"),)


@migrations()
def m022_feedback(db: Database) -> None:
    """Feedback in both directions, replies to surveys, ticks of certificates, the slide."""
    words = ("mentorship_id", "direction", "form", "text", "changed", "day", "readers")
    create(db, "feedback", dict.fromkeys(words, str), _OWN)
    words = ("mentorship_id", "survey", "round", "side", "question", "body", "day", "readers")
    create(
        db,
        "survey_answer",
        dict.fromkeys(words, str),
        _OWN,
        unique=("mentorship_id", "survey", "round", "side", "question"),
    )
    words = ("mentorship_id", "mentee_id", "certificate", "criterion", "text", "day", "readers")
    create(
        db,
        "criterion_tick",
        dict.fromkeys(words, str),
        (*_OWN, ("mentee_id", "mentee")),
        frozenset({"mentee_id"}),
    )
    words = ("mentorship_id", "state", "body", "day", "readers")
    create(db, "slide", dict.fromkeys(words, str), _OWN)
    searched(db, "feedback", "text")
    searched(db, "survey_answer", "body")
    searched(db, "slide", "body")
