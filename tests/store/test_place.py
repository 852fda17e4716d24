"""The file is taken away while the desk has it open: nothing is said to be stored that is not."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

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
