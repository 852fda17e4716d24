"""`duty`: the mentor's own side of a programme."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_intake, words
from mentordesk.cli.checklist import print_list
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import json_option, past_day_of

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.duties import Obligations, Owed

_playbook = click.option(
    "--playbook", default="", metavar="P", help="The programme, where several have it."
)
_MARKS = {"done": "✓", "open": "○", "always": "·"}


@click.group("duty", cls=Group)
def duty() -> None:
    """Keep your own side: the agreement, what you owe, what you do before you begin."""


@duty.command("list")
@click.argument("slug", metavar="[PLAYBOOK]", required=False, default="")
@json_option
@pass_door
def list_duties(door: Door, slug: str, as_json: bool) -> None:
    """Print what your programmes ask of you, and what of it is done."""
    desk = door.read()
    found = desk.duties.all(slug)
    if as_json:
        output.as_json([shapes_intake.obligations(one) for one in found])
    elif not found:
        output.say("No programme that you mentor in asks anything. See: mentordesk playbook list")
    for one in () if as_json else found:
        _print(desk, one)


@duty.command("done")
@click.argument("key", metavar="KEY")
@click.argument("text", metavar="[TEXT…]", nargs=-1)
@_playbook
@click.option("--on", metavar="DAY", help="When it was; today unless said.")
@pass_door
def done(door: Door, key: str, text: tuple[str, ...], playbook: str, on: str | None) -> None:
    """Note that you did it, this week or month, or once and for all.

    KEY `agreement` accepts every line of a programme's agreement.
    """
    desk = door.write()
    day = past_day_of(desk, on)
    for one in desk.duties.done(key, playbook, day, " ".join(text)):
        output.say(f"Done, {words.day_words(day or desk.today(), desk.today())}: {one.says}")


@duty.command("tick")
@click.argument("key", metavar="LIST")
@click.argument("item", metavar="ITEM")
@click.argument("text", metavar="[TEXT…]", nargs=-1)
@_playbook
@pass_door
def tick(door: Door, key: str, item: str, text: tuple[str, ...], playbook: str) -> None:
    """Tick an item of a list of your own, such as onboarding."""
    one = door.write().duties.tick(key, item, playbook, " ".join(text))
    output.say(f"Ticked: {one.text}")


@duty.command("untick")
@click.argument("key", metavar="LIST")
@click.argument("item", metavar="ITEM")
@_playbook
@pass_door
def untick(door: Door, key: str, item: str, playbook: str) -> None:
    """Take a tick off again."""
    output.say(f"No longer ticked: {door.write().duties.untick(key, item, playbook).text}")


def _print(desk: "Desk", one: "Obligations") -> None:
    from mentordesk.domain.duties import KINDS

    day = words.day_words(one.agreed_on, desk.today()) if one.agreed_on else ""
    agreed = f", agreed on {day}" if day else ""
    output.say(f"{one.title} ({one.playbook}; {one.load.counted()} active{agreed})")
    if hint := one.load.hint():
        output.say(f"  {hint}")
    if one.bar:
        output.say("What a mentor brings along")
        output.table([(line,) for line in one.bar])
    for kind, title in KINDS.items():
        rows = [_row(desk, duty) for duty in one.duties if duty.kind == kind]
        if rows:
            output.say(title[0].upper() + title[1:])
            output.table(rows)
    for listed in one.lists:
        print_list(desk, listed)


def _row(desk: "Desk", one: "Owed") -> tuple[str, ...]:
    last = words.day_words(one.done_on, desk.today()) if one.done_on else ""
    return _MARKS[one.state], one.key, one.says, one.every, last, one.said
