"""`undo`: the last change is taken back, by whichever door it came."""

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door


@click.command("undo")
@pass_door
def undo(door: Door) -> None:
    """Take back the last change."""
    output.say(f"Taken back: {door.write().undo()}")
