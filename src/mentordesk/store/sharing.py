"""A store that holds only what one reader may see, for a screen that others look at.

Each table is shadowed by a temporary view of the same name on a connection that cannot write, so
every query of every page asks for this reader, and one that nobody has thought of shows nothing.
"""

from mentordesk.domain.readers import MENTEE, Reader
from mentordesk.domain.text import one_line
from mentordesk.store.connection import Row, Store
from mentordesk.store.opening import open_store
from mentordesk.store.sharing_policy import NEVER, POLICY, READABLE, Shown

_NAMES = """
SELECT name FROM mentee UNION SELECT handle FROM mentee
UNION SELECT name FROM team UNION SELECT handle FROM team
UNION SELECT name FROM booking UNION SELECT person FROM introduction
"""
_BLANKS = {"TEXT": "''", "INTEGER": "0"}
_SELF = "t.id = (SELECT mentee_id FROM shown_viewer)"


def open_shared(store: Store, viewer: Reader, refuses: str) -> Store:
    """A second store on the same file that shows what `viewer` may see and writes nothing.

    `refuses` is the sentence for whoever tries. Raises StoreTrouble when the file cannot be read.
    """
    shared = open_store(store.path, store.tz, write=False)
    shared.read_only, shared.refuses, shared.is_shared = True, refuses, True
    for sql in views(shared, viewer):
        shared.conn.execute(sql)
    shared.conn.execute("PRAGMA query_only = ON")
    return shared


def names(store: Store) -> set[str]:
    """How everybody is called of whom a store shows anything: past mentees and guests, too."""
    return {one_line(row[0]) for row in store.rows(_NAMES)} - {""}


def views(store: Store, viewer: Reader) -> list[str]:
    """The statements that lay a view over every table of the file, known here or not."""
    tables = [
        row["name"]
        for row in store.rows("SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view')")
    ]
    return [*_viewer(viewer), *(_view(store, name) for name in tables)]


def _viewer(viewer: Reader) -> list[str]:
    """Who looks, and which mentorships they are or were in until when."""
    mine = "SELECT mentorship_id, coalesce(left_at, '9999'), left_on IS NULL FROM main.membership"
    if viewer.group_id:
        mine = "SELECT id, '9999', 1 FROM main.mentorship"
        mine += f" WHERE id = {_quoted(viewer.group_id)}"
    elif viewer.kind == MENTEE and viewer.mentee_id:
        mine += f" WHERE mentee_id = {_quoted(viewer.mentee_id)}"
    else:
        mine += " WHERE 0"
    # '' would be equal to an empty column; NULL is equal to nothing.
    who = _quoted(viewer.mentee_id) if viewer.mentee_id else "NULL"
    return [
        f"CREATE TEMP VIEW shown_viewer(mentee_id) AS SELECT {who}",
        f"CREATE TEMP VIEW shown_to(mine, until, stays) AS {mine}",
    ]


def _view(store: Store, table: str) -> str:
    """The view over one table; one without a decision has its columns and no row."""
    shown = POLICY.get(table, Shown(NEVER))
    columns = store.rows(f"SELECT * FROM pragma_table_xinfo({_quoted(table)}, 'main')")
    parts = ", ".join(_column(shown, row) for row in columns if not row["hidden"])
    if shown.rows == NEVER:
        return f'CREATE TEMP VIEW "{table}" AS SELECT {parts} WHERE 0'
    return (
        f'CREATE TEMP VIEW "{table}" AS SELECT t.rowid AS rowid, {parts}'
        f' FROM main."{table}" AS t WHERE {shown.rows}'
    )


def _column(shown: Shown, row: Row) -> str:
    """A column as the viewer is given it."""
    name = row["name"]
    blank = _BLANKS.get(row["type"], "NULL") if row["notnull"] else "NULL"
    if shown.rows == NEVER:
        value = blank
    elif shown.is_plain(name):
        value = f't."{name}"'
    elif name in shown.words:
        value = f'CASE WHEN {READABLE} THEN t."{name}" ELSE {blank} END'
    elif name in shown.own:
        value = f'CASE WHEN {_SELF} THEN t."{name}" ELSE {blank} END'
    else:
        value = blank
    return f'{value} AS "{name}"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
