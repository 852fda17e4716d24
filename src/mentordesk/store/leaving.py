"""Everything that leaves the desk asks here, for one reader, and can receive nothing else.

The reader is part of each query: a mentee is given only text that is for the mentee and belongs
to a mentorship this mentee is a member of. Of a group, nobody is given what is about another member
alone, and who has left is given nothing that was written or changed from then on.
"""

from typing import TYPE_CHECKING

from mentordesk.domain.incidents import INCIDENT
from mentordesk.domain.pages import Leaving
from mentordesk.domain.readers import MENTEE, Reader
from mentordesk.store.connection import Store
from mentordesk.store.plans import action
from mentordesk.store.words import note

if TYPE_CHECKING:
    from mentordesk.domain.planning import PlanRow

_MINE = """
SELECT 1 FROM (SELECT mentorship_id AS mine, coalesce(left_at, '9999') AS until
               FROM membership WHERE mentee_id = ?)
"""


def readable_by(
    reader: Reader, mentorship: str, about: str = "NULL"
) -> tuple[str, tuple[str, ...]]:
    """A condition on `readers`, on the SQL for the mentorship's id and on whom alone it is about.

    With its values; the table must not be aliased and has `updated_at`, as every one does.
    """
    word = f"instr(' ' || readers || ' ', ' {reader.kind} ') > 0"
    if reader.kind != MENTEE:
        return word, ()
    if reader.group_id:
        return f"{word} AND {mentorship} = ? AND {about} IS NULL", (reader.group_id,)
    mine = f"EXISTS ({_MINE} WHERE mine = {mentorship} AND updated_at < until)"
    alone = f"({about} IS NULL OR {about} = ?)"
    return f"{word} AND {mine} AND {alone}", (reader.mentee_id, reader.mentee_id)


_OF_SESSION = "(SELECT mentorship_id FROM session WHERE id = session_id)"
_NOTES = """
SELECT * FROM note WHERE session_id = ? AND kind <> ? AND {} ORDER BY at, created_at, rowid
"""
_POINTS = """
SELECT title FROM agenda_item
WHERE session_id = ? AND state = 'done' AND source <> 'wrap-up' AND {} ORDER BY position
"""
_ACTIONS = """
SELECT * FROM action WHERE session_id = ? AND state <> 'dropped' AND {}
ORDER BY task DESC, created_at, rowid
"""


def of_session(store: Store, session_id: str, reader: Reader) -> Leaving:
    """The parts of a session's recap that `reader` may read."""
    own, who = readable_by(reader, "mentorship_id", "about_id")
    via, _ = readable_by(reader, _OF_SESSION)
    notes = [note(row) for row in store.rows(_NOTES.format(own), session_id, INCIDENT, *who)]
    points = store.rows(_POINTS.format(via), session_id, *who)
    actions = store.rows(_ACTIONS.format(own), session_id, *who)
    return Leaving(
        points=[row["title"] for row in points],
        lines=[n for n in notes if n.kind == "recap"],
        wins=[n for n in notes if n.kind == "win"],
        questions=[n for n in notes if n.kind in ("question", "stuck")],
        actions=[action(row) for row in actions],
    )


def plan_rows(
    store: Store, mentorship_id: str, reader: Reader, every: bool = False
) -> "list[PlanRow]":
    """The rows of an action plan that `reader` may read: open ones, or all but the dropped."""
    from mentordesk.store.planning import plan_row  # only for plans that leave

    own, who = readable_by(reader, "mentorship_id", "about_id")
    states = "state <> 'dropped'" if every else "state = 'open'"
    rows = store.rows(
        f"SELECT * FROM plan_row WHERE mentorship_id = ? AND {states} AND {own}"
        " ORDER BY position, created_at, rowid",
        mentorship_id,
        *who,
    )
    return [plan_row(row) for row in rows]


def recap(store: Store, session_id: str, reader: Reader) -> str | None:
    """The stored recap text of a session as `reader` may have it, or None."""
    via, who = readable_by(reader, _OF_SESSION)
    found = store.value(
        f"SELECT body FROM recap WHERE session_id = ? AND {via} ORDER BY kind", session_id, *who
    )
    return None if found is None else str(found)
