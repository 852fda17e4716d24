"""`intake`: the way in, from the first word about somebody to the first day."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_intake, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.intake_match import match
from mentordesk.cli.lazy import Group
from mentordesk.cli.load import say_load
from mentordesk.cli.namesakes import say_handle, say_namesakes
from mentordesk.cli.next_slot import say_next_slot
from mentordesk.cli.options import json_option, who_argument
from mentordesk.cli.profile import print_notes
from mentordesk.domain.notes import PROFILE
from mentordesk.domain.text import clip

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.intake import IntakeLine, IntakePage, StageLine

NOBODY = "Nobody is on the way in. Begin with: mentordesk intake add NAME --playbook P"
_said = click.option("--text", default="", metavar="TEXT", help="A word on it, for yourself.")


@click.group("intake", cls=Group)
def intake() -> None:
    """Take somebody in: stages, background, whether you fit."""


@intake.command("add")
@click.argument("name", metavar="NAME…", nargs=-1, required=True)
@click.option("--playbook", default="", metavar="P", help="Their programme (playbook list).")
@click.option("--from", "referrer", default="", metavar="WHO", help="Who sent or recommends them.")
@click.option("--link", default="", metavar="URL", help="Address of the application.")
@click.option("--email", default="", metavar="ADDRESS", help="Their mail address.")
@click.option("--tz", "zone", default="", metavar="ZONE", help="Their time zone: Africa/Lagos.")
@click.option("--handle", default="", metavar="H", help="A short word for typing.")
@_said
@pass_door
def add(door: Door, /, name: tuple[str, ...], **given: str) -> None:
    """Note that somebody may become your mentee.

    They stand at the programme's first stage; where it has none, it begins at once.
    """
    desk = door.write()
    made = desk.intake.add(" ".join(name), **given)
    title = desk.playbooks.of(made.mentorship.id).title
    if made.mentorship.status == "active":
        output.say(f"{title} has no stages on the way in: {made.address} begins at once.")
        say_load(desk, made.address)
    else:
        output.say(f"{made.mentee.name} is on the way in: {made.address}, under {title}.")
        _say_turn(desk, made.address)
    say_namesakes(desk, made)
    say_handle(made)


@intake.command("list")
@json_option
@pass_door
def list_intake(door: Door, as_json: bool) -> None:
    """List who is on the way in, where, since when, whose turn it is."""
    desk = door.read()
    found = desk.intake.list()
    if as_json:
        output.as_json([shapes_intake.intake_line(one) for one in found])
    elif not found:
        output.say(NOBODY)
    else:
        output.table([_row(desk, one) for one in found], indent=0)


@intake.command("show")
@who_argument
@json_option
@pass_door
def show(door: Door, who: str, as_json: bool) -> None:
    """Print the whole way in of one person: stages, background, fit."""
    desk = door.read()
    page = desk.intake.show(who)
    if as_json:
        output.as_json(shapes_intake.intake(page))
    else:
        _print(desk, page)


@intake.command("advance")
@who_argument
@click.option("--to", default="", metavar="STAGE", help="Another stage than the next one.")
@_said
@pass_door
def advance(door: Door, who: str, to: str, text: str) -> None:
    """Note that the next stage is reached; the last one begins it."""
    desk = door.write()
    made = desk.intake.advance(who, to, text)
    line = desk.intake.show(made.address).line
    output.say(f"{made.mentee.name}: {line.stage} (stage {line.n} of {line.of}).")
    if made.mentorship.status == "active":
        say_next_slot(desk, made, "It begins today.")
        say_load(desk, made.address)
    else:
        _say_turn(desk, made.address)


@intake.command("decline")
@who_argument
@click.option("--reason", default="", metavar="TEXT", help="Why, for yourself.")
@pass_door
def decline(door: Door, who: str, reason: str) -> None:
    """It does not come about; everything is kept."""
    made = door.write().intake.decline(who, reason)
    output.say(f"{made.mentee.name} ({made.address}) does not come in. Everything is kept.")


@intake.command("read")
@who_argument
@pass_door
def read(door: Door, who: str) -> None:
    """Print the background that came, and note that you have read it."""
    desk = door.write()
    page = desk.intake.show(who)
    if not page.background:
        output.say(
            "No background has come yet. Write it down with:"
            f" mentordesk note {page.line.address} --kind background -"
        )
        return
    print_notes(desk, page.background)
    desk.intake.read(who)


intake.add_command(match)


def _say_turn(desk: "Desk", address: str) -> None:
    line = desk.intake.show(address).line
    output.say(f"Next: {line.next}{_turn(line)}.")


def _turn(line: "IntakeLine") -> str:
    from mentordesk.domain.intake import TURNS

    return f", up to {TURNS[line.by]}" if line.by else ""


def _row(desk: "Desk", one: "IntakeLine") -> tuple[str, ...]:
    since = f"since {words.day_words(one.since, desk.today())}" if one.since else ""
    stage = f"{one.stage} ({one.n} of {one.of})"
    ahead = f"next: {one.next}{_turn(one)}" if one.next else ""
    return one.address, one.name, one.programme, stage, since, ahead, "unread" * one.unread


def _print(desk: "Desk", page: "IntakePage") -> None:
    line = page.line
    output.say(f"{line.name} ({line.address}), {line.programme}: {line.status}")
    rows = [("from", page.referrer), ("application", page.link)]
    if known := [row for row in rows if row[1]]:
        output.table(known)
    if page.stages:
        output.say("The way in")
        output.table([_stage(desk, one, line) for one in page.stages])
    unread = ", not read yet" if line.unread else ", read" if page.background else ": none yet"
    output.say(f"Background{unread}")
    print_notes(desk, page.background)
    if page.profile:
        output.say("Who they are")
        output.table([(PROFILE[note.kind], clip(note.body, 76)) for note in page.profile])
    answered = sum(bool(one.verdict) for one in page.fit)
    output.say(f"Match: {answered} of {len(page.fit)} answered (intake match {line.address})")
    output.say(f"You mentor {page.load.counted()} under {page.load.title}")


def _stage(desk: "Desk", one: "StageLine", line: "IntakeLine") -> tuple[str, ...]:
    from mentordesk.domain.intake import TURNS

    day = words.day_words(one.reached_on, desk.today()) if one.reached_on else ""
    ahead = line.waits and one.n > line.n
    mark = "✓" if one.n <= line.n else "▸" if line.waits and one.n == line.n + 1 else "○"
    turn = f"up to {TURNS[one.by]}" if ahead else ""
    return mark, one.key, one.title, day or turn, one.text or one.hint * ahead
