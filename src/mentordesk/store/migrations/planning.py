"""Goals in sets, the action plan, and what is missing on the way to a role."""

from sqlite_utils import Database

from mentordesk.store.migrations.tables import create, migrations, searched

_OWN = (("mentorship_id", "mentorship"),)


@migrations()
def m018_plan(db: Database) -> None:
    """The plan's rows with their earlier words, gaps, what a role asks for, and goals looked at."""
    actors = ("goal", "mentee", "mentor", "network", "barriers", "measure", "due")
    words = ("mentorship_id", *actors, "state", "readers")
    create(db, "plan_row", dict.fromkeys(words, str) | {"position": int}, _OWN, frozenset({"due"}))
    words = ("plan_row_id", "cell", "was", "day", "readers")
    create(db, "plan_change", dict.fromkeys(words, str), (("plan_row_id", "plan_row"),))
    words = ("mentorship_id", "plan_row_id", "kind", "text", "evidence", "state", "done_on")
    create(
        db,
        "skill_gap",
        dict.fromkeys((*words, "readers"), str),
        (*_OWN, ("plan_row_id", "plan_row")),
        frozenset({"plan_row_id", "done_on"}),
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
    searched(db, "plan_row", "goal")
    searched(db, "skill_gap", "text")
