"""What holds for every table, whichever is added next."""

import re

from mentordesk.store import Store

NOT_OURS = re.compile(r"sqlite_|_sqlite_|words(_|$)")
"""SQLite's own tables, sqlite-utils' list of migrations, and the search index."""
SAYS_SOMETHING = {"body", "text", "reason", "note", "title", "place", "measure"}
"""Columns in which a mentor's own words about somebody stand."""
UNREAD = {"series.place", "session.place"}
"""Words without readers of their own: where one meets is in the invitation."""


def tables(store: Store) -> dict[str, dict[str, tuple[str, bool, bool]]]:
    """Our tables with their columns: type, never null, in the primary key."""
    names = [row["name"] for row in store.rows("SELECT name FROM sqlite_schema WHERE type='table'")]
    return {
        name: {
            row["name"]: (row["type"], bool(row["notnull"]), bool(row["pk"]))
            for row in store.rows(f"PRAGMA table_info({name})")
        }
        for name in names
        if not NOT_OURS.match(name)
    }


def test_every_table_has_a_declared_text_key_that_is_never_null(store: Store) -> None:
    for name, columns in tables(store).items():
        keys = {column for column, (_, _, key) in columns.items() if key}
        assert keys == {"id"}, name
        assert columns["id"] == ("TEXT", True, True), name


def test_every_table_knows_when_a_row_was_made_and_changed(store: Store) -> None:
    for name, columns in tables(store).items():
        for stamp in ("created_at", "updated_at"):
            assert columns[stamp] == ("TEXT", True, False), name


def test_every_table_is_strict(store: Store) -> None:
    flags = {row["name"]: row["strict"] for row in store.rows("PRAGMA table_list")}
    assert {flags[name] for name in tables(store)} == {1}


def test_every_piece_of_text_says_who_else_may_read_it(store: Store) -> None:
    for name, columns in tables(store).items():
        own = {c for c in columns if c in SAYS_SOMETHING and f"{name}.{c}" not in UNREAD}
        if own:
            assert columns.get("readers") == ("TEXT", True, False), (name, own)


def test_every_column_that_names_another_row_refers_to_it(store: Store) -> None:
    for name, columns in tables(store).items():
        refers = {row["from"]: row for row in store.rows(f"PRAGMA foreign_key_list({name})")}
        named = {column for column in columns if column.endswith("_id")}
        assert named - set(refers) <= {"row_id", "thing_id"}, name
        assert {row["on_delete"] for row in refers.values()} <= {"NO ACTION"}, name


def test_every_reference_has_an_index(store: Store) -> None:
    for name in tables(store):
        indexed = {
            store.rows(f"PRAGMA index_info({row['name']})")[0]["name"]
            for row in store.rows(f"PRAGMA index_list({name})")
        }
        refers = {row["from"] for row in store.rows(f"PRAGMA foreign_key_list({name})")}
        assert refers <= indexed, name


def test_no_trigger_but_those_of_the_search(store: Store) -> None:
    for row in store.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"):
        written = re.findall(
            r"(?:INSERT INTO|DELETE FROM|UPDATE) (\w+)", row["sql"].partition("BEGIN")[2]
        )
        assert set(written) == {"words"}, row["name"]


def test_the_file_is_sound(store: Store) -> None:
    assert store.value("PRAGMA integrity_check") == "ok"
