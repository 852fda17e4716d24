"""What click raises, as an exit code and a sentence."""

import click

from mentordesk.cli import output
from mentordesk.cli.entrance import Door
from mentordesk.cli.exit_codes import DONE, INTERRUPTED, REFUSED, USAGE


def ended(error: Exception, door: Door) -> int | None:
    """The exit code of an end that click knows, its sentence said; None for any other."""
    if isinstance(error, click.exceptions.Exit):  # the reader of a pipe left
        return DONE
    if isinstance(error, click.Abort):
        return INTERRUPTED
    return _misused(error, door) if isinstance(error, click.ClickException) else None


def _misused(error: click.ClickException, door: Door) -> int:
    """Say what is wrong with the words of the command line, and where its help is."""
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        output.complain(error.message)
        return USAGE
    path = context.command_path if context else door.command
    message = error.format_message().rstrip()
    message += "" if message.endswith((".", "?", ")")) else "."
    if isinstance(error, click.BadParameter) and not isinstance(error, click.MissingParameter):
        output.complain(f"{message} See: {path} --help")
        return REFUSED
    usage = f"{context.get_usage()}\n" if context else ""
    output.complain(f"{usage}{message} See: {path} --help")
    return USAGE
