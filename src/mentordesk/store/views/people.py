"""Everybody the mentor works with, one line a relation."""

from datetime import datetime

from mentordesk.domain.pages import PersonLine
from mentordesk.store.columns import HANDLE, NAME, NAMED, address, instant
from mentordesk.store.connection import Row, Store
from mentordesk.store.views.coming import Schedule

_LINES = f"""
SELECT s.id AS mentorship_id, s.playbook, s.status, coalesce(m.id, '') AS mentee_id,
       {NAME} AS name, {HANDLE} AS handle, coalesce(m.zone, '') AS zone,
       coalesce(g.archived_at, m.archived_at, '') AS archived_at,
       json_extract(s.snapshot, '$.title') AS programme,
       (SELECT count(*) FROM session WHERE mentorship_id = s.id AND state = 'held') AS held,
       (SELECT max(started_at) FROM session WHERE mentorship_id = s.id AND state = 'held') AS last,
       (SELECT count(*) FROM action WHERE mentorship_id = s.id AND state = 'open'
        AND owner = 'me') AS mine,
       (SELECT count(*) FROM action WHERE mentorship_id = s.id AND state = 'open'
        AND owner <> 'me') AS theirs,
       CASE WHEN g.id IS NULL THEN 0 ELSE (SELECT count(*) FROM membership
        WHERE mentorship_id = s.id AND left_on IS NULL) END AS members,
       CASE WHEN g.id IS NULL THEN '' ELSE (SELECT group_concat(mentee.name, ', ') FROM mentee
        JOIN membership AS o ON o.mentee_id = mentee.id AND o.mentorship_id = s.id
        WHERE o.left_on IS NULL) END AS names
FROM mentorship AS s {NAMED}
ORDER BY s.status <> 'active', s.status, {NAME} COLLATE NOCASE, s.started_on
"""


def people(store: Store, now: datetime, status: str = "") -> list[PersonLine]:
    """Every relation, active ones first, by name; of one status if said."""
    schedule = Schedule(store)
    rows = store.rows(_LINES)
    return [_line(schedule, row, now) for row in rows if status in ("", row["status"])]


def _line(schedule: Schedule, row: Row, now: datetime) -> PersonLine:
    person = row["mentorship_id"]
    slots = schedule.series[person]
    meeting = schedule.next_of(person, now) if slots and person in schedule.people else None
    return PersonLine(
        name=row["name"],
        handle=row["handle"],
        address=address(row),
        programme=row["programme"],
        status=row["status"],
        zone=row["zone"],
        next=meeting[1].start if meeting else None,
        last=instant(row["last"]),
        held=row["held"],
        total=schedule.total(person),
        mine=row["mine"],
        theirs=row["theirs"],
        mentorship_id=person,
        mentee_id=row["mentee_id"],
        members=row["members"],
        names=row["names"] or "",
        archived=bool(row["archived_at"]),
    )
