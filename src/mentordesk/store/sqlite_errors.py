"""What is wrong when SQLite cannot: the sentence, and the next step, that fit what the disk says.

Only asked once something has failed; SQLite calls a disk without room an I/O error when it is the
file for shared memory that does not fit (sqlite.org/rescode.html, SQLITE_IOERR_SHMSIZE).
"""

import errno
import os
import sqlite3
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryFile

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
PROBE = 64 * 1024
"""Bytes that must go onto a disk that has room; SQLite's shared memory begins with half of it."""
LITTLE = 16 * 1024 * 1024
"""Bytes below which a disk is nearly full: a backup and an hour's notes need less."""


def sentence(path: str, problem: sqlite3.DatabaseError) -> str:
    """What to tell the mentor of a file's trouble; '' for a mistake in SQL."""
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return (
            f"Another program holds {path} and does not let go. Nothing was changed."
            " Close the other one and try again."
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return (
            f"{path} is damaged or not a database. Nothing was changed."
            f" Run: mentordesk doctor, and look for a copy in {Path(path).parent / 'backups'}"
        )
    if code == sqlite3.SQLITE_READONLY:
        return read_only(path)
    if code == sqlite3.SQLITE_FULL:
        return full(path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return _of_the_system(path, problem)
    return ""


def full(path: str) -> str:
    """There is no room."""
    return f"The disk that holds {path} is full. Nothing was changed. Make room and try again."


def little_room(path: str) -> list[str]:
    """A sentence when the disk is nearly full, for whoever asks how things are."""
    try:
        free = disk_usage(Path(path).parent).free
    except OSError:
        return []
    if free >= LITTLE:
        return []
    return [f"The disk that holds {path} has {free // 1024:,} KiB left. Make room on it."]


def read_only(path: str) -> str:
    """The file, its folder, or the whole disk can be read and not changed."""
    folder = Path(path).parent
    if _is_mounted_read_only(folder):
        return _on_read_only_disk(path)
    thing = folder if os.access(path, os.W_OK) and not os.access(folder, os.W_OK) else path
    return (
        f"{thing} is read-only: it can be read, not changed."
        f" Allow writing with: chmod u+w '{thing}'"
    )


def held_fast(path: str) -> str:
    """What SQLite shares with other programs may not be written: so nothing may be, now."""
    shared = f"{path}-shm"
    return (
        f"{shared} may not be written, and nothing is stored without it."
        f" Allow it with: chattr -i '{shared}'; chmod u+w '{shared}'"
    )


def leave_open(conn: sqlite3.Connection) -> None:
    """Keep a connection until the program ends, and beyond Python's own tidying up.

    Its last act would be to write what is in the log into the file, by way of memory that may not
    be written. The next one to open the file does that instead.
    """
    import ctypes

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(conn))


def _on_read_only_disk(path: str) -> str:
    return (
        f"{path} is on a disk that is mounted read-only: it can be read, not changed."
        " Mount it for writing and try again."
    )


def _of_the_system(path: str, problem: sqlite3.DatabaseError) -> str:
    """What the disk itself answers when it is asked to take a few bytes."""
    if Path(path).is_file() and not os.access(path, os.R_OK):
        return f"{path} may not be read by you. Allow it with: chmod u+rw '{path}'"
    try:
        with TemporaryFile(dir=Path(path).parent) as probe:
            probe.write(bytes(PROBE))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as answer:
        if answer.errno in NO_ROOM:
            return full(path)
        if answer.errno == errno.EROFS:  # after an error a disk is so without saying it is
            return _on_read_only_disk(path)
        if answer.errno == errno.EACCES:
            return read_only(path)
    return f"{path} cannot be read or written ({problem}). Check the disk and the folder's rights."


def _is_mounted_read_only(folder: Path) -> bool:
    if not hasattr(os, "statvfs"):
        return False
    try:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    except OSError:
        return False
