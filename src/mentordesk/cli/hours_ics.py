"""`hours ics` and `hours invite`: office hours in the calendars of others."""

from pathlib import Path

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.invites import into, mailing, place, sent_off, wrote
from mentordesk.cli.options import moment_of


@click.command("ics")
@click.option(
    "-o", "path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Into a file; to stdout unless said.",
)  # fmt: skip
@click.option(
    "--availability", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Beside it, the same as VAVAILABILITY (RFC 7953).",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Even if another file is there.")
@pass_door
def ics(door: Door, path: Path | None, availability: Path | None, force: bool) -> None:
    """Write the free slots for the calendars of others.

    Weekly events that take no time, without the days that are booked, and without who has booked.
    """
    hours = door.read().hours
    if availability is not None:
        hours.write_ics(availability, hours.availability(), force)
    if path is None or str(path) == "-":
        output.data(hours.ics())
        return
    hours.write_ics(path, hours.ics(), force)
    wrote([path, *([availability] if availability else [])])


@click.command("invite")
@click.argument("when", metavar="WHEN")
@click.option("--email", default="", metavar="ADDRESS", help="Theirs; a mentee's is known.")
@into
@mailing
@pass_door
def invite(
    door: Door,
    when: str,
    email: str,
    path: Path,
    eml: bool,
    force: bool,
    opens: bool,
    attach: bool,
) -> None:
    """Invite who has booked a slot: 'tue 17:30'.

    Whoever was invited to it before and has it no more gets a message that takes it back. What is
    written counts as sent: send it.
    """
    desk = door.write()
    target = place(desk, path, opens)
    written, said = desk.hours.invite(
        moment_of(desk, when), target, email=email, eml=eml or opens or attach, force=force
    )
    for sentence in said:
        output.say(sentence)
    sent_off(desk, written, opens, attach)
