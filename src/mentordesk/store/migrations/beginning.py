"""The first eleven: people, slots, sessions, words, plans, support, undo, search, dates."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import OWN, create, migrations, searched


@migrations()
def m001_people(db: Database) -> None:
    """Mentees, and the relations under a playbook whose text is kept as it was at the start."""
    words = ("name", "handle", "pronouns", "email", "zone", "location", "contact", "archived_at")
    create(db, "mentee", dict.fromkeys(words, str), unique=("handle",))
    create(
        db,
        "mentorship",
        # The long one last: whoever asks for the others need not turn its pages.
        dict.fromkeys(("playbook", "status", "started_on", "ends_on", "snapshot"), str),
        optional=frozenset({"ends_on"}),
    )
    create(
        db,
        "membership",
        dict.fromkeys(("mentorship_id", "mentee_id", "joined_on", "left_on"), str),
        (("mentorship_id", "mentorship"), ("mentee_id", "mentee")),
        frozenset({"left_on"}),
        unique=("mentorship_id", "mentee_id"),
    )
    create(
        db,
        "status_change",
        dict.fromkeys(("mentorship_id", "status", "day", "reason", "readers"), str),
        (("mentorship_id", "mentorship"),),
    )


@migrations()
def m002_slots(db: Database) -> None:
    """The standing slot as local wall time in a named zone, and what was said of single dates."""
    words = ("mentorship_id", "rule", "wall_time", "zone", "starts_on", "until_day", "place")
    create(
        db,
        "series",
        dict.fromkeys(words, str)
        | {"minutes": int, "count": int, "uid": str, "sequence": int, "stamp": str},
        (("mentorship_id", "mentorship"),),
        frozenset({"until_day"}),
        unique=("uid",),
    )
    create(
        db,
        "gap",
        dict.fromkeys(("series_id", "first_day", "last_day", "reason", "readers"), str),
        (("series_id", "series"),),
    )
    said = ("series_id", "day", "state", "moved_to", "reason", "readers", "stamp")
    create(
        db,
        "occurrence",
        dict.fromkeys(said, str) | {"minutes": int, "confirmed": int, "sequence": int},
        (("series_id", "series"),),
        frozenset({"moved_to", "stamp"}),
        unique=("series_id", "day"),
    )


@migrations()
def m003_sessions(db: Database) -> None:
    """Meetings with everything their clock is computed from, the agenda, and who came."""
    words = ("mentorship_id", "series_id", "day", "agenda", "state", "planned_start", "place")
    instants = ("planned_end", "started_at", "ended_at")
    create(
        db,
        "session",
        dict.fromkeys((*words, *instants), str)
        | {"minutes": int, "reserve": int, "hard_stop": int},
        (("mentorship_id", "mentorship"), ("series_id", "series")),
        frozenset({"series_id", "day", *instants}),
    )
    db.table("session").create_index(["planned_start"])
    db.table("session").create_index(["state", "planned_start"])
    db.table("session").create_index(["mentorship_id", "state", "planned_start"])
    owned = (("session_id", "session"),)
    create(
        db,
        "pause",
        dict.fromkeys(("session_id", "since", "until"), str),
        owned,
        frozenset({"until"}),
    )
    create(
        db,
        "extension",
        {"session_id": str, "minutes": int, "at": str, "reason": str, "readers": str},
        owned,
    )
    create(
        db,
        "attendance",
        dict.fromkeys(("session_id", "mentee_id", "status"), str),
        (*owned, ("mentee_id", "mentee")),
        unique=("session_id", "mentee_id"),
    )
    texts = ("session_id", "title", "source", "state", "lineage", "ref", "prompts", "readers")
    create(
        db,
        "agenda_item",
        dict.fromkeys(texts, str) | {"position": int, "minutes": int},
        owned,
    )
    db.table("agenda_item").create_index(["lineage"])


@migrations()
def m004_words(db: Database) -> None:
    """What was said: notes, recaps, answers, and which line of a note made which thing."""
    create(
        db,
        "note",
        dict.fromkeys(("mentorship_id", "session_id", "kind", "at", "body", "state"), str)
        | {"readers": str},
        (("mentorship_id", "mentorship"), ("session_id", "session")),
        frozenset({"session_id"}),
    )
    create(
        db,
        "recap",
        dict.fromkeys(("session_id", "kind", "body", "readers"), str),
        (("session_id", "session"),),
        unique=("session_id", "kind"),
    )
    create(
        db,
        "answer",
        dict.fromkeys(("session_id", "question", "body", "made", "readers"), str),
        (("session_id", "session"),),
        unique=("session_id", "question"),
    )
    create(
        db,
        "capture",
        {"note_id": str, "kind": str, "line": int, "raw": str, "thing_id": str},
        (("note_id", "note"),),
    )
    db.table("capture").create_index(["thing_id"])


@migrations()
def m005_plans(db: Database) -> None:
    """What was promised, aimed for and spotted."""
    owned = (("mentorship_id", "mentorship"),)
    words = ("mentorship_id", "session_id", "owner", "who", "text", "due", "state", "done_on")
    create(
        db,
        "action",
        dict.fromkeys((*words, "readers"), str) | {"task": int},
        (*owned, ("session_id", "session")),
        frozenset({"session_id", "due", "done_on"}),
    )
    db.table("action").create_index(["state", "due"])
    db.table("action").create_index(["task", "created_at"])
    aims = ("mentorship_id", "horizon", "text", "measure", "due", "state", "done_on", "readers")
    create(db, "goal", dict.fromkeys(aims, str), owned, frozenset({"due", "done_on"}))
    chances = ("mentorship_id", "session_id", "text", "state", "due", "readers")
    create(
        db,
        "opportunity",
        dict.fromkeys(chances, str),
        (*owned, ("session_id", "session")),
        frozenset({"session_id", "due"}),
    )


@migrations()
def m006_support(db: Database) -> None:
    """Support outside sessions, and time spent."""
    create(
        db,
        "touchpoint",
        dict.fromkeys(("mentorship_id", "kind", "at", "text", "readers"), str) | {"minutes": int},
        (("mentorship_id", "mentorship"),),
    )
    words = ("mentorship_id", "session_id", "touchpoint_id", "kind", "started_at", "note")
    create(
        db,
        "time_entry",
        dict.fromkeys((*words, "readers"), str) | {"minutes": int},
        (
            ("mentorship_id", "mentorship"),
            ("session_id", "session"),
            ("touchpoint_id", "touchpoint"),
        ),
        frozenset({"session_id", "touchpoint_id"}),
    )
    db.table("time_entry").create_index(["started_at"])


@migrations()
def m007_undo(db: Database) -> None:
    """What each verb changed, so that it can be taken back: rows as they were before and after."""
    words = ("step", "label", "at", "tbl", "row_id", "before", "after")
    create(
        db,
        "undo_step",
        dict.fromkeys(words, str) | {"seq": int},
        optional=frozenset({"before", "after"}),
        unique=("seq",),
    )
    db.table("undo_step").create_index(["step", "tbl", "row_id"], unique=True)


SEARCHED = (
    ("note", "body", OWN),
    ("recap", "body", "(SELECT mentorship_id FROM session WHERE id = {row}.session_id)"),
    ("action", "text", OWN),
    ("opportunity", "text", OWN),
    ("goal", "text", OWN),
    ("touchpoint", "text", OWN),
)


@migrations()
def m008_search(db: Database) -> None:
    """Full text over what was written, kept by triggers; tags scope it without a join."""
    db.execute(
        "CREATE VIRTUAL TABLE words USING fts5(body, tags, tbl UNINDEXED, row_id UNINDEXED,"
        " prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
    )
    for table, column, mentorship in SEARCHED:
        searched(db, table, column, mentorship)


@migrations()
def m009_milestones(db: Database) -> None:
    """Dated events of the programme that were done or skipped, so that they are silent."""
    words = ("mentorship_id", "milestone", "due_on", "state", "day", "text", "readers")
    create(
        db,
        "milestone_mark",
        dict.fromkeys(words, str),
        (("mentorship_id", "mentorship"),),
        unique=("mentorship_id", "milestone", "due_on"),
    )


@migrations()
def m010_attention(db: Database) -> None:
    """Lines of Today that were put off until a day, or dismissed, each for one occasion."""
    words = ("mentorship_id", "rule", "occasion", "until_day", "reason", "day", "readers")
    create(
        db,
        "attention_mark",
        dict.fromkeys(words, str),
        (("mentorship_id", "mentorship"),),
        frozenset({"until_day"}),
        unique=("mentorship_id", "rule", "occasion"),
    )


@migrations()
def m011_outlines(db: Database) -> None:
    """Which of the playbook's outlines a mentorship follows."""
    create(
        db,
        "outline",
        dict.fromkeys(("mentorship_id", "track"), str),
        (("mentorship_id", "mentorship"),),
    )
