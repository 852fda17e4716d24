"""Reading commands start at once: what they do not use is not imported."""

import os
import subprocess
import sys

import pytest
from tests.cli.shell import Shell

from mentordesk.cli.door import Door
from mentordesk.cli.exit_codes import guarded
from mentordesk.cli.quick import plain
from mentordesk.cli.root import COMMANDS

HEAVY = (
    "asyncio", "dateutil", "icalendar", "markdown_it", "mentordesk.dates", "mentordesk.ical",
    "mentordesk.tui", "platformdirs", "rich", "sqlite_utils", "textual", "tomlkit", "tomllib",
)  # fmt: skip
PROBE = """
import sys
from mentordesk.cli.root import mentordesk
code = mentordesk(sys.argv[1:], standalone_mode=False)
print(code, *(name for name in {names} if name in sys.modules), file=sys.stderr)
"""


def _imported(words: list[str], names: tuple[str, ...]) -> str:
    """The exit code and which of `names` a fresh process has imported after a command."""
    command = [sys.executable, "-c", PROBE.format(names=names), *words]
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ), check=True)
    return done.stderr.strip()


@pytest.mark.parametrize(
    "line", ["next", "today", "status", "search gener", "promises", "mentee list", "brief ada"]
)
def test_a_reading_command_imports_nothing_heavy(ada: Shell, line: str) -> None:
    ada("note ada 'generators click now'")
    assert _imported(line.split(), HEAVY) == "0"


@pytest.mark.parametrize("line", ["--help", "--version", "session --help", "slott"])
def test_help_and_usage_errors_do_not_open_the_desk(home: object, line: str) -> None:
    desk = ("mentordesk.desk", "mentordesk.store", "sqlite3", "zoneinfo", *HEAVY)
    assert _imported(line.split(), desk).endswith("2" if line == "slott" else "0")


def test_the_help_of_all_imports_no_command(home: object) -> None:
    modules = tuple({entry.where.partition(":")[0] for entry in COMMANDS.values()})
    assert _imported(["--help"], modules) == "0"


def test_importing_the_door_imports_no_click(home: object) -> None:
    probe = "import sys, mentordesk.cli; print('click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


PLAIN = (
    "today",
    "next",
    "status",
    "status --format {left}",
    "status --format {no}",
    "search lab x",
)


@pytest.mark.parametrize("line", PLAIN)
def test_the_quick_way_in_says_what_the_usual_one_says(
    ada: Shell, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ada("note ada 'lab xylophone'")
    _either_way(ada, line, capsys)


@pytest.mark.parametrize("line", ["", "call", "call ada"])
def test_the_desk_on_screen_is_opened_without_click(
    ada: Shell, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "needs a terminal" in _either_way(ada, line, capsys)


def _either_way(ada: Shell, line: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What goes to stderr, and it is the same by the quick way in as by the usual one."""
    usual = ada.run(line.split(), code=None)
    door, act = Door(clock=lambda: ada.now), plain(line.split())
    assert act
    code = guarded(lambda: act(door), door)
    said = capsys.readouterr()
    assert (code, said.out, said.err) == (usual.exit_code, usual.stdout, usual.stderr)
    return said.err


@pytest.mark.parametrize(
    "line",
    [
        "call ada --share",
        "call -h",
        "--share",
        "today --json",
        "next --limit 3",
        "status --format",
        "search --help",
        "search -",
    ],
)
def test_any_other_wording_is_left_to_click(line: str) -> None:
    assert plain(line.split()) is None
