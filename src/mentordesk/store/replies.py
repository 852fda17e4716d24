"""What came back to invitations: the last answer of each guest, and times they proposed."""

from collections.abc import Callable
from typing import NamedTuple

from mentordesk.store.connection import Row, Store

_ANSWERS = """
SELECT i.series_id, i.uid, i.rid, v.mentee_id, m.name, m.handle, v.address, v.partstat,
       i.stamp AS sent, coalesce(r.comment, '') AS comment, coalesce(r.delegate, '') AS delegate,
       r.stamp AS at
FROM invitation AS i JOIN series AS s ON s.id = i.series_id
JOIN invited AS v ON v.invitation_id = i.id JOIN mentee AS m ON m.id = v.mentee_id
LEFT JOIN reply AS r ON r.uid = i.uid AND r.rid = i.rid AND r.mentee_id = v.mentee_id
WHERE s.mentorship_id = ?1 AND i.method = 'REQUEST'
UNION ALL
SELECT i.series_id, r.uid, r.rid, r.mentee_id, m.name, m.handle, r.address, r.partstat,
       i.stamp, r.comment, r.delegate, r.stamp
FROM reply AS r JOIN invitation AS i ON i.uid = r.uid AND i.rid = ''
JOIN series AS s ON s.id = i.series_id JOIN mentee AS m ON m.id = r.mentee_id
WHERE s.mentorship_id = ?1 AND r.rid <> '' AND i.method = 'REQUEST'
AND EXISTS (SELECT 1 FROM invited AS v
            WHERE v.invitation_id = i.id AND v.mentee_id = r.mentee_id)
AND NOT EXISTS (SELECT 1 FROM invitation AS own WHERE own.uid = r.uid AND own.rid = r.rid)
"""


class Told(NamedTuple):
    """What one component of an invitation last said, and of which mentorship it is."""

    id: str
    rid: str
    sequence: int
    stamp: str
    method: str
    mentorship_id: str


def components(store: Store, uid: str) -> dict[str, Told]:
    """What was sent under a UID, by RECURRENCE-ID; empty when nothing was."""
    found = store.rows(
        "SELECT i.id, i.rid, i.sequence, i.stamp, i.method, s.mentorship_id"
        " FROM invitation AS i JOIN series AS s ON s.id = i.series_id WHERE i.uid = ?",
        uid,
    )
    return {row["rid"]: Told(*row) for row in found}


def guests(store: Store, uid: str) -> dict[str, str]:
    """Who was invited under a UID: ids by address in small letters, other known addresses too."""
    invited = store.rows(
        "SELECT v.address, v.mentee_id FROM invited AS v"
        " JOIN invitation AS i ON i.id = v.invitation_id WHERE i.uid = ?",
        uid,
    )
    found = {row["address"].lower(): str(row["mentee_id"]) for row in invited}
    also = store.rows("SELECT DISTINCT address, mentee_id FROM reply")
    known = {row["address"]: str(row["mentee_id"]) for row in also}
    return {at: who for at, who in known.items() if who in found.values()} | found


def reply(store: Store, uid: str, rid: str, mentee_id: str) -> Row | None:
    """The last answer of a guest to one component."""
    return store.row(
        "SELECT * FROM reply WHERE uid = ? AND rid = ? AND mentee_id = ?", uid, rid, mentee_id
    )


def keep(
    store: Store, new_id: Callable[[], str], key: dict[str, str], said: dict[str, str | int]
) -> None:
    """Let an answer be a guest's last one about a component, inside a transaction.

    `key` holds uid, rid and mentee_id. What the next message says of them follows.
    """
    store.put("reply", dict(key), dict(said), new_id)
    for row in store.rows(
        "SELECT v.id FROM invited AS v JOIN invitation AS i ON i.id = v.invitation_id"
        " WHERE i.uid = ? AND i.rid = ? AND v.mentee_id = ?",
        *key.values(),
    ):
        store.update("invited", row["id"], partstat=said["partstat"])


def outdate(store: Store, uid: str, rids: tuple[str, ...]) -> None:
    """Forget answers to components that have a new time or none, '' being all of a UID.

    Times proposed for them are replaced by what is sent now.
    """
    for rid in rids:
        which, values = ("uid = ? AND rid = ?", (uid, rid)) if rid else ("uid = ?", (uid,))
        for row in store.rows(f"SELECT id FROM reply WHERE {which}", *values):
            store.delete("reply", row["id"])
        for row in store.rows(f"SELECT id FROM counter WHERE state = 'open' AND {which}", *values):
            store.update("counter", row["id"], state="replaced")


def answers(store: Store, mentorship_id: str) -> list[Row]:
    """Who was invited to what of a mentorship's slots, with the answers; series before dates.

    Of dates those alone that were told of by themselves or answered by themselves.
    """
    return store.rows(_ANSWERS, mentorship_id)


def invited(store: Store) -> list[str]:
    """The mentorships to whose slots somebody was invited."""
    found = store.rows(
        "SELECT DISTINCT s.mentorship_id FROM invitation AS i JOIN series AS s"
        " ON s.id = i.series_id WHERE i.method = 'REQUEST' ORDER BY s.mentorship_id"
    )
    return [str(row[0]) for row in found]


def series_sent(store: Store, mentorship_id: str) -> dict[str, list[str]]:
    """The UIDs, by series, of what guests of a mentorship were invited to and was not taken back.

    Dates that left their place are among them.
    """
    found: dict[str, list[str]] = {}
    for row in store.rows(
        "SELECT i.series_id, i.uid FROM invitation AS i JOIN series AS s ON s.id = i.series_id"
        " WHERE s.mentorship_id = ? AND i.rid = '' AND i.method = 'REQUEST'",
        mentorship_id,
    ):
        found.setdefault(row["series_id"], []).append(row["uid"])
    return found


def counters(store: Store, where: str = "1", *values: str) -> list[Row]:
    """Proposed times that meet a condition, the oldest first, with whose they are."""
    return store.rows(
        "SELECT c.*, m.name, m.handle, s.id AS series_id, s.mentorship_id FROM counter AS c"
        " JOIN mentee AS m ON m.id = c.mentee_id"
        " JOIN invitation AS i ON i.uid = c.uid AND i.rid = ''"
        f" JOIN series AS s ON s.id = i.series_id WHERE {where} ORDER BY c.stamp, c.created_at",
        *values,
    )
