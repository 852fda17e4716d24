"""`ics invite` and `ics cancel`: messages for the calendars of others, which you send yourself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mentordesk.cli import output, shapes
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import day_of, json_option, who_argument
from mentordesk.cli.slot_page import print_slot

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.inviting import Outgoing, Preview

F = TypeVar("F", bound=Callable[..., Any])


def into(command: F) -> F:
    """The options about the files."""
    for option in (
        click.option("--force", is_flag=True, help="Even if another file is there."),
        click.option("--eml", is_flag=True, help="As mails to open in a mail program."),
        click.option(
            "-o", "path", type=click.Path(path_type=Path), default=Path(), metavar="FILE",
            help="Into a file or a folder; into this folder unless said.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def mailing(command: F) -> F:
    """The options about mails."""
    for option in (
        click.option(
            "--attach", is_flag=True, help="As mails with the calendar attached, too (invite.ics)."
        ),
        click.option(
            "--open", "opens", is_flag=True, help="Open the mails in your mail program to send."
        ),
    ):
        command = option(command)
    return command


@click.command("invite")
@who_argument
@into
@mailing
@click.option("--again", is_flag=True, help="All of it once more, because a message was lost.")
@click.option("--dry-run", is_flag=True, help="Only say what would be written, and the next dates.")
@json_option
@pass_door
def invite(
    door: Door,
    who: str,
    path: Path,
    eml: bool,
    force: bool,
    opens: bool,
    attach: bool,
    again: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Invite somebody to their slot, or tell of what changed since.

    What is written counts as sent: send it. Mails that are opened stay in the desk's outbox. --json
    prints what would be written.
    """
    if as_json:
        output.as_json(_shape(door.read().invites.preview(who, again=again)))
        return
    if dry_run:
        print_messages(door.read().invites.preview(who, again=again))
        output.say()
        print_slot(door.read(), who, 6, a_year=True)
        return
    desk = door.write()
    preview = desk.invites.preview(who, again=again)
    target = place(desk, path, opens)
    mails = eml or opens or attach
    written = desk.invites.write(who, target, eml=mails, force=force, again=again)
    print_messages(preview)
    sent_off(desk, written, opens, attach)


@click.command("cancel")
@who_argument
@click.argument("day", metavar="[DATE]", required=False, default="")
@into
@mailing
@click.option("--dry-run", is_flag=True, help="Only say what would be written.")
@pass_door
def cancel(
    door: Door,
    who: str,
    day: str,
    path: Path,
    eml: bool,
    force: bool,
    opens: bool,
    attach: bool,
    dry_run: bool,
) -> None:
    """Call off one date, or take the whole invitation back.

    A date is skipped, too, and what else was not told yet goes with it. Without one the slot stays
    as it is: end it with mentordesk slot end.
    """
    desk = door.write()
    on = desk.slots.shown_on(who, day_of(desk, day)).day if day else None
    preview = desk.invites.withdrawal(who, on)
    if dry_run:
        print_messages(preview)
        return
    target = place(desk, path, opens)
    written = desk.invites.cancel(who, target, on, eml=eml or opens or attach, force=force)
    print_messages(preview)
    sent_off(desk, written, opens, attach)


def place(desk: "Desk", path: Path, opens: bool) -> Path:
    """Where files go: what is to be opened waits in a folder of its own, unless it is said."""
    return desk.exports.waiting_room() if opens and path == Path() else path


def sent_off(desk: "Desk", written: Sequence[Path], opens: bool, attach: bool) -> None:
    """Finish the mails among the files, print which files there are, and open the mails."""
    if attach:
        desk.exports.attach(written)
    wrote(written)
    if opens:
        desk.exports.hand_over(written)


def wrote(paths: Sequence[Path]) -> None:
    """Print which files were written."""
    for path in paths:
        output.say(f"Wrote {path}")


def print_messages(preview: "Preview") -> None:
    """Print each message in words, then what deserves a thought."""
    if not preview.messages:
        output.say(f"Nothing has changed for {preview.name} since the last message.")
    for one in preview.messages:
        to = ", ".join(f"{name} <{address}>" for name, address in one.to)
        output.say(f"{one.subject} → {to}")
        for sentence in one.sentences:
            output.say(f"  {sentence}")
    output.warn(preview.remarks)


def _shape(preview: "Preview") -> shapes.Shape:
    return {
        "name": preview.name,
        "messages": [_message(one) for one in preview.messages],
        "remarks": list(preview.remarks),
    }


def _message(one: "Outgoing") -> shapes.Shape:
    return {
        "kind": one.kind,
        "method": one.method,
        "form": one.form,
        "uid": one.uid,
        "sequence": one.sequence,
        "to": [address for _, address in one.to],
        "subject": one.subject,
        "sentences": list(one.sentences),
    }
