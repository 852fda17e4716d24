"""The mentee page: what is worth knowing before a call, and everything that happened."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from mentordesk.domain.plans import Action
from mentordesk.domain.readers import loaded, spoken
from mentordesk.store.connection import Row, Store
from mentordesk.store.plans import actions

if TYPE_CHECKING:
    from mentordesk.domain.pages import Moment

_TIMELINE = """
SELECT 'session' AS kind, coalesce(started_at, planned_start) AS at, state AS title,
       coalesce(shared.body, own.body, '') AS body, coalesce(shared.readers, '') AS readers,
       session.id, session.created_at AS made, 1 AS turn, session.rowid AS place
FROM session
LEFT JOIN recap AS shared ON shared.session_id = session.id AND shared.kind = 'mentee'
LEFT JOIN recap AS own ON own.session_id = session.id AND own.kind = 'private'
WHERE mentorship_id = ?1 AND state NOT IN ('planned')
UNION ALL
SELECT kind, at, '', body, readers, id, created_at, 2, rowid FROM note
WHERE mentorship_id = ?1 AND kind NOT IN ('call', 'recap') AND body <> ''
UNION ALL
SELECT kind, at, minutes || ' min', text, readers, id, created_at, 3, rowid FROM touchpoint
WHERE mentorship_id = ?1
UNION ALL
SELECT 'status', created_at, status, reason, readers, id, created_at, 0, rowid FROM status_change
WHERE mentorship_id = ?1
UNION ALL
SELECT 'decision', created_at, verdict, ltrim(text || char(10, 10) || evidence, char(10)), readers,
       id, created_at, 4, rowid FROM decision WHERE mentorship_id = ?1
UNION ALL
SELECT 'term', created_at, coalesce('until ' || ends_on, 'no end'), reason, readers, id, created_at,
       5, rowid FROM term_change WHERE mentorship_id = ?1
UNION ALL
SELECT 'parting', created_at, 'by the ' || side, text, readers, id, created_at, 6, rowid
FROM parting WHERE mentorship_id = ?1
UNION ALL
SELECT 'close-out', created_at, question, body, readers, id, created_at, 7, rowid FROM close_out
WHERE mentorship_id = ?1
UNION ALL
SELECT 'nomination', created_at, state, text, readers, id, created_at, 8, rowid FROM nomination
WHERE mentorship_id = ?1
ORDER BY at DESC, made DESC, turn DESC, place DESC LIMIT ?2
"""


def timeline(store: Store, mentorship_id: str, limit: int) -> "list[Moment]":
    """Sessions, notes, touchpoints and the course of the mentorship, newest first."""
    return [_moment(row) for row in store.rows(_TIMELINE, mentorship_id, limit)]


def _moment(row: Row) -> "Moment":
    from mentordesk.domain.pages import Moment  # a call asks for no timeline

    return Moment(
        at=datetime.fromisoformat(row["at"]),
        kind=row["kind"],
        title=row["title"],
        body=row["body"],
        readers=spoken(loaded(row["readers"])),
        id=row["id"],
    )


def promised(store: Store, mentorship_id: str, since: date | None) -> list[Action]:
    """Open promises, and those kept since a day of the mentor's, as they were promised."""
    stamp = since.isoformat() if since else "9999"
    return actions(
        store,
        "mentorship_id = ? AND (state = 'open' OR (state = 'done' AND done_on >= ?))",
        mentorship_id,
        stamp,
    )
