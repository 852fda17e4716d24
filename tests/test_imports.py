"""Looking at an existing desk imports nothing that looking does not need."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.builders import ada_at_six, held
from tests.conftest import Clock

from mentordesk.desk import Desk

HEAVY = (
    "asyncio", "click", "dateutil", "icalendar", "markdown_it", "mentordesk.ical", "mentordesk.tui",
    "platformdirs", "rich", "sqlite_utils", "textual", "tomlkit",
)  # fmt: skip
PROBE = """
import sys
from datetime import UTC, datetime
from types import SimpleNamespace
from pathlib import Path
from mentordesk.desk import open_desk

home = Path(sys.argv[1])
wishes = SimpleNamespace(
    zone="Europe/Berlin", name="", email="", playbook="one-to-one", reminders=True
)
desk = open_desk(
    SimpleNamespace(data=home, config=home), wishes, write=False,
    clock=lambda: datetime(2026, 11, 27, 9, tzinfo=UTC),
)
found = {look}
assert found, "there is nothing to see"
desk.close()
print(*(name for name in {names} if name in sys.modules))
"""
LOOKS = {
    "next": "desk.pages.next()",
    "today": "desk.pages.today().next",
    "status": "desk.pages.status().name",
    "search": "desk.pages.search('gener')",
    "people": "desk.pages.people()",
    "brief": "desk.pages.brief('ada').agenda",
    "timeline": "desk.pages.timeline('ada')",
    "promises": "desk.promises.list()",
    "goals": "desk.goals.list('ada')",
    "recap": "desk.recaps.page(desk.recaps.latest('ada').id).leaves",
}


@pytest.fixture
def home_of_ada(desk: Desk, clock: Clock) -> Path:
    """The folder of a desk on which there is something to see."""
    ada_at_six(desk)
    desk.words.note("ada", "generators click now")
    desk.goals.add("ada", "first talk")
    held(desk, answers={"focus": "read"})
    desk.close()
    return Path(desk.store.path).parent


def imported(look: str, home: Path, names: tuple[str, ...]) -> list[str]:
    """Which of these modules a fresh process has imported after looking."""
    code = PROBE.format(look=look, names=names)
    command = [sys.executable, "-c", code, str(home)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_looking_imports_nothing_heavy(home_of_ada: Path) -> None:
    every = "[" + ", ".join(LOOKS.values()) + "]"
    assert imported(f"all({every})", home_of_ada, HEAVY) == []


@pytest.mark.parametrize("look", ["next", "status"])
def test_the_quickest_looks_import_no_more_than_they_need(home_of_ada: Path, look: str) -> None:
    rooms = (
        "mentordesk.desk.calls",
        "mentordesk.desk.composed_pages",
        "mentordesk.domain.playbook",
    )
    assert imported(LOOKS[look], home_of_ada, (*HEAVY, *rooms, "json", "uuid", "tomllib")) == []


def test_a_first_start_pays_for_the_schema(tmp_path: Path) -> None:
    assert imported("desk.pages.status().state", tmp_path, ("sqlite_utils",)) == ["sqlite_utils"]
