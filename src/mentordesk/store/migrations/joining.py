"""The way in: intake, fit; and what the mentor ticks off and owes."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations

_OWN = (("mentorship_id", "mentorship"),)


@migrations()
def m013_intake(db: Database) -> None:
    """Stages somebody has gone through before the first call, and whether the two fit."""
    words = ("mentorship_id", "stage", "day", "text", "readers")
    create(db, "intake_step", dict.fromkeys(words, str), _OWN)
    words = ("mentorship_id", "criterion", "verdict", "text", "day", "readers")
    create(db, "fit_answer", dict.fromkeys(words, str), _OWN, unique=("mentorship_id", "criterion"))


@migrations()
def m014_duties(db: Database) -> None:
    """Checklists, what the mentor owes a programme, and help that was asked for."""
    words = ("mentorship_id", "checklist", "item", "day", "text", "readers")
    create(
        db,
        "checklist_tick",
        dict.fromkeys(words, str),
        _OWN,
        unique=("mentorship_id", "checklist", "item"),
    )
    words = ("playbook", "duty", "period", "day", "text", "readers")
    create(db, "duty_mark", dict.fromkeys(words, str), unique=("playbook", "duty", "period"))
    words = ("mentorship_id", "contact", "text", "day", "readers")
    create(db, "help_request", dict.fromkeys(words, str), _OWN)
