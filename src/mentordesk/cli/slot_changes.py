"""`slot changes`: dates that were moved or skipped, with who asked and how early."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option, who_argument
from mentordesk.domain.slot_policy import in_month

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.slot_policy import Changed


@click.command("changes")
@who_argument
@json_option
@pass_door
def changes(door: Door, who: str, as_json: bool) -> None:
    """List moved and skipped dates: who asked, and how early."""
    desk = door.read()
    found = desk.slots.changes(who)
    if as_json:
        output.as_json([_shape(one) for one in found])
    else:
        _print(desk, found)


def _print(desk: "Desk", found: "Sequence[Changed]") -> None:
    """Print a line a date, with the how-manieth of its month it is."""
    if not found:
        output.say("No date was moved or skipped.")
        return
    rows = []
    for n, one in in_month(found):
        by = f"by {one.by}" if one.by else ""
        nth = f"{n} of {one.day:%Y-%m}"
        moment = words.day_and_time(desk, one.start)
        rows.append((*moment, one.state, by, f"{one.notice} h notice", nth, one.reason))
    output.table(rows, indent=0)


def _shape(one: "Changed") -> shapes.Shape:
    """One of them in JSON."""
    return {
        "day": shapes.day(one.day),
        "start": shapes.instant(one.start),
        "state": one.state,
        "by": one.by,
        "notice_hours": one.notice,
        "reason": one.reason,
    }
