"""`today` and `next`: what is coming and what is due."""

import click

from mentordesk.cli import upcoming
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option


@click.command("today")
@json_option
@pass_door
def today(door: Door, as_json: bool) -> None:
    """Show today's calls and what is due."""
    upcoming.today(door, as_json)


@click.command("next")
@click.option("--limit", type=click.IntRange(1, 200), default=1, help="How many; 1 unless said.")
@json_option
@pass_door
def next_call(door: Door, limit: int, as_json: bool) -> None:
    """Show the next call."""
    upcoming.next_calls(door, limit, as_json)
