"""`ics answers`, `ics accept`, `ics refuse`, `ics busy`: what came back, and answering it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_answers, shapes_offers, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.invites import into, print_messages, wrote
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import forcible, json_option, running_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_which_argument = click.argument("which", metavar="WHO|ID")


@click.command("answers")
@running_argument
@json_option
@pass_door
def answers(door: Door, who: str, as_json: bool) -> None:
    """Show what guests answered, and the times they proposed."""
    desk = door.read()
    waiting = desk.replies.open(who)
    known = desk.replies.of(who) if who else desk.replies.all()
    booked = desk.hours.invited(who)
    if as_json:
        output.as_json(
            {
                "answers": [shapes_answers.answer(one) for one in known],
                "proposals": [shapes_answers.proposal(desk, one) for one in waiting],
                "office_hours": [shapes_offers.slot(desk, one) for one in booked],
            }
        )
        return
    for line in desk.replies.told(known, booked):
        output.say(line)
    if not known and not booked:
        output.say(f"Nobody is invited. Invite with: mentordesk ics invite {who or 'WHO'}")
    for one in waiting:
        output.say(f"{one.id[:8]}  {desk.replies.sentence(one)}")
        output.paragraph(f"“{one.comment}”" if one.comment else "", 10)


@click.command("accept")
@_which_argument
@into
@pass_door
def accept(door: Door, which: str, path: Path, eml: bool, force: bool) -> None:
    """Take a proposed time: the date moves, and what is due is written.

    Somebody's only one goes by whose it is. --force takes a time that something else has, too.
    """
    take(door.write(), which, path, eml=eml, force=force)


@click.command("refuse")
@_which_argument
@click.option("--comment", default="", metavar="TEXT", help="What to say with it.")
@into
@pass_door
def refuse(door: Door, which: str, comment: str, path: Path, eml: bool, force: bool) -> None:
    """Leave a proposed time, and write the message that says so.

    Somebody's only one goes by whose it is.
    """
    desk = door.write()
    one = desk.replies.waiting(which)
    sentence = desk.replies.sentence(one)
    decline(desk, one.id, path, sentence, comment=comment, eml=eml, force=force)


def decline(
    desk: "Desk",
    which: str,
    path: Path,
    sentence: str = "",
    *,
    comment: str = "",
    eml: bool,
    force: bool,
) -> None:
    """Leave a proposed time, and print what was left, to whom the file goes, and what is next.

    `sentence` tells the proposal, '' where that was done already.
    """
    one = desk.replies.waiting(which)
    file = desk.replies.refuse(which, path, comment=comment, eml=eml, force=force)
    output.say(f"Refused → {one.name} <{one.address}>")
    if sentence:
        output.say(f"  {sentence}")
    wrote([file])
    output.say(f"The time stays as it was. Send the file to {one.address}.")


def take(desk: "Desk", which: str, path: Path, *, eml: bool, force: bool) -> None:
    """Take a proposed time, and print what is written to whom."""
    one = desk.replies.waiting(which)
    with forcible():
        preview = desk.replies.acceptance(one.id, taking=force)
    files = desk.replies.accept(one.id, path, eml=eml, force=force, taking=force)
    print_messages(preview)
    wrote(files)


@click.group("busy", cls=Group)
def busy() -> None:
    """See the calendars that count as busy, or forget one."""


@busy.command("list")
@json_option
@pass_door
def list_busy(door: Door, as_json: bool) -> None:
    """List the calendars that were read for their busy times."""
    desk = door.read()
    every = desk.busy.calendars()
    if as_json:
        output.as_json([shapes_answers.busy(one) for one in every])
        return
    if not every:
        output.say("No calendar was read yet. Read one with: mentordesk ics read FILE --busy")
        return
    output.table(
        [
            (
                one.name,
                words.counted(one.soon, "time") + " in the next four weeks",
                f"{one.origin}, read on {words.moment(desk, one.read_at)}",
            )
            for one in every
        ]
    )
    for one in every:
        output.warn([f"{one.name}: {said}" for said in one.left_out])


@busy.command("forget")
@click.argument("name", metavar="NAME")
@pass_door
def forget(door: Door, name: str) -> None:
    """Remove a calendar with its times."""
    output.say(f"{door.write().busy.forget(name)} is forgotten.")
