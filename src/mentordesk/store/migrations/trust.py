"""What both sides have agreed, and what may be told to whom."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations, searched

_OWN = (("mentorship_id", "mentorship"),)
_MEMBER = ("about_id", "mentee")


@migrations()
def m016_agreement(db: Database) -> None:
    """Expectations, boundaries and ground rules, dated; and when and how one may write."""
    words = ("mentorship_id", "about_id", "kind", "side", "question", "text", "day")
    create(
        db,
        "agreement",
        dict.fromkeys((*words, "withdrawn_on", "readers"), str),
        (*_OWN, _MEMBER),
        frozenset({"about_id", "withdrawn_on"}),
    )
    words = ("mentorship_id", "channels", "days", "since_time", "until_time", "topics", "day")
    create(db, "contact_policy", dict.fromkeys((*words, "readers"), str) | {"a_week": int}, _OWN)
    searched(db, "agreement", "text")


@migrations()
def m017_permissions(db: Database) -> None:
    """What a mentee has allowed to be told, to whom, by which way, and until when."""
    words = ("mentorship_id", "about_id", "scope", "recipient", "channel", "text")
    create(
        db,
        "permission",
        dict.fromkeys((*words, "given_on", "withdrawn_on", "readers"), str),
        (*_OWN, _MEMBER),
        frozenset({"about_id", "withdrawn_on"}),
    )
