"""Each test of the command line has a shell: a newcomer's, one on an empty desk, or `ada`."""

from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.conftest import ZONE, Ids, lay


@pytest.fixture
def newcomer(home: Path) -> Shell:
    """The same evening, and nothing is there yet: not even a home."""
    return Shell(home)


@pytest.fixture
def shell(home: Path, blank: bytes) -> Shell:
    """An empty desk, on a Tuesday evening five minutes before six."""
    lay(blank, home)
    return Shell(home)


@pytest.fixture(scope="session")
def with_ada(blank: bytes, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, int]:
    """The file of the desk that `ada` is about, and how many ids it took."""
    home = tmp_path_factory.mktemp("ada")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MENTORDESK_HOME", str(home))
        patch.setenv("TZ", ZONE)
        path, shell = lay(blank, home), Shell(home)
        shell("mentee add Ada Obi --playbook wealljs --tz Africa/Lagos --email ada@example.org")
        shell("slot set ada --weekly tue 18:00 --minutes 60 --count 12")
    return path.read_bytes(), shell.new_id.used


@pytest.fixture
def ada(home: Path, with_ada: tuple[bytes, int]) -> Shell:
    """A desk with Ada in Lagos, who has a slot on Tuesdays at six."""
    shell = Shell(home)
    lay(with_ada[0], home)
    shell.new_id = Ids(with_ada[1])
    return shell
