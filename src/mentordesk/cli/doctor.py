"""`doctor`: versions, folders, time zone data and the store's health, for when something is odd."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option
from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip

_MISSING = "is not there, and calendars cannot read it. Write it with: mentordesk ics publish"
_FOREIGN = "is no calendar of this desk. Name another file as publish.path in the settings."
_FOLDERLESS = "cannot be written: there is no such folder. Make it, or name another publish.path."
_STALE = "is not as the desk is. Write it anew with: mentordesk ics publish"


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
        told = {**facts, "published": _told(door, facts["published"])}
        output.table([(name, _shown(value)) for name, value in told.items()], indent=0)
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
        blank["published"] = None
        problems += [refusal.sentence, *_unstored(door)]
        return {**facts, **blank, **_ground(door)}, problems
    known = health._asdict()
    problems += known.pop("problems")
    published, trouble = _published(door)
    return {**facts, **known, "published": published}, [*problems, *trouble]


def _unstored(door: Door) -> list[str]:
    """Words of a call that wait to be put back, which can be read when the desk cannot."""
    from mentordesk.desk.recovery import left, said_of

    return list(filter(None, [said_of(len(left(door.paths.recovery_folders, door.paths.desk)))]))


def _published(door: Door) -> tuple[dict[str, Any] | None, list[str]]:
    """How the mentor's calendar is, where it has a place, and what is wrong with it."""
    publish = door.settings.publish
    if not publish.path:
        return None, []
    try:
        state = door.read().publishing.state(publish.path, publish.wanted)
    except Refusal as refusal:
        return None, [refusal.sentence]
    written = state.written_at
    lacking = _MISSING if Path(state.path).parent.is_dir() else _FOLDERLESS
    problem = _FOREIGN if state.foreign else _STALE if written else lacking
    shape = {"path": state.path, "written_at": shapes.instant(written), "fresh": state.fresh}
    return shape, [] if state.fresh else [f"{state.path} {problem}"]


def _told(door: Door, published: dict[str, Any] | None) -> str:
    """Where the calendar is written and when it was last, in a line."""
    if published is None:
        return "-"
    at = published["written_at"]
    when = words.moment(door.read(), datetime.fromisoformat(at)) if at else "never"
    return f"{published['path']}, {when}"


def _settings_trouble(door: Door) -> list[str]:
    """What is wrong with the settings; the rest is examined with the usual ones then."""
    from mentordesk.settings import Settings, load

    try:
        door.settings = load(door.paths.settings)
    except Refusal as refusal:
        door.settings = Settings()
        return [refusal.sentence]
    return [*_addresses(door), *_unknown_keys(door)]


def _addresses(door: Door) -> list[str]:
    """What is no address of the mentor's mail or of the calendar server."""
    from mentordesk.desk.people import is_address

    found, said = door.settings, []
    if found.email and not is_address(found.email):
        said.append(f"email is “{clip(found.email, 40)}”, no mail address. Write it as name@host.")
    if found.caldav.url:
        from mentordesk.desk.publishing import check_server

        try:
            check_server(found.caldav.url)
        except Refusal as refusal:
            said.append(refusal.sentence)
    return [f"{door.paths.settings}: {sentence}" for sentence in said]


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
