"""Full text over notes, recaps, actions, goals, opportunities and touchpoints."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import NamedTuple

from mentordesk.domain.incidents import in_view
from mentordesk.domain.pages import Hit
from mentordesk.domain.text import clean, clip
from mentordesk.store.columns import HANDLE, NAME, NAMED, address
from mentordesk.store.connection import Row, Store

LONGEST = 400
"""Characters of a search that are read; more was pasted by mistake."""

_LONG = 50_000
"""Characters from which SQLite's snippet() is kept away: it is quadratic in the matches."""

_PIECE = 2_000
"""Characters that one look for a snippet takes: the pieces of a long line, or a beginning."""
_BEGINNING = "substr(body, 1, ?)"
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


class Wanted(NamedTuple):
    """Which texts count at all: of these mentorships, kinds, since an instant, for this reader.

    None, nothing and '' leave a question open; the reader `me` means for nobody else.
    """

    mentorships: Sequence[str] | None = None
    kinds: Sequence[str] = ()
    since: str = ""
    audience: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everything counts."""
        return self.mentorships is None and not (self.kinds or self.since or self.audience)


ALL = Wanted()


def kinds() -> list[str]:
    """Every kind that something found can be of."""
    from mentordesk.domain.notes import KINDS, TOUCHES  # dataclasses take time; few name a kind

    own = {"note": KINDS, "touchpoint": TOUCHES}
    named = (own.get(table) or (kind.strip("'"),) for table, (kind, *_) in _SOURCES.items())
    return list(dict.fromkeys(kind for every in named for kind in every))


def search(
    store: Store, typed: str, limit: int = 50, ranked: bool = True, wanted: Wanted = ALL
) -> list[Hit]:
    """The best hits, or the newest ones while somebody is still typing (`ranked=False`).

    Without words everything that is `wanted` is found, the newest first.
    """
    match = query(typed)
    if not match and wanted.is_open:
        return []
    order = "rank" if ranked and match else "rowid DESC"
    snip = f"CASE WHEN length(body) < ? THEN {_MARKED.format(table='words')} END"
    where, values = _where(match, wanted, store.is_shared)
    found = store.rows(
        f"SELECT tbl, row_id, rowid AS place, {snip if match else _BEGINNING} AS snip"
        f" FROM main.words WHERE {where} ORDER BY {order} LIMIT ?",
        _LONG if match else _PIECE,
        *values,
        limit,
    )
    hits = (_hit(store, row["tbl"], row["row_id"], _snippet(store, row, match)) for row in found)
    return [hit for hit in hits if hit]


def _where(match: str, wanted: Wanted, shared: bool) -> tuple[str, list[str]]:
    """The conditions upon the index, and their values in order.

    On a shared screen only what its tables show is wanted, or the rest would be cut off for it.
    """
    parts, values = [], []
    if match:
        parts, values = ["words MATCH ?"], [match]
    if shared or not wanted.is_open:
        every = [_ids(table, wanted) for table in _SOURCES]
        parts.append(f"(tbl, row_id) IN ({' UNION ALL '.join(sql for sql, _ in every)})")
        values += [value for _, own in every for value in own]
    return " AND ".join(parts), values


def _ids(table: str, wanted: Wanted) -> tuple[str, list[str]]:
    """SQL for the rows of one table that are wanted."""
    kind, at, _ = _SOURCES[table]
    parts: list[str] = []
    values: list[str] = []
    if wanted.mentorships is not None:
        parts.append(f"{_mentorship(table)} IN ({_marks(wanted.mentorships)})")
        values += wanted.mentorships
    if wanted.kinds:
        parts.append(f"{kind} IN ({_marks(wanted.kinds)})")
        values += wanted.kinds
    if wanted.since:
        parts.append(f"t.{at} >= ?")
        values.append(wanted.since)
    if wanted.audience:
        only = wanted.audience == "me"
        parts.append("readers = ''" if only else "instr(' ' || readers || ' ', ?) > 0")
        values += [] if only else [f" {wanted.audience} "]
    return f"SELECT '{table}', id FROM {table} AS t WHERE {' AND '.join(parts) or '1'}", values


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _mentorship(table: str) -> str:
    if table == "recap":
        return "(SELECT mentorship_id FROM session WHERE id = t.session_id)"
    return "t.mentorship_id"


def _snippet(store: Store, row: Row, match: str) -> str:
    """The part of a text that matches; of a very long one the best of its pieces."""
    if row["snip"] is not None:
        return str(row["snip"])
    body = str(store.value("SELECT body FROM main.words WHERE rowid = ?", row["place"]))
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
    row = store.row(
        f"SELECT {kind} AS kind, t.{at} AS at, {session} AS session_id,"
        f" {NAME} AS name, {HANDLE} AS handle, s.playbook"
        f" FROM {table} AS t JOIN mentorship AS s ON s.id = {_mentorship(table)} {NAMED}"
        " WHERE t.id = ? LIMIT 1",
        row_id,
    )
    if row is None:
        return None
    one_line = in_view(row["kind"], " ".join(snippet.split()))
    return Hit(
        row["kind"], row["at"], row["name"], address(row), one_line, row_id, row["session_id"] or ""
    )
