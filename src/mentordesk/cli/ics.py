"""`ics`: standing slots as files every calendar takes, and messages about them."""

from contextlib import suppress
from pathlib import Path

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.ics_answers import accept, answers, busy, refuse
from mentordesk.cli.ics_publish import publish
from mentordesk.cli.ics_push import push
from mentordesk.cli.ics_read import read
from mentordesk.cli.invites import cancel, invite
from mentordesk.cli.lazy import Group


@click.group("ics", cls=Group)
def ics() -> None:
    """Hand standing slots to calendars, and read what comes back."""


ics.add_command(invite)
ics.add_command(cancel)
for command in (read, answers, accept, refuse, busy, publish, push):
    ics.add_command(command)


@ics.command("export")
@click.argument("whos", metavar="[WHO…]", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every slot.")
@click.option(
    "-o", "path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Into a file; to stdout unless said.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Even if another file is there.")
@pass_door
@click.pass_context
def export(
    ctx: click.Context,
    door: Door,
    whos: tuple[str, ...],
    every: bool,
    path: Path | None,
    force: bool,
) -> None:
    """Write the slots of WHO… (or of everybody) as iCalendar.

    Moved and skipped dates are in it; importing it again updates what a calendar has. An earlier
    export is replaced.
    """
    if bool(whos) == every:
        raise click.UsageError("Give whose slots, or --all", ctx)
    desk = door.read()
    if path is None or str(path) == "-":
        output.data(desk.exports.ics(whos))
        return
    was_there = False
    with suppress(OSError):  # writing will say what is wrong
        was_there = path.exists()
    desk.exports.write_ics(whos, path, force)
    slots = words.counted(len(desk.exports.series(whos)), "slot")
    output.say(f"Replaced {path} with {slots}" if was_there else f"Wrote {slots} to {path}")
