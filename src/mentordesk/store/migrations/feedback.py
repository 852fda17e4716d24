"""What both sides say of the mentoring, and what a programme gives for it."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations, searched

_OWN = (("mentorship_id", "mentorship"),)


@migrations()
def m022_feedback(db: Database) -> None:
    """Feedback, replies to surveys, ticks of certificates, the slide, words for a coming date."""
    words: tuple[str, ...] = (
        "mentorship_id",
        "about_id",
        "direction",
        "form",
        "text",
        "changed",
        "day",
        "readers",
    )
    about = (*_OWN, ("about_id", "mentee"))
    create(db, "feedback", dict.fromkeys(words, str), about, frozenset({"about_id"}))
    member = (*_OWN, ("mentee_id", "mentee"))
    words = ("mentorship_id", "mentee_id", "survey", "round", "side", "question", "body", "day")
    create(
        db,
        "survey_answer",
        dict.fromkeys((*words, "readers"), str),
        member,
        frozenset({"mentee_id"}),
        unique=("mentorship_id", "survey", "round", "side", "mentee_id", "question"),
    )
    words = ("mentorship_id", "mentee_id", "certificate", "criterion", "state", "text", "day")
    create(
        db,
        "criterion_tick",
        dict.fromkeys((*words, "readers"), str),
        member,
        frozenset({"mentee_id"}),
    )
    words = ("mentorship_id", "state", "body", "day", "readers")
    create(db, "slide", dict.fromkeys(words, str), _OWN)
    words = ("mentorship_id", "milestone", "due_on", "text", "day", "readers")
    create(db, "milestone_note", dict.fromkeys(words, str), _OWN)
    for table, column in (
        ("feedback", "text"),
        ("survey_answer", "body"),
        ("slide", "body"),
        ("milestone_note", "text"),
    ):
        searched(db, table, column)
