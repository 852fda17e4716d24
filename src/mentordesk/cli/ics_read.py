"""`ics read`: answers, proposed times and calendars of others, from files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, shapes_answers, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.ics_answers import decline, take
from mentordesk.cli.invites import into
from mentordesk.cli.options import forcible, json_option
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.busy import BusyCalendar
    from mentordesk.domain.answering import Finding


@click.command("read")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option("--as", "whose", default="", metavar="WHO", help="Whose the unknown address is.")
@click.option("--zone", default="", metavar="ZONE", help="Which zone it is where none is known.")
@click.option("--accept", is_flag=True, help="Take a proposed time, and write what is due.")
@click.option("--refuse", is_flag=True, help="Refuse a proposed time, and write that.")
@into
@click.option("--busy", is_flag=True, help="Count the times of a calendar as busy.")
@click.option("--name", default="", metavar="NAME", help="What the busy calendar is called.")
@click.option("--titles", is_flag=True, help="Keep its titles, too.")
@click.option("--dry-run", is_flag=True, help="Only say what would be known.")
@json_option
@pass_door
@click.pass_context
def read(
    ctx: click.Context,
    door: Door,
    files: tuple[str, ...],
    whose: str,
    zone: str,
    accept: bool,
    refuse: bool,
    path: Path,
    eml: bool,
    force: bool,
    busy: bool,
    name: str,
    titles: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Read answers to invitations: .ics or .eml, - for stdin.

    An answer is kept with its guest and changes nothing else. A proposed time waits until you take
    or refuse it. Another one's calendar is only named, unless --busy.
    """
    if accept and refuse:
        raise click.UsageError("Give either --accept or --refuse", ctx)
    if busy and (accept or refuse or whose):
        raise click.UsageError("A busy calendar has nothing to accept, refuse or assign", ctx)
    if (name or titles) and not busy:
        raise click.UsageError("--name and --titles go with --busy", ctx)
    if name and len(files) > 1:
        raise click.UsageError("A name is for one file", ctx)
    desk, found = door.write(), list[shapes.Shape]()
    failed = False
    for file in files:
        try:
            data, called = _load(file)
            if busy:
                kept = desk.busy.keep(data, called, name, zone=zone, titles=titles, dry_run=dry_run)
                found.append(shapes_answers.busy(kept))
                if not as_json:
                    _print_busy(kept)
                continue
            for one in desk.replies.read(data, called, dry_run=dry_run, whose=whose, zone=zone):
                found.append(shapes_answers.finding(called, one))
                if not as_json:
                    _print(one, dry_run or accept or refuse)
                if one.counter_id and (accept or refuse) and not dry_run:
                    _decide(desk, one, accept, path, eml, force, as_json)
        except Refusal as refusal:
            output.complain(refusal.sentence)
            failed = True
    if as_json:
        output.as_json(found)
    elif dry_run:
        output.say("Nothing was stored.")
    if failed:
        ctx.exit(1)


def _load(file: str) -> tuple[bytes, str]:
    """The bytes of a file or of stdin, and what it is called."""
    if file != "-":
        from mentordesk.desk.replies import load

        return load(Path(file)), file
    import sys

    from mentordesk.desk.replies import LARGEST

    if sys.stdin is None:
        raise Refusal("Nothing can come on stdin: it is closed. Give a file.")
    return sys.stdin.buffer.read(LARGEST + 1), "stdin"


def _print(one: "Finding", is_decided: bool) -> None:
    output.say(one.sentence)
    if one.comment:
        output.paragraph(f"“{one.comment}”")
    output.warn(one.remarks)
    if one.counter_id and not is_decided:
        short = one.counter_id[:8]
        output.say(f"  Take it: mentordesk ics accept {short}   or: mentordesk ics refuse {short}")


def _print_busy(one: "BusyCalendar") -> None:
    new = "" if one.is_new else ", in the place of what was read before"
    events, times = words.counted(one.events, "event"), words.counted(one.soon, "time")
    output.say(f"{one.name}: {events}, {times} in the next four weeks{new}.")
    output.warn(one.left_out)


def _decide(
    desk: "Desk", one: "Finding", accept: bool, path: Path, eml: bool, force: bool, quiet: bool
) -> None:
    if not quiet:
        (take if accept else decline)(desk, one.counter_id, path, eml=eml, force=force)
    elif accept:
        with forcible():
            desk.replies.accept(one.counter_id, path, eml=eml, force=force, taking=force)
    else:
        desk.replies.refuse(one.counter_id, path, eml=eml, force=force)
