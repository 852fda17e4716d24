"""`introduction`: people to bring together, with the consent of both."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_doors, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    OneOf,
    Words,
    json_option,
    past_day_of,
    text_of,
    who_argument,
    words_argument,
)
from mentordesk.domain.doors import SIDES

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.doors import Meant

NONE = "Nobody is to be introduced. Note it with: mentordesk introduction add WHO PERSON"
_on = click.option("--on", metavar="DAY", help="When; today unless said.")
_id = click.argument("id", metavar="ID")


@click.group("introduction", cls=Group)
def introduction() -> None:
    """Bring people together, with a yes from both."""


@introduction.command("add")
@who_argument
@click.argument("person", metavar="PERSON…", nargs=-1, required=True)
@click.option("--contact", default="", metavar="TEXT", help="How to reach that person.")
@click.option("--about", default="", metavar="TEXT", help="What the two could talk about.")
@pass_door
def add(door: Door, who: str, person: tuple[str, ...], contact: str, about: str) -> None:
    """Note whom somebody should meet. Only you read it."""
    desk = door.write()
    made = desk.introductions.add(who, " ".join(person), contact=contact, about=about)
    output.say(
        f"To introduce: {made.name} and {made.introduction.person}. Ask both first; note each yes"
        f" with: mentordesk introduction agreed {made.introduction.id[:8]} mentee|other"
    )


@introduction.command("list")
@click.argument("who", metavar="[WHO]", required=False, default="")
@click.option("--all", "every", is_flag=True, help="Closed and dropped ones too.")
@json_option
@pass_door
def list_all(door: Door, who: str, every: bool, as_json: bool) -> None:
    """List who is to be introduced, and who was."""
    desk = door.read()
    found = desk.introductions.list(who, every)
    if as_json:
        output.as_json([shapes_doors.introduction(one) for one in found])
    elif not found:
        output.say(NONE)
    else:
        from mentordesk.desk.ids import short

        ids = short([one.introduction.id for one in desk.introductions.list(every=True)])
        output.table([_row(desk, one, ids) for one in found], indent=0)


@introduction.command("agreed")
@_id
@click.argument("side", metavar="mentee|other", type=OneOf("side", SIDES))
@_on
@pass_door
def agreed(door: Door, id: str, side: str, on: str | None) -> None:
    """Note that one side said yes.

    ID is the beginning of an id as `mentordesk introduction list` shows.
    """
    desk = door.write()
    meant = desk.introductions.agreed(id, side, past_day_of(desk, on))
    one = meant.introduction
    who = meant.name if side == "mentee" else one.person
    left = {"mentee": meant.name, "other": one.person}
    waits = " and ".join(left[silent] for silent in one.silent)
    output.say(f"{who} agreed. " + (f"Still to ask: {waits}." if waits else "Both have."))


@introduction.command("made")
@_id
@_on
@pass_door
def made(door: Door, id: str, on: str | None) -> None:
    """Note that you brought them together."""
    desk = door.write()
    meant, warning = desk.introductions.made(id, past_day_of(desk, on))
    output.say(f"Introduced: {meant.name} and {meant.introduction.person}.")
    if warning:
        output.say(f"! {warning}")


@introduction.command("outcome", cls=Words)
@_id
@words_argument
@pass_door
def outcome(door: Door, id: str, words: tuple[str, ...]) -> None:
    """Note what came of it, which closes it."""
    text = text_of(words)
    meant = door.write().introductions.outcome(id, text)
    output.say(f"{meant.name} and {meant.introduction.person}: {meant.introduction.outcome}")


@introduction.command("drop")
@_id
@pass_door
def drop(door: Door, id: str) -> None:
    """Let it go; it stays in the history."""
    meant = door.write().introductions.drop(id)
    output.say(f"Dropped: {meant.name} and {meant.introduction.person}.")


def _row(desk: "Desk", meant: "Meant", ids: dict[str, str]) -> tuple[str, ...]:
    one, today = meant.introduction, desk.today()
    said = [
        f"{who} yes {words.day_words(on, today)}" if on else f"{who} ?"
        for who, on in (("mentee", one.mentee_agreed_on), ("other", one.other_agreed_on))
    ]
    made_on = f"made {words.day_words(one.made_on, today)}" if one.made_on else ""
    state = one.outcome or made_on or ("dropped" if one.state == "dropped" else ", ".join(said))
    return ids[one.id], one.person, one.text, state, one.contact, meant.address
