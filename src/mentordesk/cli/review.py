"""`review`: looking back at last week's task, and at a month."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_learning, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import audience_of, json_option, readers_option, who_argument
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from datetime import date

    from mentordesk.desk import Desk
    from mentordesk.domain.learning import Answered

_answers = click.argument("answers", metavar="[ANSWER…]", nargs=-1)


@click.group("review", cls=Group)
def review() -> None:
    """Look back at the task or at the month."""


@review.command("task")
@who_argument
@_answers
@click.option("--done", metavar="yes|partly|no", help="Is it done? Yes ticks the task off.")
@click.option("--well", metavar="TEXT", help="What went well.")
@click.option("--better", metavar="TEXT", help="What could go better.")
@click.option("--where", metavar="TEXT", help="Where it leaves the 30/60/90 targets.")
@readers_option
@json_option
@pass_door
def task(
    door: Door,
    who: str,
    answers: tuple[str, ...],
    done: str | None,
    well: str | None,
    better: str | None,
    where: str | None,
    readers: str | None,
    as_json: bool,
) -> None:
    """Answer what the programme asks about last week's task.

    ANSWERs are taken in the order of the questions; without any, the questions are printed with
    what was said last time.
    """
    named = {"done": done, "well": well, "better": better, "where": where}
    _review(door, who, "task", answers, named, readers, as_json)


@review.command("month")
@who_argument
@_answers
@click.option("--past", metavar="TEXT", help="How the past month was.")
@click.option("--well", metavar="TEXT", help="What went well.")
@click.option("--better", metavar="TEXT", help="What could go better.")
@click.option("--next", "ahead", metavar="TEXT", help="What is aimed for next.")
@readers_option
@json_option
@pass_door
def month(
    door: Door,
    who: str,
    answers: tuple[str, ...],
    past: str | None,
    well: str | None,
    better: str | None,
    ahead: str | None,
    readers: str | None,
    as_json: bool,
) -> None:
    """Answer what the programme asks about the past month.

    The programme's monthly review is settled with it. New targets are goals.
    """
    named = {"past": past, "well": well, "better": better, "next": ahead}
    _review(door, who, "month", answers, named, readers, as_json)


@review.command("list")
@who_argument
@json_option
@pass_door
def list_reviews(door: Door, who: str, as_json: bool) -> None:
    """List what was answered, the newest first."""
    desk = door.read()
    found = desk.reviews.list(who)
    if as_json:
        output.as_json([shapes_learning.answered(one) for one in found])
    elif not found:
        output.say(
            f"Nothing was looked back on yet. See the questions: mentordesk review task {who}"
        )
    for (day, kind, about), answers in () if as_json else groupby(found, _occasion):
        of = f": {about}" if about else ""
        output.say(f"{words.day_words(day, desk.today())}, {kind}{of}")
        output.table([(one.question, one.text) for one in answers])


def _occasion(one: "Answered") -> "tuple[date, str, str]":
    return one.day, one.kind, one.task


def _review(
    door: Door,
    who: str,
    kind: str,
    answers: Sequence[str],
    named: Mapping[str, str | None],
    readers: str | None,
    as_json: bool,
) -> None:
    given = {key: text for key, text in named.items() if text is not None}
    if not answers and not given:
        _print_form(door.read(), who, kind, as_json)
        return
    desk = door.write()
    asked = desk.reviews.questions(who, kind)
    if len(answers) > len(asked):
        raise Refusal(
            f"There are {len(asked)} questions and {len(answers)} answers."
            " Put an answer of several words in quotes."
        )
    in_order = {one.key: text for one, text in zip(asked, answers, strict=False)}
    kept = desk.reviews.keep(who, kind, in_order | given, audience_of(readers))
    output.table([(one.question, one.text) for one in kept], indent=0)
    say_gate(desk, who, audience_of(readers))
    if kind == "month":
        output.say(f"New targets: mentordesk goal add {who} '…'")


def _print_form(desk: "Desk", who: str, kind: str, as_json: bool) -> None:
    asked, last = desk.reviews.questions(who, kind), desk.reviews.last(who, kind)
    about = desk.reviews.task_of(who) if kind == "task" else None
    if as_json:
        text = about.text if about else ""
        output.as_json(shapes_learning.form(kind, text, asked, last))
        return
    if about:
        output.say(f"Task: {about.text}")
    known = {one.key: f"last time: {one.text}" for one in last}
    output.table([(one.key, one.ask, known.get(one.key, "")) for one in asked])
