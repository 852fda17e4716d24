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


def searched(db: Database, table: str, column: str, mentorship: str = OWN) -> None:
    """Let a column's words be found: triggers keep the index, tags scope it without a join.

    `mentorship` is SQL for the mentorship's id, with {row} for the row.
    """
    insert = (
        "INSERT INTO words(body, tags, tbl, row_id) VALUES ("
        f"new.{column}, {_tags('new', mentorship.format(row='new'))}, '{table}', new.id);"
    )
    remove = f"DELETE FROM words WHERE words MATCH 'tags:' || {_token('i', 'old.id')};"
    # Notes of a running call are stored every second; they are indexed once it is closed.
    settled = "new.state <> 'live'" if table == "note" else "1"
    db.execute(
        f"CREATE TRIGGER {table}_words_ai AFTER INSERT ON {table} WHEN {settled} BEGIN {insert} END"
    )
    changed = f"old.{column} IS NOT new.{column}"
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
