"""`hours ics` and `hours invite`: office hours in the calendars of others."""

from pathlib import Path

import click

from mentordesk.cli import output
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.invites import into, mailing, place, print_messages, sent_off, wrote
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

    Events that come again and take no time, without the days that are booked and without who has
    booked them.
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
@click.argument("when", metavar="[WHEN]", required=False, default="")
@click.option("--email", default="", metavar="ADDRESS", help="Theirs; a mentee's is known.")
@into
@mailing
@click.option("--dry-run", is_flag=True, help="Only say what would be written.")
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
    dry_run: bool,
) -> None:
    """Invite who has booked a slot: 'tue 17:30', or all who have.

    Whoever was invited before and has the slot no more gets a message that takes it back, also when
    the hours have ended. What is written counts as sent: send it.
    """
    if email and not when:
        raise click.UsageError("An address is for one slot: give its day and time")
    desk = door.write()
    start = moment_of(desk, when) if when else None
    preview = desk.hours.messages(start, email)
    if not dry_run:
        target, mails = place(desk, path, opens), eml or opens or attach
        written = desk.hours.invite(target, start, email=email, eml=mails, force=force)
    if preview.messages or preview.remarks:
        print_messages(preview)
    if dry_run:
        output.say("Nothing was written.")
        return
    sent_off(desk, written, opens, attach)
