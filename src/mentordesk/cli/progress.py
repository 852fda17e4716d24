"""`progress`: where somebody is, what they managed, what is hard; and their wins."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, shapes_learning, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    audience_of,
    json_option,
    past_day_of,
    readers_option,
    who_argument,
)
from mentordesk.domain.learning import sparkline

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.learning import Snapshot


@click.group("progress", cls=Group)
def progress() -> None:
    """Keep where somebody is: add, list, seen; and what they won."""


@progress.command("add")
@who_argument
@click.argument("section", metavar="[SECTION…]", nargs=-1)
@click.option("--percent", type=int, metavar="N", help="How far they are, 0 to 100.")
@click.option("--well", default="", metavar="TEXT", help="What they managed.")
@click.option("--hard", default="", metavar="TEXT", help="What they struggle with.")
@click.option("--text", default="", metavar="TEXT", help="Anything else.")
@click.option("--link", default="", metavar="URL", help="The page of their progress log.")
@click.option("--on", "day", metavar="DAY", help="The day it was; today unless said.")
@readers_option
@pass_door
def add(
    door: Door,
    who: str,
    section: tuple[str, ...],
    percent: int | None,
    well: str,
    hard: str,
    text: str,
    link: str,
    day: str | None,
    readers: str | None,
) -> None:
    """Write down where they are; only you read it unless --for says more."""
    desk = door.write()
    made = desk.progress.add(
        who,
        " ".join(section),
        percent,
        well=well,
        hard=hard,
        text=text,
        link=link,
        day=past_day_of(desk, day),
        readers=audience_of(readers),
    )
    name = desk.people.find(who).mentee.name
    output.say(f"{name}, {words.day_words(made.day, desk.today())}: {where(made) or 'noted'}")
    say_gate(desk, who, audience_of(readers))


@progress.command("list")
@who_argument
@json_option
@pass_door
def list_progress(door: Door, who: str, as_json: bool) -> None:
    """List where they were, newest first, the percents as blocks."""
    desk = door.read()
    log = desk.progress.list(who)
    if as_json:
        output.as_json(shapes_learning.progress(log))
        return
    if not log:
        handle = desk.people.find(who).mentee.handle
        output.say(
            "Nothing is written down yet. Begin with:"
            f" mentordesk progress add {handle} 'section 4' --percent 40"
        )
        return
    percents = [one.percent for one in reversed(log) if one.percent is not None]
    if percents:
        output.say(f"{sparkline(percents)} {percents[-1]} %")
    output.table([_row(desk, one) for one in log])
    if page := desk.progress.page_of(who):
        output.say(f"Their log: {page}")


@progress.command("seen")
@who_argument
@click.option("--link", default="", metavar="URL", help="The page of the log, to be kept.")
@pass_door
def seen(door: Door, who: str, link: str) -> None:
    """Tick that you opened their progress log before the call."""
    desk = door.write()
    made = desk.progress.seen(who, link)
    page = desk.progress.page_of(who)
    at = f": {page}" if page else ". Keep its page with --link URL"
    output.say(f"Progress log opened {words.day_words(made.day, desk.today())}{at}")


@progress.command("wins")
@who_argument
@json_option
@pass_door
def wins(door: Door, who: str, as_json: bool) -> None:
    """List what went well, newest first."""
    desk = door.read()
    found = desk.words.wins(who)
    if as_json:
        output.as_json([shapes.note(one) for one in found])
    elif not found:
        output.say(f"No win yet. Write one down with: mentordesk note {who} '…' --kind win")
    else:
        today = desk.today()
        rows = [(words.day_words(n.at.astimezone(desk.tz).date(), today), n.body) for n in found]
        output.table(rows, indent=0)


def where(one: "Snapshot") -> str:
    """Section and percent: `section 4, 45 %`."""
    percent = f"{one.percent} %" if one.percent is not None else ""
    return ", ".join(part for part in (one.section, percent) if part)


def _row(desk: "Desk", one: "Snapshot") -> tuple[str, str, str]:
    said = [
        f"managed: {one.well}" if one.well else "",
        f"hard: {one.hard}" if one.hard else "",
        one.text,
    ]
    told = " · ".join(part for part in said if part)
    glance = "log opened" if one.is_glance else ""
    return words.day_words(one.day, desk.today()), where(one) or glance, told
