"""`survey`: the programme's questions to both sides, answered here or in a form elsewhere."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_feedback, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    OneOf,
    Words,
    json_option,
    past_day_of,
    readers_option,
    text_of,
    typed_readers,
    who_argument,
)
from mentordesk.domain.feedback import SIDES, week_words

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.feedback import Replies, Round

_survey = click.argument("key", metavar="SURVEY")
_side = click.option(
    "--side", type=OneOf("side", SIDES), metavar="SIDE",
    help="mentor or mentee; whoever is asked first unless said.",
)  # fmt: skip
_round = click.option(
    "--round", "day", metavar="DAY", help="An earlier round, by the day it was due."
)


@click.group("survey", cls=Group)
def survey() -> None:
    """Answer the programme's surveys, a round each time they are due."""


@survey.command("list")
@who_argument
@json_option
@pass_door
def list_surveys(door: Door, who: str, as_json: bool) -> None:
    """List the surveys, and who has answered."""
    desk = door.read()
    found = desk.surveys.of(who)
    if as_json:
        output.as_json([shapes_feedback.survey(one) for one in found])
    elif not found:
        output.say(
            "The programme has no surveys. `mentordesk playbook copy` makes one you can edit."
        )
    else:
        output.table([_row(desk, one) for one in found], indent=0)


@survey.command("show")
@who_argument
@_survey
@_round
@json_option
@pass_door
def show(door: Door, who: str, key: str, day: str | None, as_json: bool) -> None:
    """Show the questions and everybody's answers."""
    desk = door.read()
    one = desk.surveys.show(who, key, past_day_of(desk, day))
    week = desk.surveys.week(who, key)
    if as_json:
        output.as_json(shapes_feedback.survey_page(one, week))
        return
    output.say(f"{one.survey.title} · {_state(desk, one)}")
    if one.link:
        output.say(f"  {one.link}")
    for line in week:
        output.say(f"  {week_words(line)}")
    for reply in one.replies:
        output.say(f"{reply.who.name}: {_done(desk, reply)}")
        output.table(
            [(q.key, q.ask, reply.answers.get(q.key) or "–") for q in one.survey.questions]
        )


@survey.command("answer", cls=Words)
@who_argument
@_survey
@click.argument("question", metavar="QUESTION")
@click.argument("words", metavar="TEXT…", nargs=-1, required=True)
@_side
@_round
@readers_option
@pass_door
def answer(
    door: Door,
    who: str,
    key: str,
    question: str,
    words: tuple[str, ...],
    side: str | None,
    day: str | None,
    readers: str | None,
) -> None:
    """Keep the answer to one question.

    It takes the place of an earlier one. The last answer settles the programme's date for it. Of
    a group, WHO names one member or all.
    """
    desk, seen = door.write(), typed_readers(readers)
    at = past_day_of(desk, day)
    text = text_of(words)
    _acknowledge(desk, desk.surveys.answer(who, key, question, text, side or "", seen, at))


@survey.command("done")
@who_argument
@_survey
@click.argument("words", metavar="[TEXT…]", nargs=-1)
@_side
@_round
@pass_door
def done(
    door: Door, who: str, key: str, words: tuple[str, ...], side: str | None, day: str | None
) -> None:
    """Note that somebody has filled it in.

    Such as a form of the programme's. Once everybody asked has, its date is settled.
    """
    desk = door.write()
    at = past_day_of(desk, day)
    _acknowledge(desk, desk.surveys.done(who, key, side or "", " ".join(words), at))


def _acknowledge(desk: "Desk", one: "Round") -> None:
    said = ", ".join(f"{reply.who.name}: {_done(desk, reply)}" for reply in one.replies)
    output.say(f"{one.survey.title} · {_state(desk, one)} · {said}")


def _row(desk: "Desk", one: "Round") -> tuple[str, ...]:
    said = ", ".join(f"{reply.who.name}: {_done(desk, reply)}" for reply in one.replies)
    return one.survey.key, one.survey.title, _state(desk, one), said


def _state(desk: "Desk", one: "Round") -> str:
    """`due Thu 26 Nov`, `no day yet`, or what became of it."""
    day = words.day_words(one.day, desk.today())
    return one.state if one.state == "no day yet" else f"{one.state} {day}"


def _done(desk: "Desk", reply: "Replies") -> str:
    """`done Thu 26 Nov`, `2 answers`, or `not yet`."""
    if reply.done_on:
        return f"done {words.day_words(reply.done_on, desk.today())}"
    given = sum(bool(text) for text in reply.answers.values())
    return words.counted(given, "answer") if given else "not yet"
