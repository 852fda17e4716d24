"""What is offered to people who are nobody's mentees; and who asked for changed dates."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations


@migrations()
def m023_offers(db: Database) -> None:
    """Weekly hours in slots, who has booked one, and workshops with their preparation."""
    words: tuple[str, ...] = (
        "playbook",
        "weekday",
        "wall_time",
        "zone",
        "starts_on",
        "until_day",
        "link",
    )
    create(
        db,
        "office_hour",
        dict.fromkeys(words, str) | dict.fromkeys(("minutes", "slots"), int),
        optional=frozenset({"until_day"}),
    )
    words = ("office_hour_id", "mentorship_id", "day", "name", "text", "state", "readers")
    create(
        db,
        "booking",
        dict.fromkeys(words, str) | {"slot": int},
        (("office_hour_id", "office_hour"), ("mentorship_id", "mentorship")),
        frozenset({"mentorship_id"}),
    )
    words = ("playbook", "title", "day", "wall_time", "role", "link", "text", "state", "readers")
    numbers = ("prep_minutes", "prep_days", "prepared", "early")
    create(db, "workshop", dict.fromkeys(words, str) | dict.fromkeys(numbers, int))


@migrations()
def m024_changed_dates(db: Database) -> None:
    """Which side asked for a date to be changed."""
    db.execute("ALTER TABLE occurrence ADD COLUMN asked_by TEXT NOT NULL DEFAULT ''")
