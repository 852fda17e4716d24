"""`workshop`: coaching at workshops, prepared in time and looked back on."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_offers, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import MINUTES, Words, day_of, json_option, text_of, words_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.offers import Workshop

NONE = "No workshop is coming. Note one with: mentordesk workshop add 'sat 5 dec' 'Pandas'"
_id = click.argument("id", metavar="ID")


@click.group("workshop", cls=Group)
def workshop() -> None:
    """Coach at workshops: add, list, prep, debrief."""


@workshop.command("add", cls=Words)
@click.argument("day", metavar="DAY")
@words_argument
@click.option("--at", metavar="TIME", help="When it begins: 10:00.")
@click.option("--role", default="", metavar="TEXT", help="What you do there: coach, lead …")
@click.option("--link", default="", metavar="TEXT", help="Where its material is.")
@click.option("--prep", type=MINUTES, metavar="N", help="Time to prepare; the playbook's else.")
@click.option("--early", type=MINUTES, metavar="N", help="How long before it to be there.")
@click.option("--playbook", default="", metavar="P", help="Under which programme.")
@pass_door
def add(
    door: Door,
    day: str,
    words: tuple[str, ...],
    at: str | None,
    role: str,
    link: str,
    prep: int | None,
    early: int | None,
    playbook: str,
) -> None:
    """Note a workshop at which you coach."""
    from mentordesk.dates import echo_day, read_time

    title = text_of(words)
    desk = door.write()
    made = desk.workshops.add(
        title,
        day_of(desk, day),
        wall_time=read_time(at) if at else None,
        playbook=playbook,
        role=role,
        link=link,
        prep=prep or 0,
        early=early or 0,
    )
    output.say(f"Workshop: {made.title}, {echo_day(made.day, desk.today())}")
    output.say(_plan(desk, made))


@workshop.command("list")
@click.option("--all", "every", is_flag=True, help="Those that are over, too.")
@json_option
@pass_door
def list_all(door: Door, every: bool, as_json: bool) -> None:
    """List workshops by day, with how far you are prepared."""
    desk = door.read()
    found = desk.workshops.list(every)
    if as_json:
        output.as_json([shapes_offers.workshop(one) for one in found])
    elif not found:
        output.say(NONE)
    else:
        from mentordesk.desk.ids import short

        ids = short([one.id for one in desk.workshops.list(every=True)])
        output.table([_row(desk, one, ids[one.id]) for one in found], indent=0)


@workshop.command("prep")
@_id
@click.argument("minutes", metavar="MINUTES", type=MINUTES)
@click.option("--who", default="", metavar="WHO", help="In whose time it counts.")
@pass_door
def prep(door: Door, id: str, minutes: int, who: str) -> None:
    """Note time that went into preparing it.

    It counts as time of WHO, or of the only one who is active under its programme.

    ID is the beginning of an id as `mentordesk workshop list` shows.
    """
    desk = door.write()
    one, whose = desk.workshops.prep(id, minutes, who)
    output.say(_plan(desk, one))
    if whose:
        output.say(f"{words.length(minutes)} counted as workshop time with {whose}.")
    else:
        output.say("It counts in nobody's time; say in whose with --who WHO.")


@workshop.command("debrief", cls=Words)
@_id
@click.argument("text", metavar="[TEXT…]", nargs=-1)
@pass_door
def debrief(door: Door, id: str, text: tuple[str, ...]) -> None:
    """Note what there is to learn from it.

    Without TEXT, print what the playbook asks.
    """
    if not text:
        desk = door.read()
        asked = desk.workshops.questions(id)
        for question in asked or ("What is there to learn from it?",):
            output.say(f"? {question}")
        return
    said = text_of(text)
    one = door.write().workshops.debrief(id, said)
    output.say(f"Noted. {one.title} is over.")


@workshop.command("drop")
@_id
@pass_door
def drop(door: Door, id: str) -> None:
    """It does not take place, or without you."""
    output.say(f"Dropped: {door.write().workshops.drop(id).title}")


def _plan(desk: "Desk", one: "Workshop") -> str:
    if not one.prep_minutes:
        return "There is nothing to prepare, as far as the playbook knows."
    of = f"{words.length(one.prepared)} of {words.length(one.prep_minutes)}"
    since = words.day_words(one.prepare_from, desk.today())
    return f"Prepared: {of}; Today speaks of it from {since} on."


def _row(desk: "Desk", one: "Workshop", short_id: str) -> tuple[str, ...]:
    early = f"{one.early} min early" if one.early else ""
    done = f"{words.length(one.prepared)} of {words.length(one.prep_minutes)} prepared"
    return (
        short_id,
        words.day_words(one.day, desk.today()),
        f"{one.wall_time:%H:%M}" if one.wall_time else "",
        one.title,
        one.role,
        early,
        (done if one.prep_minutes else "") if one.state == "planned" else one.state,
        one.link,
        " ".join(one.debrief.split()),
    )
