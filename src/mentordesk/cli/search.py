"""`search`: notes, recaps, promises, opportunities and goals by their words."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option, text_of, words_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.pages import Hit


@click.command("search")
@words_argument
@click.option("--limit", type=click.IntRange(1, 1000), default=50, help="At most so many; 50.")
@json_option
@pass_door
def search(door: Door, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search notes, recaps, promises and goals.

    Every word must be there, the last one may be the beginning of a word. What matched stands
    between « and ».
    """
    text = text_of(words)
    desk = door.read()
    found = desk.pages.search(text, limit)
    if as_json:
        output.as_json([_shape(hit) for hit in found])
    elif not found:
        output.say(f"Nothing has “{text}” in it.")
    else:
        output.table([_row(desk, hit) for hit in found], indent=0)


def _row(desk: "Desk", hit: "Hit") -> tuple[str, ...]:
    day = datetime.fromisoformat(hit.at).astimezone(desk.tz).date()
    return (day.isoformat(), hit.kind, hit.address, hit.snippet)


def _shape(hit: "Hit") -> dict[str, str]:
    return {
        "kind": hit.kind,
        "at": hit.at,
        "name": hit.name,
        "who": hit.address,
        "snippet": hit.snippet,
        "id": hit.id,
        "session": hit.session_id,
    }
