"""`goal mark`, `done`, `unmet`, `drop`, `carry` and `reopen`: how a goal stands and ends."""

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.goal_options import id_argument, said_argument
from mentordesk.cli.options import OneOf

_MARKS = ("on-track", "behind", "ahead", "done")


@click.command("mark")
@id_argument
@click.argument("mark", metavar="MARK", type=OneOf("mark", _MARKS))
@said_argument
@pass_door
def mark(door: Door, id: str, mark: str, words: tuple[str, ...]) -> None:
    """Note how a goal stands today.

    MARK is on-track, behind, ahead or done; done means that it is met, too. While a call runs, the
    mark belongs to it. ID is the beginning of an id as `mentordesk goal list` shows it.
    """
    made = door.write().goals.mark(id, mark, " ".join(words))
    output.say(f"Marked: {made.mark}{f', {made.text}' if made.text else ''}")


@click.command("done")
@id_argument
@said_argument
@pass_door
def done(door: Door, id: str, words: tuple[str, ...]) -> None:
    """Mark a goal as met.

    TEXT says what came of it. ID is the beginning of an id as `mentordesk goal list` shows it.
    """
    output.say(f"Met: {door.write().goals.done(id, ' '.join(words))}")


@click.command("unmet")
@id_argument
@said_argument
@pass_door
def unmet(door: Door, id: str, words: tuple[str, ...]) -> None:
    """Note that a goal was not met.

    TEXT says what came of it instead.
    """
    output.say(f"Not met: {door.write().goals.unmet(id, ' '.join(words))}")


@click.command("drop")
@id_argument
@said_argument
@pass_door
def drop(door: Door, id: str, words: tuple[str, ...]) -> None:
    """Give a goal up; it stays in the history."""
    output.say(f"Dropped: {door.write().goals.drop(id, ' '.join(words))}")


@click.command("carry")
@id_argument
@pass_door
def carry(door: Door, id: str) -> None:
    """Take an open goal over into the next set.

    Where a newer set is there already, it goes into that one.
    """
    made = door.write().goals.carry(id)
    output.say(f"Carried over into set {made.set_no}: {made.text}")


@click.command("reopen")
@id_argument
@pass_door
def reopen(door: Door, id: str) -> None:
    """Aim for a goal again."""
    output.say(f"Open again: {door.write().goals.reopen(id)}")
