"""A filled desk with words of their own in it, made once in each file of tests."""

import sqlite3
from pathlib import Path

import pytest
from tests.sharing.rule import opened
from tests.sharing.sentinels import Filler, Word

from mentordesk.desk.demo import fill


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Word]]:
    """The folder of a demo desk, and whose word is whose."""
    folder = tmp_path_factory.mktemp("sharing")
    made = opened(folder)
    fill(made)
    made.close()
    conn = sqlite3.connect(folder / "desk.db")
    words = Filler(conn).fill()
    conn.close()
    return folder, words
