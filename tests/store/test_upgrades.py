"""Upgrading an older file: a backup first, then everything or nothing."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from sqlite_utils import Database
from tests.builders import store_at
from tests.conftest import lay

from mentordesk.domain.errors import StoreTrouble
from mentordesk.store import SCHEMA
from mentordesk.store.migrations import migrations
from mentordesk.store.opening import APPLICATION_ID
from mentordesk.store.undo import undo

STEPS = [one.name for one in migrations.pending(Database(memory=True))]
ADA = """INSERT INTO mentee (id, name, handle, pronouns, email, zone, location, contact,
         archived_at, created_at, updated_at)
         VALUES ('m1', 'Ada Obi', 'ada', '', '', '', '', '', '',
         '2026-11-26T16:48:00Z', '2026-11-26T16:48:00Z')"""


@cache
def migrated(version: int) -> sqlite3.Connection:
    """What is empty after so many migrations, made of what was after one less."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    if version:
        migrated(version - 1).backup(conn)
    migrations.apply(Database(conn), stop_before=STEPS[version])
    return conn


def older(folder: Path, version: int) -> Path:
    """A desk as a program that knew `version` migrations left it, with somebody in it."""
    path = folder / "desk.db"
    conn = sqlite3.connect(path, isolation_level=None)
    migrated(version).backup(conn)
    conn.execute(ADA)
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute(f"PRAGMA user_version = {version}")
    conn.execute("PRAGMA journal_mode = WAL")
    conn.close()
    return path


def look(path: Path) -> tuple[int, set[str], list[str]]:
    """The version, the tables and the people of a file."""
    conn = sqlite3.connect(path)
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    tables = {row[0] for row in conn.execute("SELECT name FROM sqlite_schema WHERE type='table'")}
    people = [row[0] for row in conn.execute("SELECT name FROM mentee")]
    conn.close()
    return version, tables, people


def broken(db: Database) -> None:
    """A migration that does half of its work and dies."""
    db.execute("CREATE TABLE half (x)")
    raise KeyboardInterrupt


def test_the_version_counts_the_migrations() -> None:
    assert len(STEPS) == SCHEMA
    assert [name[:4] for name in STEPS] == [f"m{n:03}" for n in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("version", range(1, SCHEMA))
def test_every_earlier_file_is_upgraded_with_what_is_in_it(
    tmp_path: Path, version: int, blank: bytes
) -> None:
    path = older(tmp_path, version)
    store_at(tmp_path).close()
    new = lay(blank, tmp_path / "new")
    assert look(path) == (SCHEMA, look(new)[1], ["Ada Obi"])


def test_hours_of_a_weekday_have_a_rule_and_can_still_be_taken_back(tmp_path: Path) -> None:
    path, at = older(tmp_path, 31), "2026-11-26T16:48:00Z"
    row = {
        "id": "h1", "playbook": "pyladies", "weekday": "TU", "wall_time": "17:00",
        "zone": "Europe/Berlin", "starts_on": "2026-11-26", "until_day": None, "link": "",
        "minutes": 30, "slots": 2, "created_at": at, "updated_at": at,
    }  # fmt: skip
    step = ("u1", "s1", "office hours", at, "office_hour", "h1", None, json.dumps(row), 1, at, at)
    conn = sqlite3.connect(path)
    marks = ", ".join("?" * len(row))
    conn.execute(f"INSERT INTO office_hour ({', '.join(row)}) VALUES ({marks})", [*row.values()])
    conn.execute(
        "INSERT INTO undo_step (id, step, label, at, tbl, row_id, before, after, seq, created_at,"
        " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", step,
    )  # fmt: skip
    conn.commit()
    conn.close()
    with closing(store_at(tmp_path)) as store:
        assert store.value("SELECT rule FROM office_hour") == "FREQ=WEEKLY;BYDAY=TU"
        with store.atomic("undo", datetime(2026, 11, 27, tzinfo=UTC), undoable=False):
            assert undo(store, datetime(2026, 11, 27, tzinfo=UTC)) == "office hours"
        assert store.rows("SELECT * FROM office_hour") == []


def test_the_file_as_it_was_is_kept_before_it_is_upgraded(tmp_path: Path) -> None:
    before = look(older(tmp_path, SCHEMA - 1))
    store_at(tmp_path).close()
    (kept,) = (tmp_path / "backups").iterdir()
    assert kept.name.endswith(f"-before-schema-{SCHEMA}.db")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert look(kept) == before


def test_a_first_start_and_an_up_to_date_one_keep_no_backup(tmp_path: Path) -> None:
    for _ in range(2):
        store_at(tmp_path).close()
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize("cut", range(1, SCHEMA))
def test_an_upgrade_cut_off_anywhere_leaves_the_old_file_and_can_be_tried_again(
    tmp_path: Path, cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path, 1)
    before = look(path)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(migrations._migrations[cut], "fn", broken)
        store_at(tmp_path)
    assert look(path) == before
    store_at(tmp_path).close()
    version, tables, people = look(path)
    assert (version, people) == (SCHEMA, ["Ada Obi"])
    assert "half" not in tables


def test_a_first_start_that_was_cut_off_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(migrations._migrations[3], "fn", broken)
        store_at(tmp_path)
    store = store_at(tmp_path)
    assert store.value("SELECT count(*) FROM mentee") == 0
    store.close()


def test_without_a_backup_there_is_no_upgrade(tmp_path: Path) -> None:
    path = older(tmp_path, 1)
    before = look(path)
    (tmp_path / "backups").touch()
    with pytest.raises(StoreTrouble, match=r"copy .*cannot be made .*Nothing was changed"):
        store_at(tmp_path)
    assert look(path) == before


def test_opening_to_read_upgrades_too(tmp_path: Path) -> None:
    older(tmp_path, 2)
    store = store_at(tmp_path, write=False)
    assert store.value("PRAGMA user_version") == SCHEMA
    assert store.value("PRAGMA query_only") == 0
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.conn.execute("DELETE FROM mentee")
    store.close()
