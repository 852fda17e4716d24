"""Groups as they are stored: what they are called, who is in them, who came."""

from datetime import date, tzinfo

from mentordesk.domain.groups import Member, Met
from mentordesk.store.columns import day, local_date
from mentordesk.store.connection import Row, Store

_MEMBERS = """
SELECT m.id, m.name, m.handle, m.zone, b.joined_on, b.left_on,
       EXISTS (SELECT 1 FROM team WHERE mentorship_id = b.mentorship_id
               AND representative_id = m.id) AS speaks
FROM membership AS b JOIN mentee AS m ON m.id = b.mentee_id
WHERE b.mentorship_id = ? ORDER BY b.left_on IS NOT NULL, m.name COLLATE NOCASE, m.handle
"""
_MEETINGS = """
SELECT id, state, coalesce(started_at, planned_start) AS at FROM session
WHERE mentorship_id = ? AND state IN ('held', 'missed', 'running') ORDER BY at
"""
_SAID = """
SELECT a.session_id, a.mentee_id, a.status FROM session AS s
JOIN attendance AS a ON a.session_id = s.id WHERE s.mentorship_id = ?
"""


def team(store: Store, mentorship_id: str) -> Row | None:
    """The row of a group, None for a mentorship of one."""
    return store.row("SELECT * FROM team WHERE mentorship_id = ?", mentorship_id)


def members(store: Store, mentorship_id: str) -> list[Member]:
    """Everybody who is or was in a mentorship, those who left at the end."""
    return [
        Member(
            row["id"],
            row["name"],
            row["handle"],
            row["zone"],
            date.fromisoformat(row["joined_on"]),
            day(row["left_on"]),
            bool(row["speaks"]),
        )
        for row in store.rows(_MEMBERS, mentorship_id)
    ]


def meetings(store: Store, mentorship_id: str, tz: tzinfo) -> list[Met]:
    """Meetings that were held or missed, or that run, the earliest first."""
    found, held = [], 0
    for row in store.rows(_MEETINGS, mentorship_id):
        found.append(Met(row["id"], local_date(row["at"], tz), held + 1, row["state"]))
        held += row["state"] == "held"
    return found


def said(store: Store, mentorship_id: str) -> dict[tuple[str, str], str]:
    """What is known of who came, by session and mentee."""
    rows = store.rows(_SAID, mentorship_id)
    return {(row["session_id"], row["mentee_id"]): row["status"] for row in rows}
