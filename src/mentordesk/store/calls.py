"""Sessions with everything their clock is computed from, their agenda and their notes."""

from datetime import datetime

from mentordesk.domain.agenda import LEFT, Point
from mentordesk.domain.readers import loaded
from mentordesk.domain.sessions import Session
from mentordesk.domain.timebox import Timebox
from mentordesk.store.columns import instant
from mentordesk.store.connection import Row, Store

_SESSION = """
SELECT session.*,
       (SELECT count(*) FROM session AS earlier WHERE earlier.mentorship_id = session.mentorship_id
        AND earlier.state = 'held' AND earlier.planned_start < session.planned_start
        AND earlier.id <> session.id) + 1 AS number,
       (SELECT coalesce(sum(minutes), 0) FROM extension WHERE session_id = session.id) AS extended
FROM session
"""


def session(store: Store, session_id: str) -> Session | None:
    """One session by id."""
    row = store.row(_SESSION + "WHERE session.id = ?", session_id)
    return _session(store, row) if row else None


def running(store: Store, mentorship_id: str = "") -> Session | None:
    """The running call, of one mentorship or of anybody."""
    where = "WHERE state = 'running'" + (" AND mentorship_id = ?" if mentorship_id else "")
    row = store.row(_SESSION + where, *((mentorship_id,) if mentorship_id else ()))
    return _session(store, row) if row else None


def last_held(store: Store, mentorship_id: str = "") -> Session | None:
    """The latest meeting that took place, of one mentorship or of anybody."""
    where = "WHERE state = 'held'" + (" AND mentorship_id = ?" if mentorship_id else "")
    row = store.row(
        f"{_SESSION}{where} ORDER BY started_at DESC LIMIT 1",
        *((mentorship_id,) if mentorship_id else ()),
    )
    return _session(store, row) if row else None


def planned(store: Store, mentorship_id: str) -> Session | None:
    """The meeting that is being prepared, if the mentor has written anything for it."""
    row = store.row(
        _SESSION + "WHERE mentorship_id = ? AND state = 'planned' ORDER BY planned_start LIMIT 1",
        mentorship_id,
    )
    return _session(store, row) if row else None


def points(store: Store, session_id: str) -> list[Point]:
    """The agenda of a session in order, each with the earlier meetings that did not finish it."""
    rows = store.rows(
        "SELECT agenda_item.*, (SELECT count(*) FROM agenda_item AS chain"
        " JOIN session AS earlier ON earlier.id = chain.session_id"
        " WHERE chain.lineage = agenda_item.lineage AND earlier.state = 'held'"
        " AND earlier.started_at < session.started_at) AS carried"
        " FROM agenda_item JOIN session ON session.id = session_id"
        " WHERE session_id = ? ORDER BY position, agenda_item.id",
        session_id,
    )
    return [_point(row) for row in rows]


def unspoken(store: Store, mentorship_id: str) -> list[Point]:
    """The mentor's own points of calls since the last one held that did not take place."""
    rows = store.rows(
        "SELECT id FROM session WHERE mentorship_id = ? AND state IN ('missed', 'cancelled')"
        " AND started_at > coalesce((SELECT max(started_at) FROM session"
        " WHERE mentorship_id = ? AND state = 'held'), '') ORDER BY started_at",
        mentorship_id,
        mentorship_id,
    )
    found = [point for row in rows for point in points(store, row["id"])]
    latest = {point.lineage: point for point in found if point.source == "own"}
    return [point for point in latest.values() if point.state in LEFT]


def notes(store: Store, session_id: str) -> Row | None:
    """The raw notes of a call: the row of its note of kind `call`, or None."""
    return store.row("SELECT * FROM note WHERE session_id = ? AND kind = 'call'", session_id)


def captures(store: Store, note_id: str) -> list[Row]:
    """What the lines of a note made, in their order, and `who` is to do it."""
    return store.rows(
        "SELECT capture.*, coalesce(who, '') AS who FROM capture"
        " LEFT JOIN action ON action.id = thing_id WHERE note_id = ? ORDER BY line",
        note_id,
    )


def suggestions(store: Store, note_id: str) -> list[Row]:
    """The lines of a note that were pasted, look like things, and have not been taken.

    Those that were dismissed are among them and say so.
    """
    return store.rows(
        "SELECT id, line, kind, dismissed FROM capture WHERE note_id = ? AND thing_id = ''"
        " ORDER BY line",
        note_id,
    )


def is_late(store: Store, session_id: str) -> bool:
    """Whether somebody is noted as having come late to a session."""
    late = "SELECT 1 FROM attendance WHERE session_id = ? AND status = 'late' LIMIT 1"
    return store.value(late, session_id) is not None


def is_known(store: Store, session_id: str) -> bool:
    """Whether anything is noted about who came to a session."""
    known = "SELECT 1 FROM attendance WHERE session_id = ? LIMIT 1"
    return store.value(known, session_id) is not None


def is_recorded(store: Store, session_id: str) -> bool:
    """Whether a recording of a call goes on."""
    running = (
        "SELECT 1 FROM recording_span JOIN recording ON recording.id = recording_id"
        " WHERE session_id = ? AND until IS NULL LIMIT 1"
    )
    return store.value(running, session_id) is not None


def _session(store: Store, row: Row) -> Session:
    started = instant(row["started_at"])
    return Session(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        number=row["number"],
        agenda=row["agenda"],
        state=row["state"],
        planned_start=datetime.fromisoformat(row["planned_start"]),
        minutes=row["minutes"],
        reserve=row["reserve"],
        hard_stop=bool(row["hard_stop"]),
        series_id=row["series_id"] or "",
        day=row["day"] or "",
        started=started,
        ended=instant(row["ended_at"]),
        timebox=_timebox(store, row, started) if started else None,
        place=row["place"],
    )


def _timebox(store: Store, row: Row, started: datetime) -> Timebox:
    pauses = store.rows(
        "SELECT since, until FROM pause WHERE session_id = ? ORDER BY since", row["id"]
    )
    return Timebox(
        started=started,
        planned_end=datetime.fromisoformat(row["planned_end"]),
        reserve=row["reserve"],
        hard_stop=bool(row["hard_stop"]),
        extended=row["extended"],
        pauses=tuple((datetime.fromisoformat(p["since"]), instant(p["until"])) for p in pauses),
    )


def _point(row: Row) -> Point:
    return Point(
        title=row["title"],
        minutes=row["minutes"],
        source=row["source"],
        state=row["state"],
        carried=row["carried"],
        prompts=tuple(row["prompts"].split("\n")) if row["prompts"] else (),
        lineage=row["lineage"],
        ref=row["ref"],
        id=row["id"],
        readers=loaded(row["readers"]),
        started=instant(row["started_at"]),
        ended=instant(row["ended_at"]),
        used=row["used"],
    )
