"""Every test of the command line has a shell of its own; `ada` is one with somebody in it."""

from pathlib import Path

import pytest
from tests.cli.shell import Shell


@pytest.fixture
def shell(home: Path) -> Shell:
    """An empty desk, on a Tuesday evening five minutes before six."""
    return Shell(home)


@pytest.fixture
def ada(shell: Shell) -> Shell:
    """A desk with Ada in Lagos, who has a slot on Tuesdays at six."""
    shell("mentee add Ada Obi --playbook wealljs --tz Africa/Lagos --email ada@example.org")
    shell("slot set ada --weekly tue 18:00 --minutes 60 --count 12")
    return shell
