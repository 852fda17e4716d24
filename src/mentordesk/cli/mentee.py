"""`mentee`: the people; added with a name, the rest when it is known."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mentordesk.cli import course, ending, output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.load import say_load
from mentordesk.cli.namesakes import say_handle, say_namesakes
from mentordesk.cli.next_slot import say_next_slot
from mentordesk.cli.options import OneOf, json_option, past_day_of, who_argument
from mentordesk.domain.people import CALENDARS, STATUSES

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.pages import PersonLine
    from mentordesk.domain.people import Relation

F = TypeVar("F", bound=Callable[..., Any])


def _details(command: F) -> F:
    """The options that `add` and `edit` share."""
    for option in (
        click.option(
            "--calendar", metavar="APP", help=f"The calendar they use: {', '.join(CALENDARS)}."
        ),
        click.option("--contact", metavar="TEXT", help="Where to reach them: Slack, a number …"),
        click.option("--location", metavar="TEXT", help="Where they live."),
        click.option("--pronouns", metavar="TEXT", help="she/her, they/them …"),
        click.option("--tz", "zone", metavar="ZONE", help="Their time zone: Africa/Lagos."),
        click.option("--email", metavar="ADDRESS", help="Their mail address."),
        click.option("--handle", metavar="H", help="A short word for typing; made unless given."),
    ):
        command = option(command)
    return command


@click.group("mentee", cls=Group)
def mentee() -> None:
    """Keep the people: add, list, show, edit, pause, end."""


for _command in (*course.COMMANDS, *ending.COMMANDS):
    mentee.add_command(_command)


@mentee.command("add")
@click.argument("name", metavar="NAME…", nargs=-1, required=True)
@click.option("--playbook", default="", metavar="P", help="Their programme (playbook list).")
@click.option("--from", "start", metavar="DAY", help="First day, today unless said.")
@_details
@pass_door
def add(
    door: Door, /, name: tuple[str, ...], playbook: str, start: str | None, **details: str | None
) -> None:
    """Welcome somebody; only the name is needed."""
    desk = door.write()
    first = past_day_of(desk, start)
    given = {key: value for key, value in details.items() if value is not None}
    made = desk.people.add(" ".join(name), playbook=playbook, started_on=first, **given)
    title = desk.playbooks.of(made.mentorship.id).title
    output.say(f"Welcome {made.mentee.name}: {made.address}, under {title}.")
    say_namesakes(desk, made)
    say_handle(made)
    if made.mentee.zone != (details["zone"] or ""):
        output.say(f"Time zone: {made.mentee.zone}")
    say_next_slot(desk, made)
    say_load(desk, made.address)


@mentee.command("list")
@click.option(
    "--status",
    type=OneOf("status", (*STATUSES, "all")),
    default="all",
    metavar="S",
    help=f"Only these: {', '.join(STATUSES)}.",
)
@click.option("--all", "whole", is_flag=True, help="Those in the archive, too.")
@json_option
@pass_door
def list_people(door: Door, status: str, whole: bool, as_json: bool) -> None:
    """List everybody."""
    desk = door.read()
    every = desk.pages.people("" if status == "all" else status)
    people = [line for line in every if whole or not line.archived]
    if as_json:
        output.as_json([shapes.person(line) for line in people])
    elif not people:
        output.say(_nobody(status, bool(every)))
    else:
        output.table([_row(desk, line) for line in people], indent=0)


@mentee.command("show")
@who_argument
@click.option(
    "--last", type=click.IntRange(0, 1000), default=10, help="How much of the timeline; 10."
)
@json_option
@pass_door
def show(door: Door, who: str, last: int, as_json: bool) -> None:
    """Show somebody's card and what happened lately."""
    from mentordesk.cli.card import print_card, shape

    desk = door.read()
    if as_json:
        output.as_json(shape(desk, who, last))
    else:
        print_card(desk, who, last)


@mentee.command("edit")
@who_argument
@click.option("--name", metavar="NAME", help="Another name.")
@_details
@pass_door
@click.pass_context
def edit(ctx: click.Context, door: Door, /, who: str, **details: str | None) -> None:
    """Change what is known of somebody; an empty value removes it."""
    given = {key: value for key, value in details.items() if value is not None}
    if not given:
        raise click.UsageError("Nothing to change: give at least one option", ctx)
    made = door.write().people.edit(who, **given)
    said = [
        f"{key} {value}" if (value := getattr(made.mentee, key)) else f"no {key} any more"
        for key in given
    ]
    output.say(f"Changed {made.mentee.name} ({made.address}): {', '.join(said)}.")


@mentee.command("pause")
@who_argument
@click.option("--reason", default="", metavar="TEXT", help="Why, for yourself.")
@pass_door
def pause(door: Door, who: str, reason: str) -> None:
    """Let a mentorship rest; everything is kept."""
    _said(door.write().people.pause(who, reason), "paused")


@mentee.command("resume")
@who_argument
@pass_door
def resume(door: Door, who: str) -> None:
    """Take a paused mentorship up again."""
    desk = door.write()
    found = desk.people.resume(who)
    _said(found, "active again")
    say_load(desk, found.address)


def _nobody(status: str, archived: bool) -> str:
    if archived:
        return "Everybody is in the archive. See them with: mentordesk mentee list --all"
    return words.NOBODY if status == "all" else f"Nobody is {status}."


def _said(found: "Relation", state: str) -> None:
    output.say(f"{found.mentee.name} ({found.address}) is {state}.")


def _row(desk: "Desk", line: "PersonLine") -> tuple[str, ...]:
    owed = [f"{line.mine} mine"] * bool(line.mine) + [f"{line.theirs} theirs"] * bool(line.theirs)
    return (
        line.address,
        line.name,
        line.programme,
        "archived" if line.archived else "" if line.status == "active" else line.status,
        words.counted(line.members, "person", "people") if line.members else "",
        words.of_total(line.held, line.total),
        f"next {words.moment(desk, line.next)}" if line.next else "",
        f"last {words.moment(desk, line.last)}" if line.last else "",
        ", ".join(owed),
    )
