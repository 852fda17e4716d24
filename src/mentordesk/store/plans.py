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
    return [_goal(row) for row in rows]


def opportunities(store: Store, mentorship_id: str) -> list[Opportunity]:
    """What is watched out for or under way, nearest deadline first."""
    rows = store.rows(
        "SELECT * FROM opportunity WHERE mentorship_id = ?"
        " AND state IN ('watching', 'spotted', 'offered') ORDER BY due IS NULL, due, created_at",
        mentorship_id,
    )
    return [_opportunity(row) for row in rows]


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
    )


def _goal(row: Row) -> Goal:
    return Goal(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        text=row["text"],
        horizon=row["horizon"],
        due=day(row["due"]),
        state=row["state"],
        measure=row["measure"],
        readers=loaded(row["readers"]),
    )


def _opportunity(row: Row) -> Opportunity:
    return Opportunity(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        text=row["text"],
        state=row["state"],
        due=day(row["due"]),
        readers=loaded(row["readers"]),
    )
