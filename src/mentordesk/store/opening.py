"""Opening the desk's file: made private, checked, backed up before an upgrade, never guessed."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, tzinfo

from mentordesk.domain.errors import StoreTrouble
from mentordesk.store.connection import Store, trouble

SCHEMA = 33
"""How many migrations this program knows; `PRAGMA user_version` of an up-to-date file."""

APPLICATION_ID = 0x4D44736B  # "MDsk": marks the file as a desk (PRAGMA application_id)
_OURS = frozenset({"desk.db", "settings.toml", "playbooks", "backups", "trouble.log"})
PATIENCE = 2.0
"""Seconds to wait for another program's write."""


def open_store(
    path: str | os.PathLike[str], tz: Callable[[str], tzinfo], *, write: bool = True
) -> Store:
    """Open the desk's file, making or upgrading it first.

    With `write=False` an up-to-date file is opened for reading only, which is cheaper and takes no
    lock. A file without write permission opens for reading too (`Store.read_only`). Raises
    StoreTrouble with a sentence when it is newer than the program, no desk, locked or damaged.
    """
    path = os.path.abspath(path)
    _make_private(path)
    read_only = _is_read_only(path)
    conn = _connect(path, read_only or not write)
    try:
        version = _version(conn, path)
    except BaseException:
        conn.close()
        raise
    if version < SCHEMA:
        conn.close()
        if read_only:
            raise StoreTrouble(f"{path} needs an upgrade but is read-only. Allow writing once.")
        _upgrade(path, version)
        conn = _connect(path, not write)
    return Store(conn, path, tz, read_only)


def _make_private(path: str) -> None:
    """Make the file (0600) if it is missing; its folder is 0700 unless other things live there."""
    folder = os.path.dirname(path)
    try:
        with suppress(FileNotFoundError):
            os.stat(path)
            return
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if _OURS.issuperset(os.listdir(folder)):
            os.chmod(folder, 0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as problem:
        from mentordesk.store.sqlite_errors import NO_ROOM, full

        if problem.errno in NO_ROOM:
            raise StoreTrouble(full(path)) from problem
        raise StoreTrouble(
            f"The desk's folder {folder} cannot be used ({problem.strerror})."
            " Set MENTORDESK_HOME to a folder you may write to."
        ) from problem


def _is_read_only(path: str) -> bool:
    return not os.stat(path).st_mode & 0o222 or not os.access(path, os.W_OK)


def _connect(path: str, read_only: bool) -> sqlite3.Connection:
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    uri = f"file:{quoted}?mode={'ro' if read_only else 'rw'}"
    with trouble(path):
        conn = sqlite3.connect(uri, PATIENCE, isolation_level=None, uri=True)
        if read_only and _cannot_begin(conn, path):
            conn.close()
            conn = sqlite3.connect(f"{uri}&immutable=1", isolation_level=None, uri=True)
        conn.row_factory = sqlite3.Row
        conn.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            conn.execute("PRAGMA synchronous = FULL")
        return conn


def _cannot_begin(conn: sqlite3.Connection, path: str) -> bool:
    """Whether reading a file at rest fails because WAL wants files beside it (sqlite.org/wal).

    A folder may not take them, or a full disk have no room for them.
    """
    try:
        conn.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError as problem:
        wanting = problem.sqlite_errorcode & 0xFF in (
            sqlite3.SQLITE_READONLY,
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_IOERR,
        )
        return wanting and _is_empty(f"{path}-wal")
    except sqlite3.DatabaseError:
        return False
    return False


def _is_empty(path: str) -> bool:
    try:
        return os.stat(path).st_size == 0
    except OSError:
        return True


def _version(conn: sqlite3.Connection, path: str) -> int:
    """How many migrations a desk has seen, 0 for a file without anything in it."""
    with trouble(path):
        version = int(conn.execute("PRAGMA user_version").fetchone()[0])
        ours = bool(version) and _mark(conn) == APPLICATION_ID
        blank = not version and not conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if not ours and not blank:
        raise StoreTrouble(
            f"{path} is a database, but not a mentordesk desk. Nothing was changed."
            " Move it away, or set MENTORDESK_HOME to another folder."
        )
    if version > SCHEMA:
        raise StoreTrouble(
            f"{path} was written by a newer mentordesk (schema {version}, this one knows {SCHEMA})."
            " Upgrade mentordesk; nothing was changed."
        )
    return version


def _mark(conn: sqlite3.Connection) -> int:
    return int(conn.execute("PRAGMA application_id").fetchone()[0])


def _upgrade(path: str, version: int) -> None:
    """Run pending migrations in one transaction, after a backup, again checked under the lock."""
    from sqlite_utils import Database  # 50 ms that only a first start or an upgrade pays

    from mentordesk.store.backup import backup
    from mentordesk.store.migrations import migrations

    conn = _connect(path, read_only=False)
    try:
        if version:
            backup(conn, path, datetime.now(UTC), f"before-schema-{SCHEMA}")
        _use_wal(conn, path)
        with trouble(path):
            conn.execute("BEGIN IMMEDIATE")
            if _version(conn, path) < SCHEMA:
                migrations.apply(Database(conn))
                conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                conn.execute(f"PRAGMA user_version = {SCHEMA}")
            conn.execute("COMMIT")
    finally:
        conn.close()


def _use_wal(conn: sqlite3.Connection, path: str) -> None:
    """Switch to WAL; SQLite does not wait for a lock here, so two first starts take turns."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            conn.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                with trouble(path):
                    raise
            time.sleep(0.02)
