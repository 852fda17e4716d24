"""The way in: intake, fit; and what the mentor ticks off and owes."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations, searched

_OWN = (("mentorship_id", "mentorship"),)


@migrations()
def m013_intake(db: Database) -> None:
    """Who sent somebody, the stages gone through before the first call, whether the two fit."""
    words: tuple[str, ...] = ("mentorship_id", "referrer", "link", "read_at", "readers")
    create(db, "intake", dict.fromkeys(words, str), _OWN, frozenset({"read_at"}))
    words = ("mentorship_id", "stage", "day", "text", "readers")
    create(db, "intake_step", dict.fromkeys(words, str), _OWN)
    words = ("mentorship_id", "criterion", "verdict", "text", "day", "readers")
    create(db, "fit_answer", dict.fromkeys(words, str), _OWN, unique=("mentorship_id", "criterion"))
    searched(db, "intake_step", "text")
    searched(db, "fit_answer", "text")


@migrations()
def m014_duties(db: Database) -> None:
    """Checklists, what the mentor owes a programme, and help that was asked for."""
    words: tuple[str, ...] = (
        "mentorship_id",
        "checklist",
        "item",
        "occasion",
        "day",
        "text",
        "readers",
    )
    create(
        db,
        "checklist_tick",
        dict.fromkeys(words, str),
        _OWN,
        unique=("mentorship_id", "checklist", "item", "occasion"),
    )
    words = ("playbook", "duty", "period", "day", "text", "readers")
    create(db, "duty_mark", dict.fromkeys(words, str), unique=("playbook", "duty", "period"))
    words = ("mentorship_id", "contact", "text", "day", "readers")
    create(db, "help_request", dict.fromkeys(words, str), _OWN)
    searched(db, "help_request", "text")
