"""`group`: several mentees in one mentorship, who is in it, and where its outline stands."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.group_pages import print_attendance, print_group, row
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import json_option, past_day_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from mentordesk.desk import Desk
    from mentordesk.domain.people import Relation

_group = click.argument("who", metavar="GROUP")


def _details(command: "Callable[..., Any]") -> "Callable[..., Any]":
    """The options that `add` and `edit` share."""
    for option in (
        click.option("--mode", metavar="M", help="online or in-person."),
        click.option("--track", metavar="OUTLINE", help="The playbook's outline to follow."),
        click.option("--tool", metavar="T", help="What it works with, from the playbook's tools."),
        click.option("--outcome", metavar="TEXT", help="The result it works towards."),
        click.option("--handle", metavar="H", help="A short word for typing; made unless given."),
    ):
        command = option(command)
    return command


@click.group("group", cls=Group)
def group() -> None:
    """Keep groups: add, join, leave, show, attendance, step, speaker."""


@group.command("add")
@click.argument("name", metavar="NAME…", nargs=-1, required=True)
@click.option("--playbook", default="", metavar="P", help="Their programme (playbook list).")
@click.option("--member", "members", multiple=True, metavar="WHO", help="Takes one in; repeat it.")
@click.option("--from", "start", metavar="DAY", help="First day, today unless said.")
@_details
@pass_door
def add(
    door: Door,
    /,
    name: tuple[str, ...],
    playbook: str,
    members: tuple[str, ...],
    start: str | None,
    **details: str | None,
) -> None:
    """Begin a group; only its name is needed."""
    desk = door.write()
    first = past_day_of(desk, start)
    given = {key: value for key, value in details.items() if value is not None}
    made = desk.groups.add(
        " ".join(name), playbook=playbook, members=members, started_on=first, **given
    )
    title = desk.playbooks.of(made.mentorship.id).title
    output.say(f"Begun: {made.mentee.name} ({made.address}), under {title}.")
    _say_members(desk, made)
    handle = made.mentee.handle
    if not members:
        output.say(f"Next: mentordesk group join {handle} NAME")
    else:
        output.say(f"Next: mentordesk slot set {handle} --weekly tue 18:00")


@group.command("join")
@_group
@click.argument("name", metavar="WHO…", nargs=-1, required=True)
@click.option("--from", "start", metavar="DAY", help="Since when, today unless said.")
@pass_door
def join(door: Door, who: str, name: tuple[str, ...], start: str | None) -> None:
    """Take somebody in.

    A mentee by handle or whole name, or somebody new by name.
    """
    desk = door.write()
    first = past_day_of(desk, start)
    member = desk.groups.join(who, " ".join(name), first)
    found = desk.groups.find(who)
    output.say(f"{member.name} ({member.handle}) is in {found.mentee.name}.")
    _say_members(desk, found)


@group.command("leave")
@_group
@click.argument("member", metavar="WHO")
@pass_door
def leave(door: Door, who: str, member: str) -> None:
    """Let somebody go; what was so far is kept."""
    desk = door.write()
    gone = desk.groups.leave(who, member)
    found = desk.groups.find(who)
    output.say(f"{gone.name} has left {found.mentee.name}; everything is kept.")
    if gone.speaks:
        handle = found.mentee.handle
        output.say(f"Nobody speaks for the group now: mentordesk group speaker {handle} WHO")


@group.command("list")
@json_option
@pass_door
def list_groups(door: Door, as_json: bool) -> None:
    """List every group."""
    pages = door.read().groups.list()
    if as_json:
        from mentordesk.cli.shapes_groups import group as shape

        output.as_json([shape(page) for page in pages])
    elif not pages:
        output.say("There is no group yet. Begin one with: mentordesk group add NAME")
    else:
        output.table([row(page) for page in pages], indent=0)


@group.command("show")
@_group
@json_option
@pass_door
def show(door: Door, who: str, as_json: bool) -> None:
    """Show what a group is, and who is in it."""
    desk = door.read()
    page = desk.groups.page(who)
    if as_json:
        from mentordesk.cli.shapes_groups import group as shape

        output.as_json(shape(page))
    else:
        print_group(desk, page)


@group.command("edit")
@_group
@click.option("--name", metavar="NAME", help="Another name.")
@_details
@pass_door
@click.pass_context
def edit(ctx: click.Context, door: Door, /, who: str, **details: str | None) -> None:
    """Change what a group is; an empty value removes it."""
    given = {key: value for key, value in details.items() if value is not None}
    if not given:
        raise click.UsageError("Nothing to change: give at least one option", ctx)
    made = door.write().groups.edit(who, **given)
    said = [f"{key} {value}" if value else f"no {key} any more" for key, value in given.items()]
    output.say(f"Changed {made.mentee.name} ({made.address}): {', '.join(said)}.")


@group.command("speaker")
@_group
@click.argument("member", metavar="WHO")
@pass_door
def speaker(door: Door, who: str, member: str) -> None:
    """Name who speaks for the group."""
    desk = door.write()
    named = desk.groups.speaker(who, member)
    output.say(f"{named.name} speaks for {desk.groups.find(who).mentee.name}.")


@group.command("step")
@_group
@click.argument("number", metavar="N", type=int)
@pass_door
def step(door: Door, who: str, number: int) -> None:
    """Choose the outline's step for the next meeting.

    To stay on a step is to choose it again; the meetings after that follow on.
    """
    desk = door.write()
    line = desk.groups.outlines.go(desk.groups.find(who), number)
    output.say(f"Next: step {line.number} of {line.total}, {line.title}.")


@group.command("attendance")
@_group
@json_option
@pass_door
def attendance(door: Door, who: str, as_json: bool) -> None:
    """Show who came to which meeting."""
    desk = door.read()
    found = desk.groups.attendance(desk.groups.find(who).mentorship.id)
    if as_json:
        from mentordesk.cli.shapes_groups import attendance as shape

        output.as_json(shape(found))
    else:
        print_attendance(found)


def _say_members(desk: "Desk", found: "Relation") -> None:
    names = [one.name for one in desk.groups.members(found.mentorship.id)]
    if names:
        output.say(f"In it: {', '.join(names)}.")
    if too_many := desk.groups.over(found):
        output.say(f"! {too_many}")
