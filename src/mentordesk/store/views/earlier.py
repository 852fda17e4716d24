"""What was said in the last calls of one mentorship, to be read beside the notes of this one."""

from datetime import datetime

from mentordesk.domain.earlier import EarlierCall, EarlierPage
from mentordesk.store.connection import Store
from mentordesk.store.words import open_ones

CALLS = 6
"""Calls that are read beside the notes; the timeline has them all."""
_MOST = 4_000
"""Characters of one text that are shown beside the notes; the timeline has the rest."""

_LAST = """
SELECT session.id, started_at,
       (SELECT count(*) FROM session AS before WHERE before.mentorship_id = session.mentorship_id
        AND before.state = 'held' AND before.started_at <= session.started_at) AS number,
       substr(coalesce(shared.body, ''), 1, ?2) AS shared,
       substr(coalesce(own.body, ''), 1, ?2) AS own,
       substr(coalesce(note.body, ''), 1, ?2) AS notes
FROM session
LEFT JOIN recap AS shared ON shared.session_id = session.id AND shared.kind = 'mentee'
LEFT JOIN recap AS own ON own.session_id = session.id AND own.kind = 'private'
LEFT JOIN note ON note.session_id = session.id AND note.kind = 'call'
WHERE session.mentorship_id = ?1 AND session.state = 'held' AND session.id <> ?3
ORDER BY started_at DESC LIMIT ?4
"""


def earlier(store: Store, mentorship_id: str, but: str, calls: int = CALLS) -> EarlierPage:
    """Stuck points and questions that are open, and the last calls, newest first, without `but`."""
    rows = store.rows(_LAST, mentorship_id, _MOST, but, calls)
    return EarlierPage(
        open_ones(store, mentorship_id, "stuck"),
        open_ones(store, mentorship_id, "question"),
        [
            EarlierCall(
                datetime.fromisoformat(row["started_at"]),
                row["number"],
                row["shared"],
                row["own"],
                row["notes"],
            )
            for row in rows
        ],
    )
