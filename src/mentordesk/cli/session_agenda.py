"""`session agenda`: printed, or worked on by the positions it shows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes
from mentordesk.cli.agendas import agenda_rows
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import MINUTES, json_option, running_argument
from mentordesk.cli.session_clock import clock_line
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.agenda import Point


@click.command("agenda")
@running_argument
@click.option("--add", metavar="TITLE", help="Put something on it, for this call or the next.")
@click.option(
    "--minutes", type=MINUTES, metavar="N", help="How long that takes; a topic's time, else 5."
)
@click.option("--tick", type=click.IntRange(1), multiple=True, metavar="N", help="It is done.")
@click.option("--park", type=click.IntRange(1), multiple=True, metavar="N", help="Next time.")
@click.option("--drop", type=click.IntRange(1), multiple=True, metavar="N", help="Not any more.")
@click.option(
    "--open", "reopen", type=click.IntRange(1), multiple=True, metavar="N", help="Open again."
)
@click.option(
    "--more", type=click.IntRange(1), multiple=True, metavar="N", help="A few minutes more."
)
@json_option
@pass_door
def agenda(
    door: Door,
    who: str,
    add: str | None,
    minutes: int | None,
    tick: tuple[int, ...],
    park: tuple[int, ...],
    drop: tuple[int, ...],
    reopen: tuple[int, ...],
    more: tuple[int, ...],
    as_json: bool,
) -> None:
    """Print the agenda, or work on it.

    N is a position as it is printed; each option may be given several times. Before the call
    starts, the agenda is the one composed for it.
    """
    marks = {"done": tick, "parked": park, "dropped": drop, "open": reopen}
    changes = bool(add or more or any(marks.values()))
    desk = door.write() if changes else door.read()
    address = _address(desk, who)
    for state, positions in marks.items():
        _mark(desk, address, state, positions)
    for position in more:
        desk.calls.more(_point(desk.calls.agenda(address), position).id)
    if add:
        desk.calls.add_point(address, add, minutes)
    points = desk.calls.agenda(address)
    if as_json:
        output.as_json(shapes.points(points))
        return
    running = desk.calls.running()
    if running and desk.people.by_mentorship(running.mentorship_id).address == address:
        output.say(clock_line(desk, running))
    output.table(agenda_rows(points))


def _address(desk: "Desk", who: str) -> str:
    """Whose agenda: the one named, else that of the running call."""
    if who:
        return desk.people.find(who).address
    return desk.people.by_mentorship(desk.calls.of("").mentorship_id).address


def _mark(desk: "Desk", address: str, state: str, positions: Sequence[int]) -> None:
    points = desk.calls.agenda(address)
    for position in positions:
        desk.calls.mark_point(_point(points, position).id, state)


def _point(points: "Sequence[Point]", position: int) -> "Point":
    if position > len(points):
        raise Refusal(f"There is no item {position}; the agenda has {len(points)}.")
    return points[position - 1]
