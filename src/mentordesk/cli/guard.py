"""What a command's end means: 0 done, 1 refused with a sentence, 2 usage; never a traceback."""

from collections.abc import Callable

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door
from mentordesk.domain.errors import Refusal

DONE, REFUSED, USAGE, INTERRUPTED = 0, 1, 2, 130


def guarded(act: Callable[[], object], door: Door) -> int:
    """Run a command and return its exit code; every trouble becomes a sentence on stderr."""
    try:
        code = act()
        output.flush()
        return code if isinstance(code, int) else DONE
    except click.exceptions.Exit:  # the reader of a pipe left
        return DONE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Refusal as refusal:
        output.complain(refusal.sentence)
        return REFUSED
    except click.ClickException as error:
        return _misused(error, door)
    except SystemExit:  # the reader of help left: click prints that itself
        output.hush()
        return DONE
    except Exception as error:  # whatever it is, the mentor gets a sentence
        output.complain(_unexpected(error, door))
        return REFUSED
    finally:
        door.close()


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


def _unexpected(error: Exception, door: Door) -> str:
    """One sentence about a fault of ours, with the place of the traceback for a report."""
    # only for a fault of ours
    import traceback
    from pathlib import Path

    try:
        log = Path(door.paths.data, "trouble.log")
        log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        log.touch(mode=0o600)
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except Exception:
        return f"Something went wrong that should not: {error!r}. Please report it."
    return f"Something went wrong that should not ({type(error).__name__}). Details are in {log}"
