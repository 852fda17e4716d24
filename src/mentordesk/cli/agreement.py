"""`agreement`: what the two expect of each other, their boundaries, rules and contact."""

from collections.abc import Mapping
from typing import Any

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    OneOf,
    Words,
    json_option,
    past_day_of,
    readers_of,
    readers_option,
    text_of,
    who_argument,
    words_argument,
)

on_option = click.option("--on", metavar="DAY", help="When it was said; today unless said.")


@click.group("agreement", cls=Group)
def agreement() -> None:
    """Keep what the two agreed on: expectations, boundaries, rules, contact."""


@agreement.command("show")
@who_argument
@click.option("--history", is_flag=True, help="With what was said before, and what changed.")
@json_option
@pass_door
def show(door: Door, who: str, history: bool, as_json: bool) -> None:
    """Show what both sides said, and what is still to be asked."""
    desk = door.read()
    page = desk.trust.page(who)
    if as_json:
        from mentordesk.cli import shapes_trust

        output.as_json(shapes_trust.agreement(page, history))
    else:
        from mentordesk.cli.agreement_card import print_agreement

        print_agreement(desk, page, history)


@agreement.command("set", cls=Words)
@who_argument
@click.argument("question", metavar="QUESTION")
@words_argument
@click.option(
    "--side", type=OneOf("side", ("mentor", "mentee")), default="mentee", metavar="SIDE",
    help="Whose answer it is: mentee (unless said) or mentor.",
)  # fmt: skip
@click.option(
    "--kind", type=OneOf("kind", ("expectation", "boundary")), default="expectation", metavar="K",
    help="Of a question of your own: expectation (unless said) or boundary.",
)  # fmt: skip
@on_option
@readers_option
@pass_door
def answer(
    door: Door,
    who: str,
    question: str,
    words: tuple[str, ...],
    side: str,
    kind: str,
    on: str | None,
    readers: str | None,
) -> None:
    """Note a side's answer; what it said before stays in the history.

    QUESTION is a key that `agreement show` lists, or the beginning of the question. Other words
    are a question of your own.
    """
    from mentordesk.domain.readers import spoken

    text = text_of(words)
    desk = door.write()
    day = past_day_of(desk, on)
    seen = readers_of(readers)
    known = {topic.key: topic.ask for topic in desk.trust.page(who).topics}
    made = desk.trust.answer(who, question, text, side, kind=kind, on=day, readers=seen)
    whose = "" if made.side == "both" else f" ({made.side})"
    output.say(f"Agreed{whose}: {made.text}, for {spoken(made.readers)}.")
    output.say(_answered(made.question, known))
    say_gate(desk, who, made.readers)


def _answered(question: str, known: Mapping[str, str]) -> str:
    """Which question that was; of a new one, how it may have been meant."""
    if question in known:
        return f"Answered: {known[question] or question}"
    from difflib import get_close_matches  # only a question of one's own pays for it

    near = get_close_matches(question.casefold(), [key for key in known if " " not in key], 1)
    meant = f" Did you mean {near[0]}?" if near and near[0] else ""
    return f"! A new question of your own: {question}.{meant} Take it back with: mentordesk undo"


@agreement.command("rule", cls=Words)
@who_argument
@words_argument
@readers_option
@pass_door
def rule(door: Door, who: str, words: tuple[str, ...], readers: str | None) -> None:
    """Agree on a ground rule."""
    text = text_of(words)
    desk = door.write()
    made = desk.trust.rule(who, text, readers_of(readers))
    output.say(f"Ground rule: {made.text}")
    say_gate(desk, who, made.readers)


@agreement.command("withdraw")
@click.argument("id", metavar="ID")
@on_option
@pass_door
def withdraw(door: Door, id: str, on: str | None) -> None:
    """Take an answer or a ground rule back; it stays in the history.

    ID is the beginning of an id as `mentordesk agreement show` lists it.
    """
    desk = door.write()
    day = past_day_of(desk, on)
    output.say(f"Withdrawn: {desk.trust.withdraw(id, day)}")


@agreement.command("policy")
@who_argument
@click.option("--channel", metavar="C,…", help="By which ways, the best first: slack,mail.")
@click.option("--days", metavar="DAYS", help="mon-fri, tue,thu, weekdays, every day.")
@click.option("--hours", metavar="H-H", help="On the mentee's clock: 9-18; any for none.")
@click.option("--most", metavar="N/WEEK", help="How often at most: 3/week; 0 for no limit.")
@click.option("--off-limits", metavar="T,…", help="What is left alone: employer,health.")
@readers_option
@json_option
@pass_door
def policy(
    door: Door,
    who: str,
    channel: str | None,
    days: str | None,
    hours: str | None,
    most: str | None,
    off_limits: str | None,
    readers: str | None,
    as_json: bool,
) -> None:
    """Agree on how contact is kept, or show it.

    What is left out stays as it is. Nothing is ever refused by it: `log`, `note` and the recap say
    when something lies outside of it.
    """
    changes = _changes(channel, days, hours, most, off_limits)
    desk = door.write() if changes else door.read()
    if changes:
        desk.contact.agree(who, readers=readers_of(readers), **changes)
    found = desk.contact.policy(who)
    if as_json:
        from mentordesk.cli import shapes_trust

        output.as_json(shapes_trust.policy(found))
    else:
        from mentordesk.cli.agreement_card import policy_rows

        output.table(policy_rows(desk, found, who), indent=0)


def _changes(
    channel: str | None,
    days: str | None,
    hours: str | None,
    most: str | None,
    off_limits: str | None,
) -> dict[str, Any]:
    """The fields of a policy that were typed."""
    from mentordesk.dates import hours as reading

    changes: dict[str, Any] = {}
    if channel is not None:
        changes["channels"] = (channel,)
    if off_limits is not None:
        changes["off_limits"] = (off_limits,)
    if days is not None:
        changes["days"] = reading.read_days(days)
    if hours is not None:
        changes["since"], changes["until"] = reading.read_hours(hours) or (None, None)
    if most is not None:
        changes["a_week"] = reading.read_often(most)
    return changes
