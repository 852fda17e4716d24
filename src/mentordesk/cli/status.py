"""`status`: one line about the running or next call, for tmux, bars and prompts."""

import re
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.coming import Status

_PLACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
PLACEHOLDERS = ("name", "who", "state", "phase", "left", "start", "end", "in")
_USABLE = ", ".join(f"{{{word}}}" for word in PLACEHOLDERS)


@click.command("status")
@click.option(
    "--format",
    "template",
    metavar="F",
    help=f"Text with {_USABLE}.",
)
@json_option
@pass_door
def status(door: Door, template: str | None, as_json: bool) -> None:
    """Print one line for tmux, a bar or a prompt.

    The line is about the running call, else about the next one, else it is empty. {left} is in
    minutes, negative once the call is over; {{ and }} stand for braces.
    """
    if template is not None:
        _check(template)
    desk = door.read()
    now = desk.pages.status()
    if as_json:
        output.as_json(_shape(desk, now))
    elif now.state == "none":
        output.say()
    else:
        output.say(_filled(template or _usual(now), _values(desk, now)))


def _usual(now: "Status") -> str:
    if now.state != "running":
        return "{name} {in}"
    if now.start and now.end and -60 * now.minutes_left > (now.end - now.start).total_seconds():
        return "{name} was never closed: mentordesk session close --at WHEN"
    return (
        "{name} over by {over} min" if now.minutes_left < 0 else "{name} {left} min left ({phase})"
    )


def _values(desk: "Desk", now: "Status") -> dict[str, str]:
    return {
        "name": now.name,
        "who": now.address,
        "state": now.state,
        "phase": now.phase,
        "left": str(now.minutes_left),
        "over": str(-now.minutes_left),
        "start": f"{now.start.astimezone(desk.tz):%H:%M}" if now.start else "",
        "end": f"{now.end.astimezone(desk.tz):%H:%M}" if now.end else "",
        "in": words.until(desk, now.start) if now.start else "",
    }


def _filled(template: str, values: dict[str, str]) -> str:
    def one(found: re.Match[str]) -> str:
        return found[0][0] if found[1] is None else values[found[1]]

    return _PLACE.sub(one, template)


def _check(template: str) -> None:
    for found in _PLACE.finditer(template):
        if found[1] is not None and found[1] not in PLACEHOLDERS:
            raise Refusal(f"{found[0][:40]} is nothing status knows. Use {_USABLE}.")


def _shape(desk: "Desk", now: "Status") -> shapes.Shape:
    return {
        "state": now.state,
        "who": now.address,
        "name": now.name,
        "phase": now.phase,
        "minutes_left": now.minutes_left,
        "start": shapes.instant(now.start),
        "end": shapes.instant(now.end),
        "local": shapes.local(desk, now.start),
    }
