"""Mentees, mentorships and who belongs to which."""

from datetime import date

from mentordesk.domain.people import Mentee, Mentorship, Relation
from mentordesk.store.columns import day
from mentordesk.store.connection import Row, Store

_RELATIONS = """
SELECT mentee.*, s.id AS mentorship_id, s.playbook, s.status, s.started_on, s.ends_on,
       (SELECT group_concat(mentee_id, ' ') FROM membership WHERE mentorship_id = s.id) AS members
FROM mentee
JOIN membership ON membership.mentee_id = mentee.id
JOIN mentorship AS s ON s.id = membership.mentorship_id
"""


def relations(store: Store, mentorship_id: str = "") -> list[Relation]:
    """Everybody with each of their mentorships, by name; or those of one mentorship."""
    if mentorship_id:
        rows = store.rows(_RELATIONS + "WHERE s.id = ? ORDER BY mentee.name", mentorship_id)
    else:
        rows = store.rows(_RELATIONS + "ORDER BY mentee.name, s.started_on, s.id")
    return [relation(row) for row in rows]


def relation(row: Row) -> Relation:
    """A row of the join above."""
    mentee = Mentee(
        id=row["id"],
        name=row["name"],
        handle=row["handle"],
        pronouns=row["pronouns"],
        email=row["email"],
        zone=row["zone"],
        location=row["location"],
        contact=row["contact"],
        archived_at=row["archived_at"],
    )
    mentorship = Mentorship(
        id=row["mentorship_id"],
        playbook=row["playbook"],
        status=row["status"],
        started_on=date.fromisoformat(row["started_on"]),
        ends_on=day(row["ends_on"]),
        members=tuple((row["members"] or "").split()),
    )
    return Relation(mentee, mentorship)


def handles(store: Store) -> list[str]:
    """Every handle in use."""
    return [row[0] for row in store.rows("SELECT handle FROM mentee")]


def snapshot(store: Store, mentorship_id: str) -> str:
    """The playbook as it was when the mentorship began, as JSON."""
    return str(store.value("SELECT snapshot FROM mentorship WHERE id = ?", mentorship_id))
