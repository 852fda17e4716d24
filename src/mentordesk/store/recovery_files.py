"""Where words go that the desk's file does not take: the first folder that takes them."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mentordesk.domain.recovery import PREFIX
from mentordesk.store.file_locks import hold, is_taken

LARGEST = 64 * 1024 * 1024
"""Bytes beyond which a file with such a name is none of ours."""


class Held(NamedTuple):
    """A recovery copy that this window holds open, so that others know it is being looked after."""

    path: str
    handle: int

    def let_go(self) -> None:
        """Leave the file to whoever opens the desk next."""
        with suppress(OSError):
            os.close(self.handle)

    def drop(self) -> None:
        """What it holds is stored: take it away."""
        remove(self.path)
        self.let_go()


def put(folders: Sequence[str], name: str, data: bytes, before: Held | None = None) -> Held | None:
    """Write a file (0600), whole or not at all, into the first folder that takes it, and hold it.

    The first one is the desk's own and never made anew: it may have been moved. `before`, the
    copy this one takes the place of, is gone then. None when no folder takes it.
    """
    for folder in folders:
        with suppress(OSError):
            if folder != folders[0]:
                Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
            held = _put(folder, name, data)
            if before:
                before.let_go()
                if before.path != held.path:
                    remove(before.path)
            return held
    return None


def _put(folder: str, name: str, data: bytes) -> Held:
    from tempfile import mkstemp  # 5 ms that only trouble pays

    handle, temporary = mkstemp(dir=folder, prefix=f".{PREFIX}")
    try:
        hold(handle)
        with os.fdopen(handle, "wb", closefd=False) as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        path = str(Path(temporary).replace(Path(folder, name)))
    except BaseException:
        os.close(handle)
        remove(temporary)
        raise
    return Held(path, handle)


_OURS = (PREFIX, f".{PREFIX}")


def found(folders: Sequence[str]) -> Iterator[str]:
    """The recovery copies in these folders that are ours and that no living window looks after."""
    for path in _named(folders):
        with suppress(OSError):
            seen = os.lstat(path)
            mine = not hasattr(os, "geteuid") or seen.st_uid == os.geteuid()
            if mine and stat.S_ISREG(seen.st_mode) and not is_taken(path):
                yield path


def _named(folders: Sequence[str]) -> Iterator[str]:
    """Files with such a name; one whose writing was cut off is cleared away."""
    for folder in dict.fromkeys(folders):
        try:
            with os.scandir(folder) as entries:  # a folder of the system's may hold thousands
                names = sorted(one.name for one in entries if one.name.startswith(_OURS))
        except OSError:
            continue
        for name in names:
            path = str(Path(folder, name))
            if name.startswith(PREFIX):
                yield path
            elif not is_taken(path):
                remove(path)


def read(path: str) -> str:
    """What such a file says. Raises OSError, or ValueError when it is no text of ours."""
    with Path(path).open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("too large")
    return data.decode("utf-8")


def remove(path: str) -> None:
    """Take a file away, if it is there."""
    with suppress(OSError):
        Path(path).unlink()
