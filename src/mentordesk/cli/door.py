"""The door as click hands it to a command."""

import click

from mentordesk.cli.entrance import Door as Door

pass_door = click.make_pass_decorator(Door)
