"""`settings`: where they are, what they say, and a file with every one of them to start from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import json_option
from mentordesk.domain.errors import Refusal
from mentordesk.settings import CalDav, Propose, Publish


@click.group("settings", cls=Group)
def settings() -> None:
    """See and edit the settings."""


@settings.command("path")
@pass_door
def path(door: Door) -> None:
    """Print where the settings file is."""
    output.say(door.paths.settings)


@settings.command("show")
@json_option
@pass_door
def show(door: Door, as_json: bool) -> None:
    """Print every setting as it stands."""
    values = {
        name: value._asdict() if isinstance(value, Publish | CalDav | Propose) else value
        for name, value in door.settings._asdict().items()
    }
    if as_json:
        output.as_json(values)
    else:
        output.table([(name, _shown(value)) for name, value in _plain(values)], indent=0)


@settings.command("init")
@pass_door
def init(door: Door) -> None:
    """Write a file with every setting, explained, for you to edit."""
    from mentordesk.settings import save

    file = Path(door.paths.settings)
    if file.exists():
        raise Refusal(f"{file} is there already. Edit it, or move it away first.")
    save(file)
    output.say(f"Wrote {file}")


def _plain(values: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """Each setting under the name it has in the file, tables taken apart."""
    for name, value in values.items():
        if isinstance(value, dict) and name != "keys":
            yield from ((f"{name}.{key}", one) for key, one in value.items())
        else:
            yield name, value


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} = {key}" for name, key in value.items()) or "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) or "-"
