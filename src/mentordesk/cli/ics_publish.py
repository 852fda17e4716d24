"""`ics publish`: the mentor's own calendar as a file to subscribe to."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import OneOf, json_option
from mentordesk.domain.publishing import NAMES

if TYPE_CHECKING:
    from mentordesk.domain.publishing import Wanted


@click.command("publish")
@click.option(
    "-o", "path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Where to, - for stdout; publish.path of the settings unless said.",
)  # fmt: skip
@click.option("--names", type=OneOf("names", NAMES), help="initials, handle or full.")
@click.option("--force", is_flag=True, help="Even if another file is there.")
@click.option("--dry-run", is_flag=True, help="Only say what would be in it.")
@json_option
@pass_door
def publish(
    door: Door, path: Path | None, names: str | None, force: bool, dry_run: bool, as_json: bool
) -> None:
    """Write your own calendar, as a file to subscribe to.

    All slots, calls, dates, hours and workshops are in it, and nothing that was written down;
    nobody is invited by it. People go by initials unless the settings say otherwise. With
    publish.path in the settings that file is written again after each change. --json prints what
    is in it.
    """
    said = door.settings.publish
    wanted = said.wanted._replace(names=names or said.names)
    where = path or (door.read().publishing.place(said.path) if said.path else None)
    if as_json or dry_run or where is None or str(where) == "-":
        _show(door, wanted, where, as_json, dry_run)
        return
    desk = door.read()
    written = desk.publishing.write(where, wanted, force=force)
    held = desk.publishing.feed(wanted).held
    output.say(f"Wrote {where}: {held}" if written else f"{where} is as it should be: {held}")
    if not said.path:
        output.say(
            "Have it kept up to date after each change: set publish.path to it in the settings"
            " (mentordesk settings path)."
        )


def _show(door: Door, wanted: "Wanted", where: Path | None, as_json: bool, dry_run: bool) -> None:
    """What would be in the file, counted; the file itself where it has no place."""
    feed = door.read().publishing.feed(wanted)
    if as_json:
        output.as_json(
            {
                "path": str(where or ""), "names": wanted.names, "slots": feed.slots,
                "calls": feed.calls, "dates": feed.dates, "hours": feed.hours,
                "bytes": len(feed.data),
            }
        )  # fmt: skip
    elif dry_run:
        output.say(f"{feed.held}; names: {wanted.names}")
        for title in feed.titles:
            output.say(f"  {title}")
    else:
        output.data(feed.data)
