"""What the mentor is told when the disk cannot: the cause itself, and what to do about it."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest
from tests.builders import store_at

from mentordesk.domain.errors import StoreTrouble
from mentordesk.store import sqlite_errors

IO_ERROR = sqlite3.OperationalError("disk I/O error")
IO_ERROR.sqlite_errorcode = sqlite3.SQLITE_IOERR  # the constructor takes no code


def answers(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """From now on the disk refuses to take a single byte, for this reason."""

    def refuse(**_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(sqlite_errors, "TemporaryFile", refuse)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "is full. Nothing was changed. Make room and try again."),
        (errno.EDQUOT, "is full. Nothing was changed. Make room and try again."),
        (errno.EFBIG, "is full. Nothing was changed. Make room and try again."),
        (errno.EROFS, "is on a disk that is mounted read-only: it can be read, not changed."),
        (errno.EIO, "(disk I/O error). Check the disk and the folder's rights."),
    ],
)
def test_an_io_error_is_told_by_its_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    answers(monkeypatch, number)
    assert said in sqlite_errors.sentence(str(tmp_path / "desk.db"), IO_ERROR)


def test_a_disk_that_takes_bytes_after_all_has_another_trouble(tmp_path: Path) -> None:
    said = sqlite_errors.sentence(str(tmp_path / "desk.db"), IO_ERROR)
    assert said.endswith("(disk I/O error). Check the disk and the folder's rights.")
    assert list(tmp_path.iterdir()) == []


def test_what_may_not_be_changed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.db"
    path.touch()
    denied = {str(path), tmp_path}
    monkeypatch.setattr(os, "access", lambda thing, _: thing not in denied)
    assert sqlite_errors.read_only(str(path)).endswith(f"chmod u+w '{path}'")
    denied.remove(str(path))
    assert sqlite_errors.read_only(str(path)).endswith(f"chmod u+w '{tmp_path}'")
    denied.add(str(path))
    assert sqlite_errors.sentence(str(path), IO_ERROR).endswith(f"chmod u+rw '{path}'")


def test_a_disk_that_is_nearly_full_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_errors, "LITTLE", 0)
    assert sqlite_errors.little_room(str(tmp_path / "desk.db")) == []
    monkeypatch.setattr(sqlite_errors, "LITTLE", 2**60)
    assert "KiB left. Make room on it." in sqlite_errors.little_room(str(tmp_path / "desk.db"))[0]
    assert sqlite_errors.little_room(str(tmp_path / "no" / "desk.db")) == []


def test_a_first_start_on_a_full_disk_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "makedirs", refuse)
    with pytest.raises(StoreTrouble, match=r"is full\. Nothing was changed\. Make room"):
        store_at(tmp_path / "home")
