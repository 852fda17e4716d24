"""A sentence that tells the mentor what to type tells something that can be typed."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import mentordesk as package
from mentordesk.cli.root import mentordesk

SOURCE = Path(package.__file__).parent
_TYPED = re.compile(r"(?<![-/\w])mentordesk ((?:[a-z-]+ ?)+)(?P<rest>(?:(?!mentordesk )[^\n])*)")
# Parsing the files that only import from the package would be most of the work.
_NAMED = re.compile(r"^(?!from mentordesk|import mentordesk).*mentordesk(?!\.)", re.MULTILINE)


def _told() -> Iterator[tuple[str, str]]:
    """File and command line of every `mentordesk …` in a text of the program that may be shown."""
    for file in sorted(SOURCE.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if _NAMED.search(text) else ():
            if isinstance(node, ast.JoinedStr | ast.Constant):
                for found in _TYPED.finditer(_text(node)):
                    if _is_command(found[1].split()[0]):
                        yield file.name, f"{found[1]}{found['rest']}".strip()


def _is_command(word: str) -> bool:
    return mentordesk.get_command(click.Context(mentordesk), word) is not None


def _text(node: ast.JoinedStr | ast.Constant) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts = (part.value if isinstance(part, ast.Constant) else "WHO" for part in node.values)
    return "".join(str(part) for part in parts)


@pytest.mark.parametrize(("file", "line"), sorted(set(_told())))
def test_what_a_sentence_says_can_be_typed(file: str, line: str) -> None:
    command: click.Command = mentordesk
    words = line.split()
    while isinstance(command, click.Group) and words:
        below = command.get_command(click.Context(command), words[0].rstrip(".,:;)`'"))
        assert below is not None, f"{file}: there is no command {line}"
        command = below
        words.pop(0)
    flags = {flag for param in command.params for flag in param.opts}
    for word in words:
        if re.fullmatch(r"--?[a-z]+", word) and isinstance(command, click.Command):
            assert word in flags, f"{file}: {word} is no option of {command.name}"
