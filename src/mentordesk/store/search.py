"""Full text over notes, recaps, actions, goals, opportunities and touchpoints."""

import sqlite3
from contextlib import closing

from mentordesk.domain.incidents import in_view
from mentordesk.domain.pages import Hit
from mentordesk.domain.text import clean, clip
from mentordesk.store.columns import HANDLE, NAME, NAMED
from mentordesk.store.connection import Row, Store

LONGEST = 400
"""Characters of a search that are read; more was pasted by mistake."""

_LONG = 50_000
"""Characters from which SQLite's snippet() is kept away: it is quadratic in the matches."""

_PIECE = 2_000
_MARKED = "snippet({table}, 0, '«', '»', '…', 12)"

_SOURCES = {
    "note": ("kind", "at", "session_id"),
    "recap": ("'recap'", "created_at", "session_id"),
    "action": ("'action'", "created_at", "session_id"),
    "goal": ("'goal'", "created_at", "NULL"),
    "plan_row": ("'plan'", "created_at", "NULL"),
    "skill_gap": ("'gap'", "created_at", "NULL"),
    "opportunity": ("'opportunity'", "created_at", "session_id"),
    "touchpoint": ("kind", "at", "NULL"),
    "agreement": ("'agreement'", "created_at", "NULL"),
    "decision": ("'decision'", "created_at", "NULL"),
    "parting": ("'parting'", "created_at", "NULL"),
    "close_out": ("'close-out'", "created_at", "NULL"),
    "nomination": ("'nomination'", "created_at", "NULL"),
    "introduction": ("'introduction'", "created_at", "NULL"),
    "progress": ("'progress'", "created_at", "NULL"),
    "lab": ("'lab'", "created_at", "session_id"),
    "review": ("'review'", "created_at", "session_id"),
    "feedback": ("'feedback'", "created_at", "NULL"),
    "survey_answer": ("'survey'", "created_at", "NULL"),
    "slide": ("'slide'", "created_at", "NULL"),
    "intake_step": ("'way in'", "created_at", "NULL"),
    "fit_answer": ("'match'", "created_at", "NULL"),
    "help_request": ("'help'", "created_at", "NULL"),
    "milestone_note": ("'milestone'", "created_at", "NULL"),
}


def query(typed: str) -> str:
    """What was typed as an FTS5 query: every word must occur, the last one may go on."""
    words = [word.replace('"', "") for word in clean(typed[:LONGEST]).split()]
    quoted = [f'"{word}"' for word in words if any(char.isalnum() for char in word)]
    return "{body} : (" + " AND ".join(quoted) + "*)" if quoted else ""


def search(store: Store, typed: str, limit: int = 50, ranked: bool = True) -> list[Hit]:
    """The best hits, or the newest ones while somebody is still typing (`ranked=False`)."""
    match = query(typed)
    if not match:
        return []
    order = "rank" if ranked else "rowid DESC"
    found = store.rows(
        "SELECT tbl, row_id, rowid AS place, CASE WHEN length(body) < ? THEN"
        f" {_MARKED.format(table='words')} END AS snip"
        f" FROM words WHERE words MATCH ? ORDER BY {order} LIMIT ?",
        _LONG,
        match,
        limit,
    )
    hits = (_hit(store, row["tbl"], row["row_id"], _snippet(store, row, match)) for row in found)
    return [hit for hit in hits if hit]


def _snippet(store: Store, row: Row, match: str) -> str:
    """The part of a text that matches; of a very long one the best of its pieces."""
    if row["snip"] is not None:
        return str(row["snip"])
    body = str(store.value("SELECT body FROM words WHERE rowid = ?", row["place"]))
    pieces = (line[at : at + _PIECE] for line in body.splitlines() for at in _starts(line))
    with closing(sqlite3.connect(":memory:")) as own:
        # Words are told apart as in the table `words`, or its matches would not be found again.
        own.execute(
            "CREATE VIRTUAL TABLE piece USING fts5(body, tokenize='unicode61 remove_diacritics 2')"
        )
        own.executemany("INSERT INTO piece VALUES (?)", ((piece,) for piece in pieces))
        found = own.execute(
            f"SELECT {_MARKED.format(table='piece')} FROM piece WHERE piece MATCH ?"
            " ORDER BY rank LIMIT 1",
            [match.replace(" AND ", " OR ")],
        ).fetchone()
    return str(found[0]) if found else clip(body, 80)


def _starts(line: str) -> range:
    return range(0, len(line), _PIECE)


def _hit(store: Store, table: str, row_id: str, snippet: str) -> Hit | None:
    kind, at, session = _SOURCES[table]
    mentorship = (
        "(SELECT mentorship_id FROM session WHERE id = t.session_id)"
        if table == "recap"
        else "t.mentorship_id"
    )
    row = store.row(
        f"SELECT {kind} AS kind, t.{at} AS at, {session} AS session_id,"
        f" {NAME} AS name, {HANDLE} AS handle, s.playbook"
        f" FROM {table} AS t JOIN mentorship AS s ON s.id = {mentorship} {NAMED}"
        " WHERE t.id = ? LIMIT 1",
        row_id,
    )
    if row is None:
        return None
    address = f"{row['handle']}/{row['playbook']}"
    one_line = in_view(row["kind"], " ".join(snippet.split()))
    return Hit(
        row["kind"], row["at"], row["name"], address, one_line, row_id, row["session_id"] or ""
    )
