"""Files of the mentor's own, written whole or not at all."""

import os
import tempfile
from pathlib import Path

from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip

_DATABASE = b"SQLite format 3\0"
"""How each database begins (sqlite.org/fileformat.html §1.2)."""


def write_whole(path: Path, data: bytes, *, keep_rights: bool = False) -> None:
    """Write a file of the mentor's (0600) so that it is there whole or as it was before.

    `keep_rights` leaves a file that is there as readable as it was made, and a link a link. Raises
    Refusal when that cannot be, or when a desk would be lost.
    """
    path = Path(os.path.realpath(path)) if keep_rights else path
    if _belongs_to_a_desk(path):
        raise Refusal(f"{path} belongs to a desk, and would be lost. Choose another name.")
    if is_there(path) and not path.is_file() and not path.is_dir():
        raise Refusal(f"{path} is no file but a device or a pipe. Choose another place.")
    try:
        _replace(path, data, path.stat().st_mode & 0o777 if keep_rights and is_there(path) else 0)
    except OSError as problem:
        if isinstance(problem, FileNotFoundError) and not is_there(path.parent):
            raise no_folder(path.parent) from problem
        raise Refusal(
            f"{path} cannot be written ({problem.strerror}). Choose another place."
        ) from problem


def _replace(path: Path, data: bytes, rights: int) -> None:
    """Put a file on the disk beside its place and then into it; `rights` of 0 are 0600."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if rights:
            Path(name).chmod(rights)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read_whole(path: Path) -> bytes | None:
    """The bytes of a file; None when there is none that can be read."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def put_new(path: Path, name: str, data: bytes, overwrite: bool = False) -> Path:
    """Write a file, called `name` in a folder, and return its path; one that is there stays.

    Raises Refusal for that unless `overwrite`, and for a place that cannot be written.
    """
    try:
        target = path.expanduser()
        target = target / name if target.is_dir() else target
        is_here = target.exists()
    except (OSError, RuntimeError) as problem:
        raise Refusal(
            f"{clip(str(path), 200)} cannot be written ({problem}). Choose another place."
        ) from problem
    if is_here and not overwrite:
        raise already_there(target)
    write_whole(target, data)
    return target


def already_there(path: Path) -> Refusal:
    """The refusal to write over a file unless it is wished for."""
    return Refusal(f"{path} exists already. Choose another name, or overwrite it (--force).")


def no_folder(folder: Path) -> Refusal:
    """The refusal to make folders that may be a slip of the keyboard."""
    return Refusal(f"There is no folder {folder}. Make it first, or choose another place.")


def is_there(path: Path) -> bool:
    """Whether a file is there; what the system cannot look at, writing will say what is wrong."""
    try:
        return path.exists()
    except OSError:
        return False


def _belongs_to_a_desk(path: Path) -> bool:
    """Whether a database is there, or would have its journal there (sqlite.org/tempfiles.html)."""
    names = [path.name, *(path.name.removesuffix(end) for end in ("-wal", "-shm", "-journal"))]
    return any(_is_database(path.with_name(name)) for name in names if name)


def _is_database(path: Path) -> bool:
    try:
        if not path.is_file():  # a pipe would keep whoever looks into it waiting
            return False
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False
