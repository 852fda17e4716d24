"""`session recover`: words of a call that the desk's file did not take, and where they are."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option
from mentordesk.domain.recovery import NOTES, SLIDE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from mentordesk.desk.recovery import Left


@click.command("recover")
@click.option("--show", metavar="ID", help="Print the words of this copy.")
@click.option("--take", metavar="ID", help="Put them back where they belong.")
@click.option("--discard", metavar="ID", help="Throw this copy away; its words are gone then.")
@json_option
@pass_door
def recover(
    door: Door, show: str | None, take: str | None, discard: str | None, as_json: bool
) -> None:
    """List words that could not be stored, or put them back.

    While the desk's file takes nothing (a full disk, say), a call, or a slide, keeps a copy of the
    words in the first folder that takes one. Once they are stored it goes away by itself; what a
    window has left behind is listed here. Putting words back keeps what came in since.
    """
    if show is not None:
        output.say(_find(door, show).copy.text)
    elif take is not None:
        output.say(door.write().recovery.take(take))
    elif discard is not None:
        output.say(door.write().recovery.discard(discard))
    elif as_json:
        output.as_json([_shape(one) for one in _left(door)])
    else:
        _print(door, _left(door))


def _left(door: Door) -> "list[Left]":
    """Read without opening the desk, which may be what is broken."""
    from mentordesk.desk.recovery import left

    return left(door.paths.recovery_folders, door.paths.desk)


def _find(door: Door, prefix: str) -> "Left":
    from mentordesk.desk.recovery import one_of

    return one_of(_left(door), prefix)


def _print(door: Door, copies: "Sequence[Left]") -> None:
    if not copies:
        output.say("Everything is stored: there is no recovery copy.")
        return
    from mentordesk.desk.ids import short

    ids, tz = short([one.id for one in copies]), _zone(door)
    for one in copies:
        whose = one.copy.whose
        when = f"{_wall(whose.began, tz)}, {one.copy.size}, written {_wall(one.copy.written, tz)}"
        part = "" if whose.part == NOTES else f"{whose.part} of the "
        said = f"slide, begun {when}" if whose.part == SLIDE else f"{part}call of {when}"
        output.say(f"{ids[one.id]}  {whose.name}, {said}")
        output.say(f"      {one.path}")
    output.say("Put words back with: mentordesk session recover --take ID")


def _zone(door: Door) -> "tzinfo":
    from mentordesk.desk import zone_name, zone_of

    return zone_of(zone_name(door.paths, door.settings))


def _wall(at: "datetime", tz: "tzinfo") -> str:
    here = at.astimezone(tz)
    return f"{here:%a} {here.day} {here:%b %H:%M}"


def _shape(one: "Left") -> shapes.Shape:
    whose = one.copy.whose
    return {
        "id": one.id,
        "who": whose.handle,
        "name": whose.name,
        "session": whose.session_id,
        "part": whose.part,
        "began": shapes.instant(whose.began),
        "written": shapes.instant(one.copy.written),
        "file": one.path,
        "lines": one.copy.lines,
        "text": one.copy.text,
    }
