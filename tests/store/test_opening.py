"""Opening the desk's file: private, checked, patient with others, never guessed."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.builders import store_at

from mentordesk.domain.errors import StoreTrouble
from mentordesk.store import SCHEMA, Store, opening

NOW = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)
ADA = {
    "id": "m1", "name": "Ada Obi", "handle": "ada", "pronouns": "", "email": "", "zone": "",
    "location": "", "contact": "", "archived_at": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for somebody who will not let go."""
    monkeypatch.setattr(opening, "PATIENCE", 0.05)


def add_ada(store: Store) -> None:
    """One row, to see whether it can be written."""
    with store.atomic("add Ada", NOW):
        store.insert("mentee", ADA)


def names(store: Store) -> list[str]:
    """Everybody's name."""
    return [row["name"] for row in store.rows("SELECT name FROM mentee")]


def foreign(path: Path, *statements: str) -> bytes:
    """Another program's SQLite file, and its bytes."""
    conn = sqlite3.connect(path)
    for statement in statements:
        conn.execute(statement)
    conn.commit()
    conn.close()
    return path.read_bytes()


@contextmanager
def held_by_another(path: Path, *statements: str) -> Iterator[None]:
    """Another process that has begun something and does not end it."""
    code = f"""
import sqlite3, sys
conn = sqlite3.connect({str(path)!r}, isolation_level=None)
for statement in {statements!r}: conn.execute(statement).fetchall()
print("held", flush=True); sys.stdin.read()
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline() == b"held\n"
        try:
            yield
        finally:
            other.communicate()


def test_a_first_start_makes_a_private_file_in_a_private_folder(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    store_at(home).close()
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "desk.db").stat().st_mode & 0o777 == 0o600


def test_what_lies_beside_the_file_while_it_is_open_is_private_too(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add_ada(store)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == {"desk.db": 0o600, "desk.db-wal": 0o600, "desk.db-shm": 0o600}
    store.close()


def test_a_folder_with_the_mentors_other_things_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").touch()
    tmp_path.chmod(0o755)
    store_at(tmp_path).close()
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_holds_only_the_desks_things_is_made_private(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").touch()
    tmp_path.chmod(0o755)
    store_at(tmp_path).close()
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_a_save_survives_the_machine_and_references_are_checked(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    assert store.value("PRAGMA journal_mode") == "wal"
    assert store.value("PRAGMA synchronous") == 2  # FULL
    assert store.value("PRAGMA foreign_keys") == 1
    store.close()


def test_a_second_start_reads_what_the_first_one_wrote(tmp_path: Path) -> None:
    first = store_at(tmp_path)
    add_ada(first)
    first.close()
    again = store_at(tmp_path)
    assert names(again) == ["Ada Obi"]
    again.close()


def test_many_first_starts_at_once_make_one_desk(tmp_path: Path) -> None:
    opening.PATIENCE = 5.0

    def start(number: int) -> int:
        store = store_at(tmp_path)
        with store.atomic("count", NOW):
            store.insert("mentee", ADA | {"id": f"m{number}", "handle": f"ada{number}"})
        version = int(store.value("PRAGMA user_version"))
        store.close()
        return version

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(start, range(6))) == [SCHEMA] * 6
    store = store_at(tmp_path)
    assert len(names(store)) == 6
    store.close()


def test_first_starts_of_several_processes_make_one_desk(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from tests.builders import store_at;"
    code += "store_at(Path(sys.argv[1])).close()"
    command = [sys.executable, "-c", code, str(tmp_path)]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    others = [subprocess.Popen(command, env=env, stderr=subprocess.PIPE) for _ in range(3)]
    told = [other.communicate()[1] for other in others]
    assert told == [b""] * 3
    store_at(tmp_path).close()


def test_a_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    store_at(tmp_path).close()
    path = tmp_path / "desk.db"
    before = foreign(path, f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(StoreTrouble, match=r"newer mentordesk .* Upgrade mentordesk; nothing was"):
        store_at(tmp_path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["desk.db"]


@pytest.mark.parametrize("version", [0, 1, SCHEMA, SCHEMA + 1])
def test_another_programs_file_is_refused_and_left_as_it_is(tmp_path: Path, version: int) -> None:
    path = tmp_path / "desk.db"
    before = foreign(path, "CREATE TABLE t (x)", f"PRAGMA user_version = {version}")
    with pytest.raises(StoreTrouble, match=r"not a mentordesk desk. Nothing was changed. Move it"):
        store_at(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear diary, " * 200, b"\0" * 5000, b"SQLite format 3\0nope"])
def test_what_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(content)
    with pytest.raises(StoreTrouble, match="is damaged or not a database"):
        store_at(tmp_path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_desk(tmp_path: Path) -> None:
    (tmp_path / "desk.db").touch(mode=0o600)
    store = store_at(tmp_path)
    add_ada(store)
    store.close()


def test_a_folder_where_the_file_should_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "desk.db").mkdir()
    with pytest.raises(StoreTrouble, match=r"desk\.db"):
        store_at(tmp_path)


def test_a_home_below_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreTrouble, match="Set MENTORDESK_HOME to a folder you may write to"):
        store_at(tmp_path / "file" / "home")


def test_odd_letters_in_the_folders_name_are_part_of_it(tmp_path: Path) -> None:
    home = tmp_path / "100% ?mode=memory #1 ü"
    store = store_at(home)
    add_ada(store)
    store.close()
    assert (home / "desk.db").stat().st_size > 4096


def test_a_file_that_another_program_locks_whole_is_refused_in_a_sentence(tmp_path: Path) -> None:
    store_at(tmp_path).close()
    lock = ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE")
    with (
        held_by_another(tmp_path / "desk.db", *lock),
        pytest.raises(StoreTrouble, match=r"does not let go. Nothing was changed. Close the other"),
    ):
        store_at(tmp_path)


def test_while_another_program_writes_one_can_read_but_not_write(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add_ada(store)
    with held_by_another(tmp_path / "desk.db", "BEGIN IMMEDIATE"):
        assert names(store) == ["Ada Obi"]
        with (
            pytest.raises(StoreTrouble, match="Another program holds"),
            store.atomic("rename", NOW),
        ):
            store.update("mentee", "m1", name="Nobody")
    with store.atomic("rename", NOW):
        store.update("mentee", "m1", name="Ada O.")
    assert names(store) == ["Ada O."]
    store.close()


def test_a_first_start_waits_for_another_and_then_says_so(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.touch(mode=0o600)
    with (
        held_by_another(path, "BEGIN EXCLUSIVE"),
        pytest.raises(StoreTrouble, match="Another program holds"),
    ):
        store_at(tmp_path)
    store_at(tmp_path).close()


def test_a_read_only_file_is_read_and_refuses_changes_in_a_sentence(tmp_path: Path) -> None:
    first = store_at(tmp_path)
    add_ada(first)
    first.close()
    (tmp_path / "desk.db").chmod(0o444)
    store = store_at(tmp_path)
    assert store.read_only
    assert names(store) == ["Ada Obi"]
    with pytest.raises(StoreTrouble, match=r"can be read, not changed. Allow writing with: chmod"):
        add_ada(store)
    store.close()


def test_a_read_only_file_that_needs_an_upgrade_says_so(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.touch(mode=0o400)
    with pytest.raises(StoreTrouble, match=r"needs an upgrade but is read-only. Allow writing"):
        store_at(tmp_path)


def test_a_reading_command_opens_without_a_lock_and_makes_nothing(tmp_path: Path) -> None:
    first = store_at(tmp_path)
    add_ada(first)
    with held_by_another(tmp_path / "desk.db", "BEGIN IMMEDIATE"):
        store = store_at(tmp_path, write=False)
        assert names(store) == ["Ada Obi"]
        assert not store.read_only
        store.close()
    first.close()


@pytest.fixture
def nobody(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Become somebody who owns nothing here."""
    if os.geteuid() != 0:
        pytest.skip("needs the right to become somebody else")
    for folder in (tmp_path, *tmp_path.parents):
        if not folder.stat().st_mode & 0o001:
            folder.chmod(0o755)
    yield lambda: os.seteuid(65534)
    os.seteuid(0)


def test_a_desk_in_a_folder_one_may_not_write_to_can_still_be_read(
    tmp_path: Path, nobody: Callable[[], None]
) -> None:
    first = store_at(tmp_path / "home")
    add_ada(first)
    first.close()
    (tmp_path / "home" / "desk.db").chmod(0o444)
    (tmp_path / "home").chmod(0o755)
    nobody()
    store = store_at(tmp_path / "home")
    assert store.read_only
    assert names(store) == ["Ada Obi"]
    store.close()


@pytest.mark.parametrize("home", ["private", "new"])
def test_a_home_that_is_not_ones_own_is_a_sentence(
    tmp_path: Path, nobody: Callable[[], None], home: str
) -> None:
    (tmp_path / "private").mkdir(mode=0o700)
    nobody()
    with pytest.raises(StoreTrouble, match="Set MENTORDESK_HOME to a folder you may write to"):
        store_at(tmp_path / home)
