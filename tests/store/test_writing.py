"""One way to write: all or nothing, one flush, and none when nothing differs."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.builders import store_at

from mentordesk.domain.errors import Refusal, StoreTrouble
from mentordesk.store import Store

NOW = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
ADA = {
    "id": "m1", "name": "Ada Obi", "handle": "ada", "pronouns": "", "email": "", "zone": "",
    "location": "", "contact": "", "archived_at": "",
}  # fmt: skip
BEN = ADA | {"id": "m2", "name": "Ben Lund", "handle": "ben"}


@pytest.fixture(autouse=True)
def there_is_ada(store: Store) -> None:
    with store.atomic("add Ada", NOW):
        store.insert("mentee", ADA)


def names(store: Store) -> list[str]:
    return [row["name"] for row in store.rows("SELECT name FROM mentee ORDER BY id")]


@pytest.mark.parametrize("error", [Refusal("No."), ValueError(), KeyboardInterrupt(), SystemExit()])
def test_whatever_goes_wrong_nothing_is_written(store: Store, error: BaseException) -> None:
    with pytest.raises(type(error)), store.atomic("two things", LATER):
        store.insert("mentee", BEN)
        store.update("mentee", "m1", name="Nobody")
        raise error
    assert names(store) == ["Ada Obi"]
    assert not store.is_writing
    assert store.value("SELECT count(*) FROM undo_step") == 1


def test_after_a_failure_the_next_one_can_write(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.atomic("twice", LATER):
        store.insert("mentee", ADA)
    with store.atomic("add Ben", LATER):
        store.insert("mentee", BEN)
    assert names(store) == ["Ada Obi", "Ben Lund"]


def test_a_verb_inside_a_verb_is_part_of_it(store: Store) -> None:
    with pytest.raises(Refusal), store.atomic("outer", LATER):
        with store.atomic("inner", LATER):
            store.insert("mentee", BEN)
        assert store.is_writing
        raise Refusal("On second thoughts.")
    assert names(store) == ["Ada Obi"]


def test_writing_belongs_inside_a_transaction(store: Store) -> None:
    for write in (
        lambda: store.insert("mentee", BEN),
        lambda: store.update("mentee", "m1", name="x"),
        lambda: store.delete("mentee", "m1"),
    ):
        with pytest.raises(RuntimeError, match="atomic"):
            write()
    assert names(store) == ["Ada Obi"]


def test_rows_say_when_they_were_made_and_when_changed(store: Store) -> None:
    with store.atomic("rename", LATER):
        store.update("mentee", "m1", name="Ada O.")
    row = store.row("SELECT created_at, updated_at FROM mentee")
    assert row and tuple(row) == ("2026-11-26T16:48:00Z", "2026-11-26T16:53:00Z")


def test_a_save_is_one_transaction_and_so_one_flush(store: Store) -> None:
    said: list[str] = []
    store.conn.set_trace_callback(said.append)
    with store.atomic("add Ben", LATER):
        store.insert("mentee", BEN)
        with store.atomic("rename", LATER):
            store.update("mentee", "m1", name="Ada O.")
    store.conn.set_trace_callback(None)
    first, *between, last = (one.split()[0] for one in said if not one.startswith("--"))
    assert (first, last) == ("BEGIN", "COMMIT")
    assert not {"BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "PRAGMA"} & set(between)


def test_what_does_not_differ_is_not_written_at_all(store: Store, tmp_path: Path) -> None:
    log = tmp_path / "desk.db-wal"
    before = log.read_bytes()
    with store.atomic("rename", LATER):
        assert not store.update("mentee", "m1", name="Ada Obi", zone="")
        assert not store.update("mentee", "missing", name="Ada Obi")
        store.delete("mentee", "missing")
    assert log.read_bytes() == before
    with store.atomic("rename", LATER):
        assert store.update("mentee", "m1", name="Ada O.")
    assert log.read_bytes() != before


def test_another_process_that_wrote_is_noticed(store: Store, tmp_path: Path) -> None:
    before = store.data_version()
    with store.atomic("add Ben", LATER):
        store.insert("mentee", BEN)
    assert store.data_version() == before
    other = store_at(tmp_path)
    with other.atomic("rename", LATER):
        other.update("mentee", "m1", name="Ada O.")
    other.close()
    assert store.data_version() != before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("\x1b]0;owned\x07title", "title"),
        ("nul\0 bell\a bs\b del\x7f", "nul bell bs del"),
        ("\u202egnp.exe\u2069", "gnp.exe"),
        ("half a pair \ud83d", "half a pair "),
        ("\ufefftab\tstays", "tab\tstays"),
    ],
)
def test_no_escape_sequence_reaches_the_file(store: Store, typed: str, kept: str) -> None:
    with store.atomic("hostile", LATER):
        store.insert("mentee", BEN | {"name": typed})
        store.update("mentee", "m1", name=typed, location=typed)
    assert names(store) == [kept, kept]


def test_the_name_of_a_step_is_clean_as_well(store: Store) -> None:
    with store.atomic("import \x1b]0;x\x07a\nb.md", LATER):
        store.insert("mentee", BEN)
    assert store.value("SELECT label FROM undo_step ORDER BY seq DESC") == "import a b.md"


def test_a_full_disk_is_a_sentence_and_nothing_is_written(store: Store) -> None:
    pages = store.value("PRAGMA page_count")
    store.conn.execute(f"PRAGMA max_page_count = {pages}")
    with (
        pytest.raises(StoreTrouble, match=r"is full\. Nothing was changed\. Make room"),
        store.atomic("a long text", LATER),
    ):
        store.insert("mentee", BEN | {"contact": "words " * 20_000})
    assert names(store) == ["Ada Obi"]
    store.conn.execute("PRAGMA max_page_count = 1000000")
    with store.atomic("add Ben", LATER):
        store.insert("mentee", BEN)
    assert names(store) == ["Ada Obi", "Ben Lund"]
