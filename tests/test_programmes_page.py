"""docs/programmes.md accounts for everything the programmes ask for, and each row can be seen."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from tests.cli.shell import Shell
from tests.playbooks.test_docs import keys

from mentordesk.cli.root import mentordesk
from mentordesk.domain.playbook_format import PLAYBOOK

PAGE = (Path(__file__).parents[1] / "docs" / "programmes.md").read_text("utf-8")
INVENTORY = {"A": 14, "B": 15, "C": 18, "D": 20, "E": 10, "F": 15, "G": 4, "H": 5, "I": 16}
"""How many things of each group the five programmes ask for."""
COMES_LATER = {"E7"}


class Line(NamedTuple):
    """One row of the page, its cells as they stand."""

    id: str
    what: str
    playbook: str
    command: str
    screen: str
    see: str


LINES = [
    Line(*(cell.strip() for cell in line.strip("|").split(" | ")))
    for line in PAGE.splitlines()
    if re.match(r"\| [A-I]\d+ ", line)
]


def ticked(cell: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)


def every(column: str) -> Iterator[tuple[str, str]]:
    """Each thing in backticks of a column, with the row it belongs to."""
    for line in LINES:
        for word in ticked(getattr(line, column)):
            yield line.id, word


def test_every_row_of_the_inventory_is_there_once_and_in_order() -> None:
    wanted = [f"{group}{n}" for group, count in INVENTORY.items() for n in range(1, count + 1)]
    assert [line.id for line in LINES] == [one for one in wanted if one not in COMES_LATER]
    assert all(f"\n{one}, " in PAGE for one in COMES_LATER)


def test_every_key_is_one_of_the_playbook_format() -> None:
    known = {name for name, _ in keys(PLAYBOOK)}
    assert [one for one in every("playbook") if one[1] not in known] == []


def test_every_row_has_a_command_that_exists() -> None:
    context = click.Context(mentordesk, info_name="mentordesk")
    for row, words in every("command"):
        command: click.Command = mentordesk
        typed = shlex.split(words)
        while typed and isinstance(command, click.Group) and not typed[0].startswith("-"):
            found = command.get_command(context, typed[0])
            assert found, f"{row}: there is no command {words!r}"
            command, typed = found, typed[1:]
        options = {name for param in command.params for name in param.opts}
        assert set(typed) <= options, f"{row}: {words!r} has no such option"
        assert not isinstance(command, click.Group) or command.invoke_without_command, (row, words)
    assert [line.id for line in LINES if not ticked(line.command)] == []


def test_every_key_of_the_screen_is_a_command_there() -> None:
    from mentordesk.tui.commands import commands

    known = {command.id for command in commands()}
    assert [one for one in every("screen") if one[1] not in known] == []


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo desk, for reading only."""
    home = tmp_path_factory.mktemp("demo") / "home"
    Shell(home)(f"demo --into {home}")
    return home


@pytest.mark.parametrize("line", LINES, ids=[line.id for line in LINES])
def test_every_row_is_to_be_seen_on_the_demo_desk(
    line: Line, shown: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORDESK_HOME", str(shown))
    (told,) = ticked(line.see)
    program, *words = shlex.split(told)
    assert program == "mentordesk"
    said = Shell(shown).run(words)
    assert len(said.output.splitlines()) >= 1
    assert "Nothing" not in said.output.split("\n")[0], said.output
