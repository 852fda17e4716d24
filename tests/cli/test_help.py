"""Every command says itself once, in full, and the tables of lazy groups say the same."""

import ast
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.cli.shell import Shell

from mentordesk import cli
from mentordesk.cli.lazy import LazyGroup
from mentordesk.cli.root import mentordesk

ROOM = Path(cli.__file__).parent


def commands(
    command: click.Command = mentordesk, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None, name
            yield from commands(below, (*path, name))


EVERY = [pytest.param(path, command, id=" ".join(path)) for path, command in commands()]


@pytest.mark.parametrize(("path", "command"), EVERY)
def test_a_command_says_what_it_does_and_what_it_takes(
    shell: Shell, path: tuple[str, ...], command: click.Command
) -> None:
    help = shell.run([*path, "--help"]).stdout
    assert command.help
    assert "..." not in help.replace("[ARGS]...", "")
    for param in command.params:
        if isinstance(param, click.Option):
            assert param.help, f"{' '.join(path)} {param.opts[0]} has no help"


@pytest.mark.parametrize(("path", "command"), EVERY)
def test_the_table_says_what_the_command_says(
    path: tuple[str, ...], command: click.Command
) -> None:
    if isinstance(command, LazyGroup):
        context = click.Context(command)
        for name, entry in command.table.items():
            below = command.get_command(context, name)
            assert below is not None
            assert (below.name, (below.help or "").split("\n")[0]) == (name, entry.help)


def test_only_output_writes_to_the_terminal() -> None:
    for file in sorted(ROOM.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if file.name != "output.py":
            used = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            assert not used & {"sys.stdout", "sys.stderr", "click.echo", "click.secho"}, file.name
            assert "print" not in names, file.name


def test_reading_commands_take_json() -> None:
    writing = {
        "ics accept", "ics busy forget", "ics cancel", "ics refuse",
        "opportunity add", "opportunity close", "opportunity decline", "opportunity edit",
        "opportunity offer", "opportunity result", "opportunity spot", "opportunity take",
        "introduction add", "introduction agreed", "introduction drop", "introduction made",
        "introduction outcome", "time add", "time drop", "time edit", "hours book", "hours end",
        "hours free", "hours held", "hours ics", "hours invite", "hours no-show", "hours set",
        "hours text",
        "workshop add", "workshop debrief",
        "workshop drop", "workshop prep",
        "mentee archive", "mentee complete", "mentee erase", "mentee exit", "mentee graduate",
        "mentee nominate", "mentee restore", "mentee told",
        "checklist tick", "checklist untick", "duty done", "duty tick", "duty untick",
        "intake add", "intake advance", "intake decline", "intake read", "playbook adopt",
        "support ask", "support link",
        "study set", "study stop", "study week", "progress add", "progress seen", "lab add",
        "lab reviewed", "topic add", "topic mark", "topic settle", "topic reopen", "question add",
        "question answered", "idea use", "recording add", "recording start",
        "recording stop", "recording mark", "recording name", "recording told",
        "recording shared", "recording part", "link share",
        "goal set", "goal edit", "goal mark", "goal unmet", "goal drop", "goal carry",
        "goal reopen", "goal smart", "goal require", "goal meets", "plan add", "plan edit",
        "plan done", "plan drop", "plan reopen", "plan move", "plan export", "gap add", "gap edit",
        "gap close", "gap reopen",
        "certificate tick", "certificate untick", "feedback add", "feedback changed",
        "milestone ics", "milestone note", "slide draft", "slide final", "slide write",
        "survey answer", "survey done",
        "agreement set", "agreement rule", "agreement withdraw", "permission add",
        "permission withdraw",
        "group add", "group edit", "group join", "group leave", "group speaker", "group step",
        "call", "demo", "do", "done", "log", "note", "undo", "goal add", "goal done",
        "attention dismiss", "attention snooze", "milestone done", "milestone outline",
        "milestone skip", "ics export", "ics push", "import notes", "mentee add",
        "mentee edit", "mentee pause",
        "mentee resume", "playbook check", "playbook copy", "playbook schema", "session close",
        "session extend", "session late", "session no-show", "session pause",
        "session resume", "session start", "session log", "session take", "session here",
        "settings init", "settings path", "slot change", "slot confirm", "slot end",
        "slot gap", "slot move",
        "slot set", "slot skip",
    }  # fmt: skip
    for path, command in commands():
        if not isinstance(command, click.Group):
            takes = any("--json" in param.opts for param in command.params)
            assert takes != (" ".join(path) in writing), path
