"""`status`: one line about the running or next call, for tmux, bars and prompts."""

import click

from mentordesk.cli import status_line
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option


@click.command("status")
@click.option(
    "--format",
    "template",
    metavar="F",
    help=f"Text with {status_line.USABLE}.",
)
@json_option
@pass_door
def status(door: Door, template: str | None, as_json: bool) -> None:
    """Print one line for tmux, a bar or a prompt.

    The line is about the running call, else about the next one, else it is empty. {left} is in
    minutes, negative once the call is over; {{ and }} stand for braces.
    """
    status_line.status(door, template, as_json)
