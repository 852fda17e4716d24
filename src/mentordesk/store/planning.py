"""The plan's rows, gaps, and what belongs to goals, as the domain knows them."""

from collections import defaultdict
from datetime import date

from mentordesk.domain.planning import Change, Gap, Mark, PlanRow, Requirement
from mentordesk.domain.readers import loaded
from mentordesk.store.columns import day
from mentordesk.store.connection import Row, Store, Value

_OF_GOALS = "goal_id IN (SELECT id FROM goal WHERE mentorship_id = ?)"


def plan_rows(store: Store, where: str, *values: Value) -> list[PlanRow]:
    """Rows of plans that meet a condition, in the order of their plan."""
    rows = store.rows(
        f"SELECT * FROM plan_row WHERE {where} ORDER BY position, created_at, rowid", *values
    )
    return [plan_row(row) for row in rows]


def changes(store: Store, mentorship_id: str) -> dict[str, list[Change]]:
    """What the cells of a plan said before, by row, the newest change first."""
    found: dict[str, list[Change]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM plan_change WHERE plan_row_id IN"
        " (SELECT id FROM plan_row WHERE mentorship_id = ?) ORDER BY day DESC, rowid DESC",
        mentorship_id,
    ):
        found[row["plan_row_id"]].append(
            Change(row["plan_row_id"], row["cell"], row["was"], date.fromisoformat(row["day"]))
        )
    return found


def gaps(store: Store, where: str, *values: Value) -> list[Gap]:
    """Gaps that meet a condition, open ones first, as they were found."""
    rows = store.rows(
        f"SELECT * FROM skill_gap WHERE {where} ORDER BY state <> 'open', created_at, rowid",
        *values,
    )
    return [_gap(row) for row in rows]


def requirements(store: Store, mentorship_id: str) -> dict[str, list[Requirement]]:
    """What the roles of a mentorship ask for, by goal, in the order it was written down."""
    found: dict[str, list[Requirement]] = defaultdict(list)
    for row in store.rows(
        f"SELECT * FROM requirement WHERE {_OF_GOALS} ORDER BY created_at, rowid", mentorship_id
    ):
        found[row["goal_id"]].append(
            Requirement(row["id"], row["goal_id"], row["text"], row["evidence"], day(row["met_on"]))
        )
    return found


def smart(store: Store, mentorship_id: str) -> dict[str, dict[str, str]]:
    """What was said about the five words of SMART, by goal and word."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in store.rows(f"SELECT * FROM smart WHERE {_OF_GOALS}", mentorship_id):
        found[row["goal_id"]][row["letter"]] = row["text"]
    return found


def marks(store: Store, mentorship_id: str) -> dict[str, list[Mark]]:
    """How the goals stood when they were looked at, by goal, the newest mark first."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for row in store.rows(
        f"SELECT * FROM goal_mark WHERE {_OF_GOALS} ORDER BY day DESC, rowid DESC", mentorship_id
    ):
        found[row["goal_id"]].append(
            Mark(
                row["id"],
                row["goal_id"],
                row["mark"],
                row["text"],
                date.fromisoformat(row["day"]),
                row["session_id"] or "",
            )
        )
    return found


def days(column: str) -> tuple[date, ...]:
    """The days in a column that holds several with blanks between, the earliest first."""
    return tuple(sorted(date.fromisoformat(one) for one in column.split()))


def plan_row(row: Row) -> PlanRow:
    """A row of the table `plan_row`."""
    return PlanRow(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        goal=row["goal"],
        mentee=row["mentee"],
        mentor=row["mentor"],
        network=row["network"],
        barriers=row["barriers"],
        measure=row["measure"],
        dues=days(row["due"]),
        state=row["state"],
        done_on=day(row["done_on"]),
        position=row["position"],
        readers=loaded(row["readers"]),
    )


def _gap(row: Row) -> Gap:
    return Gap(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        kind=row["kind"],
        text=row["text"],
        evidence=row["evidence"],
        plan_row_id=row["plan_row_id"] or "",
        state=row["state"],
        done_on=day(row["done_on"]),
        readers=loaded(row["readers"]),
    )
