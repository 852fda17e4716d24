"""Files that a living window holds: the system lets go of them when it dies, however it dies."""

import errno
import os

try:
    import fcntl
except ImportError:  # a system without flock(2)
    fcntl = None  # type: ignore[assignment]

MINE, TAKEN, UNKNOWN = "mine", "taken", "unknown"
_BUSY = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}


def hold(handle: int) -> str:
    """Hold an open file until it is closed here (flock(2)): MINE, or TAKEN by another window.

    UNKNOWN where the file system keeps no such locks, as some network ones do.
    """
    if fcntl is None:
        return UNKNOWN
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        return TAKEN if problem.errno in _BUSY else UNKNOWN
    return MINE


def is_taken(path: str) -> bool:
    """Whether some living window holds the file at a path."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        return hold(handle) == TAKEN
    finally:
        os.close(handle)
