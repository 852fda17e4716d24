"""Actions, goals and opportunities as the domain knows them."""

from mentordesk.domain.plans import Action, Goal, Opportunity
from mentordesk.domain.readers import loaded
from mentordesk.store.columns import day
from mentordesk.store.connection import Row, Store, Value


def actions(store: Store, where: str = "1", *values: Value) -> list[Action]:
    """Actions that meet a condition, in the order they were promised."""
    rows = store.rows(f"SELECT * FROM action WHERE {where} ORDER BY created_at, rowid", *values)
    return [action(row) for row in rows]


def goals(store: Store, mentorship_id: str) -> list[Goal]:
    """A mentorship's goals, met and dropped ones included."""
    rows = store.rows(
        "SELECT * FROM goal WHERE mentorship_id = ? ORDER BY state = 'open' DESC, due, created_at",
        mentorship_id,
    )
    return [goal(row) for row in rows]


def opportunities(store: Store, mentorship_id: str) -> list[Opportunity]:
    """What is watched out for or under way, nearest deadline first."""
    rows = store.rows(
        "SELECT * FROM opportunity WHERE mentorship_id = ?"
        " AND state IN ('watching', 'spotted', 'offered') ORDER BY due IS NULL, due, created_at",
        mentorship_id,
    )
    return [opportunity(row) for row in rows]


def action(row: Row) -> Action:
    """A row of the table `action`."""
    return Action(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        text=row["text"],
        owner=row["owner"],
        who=row["who"],
        due=day(row["due"]),
        state=row["state"],
        task=bool(row["task"]),
        session_id=row["session_id"] or "",
        done_on=day(row["done_on"]),
        readers=loaded(row["readers"]),
        plan_row_id=row["plan_row_id"] or "",
        proposed_by=row["proposed_by"],
    )


def goal(row: Row) -> Goal:
    """A row of the table `goal`."""
    return Goal(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        text=row["text"],
        horizon=row["horizon"],
        due=day(row["due"]),
        state=row["state"],
        measure=row["measure"],
        readers=loaded(row["readers"]),
        kind=row["kind"],
        outcome=row["outcome"],
        set_no=row["set_no"],
        set_on=day(row["set_on"]),
        done_on=day(row["done_on"]),
        came_from=row["from_goal_id"] or "",
    )


def opportunity(row: Row) -> Opportunity:
    """A row of the table `opportunity`."""
    return Opportunity(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        text=row["text"],
        state=row["state"],
        due=day(row["due"]),
        readers=loaded(row["readers"]),
        source=row["origin"],
    )
