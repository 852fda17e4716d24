"""A store to work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.builders import store_at
from tests.conftest import lay

from mentordesk.store import Store


@pytest.fixture
def store(tmp_path: Path, blank: bytes) -> Iterator[Store]:
    """An empty store, open for writing."""
    lay(blank, tmp_path)
    opened = store_at(tmp_path)
    yield opened
    opened.close()
