"""`feedback`: what was said of the mentoring, in both directions and to the programme."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_feedback, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    OneOf,
    Words,
    json_option,
    readers_option,
    text_of,
    typed_readers,
    who_argument,
    words_argument,
)
from mentordesk.domain.feedback import FORMS, GIVEN, RECEIVED, TO_PROGRAMME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.desk import Desk
    from mentordesk.domain.feedback import Feedback

_given = click.option("--given", "direction", flag_value=GIVEN, help="By you to the mentee.")
_received = click.option(
    "--received", "direction", flag_value=RECEIVED, help="By the mentee to you."
)
_to = click.option(
    "--to-programme", "direction", flag_value=TO_PROGRAMME, help="For the programme to hear."
)


@click.group("feedback", cls=Group)
def feedback() -> None:
    """Keep feedback: given, received, and what the programme should hear."""


@feedback.command("add", cls=Words)
@who_argument
@words_argument
@_given
@_received
@_to
@click.option(
    "--how",
    type=OneOf("form of feedback", FORMS),
    metavar="HOW",
    help="in-person or written.",
)
@click.option("--changed", default="", metavar="TEXT", help="What is done differently now.")
@readers_option
@pass_door
def add(
    door: Door,
    who: str,
    words: tuple[str, ...],
    direction: str | None,
    how: str | None,
    changed: str,
    readers: str | None,
) -> None:
    """Write feedback down: given by you unless said.

    The mentee may read it; what the programme should hear is for the coordinator instead. TEXT -
    reads stdin.
    """
    from mentordesk.domain.readers import spoken

    desk, text = door.write(), text_of(words)
    made = desk.feedback.add(
        who, text, direction or GIVEN, how or "", changed, typed_readers(readers)
    )
    output.say(f"Feedback ({made.direction}), for {spoken(made.readers)}.")
    say_gate(desk, who, typed_readers(readers))
    likes = desk.feedback.preference(who) if made.direction == GIVEN else ""
    if likes:
        output.say(f"{desk.people.find(who).mentee.name} said of feedback: {likes}")


@feedback.command("changed")
@click.argument("id", metavar="ID")
@words_argument
@pass_door
def changed(door: Door, id: str, words: tuple[str, ...]) -> None:
    """Say what is done differently because of it.

    ID is the beginning of an id as `mentordesk feedback list` shows it.
    """
    output.say(f"Changed: {door.write().feedback.changed(id, text_of(words)).changed}")


@feedback.command("list")
@click.argument("who", metavar="[WHO]", required=False, default="")
@_given
@_received
@_to
@json_option
@pass_door
def list_feedback(door: Door, who: str, direction: str | None, as_json: bool) -> None:
    """List feedback, the newest first: somebody's, or everybody's."""
    desk = door.read()
    found = desk.feedback.list(who, direction or "")
    if as_json:
        output.as_json([shapes_feedback.feedback(one, _who(desk, one)) for one in found])
    elif not found:
        output.say("No feedback yet. Write some down with: mentordesk feedback add WHO 'clear'")
    else:
        output.table(_rows(desk, found, bool(who)), indent=0)


def _who(desk: "Desk", one: "Feedback") -> str:
    return desk.people.by_mentorship(one.mentorship_id).address


def _rows(desk: "Desk", found: "Sequence[Feedback]", one_person: bool) -> list[tuple[str, ...]]:
    from mentordesk.desk.ids import short
    from mentordesk.domain.readers import spoken

    ids = short([one.id for one in found])
    return [
        (
            ids[one.id],
            words.day_words(one.day, desk.today()),
            "" if one_person else _who(desk, one),
            one.direction,
            one.form,
            f"for {spoken(one.readers)}",
            one.text + (f" → {one.changed}" if one.changed else ""),
        )
        for one in found
    ]
