"""`checklist`: what the programme wants ticked with somebody."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_intake, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import json_option, who_argument
from mentordesk.domain.checking import MOMENTS, Listed

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_list = click.argument("key", metavar="LIST")
_item = click.argument("item", metavar="ITEM")


@click.group("checklist", cls=Group)
def checklist() -> None:
    """Tick what the programme wants looked at with somebody."""


@checklist.command("list")
@who_argument
@json_option
@pass_door
def list_checklists(door: Door, who: str, as_json: bool) -> None:
    """Print somebody's lists, with what is ticked.

    Lists for every meeting begin anew each week.
    """
    desk = door.read()
    found = desk.checklists.of(who)
    if as_json:
        output.as_json([shapes_intake.checklist(one) for one in found])
    elif not found:
        output.say("The programme has no checklists. `mentordesk playbook copy` makes one to edit.")
    for one in () if as_json else found:
        print_list(desk, one)


@checklist.command("tick")
@who_argument
@_list
@_item
@click.argument("text", metavar="[TEXT…]", nargs=-1)
@pass_door
def tick(door: Door, who: str, key: str, item: str, text: tuple[str, ...]) -> None:
    """Tick an item, with a word on it if you like.

    LIST is the list's key, ITEM its number or some of its words.
    """
    output.say(f"Ticked: {door.write().checklists.tick(who, key, item, ' '.join(text)).text}")


@checklist.command("untick")
@who_argument
@_list
@_item
@pass_door
def untick(door: Door, who: str, key: str, item: str) -> None:
    """Take a tick off again."""
    output.say(f"No longer ticked: {door.write().checklists.untick(who, key, item).text}")


def print_list(desk: "Desk", one: Listed) -> None:
    """Print one list: its key, the moment it is for, a line for each item."""
    left = f"{one.left} open" if one.left else "all ticked"
    output.say(f"{one.title} ({one.key}; {MOMENTS[one.when]}; {left})")
    output.table(
        [
            (
                f"{item.n}",
                "✓" if item.ticked_on else "○",
                item.text,
                words.day_words(item.ticked_on, desk.today()) if item.ticked_on else "",
                item.said,
            )
            for item in one.items
        ]
    )
