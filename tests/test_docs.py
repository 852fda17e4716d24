"""What the README and the guide tell people to type exists, and what they link to is there."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mentordesk.cli.root import mentordesk

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "AGENTS.md", *sorted((ROOT / "docs").rglob("*.md"))]
TOLD = [ROOT / "README.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]


def commands() -> Iterator[tuple[str, str]]:
    for page in TOLD:
        text = page.read_text("utf-8")
        lines = re.findall(r"^\$ (mentordesk [^\n#]*)", text, re.MULTILINE)
        spans = re.findall(r"`(mentordesk [a-z][^`|…]*)`", text)
        for line in [*lines, *spans]:
            yield page.name, line.strip()


@pytest.mark.parametrize(("page", "line"), sorted(set(commands())))
def test_a_command_the_docs_tell_people_to_type_exists(page: str, line: str) -> None:
    context = click.Context(mentordesk, info_name="mentordesk")
    command: click.Command = mentordesk
    words = shlex.split(line)[1:]
    if words[:1] == ["--as-seen-by"]:
        words = words[2:]
    while words and isinstance(command, click.Group):
        found = command.get_command(context, words[0])
        assert found, f"{page}: there is no command {words[0]!r} in: {line}"
        command, words = found, words[1:]
    options = {name for param in command.params for name in param.opts}
    for word in words:
        if re.match(r"--?[a-z]", word):
            assert word in options, f"{page}: {command.name} has no option {word}: {line}"


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#\s]+)", text):
            if "://" not in target and not target.startswith("mailto:"):
                yield page, target


@pytest.mark.parametrize(
    ("page", "target"), [pytest.param(p, t, id=f"{p.name}-{t}") for p, t in sorted(set(links()))]
)
def test_a_link_in_the_docs_leads_somewhere(page: Path, target: str) -> None:
    assert (page.parent / target).exists(), f"{page} links to {target}"
