"""`call` and `demo`: the ways into the desk on screen, as click reads them."""

from pathlib import Path
from shlex import quote

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.onscreen import need_terminal, open_call, open_screen
from mentordesk.domain.errors import Refusal


@click.command("call")
@click.argument("who", metavar="[WHO]", required=False, default="")
@click.option("--share", is_flag=True, help="Show only what WHO may see, from the first frame on.")
@pass_door
def call(door: Door, who: str, share: bool) -> None:
    """Open the running call, or the next one, on screen.

    With WHO the call with them starts now, unless it runs; without, one that is due within the
    hour.
    """
    open_call(door, who, share)


@click.command("demo")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write it into an empty folder instead of showing it.",
)
@pass_door
def demo(door: Door, into: Path | None) -> None:
    """Look around in a throw-away desk.

    It holds a believable practice around today; your own desk is not touched.
    """
    if into is None:
        need_terminal()
        show_demo(door)
    else:
        _write_demo(door, into)


def show_demo(door: Door) -> None:
    """Open a demo desk that is gone when the mentor leaves it; asking for another shows it anew."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="mentordesk-demo-") as folder:
        inner = _demo_door(door, Path(folder))
        _fill(inner)
        open_screen(inner)
        inner.close()


def _write_demo(door: Door, into: Path) -> None:
    from mentordesk.settings import save

    if _holds_something(into):
        raise Refusal(f"{into} is not empty. Name a new folder for the demo desk.")
    inner = _demo_door(door, into)
    _fill(inner)
    inner.close()
    if not door.settings.email:
        save(inner.paths.settings, email=inner.settings.email)
    output.say(f"Wrote a demo desk into {into}")
    output.say(f"Look around with: MENTORDESK_HOME={quote(str(into))} mentordesk")


def _holds_something(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError:  # not there, or not for us: making the desk will say so
        return False


def _demo_door(door: Door, folder: Path) -> Door:
    """A door to a desk in another folder, with the mentor's own settings but for calendars.

    A mentor without a mail address has one there, or nobody could be invited.
    """
    from mentordesk.paths import paths
    from mentordesk.settings import CalDav, Publish

    inner = Door(door.clock, door.new_id)
    inner.paths = paths({"MENTORDESK_HOME": str(folder)})
    email = door.settings.email or "you@example.org"
    inner.settings = door.settings._replace(publish=Publish(), caldav=CalDav(), email=email)
    return inner


def _fill(door: Door) -> None:
    from mentordesk.desk.demo import fill  # months of sessions, written by the desk's own verbs

    fill(door.write())
