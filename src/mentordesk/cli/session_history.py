"""`session history`: the notes of a call as they stood before."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option, running_argument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.desk import Desk
    from mentordesk.domain.versions import Version


@click.command("history")
@running_argument
@click.option("--show", metavar="ID", help="Print this version whole.")
@click.option("--restore", metavar="ID", help="Bring this version back.")
@json_option
@pass_door
def history(door: Door, who: str, show: str | None, restore: str | None, as_json: bool) -> None:
    """Show what the notes were, or bring it back.

    The call is the running one, else the last one that was held. A version is what stood there
    until its time; what you replace by bringing one back becomes a version, too.
    """
    desk = door.write() if restore else door.read()
    session = desk.recaps.latest(who)
    if restore:
        back = desk.calls.versions.restore(session.id, restore)
        output.say(f"Brought back: the notes as they were until {_time(desk, back)}.")
    elif show:
        output.say(desk.calls.versions.find(session.id, show).body)
    elif as_json:
        output.as_json([_shape(one) for one in desk.calls.versions.of(session.id)])
    else:
        _print(desk, desk.calls.versions.of(session.id))


def _print(desk: "Desk", versions: "Sequence[Version]") -> None:
    if not versions:
        output.say("There is no earlier version of these notes yet.")
        return
    from mentordesk.desk.ids import short

    ids = short([one.id for one in versions])
    rows = [
        (ids[one.id], f"until {_time(desk, one)}", f"{one.lines} lines", _first_line(one))
        for one in versions
    ]
    output.table(rows, indent=0)


def _time(desk: "Desk", one: "Version") -> str:
    return f"{one.at.astimezone(desk.tz):%H:%M:%S}"


def _first_line(one: "Version") -> str:
    return next((line for line in one.body.splitlines() if line.strip()), "")


def _shape(one: "Version") -> shapes.Shape:
    return {
        "id": one.id, "until": shapes.instant(one.at), "lines": one.lines, "notes": one.body,
    }  # fmt: skip
