"""`lab`: labs and projects that are looked at together."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_learning, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    audience_of,
    json_option,
    readers_option,
    text_of,
    who_argument,
    words_argument,
)
from mentordesk.domain.text import clip

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.learning import Lab


@click.group("lab", cls=Group)
def lab() -> None:
    """Look at labs together: add, reviewed, list."""


@lab.command("add")
@who_argument
@words_argument
@click.option("--link", default="", metavar="URL", help="Where the code is.")
@readers_option
@pass_door
def add(door: Door, who: str, words: tuple[str, ...], link: str, readers: str | None) -> None:
    """Put a lab or a project on the list of what to look at together."""
    desk, seen = door.write(), audience_of(readers)
    made = desk.labs.add(who, text_of(words), link, seen)
    output.say(f"To look at together: {made.title}")
    say_gate(desk, who, seen)


@lab.command("reviewed")
@click.argument("id", metavar="ID")
@click.argument("words", metavar="[TEXT…]", nargs=-1)
@click.option("--follow-up", default="", metavar="TEXT", help="What they do next: a promise.")
@pass_door
def reviewed(door: Door, id: str, words: tuple[str, ...], follow_up: str) -> None:
    """Note that a lab was talked over, and what was said about it.

    ID is the beginning of an id as `mentordesk lab list` shows it.
    """
    text = text_of(words) if words else ""
    done = door.write().labs.reviewed(id, text, follow_up)
    output.say(f"Looked at: {done.title}")
    if follow_up:
        output.say(f"Promised by them: {clip(follow_up, 70)}")


@lab.command("list")
@who_argument
@json_option
@pass_door
def list_labs(door: Door, who: str, as_json: bool) -> None:
    """List labs: those that wait first."""
    desk = door.read()
    found = desk.labs.list(who)
    if as_json:
        output.as_json([shapes_learning.lab(one) for one in found])
    elif not found:
        output.say(f"No lab is on the list. Add one with: mentordesk lab add {who} 'lab 7'")
    else:
        _print(desk, list(found))


def _print(desk: "Desk", labs: "list[Lab]") -> None:
    from mentordesk.desk.ids import short

    ids = short([one.id for one in labs])
    output.table([(ids[one.id], *_row(desk, one)) for one in labs], indent=0)


def _row(desk: "Desk", one: "Lab") -> tuple[str, str, str, str, str]:
    today = desk.today()
    when = (
        f"looked at {words.day_words(one.reviewed_on, today)}"
        if one.reviewed_on
        else f"since {words.day_words(one.day, today)}"
    )
    mark = "○" if one.state == "open" else "✓"
    then = f"then: {one.follow_up}" if one.follow_up else ""
    said = " · ".join(part for part in (one.text, then) if part)
    return mark, one.title, when, said, one.link
