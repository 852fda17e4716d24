"""`goal`: where somebody wants to be in 30, 60 or 90 days, and beyond."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    OneOf,
    day_of,
    json_option,
    text_of,
    who_argument,
    words_argument,
)
from mentordesk.domain.plans import HORIZONS

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.plans import Goal


@click.group("goal", cls=Group)
def goal() -> None:
    """Keep somebody's goals: 30, 60, 90 days and beyond."""


@goal.command("add")
@who_argument
@words_argument
@click.option(
    "--horizon",
    type=OneOf("horizon", HORIZONS),
    default="90",
    metavar="H",
    help="30, 60, 90 (unless said), short, long or role.",
)
@click.option("--due", metavar="DAY", help="By when, if not at the end of the horizon.")
@click.option("--measure", default="", metavar="TEXT", help="How you will see that it worked.")
@pass_door
def add(
    door: Door, who: str, words: tuple[str, ...], horizon: str, due: str | None, measure: str
) -> None:
    """Set a goal."""
    text = text_of(words)
    desk = door.write()
    day = day_of(desk, due) if due else None
    made = desk.goals.add(who, text, horizon=horizon, due=day, measure=measure)
    output.say(f"Goal: {made.text}{_by(desk, made)}")


@goal.command("list")
@who_argument
@click.option("--all", "every", is_flag=True, help="Met and dropped ones too.")
@json_option
@pass_door
def list_goals(door: Door, who: str, every: bool, as_json: bool) -> None:
    """List somebody's goals."""
    desk = door.read()
    found = [one for one in desk.goals.list(who) if every or one.state == "open"]
    if as_json:
        output.as_json([shapes.goal(one) for one in found])
    elif not found:
        output.say(f"No goal is open. Set one with: mentordesk goal add {who} 'first talk'")
    else:
        output.table(_rows(desk, found), indent=0)


@goal.command("done")
@click.argument("id", metavar="ID")
@pass_door
def done(door: Door, id: str) -> None:
    """Mark a goal as met.

    ID is the beginning of an id as `mentordesk goal list` shows it.
    """
    output.say(f"Met: {door.write().goals.done(id)}")


def _rows(desk: "Desk", goals: "list[Goal]") -> list[tuple[str, ...]]:
    from mentordesk.desk.ids import short

    ids = short([one.id for one in goals])
    return [
        (
            ids[one.id],
            one.horizon,
            one.text,
            f"measured by {one.measure}" if one.measure else "",
            words.by(one.due, desk.today()) if one.state == "open" else one.state,
        )
        for one in goals
    ]


def _by(desk: "Desk", made: "Goal") -> str:
    from mentordesk.dates import echo_day

    return f", by {echo_day(made.due, desk.today())}" if made.due else ""
