"""What tests of the real program may ask for."""

from pathlib import Path

import pytest
from tests.faults.terminal import shell


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with Ada in it, for programs that run by the machine's own clock."""
    monkeypatch.setenv("MENTORDESK_HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    shell("mentee", "add", "Ada Obi")
    return tmp_path
