"""`doctor`: versions, folders, time zone data and the store's health, for when something is odd."""

from typing import Any

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option
from mentordesk.domain.errors import Refusal


@click.command("doctor")
@json_option
@pass_door
@click.pass_context
def doctor(ctx: click.Context, door: Door, as_json: bool) -> None:
    """Check versions, folders, time zones and the store.

    It looks as far as it can when something is broken, and leaves with 1 when something is.
    """
    facts, problems = _examined(door)
    if as_json:
        output.as_json({**facts, "problems": problems})
    else:
        output.table([(name, _shown(value)) for name, value in facts.items()], indent=0)
        for problem in problems:
            output.say(f"! {problem}")
        if not problems:
            output.say("All is well.")
    if problems:
        ctx.exit(1)


def _examined(door: Door) -> tuple[dict[str, Any], list[str]]:
    """The facts, and one sentence for each thing that is wrong."""
    from mentordesk.desk.health import Health

    facts: dict[str, Any] = {"settings": door.paths.settings}
    problems = _settings_trouble(door)
    try:
        health = door.read().health()
    except Refusal as refusal:
        blank = dict.fromkeys(name for name in Health._fields if name != "problems")
        return {**facts, **blank, **_ground(door)}, [*problems, refusal.sentence]
    known = health._asdict()
    problems += known.pop("problems")
    return {**facts, **known}, problems


def _settings_trouble(door: Door) -> list[str]:
    """What is wrong with the settings; the rest is examined with the usual ones then."""
    from mentordesk.settings import Settings, load

    try:
        door.settings = load(door.paths.settings)
    except Refusal as refusal:
        door.settings = Settings()
        return [refusal.sentence]
    return _unknown_keys(door)


def _unknown_keys(door: Door) -> list[str]:
    """Commands that the settings give a key to and that the screen does not have."""
    if not door.settings.keys:
        return []
    from mentordesk.tui.commands import unknown  # 0.5 s that only who has keys of their own pays

    return [
        f"{door.paths.settings}: [keys] names {name}, which is no command. docs/keys.md has them"
        " all; mend the name, or take the line out."
        for name in unknown(door.settings.keys)
    ]


def _ground(door: Door) -> dict[str, Any]:
    """What is known without opening the desk."""
    import platform
    import sqlite3

    from mentordesk import __version__

    return {
        "version": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "store": door.paths.desk,
    }


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "?" if value is None else str(value)
