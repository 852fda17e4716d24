"""The file is taken away while the desk has it open: nothing is said to be stored that is not."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

import pytest

from mentordesk.domain.errors import StoreTrouble
from mentordesk.store import Store

NOW = datetime(2026, 11, 26, 16, 48, tzinfo=UTC)


def replaced(file: Path) -> None:
    """What a restored backup or a syncing folder does."""
    copy = file.with_suffix(".copy")
    copy.write_bytes(file.read_bytes())
    copy.replace(file)


@pytest.mark.parametrize("taken", [Path.unlink, replaced])
def test_what_would_be_written_to_a_file_that_is_gone_is_refused(
    store: Store, tmp_path: Path, taken: Callable[[Path], None]
) -> None:
    taken(tmp_path / "desk.db")
    refused = pytest.raises(StoreTrouble, match="was moved, deleted or replaced while it was open")
    with refused, store.atomic("write a note", NOW):
        pytest.fail("nothing may be written here")
    assert not store.is_writing


def test_a_file_that_was_put_back_takes_words_again(store: Store, tmp_path: Path) -> None:
    away = (tmp_path / "desk.db").rename(tmp_path / "away.db")
    with pytest.raises(StoreTrouble), store.atomic("write a note", NOW):
        pytest.fail("nothing may be written here")
    away.rename(tmp_path / "desk.db")
    with store.atomic("nothing", NOW):
        assert store.is_writing


HELD = """
import os, subprocess, sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo
from mentordesk.domain.errors import StoreTrouble
from mentordesk.store import open_store
now = datetime(2026, 11, 26, tzinfo=UTC)
store = open_store(sys.argv[1], ZoneInfo)
with store.atomic("a setting", now):
    store.conn.execute("CREATE TABLE some (thing)")
store.value("SELECT count(*) FROM mentee")
os.sync()
if subprocess.run(["chattr", "+i", sys.argv[1] + "-shm"], capture_output=True).returncode:
    raise SystemExit(77)
try:
    with store.atomic("another", now):
        print("written")
except StoreTrouble as trouble:
    print(trouble.sentence)
print(store.value("SELECT count(*) FROM mentee"))
store.close()
"""


@pytest.mark.skipif(which("chattr") is None, reason="no file can be made immutable here")
def test_shared_memory_that_is_held_fast_ends_no_program(tmp_path: Path) -> None:
    desk = str(tmp_path / "desk.db")
    try:
        done = subprocess.run(
            [sys.executable, "-c", HELD, desk], capture_output=True, text=True, check=False
        )
    finally:
        subprocess.run(["chattr", "-i", f"{desk}-shm"], check=False, capture_output=True)
    if done.returncode == 77:
        pytest.skip("nobody may make a file immutable here")
    assert (done.returncode, done.stderr) == (0, "")
    assert "desk.db-shm may not be written, and nothing is stored without it." in done.stdout
    assert done.stdout.endswith("\n0\n")
