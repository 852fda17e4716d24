"""Mentees, mentorships and who belongs to which."""

from datetime import date

from mentordesk.domain.people import Mentee, Mentorship, Relation
from mentordesk.domain.playbook import Glance
from mentordesk.store.columns import day
from mentordesk.store.connection import Row, Store

_MENTORSHIP = """
s.id AS mentorship_id, s.playbook, s.status, s.started_on, s.ends_on, team.handle AS team,
(SELECT group_concat(mentee_id, ' ') FROM membership
 WHERE mentorship_id = s.id AND left_on IS NULL) AS members
"""
_RELATIONS = f"""
SELECT mentee.*, {_MENTORSHIP} FROM mentee
JOIN membership ON membership.mentee_id = mentee.id
JOIN mentorship AS s ON s.id = membership.mentorship_id
LEFT JOIN team ON team.mentorship_id = s.id
"""
_GROUPS = f"""
SELECT '' AS id, team.name, team.handle, '' AS pronouns, '' AS email, '' AS zone, '' AS location,
       '' AS contact, team.archived_at, 'other' AS calendar, {_MENTORSHIP}
FROM team JOIN mentorship AS s ON s.id = team.mentorship_id
"""

# Keys that are left out are those of domain.playbook_format, with their defaults.
_GLANCE = """
SELECT json_extract(s.snapshot, '$.title'), json_extract(one.value, '$.title'),
       coalesce(json_extract(one.value, '$.item_minutes'), 0),
       coalesce(json_extract(s.snapshot, '$.misses.wait_minutes'), 0)
FROM mentorship AS s, json_each(s.snapshot, '$.agendas') AS one
WHERE s.id = ? AND one.key = ? AND json_type(s.snapshot, '$.tracks') IS NULL
"""


def relations(store: Store, mentorship_id: str = "") -> list[Relation]:
    """Groups, then everybody with each mentorship of theirs, by name; or those of one."""
    if mentorship_id:
        rows = store.rows(_GROUPS + "WHERE s.id = ?", mentorship_id)
        rows += store.rows(_RELATIONS + "WHERE s.id = ? ORDER BY mentee.name", mentorship_id)
    else:
        rows = store.rows(_GROUPS + "ORDER BY team.name, s.id")
        rows += store.rows(_RELATIONS + "ORDER BY mentee.name, s.started_on, s.id")
    return [relation(row) for row in rows]


def of_handle(store: Store, handle: str) -> list[Relation]:
    """The group, or each mentorship of the person, whose handle is written so."""
    rows = store.rows(_GROUPS + "WHERE team.handle = ?", handle)
    rows += store.rows(_RELATIONS + "WHERE mentee.handle = ? ORDER BY s.started_on, s.id", handle)
    return [relation(row) for row in rows]


def whose(store: Store) -> dict[str, Relation]:
    """Of each mentorship its mentee, or the group that it is, by the mentorship's id."""
    return {one.mentorship.id: one for one in reversed(relations(store))}


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
        calendar=row["calendar"],
    )
    mentorship = Mentorship(
        id=row["mentorship_id"],
        playbook=row["playbook"],
        status=row["status"],
        started_on=date.fromisoformat(row["started_on"]),
        ends_on=day(row["ends_on"]),
        members=tuple((row["members"] or "").split()),
        group=row["team"] or "",
    )
    return Relation(mentee, mentorship)


def handles(store: Store) -> list[str]:
    """Every handle in use, of people and of groups."""
    return [row[0] for row in store.rows("SELECT handle FROM mentee UNION SELECT handle FROM team")]


def glance(store: Store, mentorship_id: str, agenda: str) -> Glance | None:
    """What a call with an agenda shows of its playbook; None where the whole of it must be read.

    That is for an agenda of its steps, and for one that the playbook has not.
    """
    row = store.row(_GLANCE, mentorship_id, agenda)
    return Glance(*row) if row else None


def snapshot(store: Store, mentorship_id: str) -> str:
    """The playbook as it was when the mentorship began, as JSON."""
    return str(store.value("SELECT snapshot FROM mentorship WHERE id = ?", mentorship_id))
