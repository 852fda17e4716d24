"""What every migration is made of: the list of them, a table, and its place in the search."""

from collections.abc import Mapping

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

migrations = Migrations("mentordesk")
OWN = "{row}.mentorship_id"
"""SQL for the mentorship of a row that names it itself."""
_STAMPS = {"created_at": str, "updated_at": str}


def create(
    db: Database,
    name: str,
    columns: Mapping[str, type],
    refers: tuple[tuple[str, str], ...] = (),
    optional: frozenset[str] = frozenset(),
    unique: tuple[str, ...] = (),
) -> None:
    """A strict table with a text id; columns are never null unless they are `optional`."""
    every = {"id": str, **columns, **_STAMPS}
    table = db.table(name)
    assert isinstance(table, Table)
    table.create(
        every,
        pk="id",
        strict=True,
        not_null=set(every) - optional,
        foreign_keys=[(column, other, "id") for column, other in refers],
    )
    for column, _ in refers:
        table.create_index([column])
    if unique:
        table.create_index(list(unique), unique=True)


def searched(db: Database, table: str, columns: str, mentorship: str = OWN) -> None:
    """Let the words of columns be found: triggers keep the index, tags scope it without a join.

    `columns` has blanks between; `mentorship` is SQL for the mentorship's id, {row} for the row.
    """
    names = columns.split()
    body = " || char(10) || ".join(f"new.{name}" for name in names)
    insert = (
        "INSERT INTO words(body, tags, tbl, row_id) VALUES ("
        f"{body}, {_tags('new', mentorship.format(row='new'))}, '{table}', new.id);"
    )
    remove = f"DELETE FROM words WHERE words MATCH 'tags:' || {_token('i', 'old.id')};"
    # Notes of a running call are stored every second; they are indexed once it is closed.
    settled = "new.state <> 'live'" if table == "note" else "1"
    db.execute(
        f"CREATE TRIGGER {table}_words_ai AFTER INSERT ON {table} WHEN {settled} BEGIN {insert} END"
    )
    changed = "(" + " OR ".join(f"old.{name} IS NOT new.{name}" for name in names) + ")"
    if table == "note":
        changed = f"{settled} AND ({changed} OR old.state = 'live')"
    db.execute(f"CREATE TRIGGER {table}_words_ad AFTER DELETE ON {table} BEGIN {remove} END")
    db.execute(
        f"CREATE TRIGGER {table}_words_au AFTER UPDATE ON {table} WHEN {changed}"
        f" BEGIN {remove} {insert} END"
    )


def _token(letter: str, column: str) -> str:
    return f"'{letter}' || replace({column}, '-', '')"


def _tags(row: str, mentorship: str) -> str:
    return f"{_token('i', row + '.id')} || ' ' || {_token('m', mentorship)}"
