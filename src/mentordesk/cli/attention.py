"""`attention`: what is due, put off until a day, or dismissed with a reason."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import day_of, json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.domain.coming import Attention

_ids = click.argument("ids", metavar="ID…", nargs=-1, required=True)


@click.group("attention", cls=Group)
def attention() -> None:
    """Keep what is due in view: list, put off, dismiss."""


@attention.command("list")
@json_option
@pass_door
def list_lines(door: Door, as_json: bool) -> None:
    """List what is due, with the rule behind each line."""
    found = door.read().attention.list()
    if as_json:
        output.as_json([shapes.attention(line) for line in found])
    elif not found:
        output.say("Nothing is due.")
    else:
        output.table([_row(found, line) for line in found], indent=0)


@attention.command("snooze")
@_ids
@click.argument("day", metavar="DATE")
@pass_door
def snooze(door: Door, ids: tuple[str, ...], day: str) -> None:
    """Put lines off until a day.

    ID is the beginning of an id as `mentordesk attention list` shows it.
    """
    desk = door.write()
    until = day_of(desk, day)
    from mentordesk.dates import echo_day

    for line in [desk.attention.find(one) for one in ids]:
        said = desk.attention.snooze(line, until)
        output.say(f"Until {echo_day(until, desk.today())}: {said}")


@attention.command("dismiss")
@_ids
@click.option("--reason", default="", metavar="TEXT", help="Why; for your eyes only.")
@pass_door
def dismiss(door: Door, ids: tuple[str, ...], reason: str) -> None:
    """Take lines away, this time of each.

    What they are about stays as it is.
    """
    desk = door.write()
    for line in [desk.attention.find(one) for one in ids]:
        output.say(f"Dismissed: {desk.attention.dismiss(line, reason)}")


def _row(every: "Sequence[Attention]", line: "Attention") -> tuple[str, ...]:
    from mentordesk.desk.ids import short

    mark = "!" if line.urgent else "·"
    return short([one.id for one in every])[line.id], mark, line.rule, line.says, line.address
