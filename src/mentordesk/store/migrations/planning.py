"""Goals in sets, the action plan, and what is missing on the way to a role."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations, searched

_OWN = (("mentorship_id", "mentorship"), ("about_id", "mentee"))
_CELLS = ("goal", "mentee", "mentor", "network", "barriers", "measure", "due")


@migrations()
def m018_plan(db: Database) -> None:
    """The plan's rows with their earlier words, gaps, what a role asks for, and goals looked at."""
    words: tuple[str, ...] = ("mentorship_id", "about_id", *_CELLS, "state", "done_on", "readers")
    create(
        db,
        "plan_row",
        dict.fromkeys(words, str) | {"position": int},
        _OWN,
        frozenset({"about_id", "done_on"}),
    )
    words = ("plan_row_id", "cell", "was", "day", "readers")
    create(db, "plan_change", dict.fromkeys(words, str), (("plan_row_id", "plan_row"),))
    words = ("mentorship_id", "about_id", "plan_row_id", "kind", "text", "evidence", "state")
    create(
        db,
        "skill_gap",
        dict.fromkeys((*words, "done_on", "readers"), str),
        (*_OWN, ("plan_row_id", "plan_row")),
        frozenset({"about_id", "plan_row_id", "done_on"}),
    )
    goal = (("goal_id", "goal"),)
    words = ("goal_id", "text", "evidence", "met_on", "readers")
    create(db, "requirement", dict.fromkeys(words, str), goal, frozenset({"met_on"}))
    words = ("goal_id", "letter", "text", "readers")
    create(db, "smart", dict.fromkeys(words, str), goal, unique=("goal_id", "letter"))
    words = ("goal_id", "session_id", "mark", "text", "day", "readers")
    create(
        db,
        "goal_mark",
        dict.fromkeys(words, str),
        (*goal, ("session_id", "session")),
        frozenset({"session_id"}),
    )
    searched(db, "plan_row", "goal mentee mentor network barriers measure")
    searched(db, "skill_gap", "text evidence")
    _goals_in_sets(db)
    db.execute("ALTER TABLE action ADD COLUMN plan_row_id TEXT REFERENCES plan_row(id)")
    db.execute("CREATE INDEX idx_action_plan_row_id ON action(plan_row_id)")


def _goals_in_sets(db: Database) -> None:
    """Goals say which set they belong to; those there are so far become the first one."""
    for column in ("kind", "outcome", "set_on"):
        db.execute(f"ALTER TABLE goal ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE goal ADD COLUMN set_no INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE goal ADD COLUMN from_goal_id TEXT REFERENCES goal(id)")
    db.execute("CREATE INDEX idx_goal_from_goal_id ON goal(from_goal_id)")
    db.execute("UPDATE goal SET set_on = substr(created_at, 1, 10)")
    db.execute("UPDATE goal SET set_no = 1 WHERE horizon GLOB '[0-9]*'")
