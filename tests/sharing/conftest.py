"""A lived-in desk with words of their own in it."""

import sqlite3
from pathlib import Path

import pytest
from tests.conftest import lay
from tests.sharing.sentinels import Filler, Word


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, lived: bytes) -> tuple[Path, dict[str, Word]]:
    """The folder of a demo desk, and whose word is whose."""
    folder = tmp_path_factory.mktemp("sharing")
    conn = sqlite3.connect(lay(lived, folder))
    words = Filler(conn).fill()
    conn.close()
    return folder, words
