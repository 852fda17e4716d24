"""Full text over notes, recaps, actions, goals, opportunities and touchpoints."""

from mentordesk.domain.pages import Hit
from mentordesk.domain.text import clean
from mentordesk.store.connection import Store

LONGEST = 400
"""Characters of a search that are read; more was pasted by mistake."""

_SOURCES = {
    "note": ("kind", "at", "session_id"),
    "recap": ("'recap'", "created_at", "session_id"),
    "action": ("'action'", "created_at", "session_id"),
    "goal": ("'goal'", "created_at", "NULL"),
    "opportunity": ("'opportunity'", "created_at", "session_id"),
    "touchpoint": ("kind", "at", "NULL"),
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
        "SELECT tbl, row_id, snippet(words, 0, '«', '»', '…', 12) AS snip"
        f" FROM words WHERE words MATCH ? ORDER BY {order} LIMIT ?",
        match,
        limit,
    )
    hits = (_hit(store, row["tbl"], row["row_id"], row["snip"]) for row in found)
    return [hit for hit in hits if hit]


def _hit(store: Store, table: str, row_id: str, snippet: str) -> Hit | None:
    kind, at, session = _SOURCES[table]
    mentorship = (
        "(SELECT mentorship_id FROM session WHERE id = t.session_id)"
        if table == "recap"
        else "t.mentorship_id"
    )
    row = store.row(
        f"SELECT {kind} AS kind, t.{at} AS at, {session} AS session_id, m.name, m.handle,"
        f" s.playbook FROM {table} AS t JOIN mentorship AS s ON s.id = {mentorship}"
        " JOIN membership AS b ON b.mentorship_id = s.id JOIN mentee AS m ON m.id = b.mentee_id"
        " WHERE t.id = ? LIMIT 1",
        row_id,
    )
    if row is None:
        return None
    address = f"{row['handle']}/{row['playbook']}"
    one_line = " ".join(snippet.split())
    return Hit(
        row["kind"], row["at"], row["name"], address, one_line, row_id, row["session_id"] or ""
    )
