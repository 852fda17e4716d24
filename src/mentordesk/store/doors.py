"""Opportunities with their steps, and introductions, as the domain knows them."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, tzinfo
from functools import cache, partial

from mentordesk.domain.doors import UNDER_WAY, Introduction, Meant, Opening, Step
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import loaded
from mentordesk.store.columns import day, local_date
from mentordesk.store.connection import Row, Store, Value
from mentordesk.store.plans import opportunity

Whose = Callable[[str], Relation]
"""Who is behind a mentorship's id."""
_OPEN = ", ".join(f"'{state}'" for state in UNDER_WAY)
_LIVE = f"state IN ({_OPEN})"


def openings(
    store: Store, whose: Whose, tz: tzinfo, where: str = "1", *values: Value
) -> list[Opening]:
    """Opportunities that meet a condition, with their steps: under way first, nearest deadline."""
    rows = store.rows(
        f"SELECT * FROM opportunity WHERE {where}"
        f" ORDER BY {_LIVE} DESC, due IS NULL, due, created_at, rowid",
        *values,
    )
    known, steps = cache(whose), _steps(store, where, *values)
    names = cache(partial(_member, store))
    return [
        _opening(row, known(row["mentorship_id"]), names(row["about_id"]), tz, steps)
        for row in rows
    ]


def under_way() -> str:
    """The condition for opportunities of which something is still to come."""
    return _LIVE


def _member(store: Store, mentee_id: str | None) -> str:
    """The name of the one member of a group that something is for, '' for all of them."""
    return str(store.value("SELECT name FROM mentee WHERE id = ?", mentee_id) or "")


def _opening(
    row: Row, found: Relation, member: str, tz: tzinfo, steps: dict[str, list[Step]]
) -> Opening:
    return Opening(
        opportunity(row),
        member or found.mentee.name,
        found.address,
        local_date(row["created_at"], tz),
        steps.get(row["id"], []),
    )


def _steps(store: Store, where: str, *values: Value) -> dict[str, list[Step]]:
    """The steps of the opportunities that meet a condition, in one query, by opportunity."""
    found: dict[str, list[Step]] = defaultdict(list)
    for row in store.rows(
        "SELECT * FROM opportunity_step WHERE opportunity_id IN"
        f" (SELECT id FROM opportunity WHERE {where}) ORDER BY day, created_at, rowid",
        *values,
    ):
        when = date.fromisoformat(row["day"])
        one = Step(row["state"], when, row["text"], loaded(row["readers"]))
        found[row["opportunity_id"]].append(one)
    return found


def introductions(store: Store, whose: Whose, where: str = "1", *values: Value) -> list[Meant]:
    """Introductions that meet a condition, open ones first, in the order they were noted."""
    rows = store.rows(
        f"SELECT * FROM introduction WHERE {where}"
        " ORDER BY state <> 'open', state <> 'made', created_at, rowid",
        *values,
    )
    known, names = cache(whose), cache(partial(_member, store))
    people = [known(row["mentorship_id"]) for row in rows]
    return [
        Meant(_introduction(row), names(row["about_id"]) or found.mentee.name, found.address)
        for row, found in zip(rows, people, strict=True)
    ]


def _introduction(row: Row) -> Introduction:
    return Introduction(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        person=row["person"],
        contact=row["contact"],
        text=row["text"],
        state=row["state"],
        mentee_agreed_on=day(row["mentee_agreed_on"]),
        other_agreed_on=day(row["other_agreed_on"]),
        made_on=day(row["made_on"]),
        outcome=row["outcome"],
        readers=loaded(row["readers"]),
    )
