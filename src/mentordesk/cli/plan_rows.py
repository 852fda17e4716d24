"""`plan add`, `edit`, `history`, `done`, `drop`, `reopen`, `move`: the rows of a plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.goal_options import (
    days_of,
    due_option,
    for_option,
    id_argument,
)
from mentordesk.cli.options import json_option, readers_of, typed_readers, who_argument
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.planning import PlanRow

F = TypeVar("F", bound=Callable[..., object])
CELLS = {
    "measure": "How one can tell that it succeeded; in numbers if you can.",
    "barriers": "What could stand in the way, and what would help.",
    "network": "What managers, colleagues and others do.",
    "mentor": "What you do.",
    "mentee": "What the mentee does.",
}


def _cells(command: F) -> F:
    """The cells of a row as options."""
    for name, says in CELLS.items():
        command = click.option(f"--{name}", metavar="TEXT", help=says)(command)
    return command


@click.command("add")
@who_argument
@click.option("--goal", metavar="TEXT", required=True, help="What the row is about.")
@_cells
@due_option
@for_option
@pass_door
def add(
    door: Door,
    /,
    who: str,
    goal: str,
    dues: tuple[str, ...],
    readers: str | None,
    **cells: str | None,
) -> None:
    """Add a row; only its goal is needed.

    For example: mentordesk plan add ben --goal "reviews alone" --measure "5 by himself"
    """
    chosen = readers_of(readers)
    desk = door.write()
    made = desk.plans.add(who, goal, dues=days_of(desk, dues), readers=chosen, **_given(cells))
    output.say(f"Row {made.position}: {one_line_of(desk, made)}")
    say_gate(desk, who, chosen)


@click.command("edit")
@id_argument
@click.option("--goal", metavar="TEXT", help="What the row is about.")
@_cells
@due_option
@for_option
@pass_door
def edit(
    door: Door, /, id: str, dues: tuple[str, ...], readers: str | None, **cells: str | None
) -> None:
    """Change cells of a row; the old words are kept.

    `--due none` takes the day away. ID is the beginning of an id as `mentordesk plan show` shows
    it.
    """
    chosen = typed_readers(readers)
    desk = door.write()
    days = [] if dues == ("none",) else days_of(desk, dues)
    if not dues and chosen is None and not _given(cells):
        raise Refusal("Say what changes: --goal, --mentee, --mentor, --measure, --due …")
    made = desk.plans.edit(id, dues=days if dues else None, readers=chosen, **_given(cells))
    output.say(f"Row {made.position}: {one_line_of(desk, made)}")


@click.command("history")
@id_argument
@json_option
@pass_door
def history(door: Door, id: str, as_json: bool) -> None:
    """Show what a row said before."""
    desk = door.read()
    found = desk.plans.history(id)
    if as_json:
        from mentordesk.cli.shapes_planning import change

        output.as_json([change(one) for one in found])
    elif not found:
        output.say("Nothing of this row was changed.")
    else:
        output.table(
            [
                (f"until {words.day_words(one.day, desk.today())}", one.cell, one.was)
                for one in found
            ],
            indent=0,
        )


@click.command("done")
@id_argument
@pass_door
def done(door: Door, id: str) -> None:
    """Note that a row was carried out."""
    output.say(f"Done: {door.write().plans.done(id)}")


@click.command("drop")
@id_argument
@pass_door
def drop(door: Door, id: str) -> None:
    """Let a row go; it stays in the history."""
    output.say(f"Dropped: {door.write().plans.drop(id)}")


@click.command("reopen")
@id_argument
@pass_door
def reopen(door: Door, id: str) -> None:
    """Work on a row again."""
    output.say(f"Open again: {door.write().plans.reopen(id)}")


@click.command("move")
@id_argument
@click.argument("place", metavar="N", type=int)
@pass_door
def move(door: Door, id: str, place: int) -> None:
    """Put a row at another place.

    N is counted from 1.
    """
    for one in door.write().plans.move(id, place):
        output.say(f"{one.position}  {one.goal}")


def one_line_of(desk: "Desk", row: "PlanRow") -> str:
    """A row in a line: its goal, its day, and whether it has a measure."""
    from mentordesk.dates import echo_day

    due = row.next_due(desk.today())
    by = f", by {echo_day(due, desk.today())}" if due else ""
    return f"{row.goal}{by}{' · no measure yet' if row.lacks_measure else ''}"


def _given(cells: dict[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in cells.items() if text is not None}
