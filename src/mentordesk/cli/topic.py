"""`topic` and `question`: what is not understood yet, and what a mentee wants to ask."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, shapes_learning, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import Words, json_option, text_of, who_argument, words_argument
from mentordesk.cli.together import each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.desk import Desk
    from mentordesk.domain.learning import Topic
    from mentordesk.domain.notes import Note

_id = click.argument("id", metavar="ID")
_ids = click.argument("ids", metavar="ID…", nargs=-1, required=True)


@click.group("topic", cls=Group)
def topic() -> None:
    """Keep stuck points in view until they are understood."""


@topic.command("add", cls=Words)
@who_argument
@words_argument
@pass_door
def add_topic(door: Door, who: str, words: tuple[str, ...]) -> None:
    """Write down what they are stuck on; they may read it."""
    made = door.write().words.note(who, text_of(words), "stuck")
    output.say(f"Stuck on: {made.body}")


@topic.command("list")
@who_argument
@click.option("--all", "every", is_flag=True, help="Those understood by now, too.")
@json_option
@pass_door
def list_topics(door: Door, who: str, every: bool, as_json: bool) -> None:
    """List what they are stuck on, and how well it is understood."""
    desk = door.read()
    found = [one for one in desk.topics.list(who) if every or one.is_open]
    if as_json:
        output.as_json([shapes_learning.topic(one) for one in found])
    elif not found:
        output.say(f"Nothing is stuck. Write it down with: mentordesk topic add {who} '…'")
    else:
        _print_topics(desk, found)


@topic.command("mark")
@_id
@click.argument("level", metavar="1-5", type=int)
@click.argument("words", metavar="[TEXT…]", nargs=-1)
@pass_door
def mark(door: Door, id: str, level: int, words: tuple[str, ...]) -> None:
    """Note that it was explained today, and how well it is understood.

    1 is not at all, 5 could teach it. Only you read that.
    """
    text = text_of(words) if words else ""
    made = door.write().topics.mark(id, level, text)
    output.say(f"Explained today, {made.level} of 5.")


@topic.command("settle")
@_ids
@pass_door
def settle(door: Door, ids: tuple[str, ...]) -> None:
    """It is understood: it comes back no more."""
    desk = door.write()
    for said in each(desk, ids, "stuck points understood", desk.topics.settle):
        output.say(f"Understood: {said}")


@topic.command("reopen")
@_id
@pass_door
def reopen(door: Door, id: str) -> None:
    """It was not understood after all: it comes back before the next call."""
    output.say(f"Open again: {door.write().topics.reopen(id)}")


def _print_topics(desk: "Desk", found: "Sequence[Topic]") -> None:
    from mentordesk.desk.ids import short

    ids = short([one.note.id for one in found])
    rows = [
        (ids[one.note.id], "○" if one.is_open else "✓", one.note.body, explained(desk, one))
        for one in found
    ]
    output.table(rows, indent=0)


def explained(desk: "Desk", one: "Topic") -> str:
    """When and how it was explained last: `explained Thu 12 Nov, 2 of 5, with a drawing`."""
    if not one.marks:
        return ""
    last = one.marks[0]
    how = f", {last.text}" if last.text else ""
    return f"explained {words.day_words(last.day, desk.today())}, {last.level} of 5{how}"


@click.group("question", cls=Group)
def question() -> None:
    """Take over a mentee's questions: add, list, answered."""


@question.command("add", cls=Words)
@who_argument
@words_argument
@pass_door
def add_question(door: Door, who: str, words: tuple[str, ...]) -> None:
    """Put questions on the next agenda.

    With - they are read from stdin, one a line: paste what the mentee sent.
    """
    asked = door.write().topics.ask(who, text_of(words))
    for line in asked:
        output.say(f"? {line}")
    if not asked:
        output.say("Each of these is open already.")


@question.command("list")
@who_argument
@click.option("--all", "every", is_flag=True, help="Answered ones too.")
@json_option
@pass_door
def list_questions(door: Door, who: str, every: bool, as_json: bool) -> None:
    """List open questions, oldest first."""
    desk = door.read()
    found = desk.topics.questions(who, every)
    if as_json:
        output.as_json([shapes.note(one) for one in found])
    elif not found:
        output.say(f"No question is open. Add some with: mentordesk question add {who} -")
    else:
        _print_questions(desk, found)


@question.command("answered")
@_ids
@pass_door
def answered(door: Door, ids: tuple[str, ...]) -> None:
    """They were answered."""
    desk = door.write()
    for said in each(desk, ids, "questions answered", desk.words.settle):
        output.say(f"Answered: {said}")


def _print_questions(desk: "Desk", found: "Sequence[Note]") -> None:
    from mentordesk.desk.ids import short

    ids, today = short([one.id for one in found]), desk.today()
    rows = [
        (
            ids[one.id],
            "○" if one.state == "open" else "✓",
            one.body,
            words.day_words(one.at.astimezone(desk.tz).date(), today),
        )
        for one in found
    ]
    output.table(rows, indent=0)
