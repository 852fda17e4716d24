"""What Today knows of mentorships that are over: who must be told, and when there was a word last.

Each snapshot is read once for all who were started with it, as for those that go on.
"""

from collections.abc import Sequence
from datetime import date, tzinfo
from typing import NamedTuple

from mentordesk.domain.attention import Facts, Numbers, Promised
from mentordesk.store.columns import ENDED, HANDLE, NAME, NAMED, address, day, local_date_or_none
from mentordesk.store.connection import Row, Store
from mentordesk.store.views.facts import promises

_OVER = f"s.status IN {ENDED}"
_SAYS = f"""
SELECT group_concat(s.id, ' ') AS every,
       coalesce(json_extract(s.snapshot, '$.exit.keep_in_touch_weeks'), 0) AS weeks,
       (SELECT group_concat(value, ' and the ') FROM json_each(s.snapshot, '$.exit.tells'))
       AS tells,
       (SELECT json_extract(d.value, '$.next') FROM json_each(s.snapshot, '$.decisions') AS d
        WHERE EXISTS (SELECT 1 FROM json_each(d.value, '$.choices') AS c
        WHERE json_extract(c.value, '$.verdict') = 'graduate') LIMIT 1) AS next
FROM mentorship AS s WHERE {_OVER} GROUP BY s.playbook, s.snapshot
"""
_PEOPLE = f"""
SELECT s.id, s.playbook, s.status, s.started_on, {NAME} AS name, {HANDLE} AS handle,
       (SELECT max(day) FROM status_change WHERE mentorship_id = s.id AND status = s.status)
       AS ended_on,
       (SELECT CASE WHEN told_on IS NULL THEN day END FROM parting WHERE mentorship_id = s.id
        ORDER BY created_at DESC, rowid DESC LIMIT 1) AS left_on,
       (SELECT ended_at FROM session WHERE mentorship_id = s.id AND state = 'held'
        ORDER BY planned_start DESC LIMIT 1) AS spoke,
       (SELECT max(at) FROM touchpoint WHERE mentorship_id = s.id) AS wrote,
       EXISTS (SELECT 1 FROM nomination WHERE mentorship_id = s.id) AS put_forward,
       coalesce(g.archived_at, m.archived_at) AS archived_at
FROM mentorship AS s {NAMED}
WHERE {_OVER} AND (s.status = 'exited' OR instr(?, s.id)) GROUP BY s.id
"""


class _Says(NamedTuple):
    """What a playbook says of afterwards: weeks between words, whom to tell, what comes next."""

    weeks: int
    tells: str
    next: str


def over(store: Store, today: date, tz: tzinfo) -> list[Facts]:
    """What the rules need of mentorships that are over; who is archived is left in peace.

    That somebody has to be told, and what the mentor promised, is owed all the same. Those of whom
    nothing can fall due are left out.
    """
    says = _said(store)
    promised = promises(store, today)
    heeded = (who for who, said in says.items() if said.weeks or said.next or who in promised)
    return [
        _facts(row, says[row["id"]], promised.get(row["id"], ()), tz)
        for row in store.rows(_PEOPLE, " ".join(heeded))
    ]


def _said(store: Store) -> dict[str, _Says]:
    """What the playbooks say of afterwards, by mentorship."""
    return {
        person: _Says(row["weeks"], row["tells"] or "", row["next"] or "")
        for row in store.rows(_SAYS)
        for person in row["every"].split()
    }


def _facts(row: Row, says: _Says, promised: Sequence[Promised], tz: tzinfo) -> Facts:
    is_archived = bool(row["archived_at"])
    return Facts(
        address=address(row),
        name=row["name"],
        status=row["status"],
        started_on=date.fromisoformat(row["started_on"]),
        last_contact=local_date_or_none(max(row["spoke"] or "", row["wrote"] or ""), tz),
        promises=promised,
        numbers=Numbers(keep_in_touch_weeks=0 if is_archived else says.weeks),
        ended_on=day(row["ended_on"]),
        left_on=day(row["left_on"]) if row["status"] == "exited" else None,
        tells=says.tells,
        nominate="" if is_archived or row["put_forward"] else says.next,
    )
