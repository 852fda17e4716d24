"""`mentee term`, `decide`, `nominate`: how long it goes on, and what is decided on the way."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import OneOf, day_of, json_option, who_argument
from mentordesk.domain.course import NOMINATED, SIDES, left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentordesk.desk import Desk
    from mentordesk.desk.course_decisions import Offer
    from mentordesk.domain.course import Countdown, CoursePage, Nomination, Parting, Taken


@click.command("term")
@who_argument
@click.option("--until", metavar="DAY", help="The last day.")
@click.option("--weeks", type=click.IntRange(0), default=0, help="So many weeks from the start.")
@click.option("--longer", type=click.IntRange(0), default=0, help="So many weeks longer.")
@click.option("--open", "is_open", is_flag=True, help="Without an end.")
@click.option("--reason", default="", metavar="TEXT", help="Why, for yourself.")
@json_option
@pass_door
def term(
    door: Door,
    /,
    who: str,
    until: str | None,
    weeks: int,
    longer: int,
    is_open: bool,
    reason: str,
    as_json: bool,
) -> None:
    """See when it is to end, or plan another end."""
    from mentordesk.cli.shapes_course import term as shape

    if until or weeks or longer or is_open:
        desk = door.write()
        last = day_of(desk, until) if until else None
        count = desk.course.set_term(
            who, until=last, weeks=weeks, longer=longer, is_open=is_open, reason=reason
        )
    else:
        desk = door.read()
        count = desk.course.countdown(who)
    if as_json:
        output.as_json(shape(count))
    else:
        output.say(_term(desk, who, count))
        _slot_hint(desk, who, count)


def _term(desk: "Desk", who: str, count: "Countdown | None") -> str:
    name = desk.people.find(who).mentee.name
    if count is None:
        return f"{name}: no end is planned."
    return f"{name}: until {ends(desk, count)}."


def _slot_hint(desk: "Desk", who: str, count: "Countdown | None") -> None:
    """The slot keeps its own end: say so when that is another one."""
    series = desk.pages.slot(who, 1).series
    ends = series.last_day if series and (series.count or series.until) else None
    if count and ends and ends < count.ends_on:
        handle = desk.people.find(who).mentee.handle
        output.say(
            f"The standing slot ends on {words.day_words(ends, desk.today())}. Fix another with:"
            f" mentordesk slot set {handle} --weekly tue 18:00"
        )


@click.command("decide")
@who_argument
@click.argument("decision", metavar="[DECISION]", required=False, default="")
@click.option("--choice", default="", metavar="KEY", help="What you decide; without: the facts.")
@click.option("--text", default="", metavar="TEXT", help="Why, in your words.")
@click.option(
    "--by",
    "side",
    type=OneOf("side", SIDES),
    default=None,
    metavar="SIDE",
    help=f"Whose wish it is, if it ends it early: {', '.join(SIDES)}.",
)
@json_option
@pass_door
def decide(
    door: Door, /, who: str, decision: str, choice: str, text: str, side: str | None, as_json: bool
) -> None:
    """Decide how it goes on: graduate, continue, change, stop."""
    from mentordesk.cli import shapes_course as shapes

    if not choice:
        desk = door.read()
        offer = desk.course.offer(who, decision)
        if as_json:
            output.as_json(shapes.offer(offer))
        else:
            _print_offer(desk, offer)
        return
    desk = door.write()
    taken = desk.course.decide(who, choice, decision, text, side=side or "")
    if as_json:
        output.as_json(shapes.decision(taken))
    else:
        _print_taken(desk, who, taken)


def _print_offer(desk: "Desk", offer: "Offer") -> None:
    today, one = desk.today(), offer.decision
    due = f", due {words.day_words(offer.due, today)}" if offer.due else ""
    output.say(f"{one.title} {offer.relation.mentee.name}{due}")
    output.say(f"Since {words.day_words(offer.since, today)}")
    for part in offer.evidence:
        output.say(part.title)
        output.table([(line,) for line in part.lines])
    if one.questions:
        output.say("To think about")
        output.table([(asked.ask,) for asked in one.questions])
    output.say("Choices")
    output.table([(choice.key, choice.title) for choice in one.choices])
    handle = offer.relation.mentee.handle
    keys = "|".join(choice.key for choice in one.choices)
    output.say(f"Decide with: mentordesk mentee decide {handle} {one.key} --choice {keys}")


def _print_taken(desk: "Desk", who: str, taken: "Taken") -> None:
    found = desk.people.find(who)
    name, handle = found.mentee.name, found.mentee.handle
    output.say(f"Decided for {name}: {taken.choice}.")
    if found.mentorship.status != "active":
        output.say(f"{name} ({found.address}) is {found.mentorship.status}.")
    asked = next(
        one.next
        for one in desk.playbooks.of(found.mentorship.id).decisions
        if one.key == taken.decision
    )
    if asked and taken.verdict == "graduate":
        output.say(asked)
    if taken.verdict == "graduate":
        output.say(f"Put them forward with: mentordesk mentee nominate {handle} 'for what'")
    count = desk.course.countdown(who)
    if taken.verdict in ("continue", "change") and count and count.days < 14:
        output.say(_term(desk, who, count))
        output.say(f"Plan another end with: mentordesk mentee term {handle} --longer 13")


@click.command("nominate")
@who_argument
@click.argument("text", metavar="[TEXT…]", nargs=-1)
@click.option("--to", default="", metavar="NAME", help="Who decides on it.")
@click.option("--link", default="", metavar="ADDRESS", help="Where it stands.")
@click.option(
    "--became",
    type=OneOf("outcome", NOMINATED[1:]),
    default=None,
    metavar="S",
    help=f"What became of the last one: {', '.join(NOMINATED[1:])}.",
)
@pass_door
def nominate(
    door: Door, /, who: str, text: tuple[str, ...], to: str, link: str, became: str | None
) -> None:
    """Put somebody forward for a role, or say what became of it."""
    desk = door.write()
    if became:
        said = desk.course.nomination_became(_last_open(desk, who), became)
        output.say(f"{became.capitalize()}: {said}")
        return
    made = desk.course.nominate(who, " ".join(text), to, link)
    output.say(f"Nominated {desk.people.find(who).mentee.name}: {made.text}")


def _last_open(desk: "Desk", who: str) -> str:
    from mentordesk.domain.errors import Refusal

    every = desk.course.nominations(who)
    if not every:
        found = desk.people.find(who)
        raise Refusal(
            f"{found.mentee.name} was not nominated yet. Do it with: mentordesk mentee nominate"
            f" {found.mentee.handle} 'for what'"
        )
    return next((one.id for one in reversed(every) if one.state == "open"), every[-1].id)


def print_course(desk: "Desk", address: str) -> None:
    """Print the course so far under its titles; nothing for one that has only begun."""
    page = desk.course.page(address)
    rows = list(_rows(desk, page))
    if len(rows) < 2:
        return
    for title in dict.fromkeys(title for title, _ in rows):
        output.say(title)
        output.table(_even([row for of, row in rows if of == title]))


def ends(desk: "Desk", count: "Countdown") -> str:
    """The planned end and how far away it is."""
    return f"{words.day_words(count.ends_on, desk.today())}, {left(count)}"


def _even(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    widest = max(map(len, rows))
    return [(*row, *[""] * (widest - len(row))) for row in rows]


def _rows(desk: "Desk", page: "CoursePage") -> "Iterator[tuple[str, tuple[str, ...]]]":
    """A title and a row for each thing that happened in the course of a mentorship."""
    today = desk.today()
    for status in page.history:
        yield "Status", (words.day_words(status.day, today), status.status, status.reason)
    for plan in page.terms:
        yield "Term", (words.day_words(plan.day, today), _until(desk, plan.ends_on), plan.reason)
    for made in page.decisions:
        yield "Decided", (words.day_words(made.day, today), made.choice, made.text)
    if end := page.parting:
        yield (
            "Ended early",
            (words.day_words(end.day, today), f"by the {end.side}", _told(desk, end)),
        )
        if end.text:
            yield "Ended early", ("", end.text)
    for asked in page.close_out:
        if asked.answer:
            yield "Asked at the end", (asked.ask, asked.answer)
    for one in page.nominations:
        yield "Nominated", _nominated(desk, one)


def _told(desk: "Desk", one: "Parting") -> str:
    return f"told on {words.day_words(one.told_on, desk.today())}" if one.told_on else ""


def _until(desk: "Desk", end: object) -> str:
    from datetime import date

    return f"until {words.day_words(end, desk.today())}" if isinstance(end, date) else "no end"


def _nominated(desk: "Desk", one: "Nomination") -> tuple[str, ...]:
    return (words.day_words(one.day, desk.today()), one.state, one.text, one.recipient, one.link)


COMMANDS = (term, decide, nominate)
