"""`milestone`: the dated events of somebody's programme, and the outline they go by."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import json_option, who_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.pages import DatedLine

_key = click.argument("key", metavar="KEY")
_text = click.argument("words", metavar="[TEXT…]", nargs=-1)
_MARKS = {"due": "!", "done": "✓", "skipped": "×"}


@click.group("milestone", cls=Group)
def milestone() -> None:
    """Keep a programme's dates: check-ins, decisions, surveys, reports."""


@milestone.command("list")
@who_argument
@json_option
@pass_door
def list_dates(door: Door, who: str, as_json: bool) -> None:
    """List what was settled, what is due and what comes next."""
    desk = door.read()
    found = desk.milestones.of(who)
    if as_json:
        output.as_json([shapes.milestone(line) for line in found])
    elif not found and desk.people.find(who).mentorship.status == "intake":
        output.say("Still on the way in: the programme's dates count from the day it begins.")
    elif not found:
        output.say("The programme has no dates. `mentordesk playbook copy` makes one you can edit.")
    else:
        output.table([_row(desk, line) for line in found], indent=0)


@milestone.command("done")
@who_argument
@_key
@click.argument("typed", metavar="[TEXT…]", nargs=-1)
@pass_door
def done(door: Door, who: str, key: str, typed: tuple[str, ...]) -> None:
    """Note that it took place, with a word on it if you like.

    A check-in that may pass in silence says “all fine” when you say nothing.
    """
    desk = door.write()
    line = desk.milestones.next(who, key)
    output.say(f"Done: {desk.milestones.done(who, key, ' '.join(typed))}")
    if line and line.due and line.due > desk.today():
        day = words.day_words(line.due, desk.today())
        output.say(f"! It was to be on {day}, still to come. Take it back with: mentordesk undo")
    _say_whose(desk, who, key)


def _say_whose(desk: "Desk", who: str, key: str) -> None:
    """Whose certificates it counts for, where that is not one person's alone."""
    found = desk.certificates.counting(who, key)
    theirs = [(one, criterion) for one, criterion in found if one.mentee_id]
    if len(theirs) < 2:
        return
    names = ", ".join(dict.fromkeys(one.name for one, _ in found))
    first, criterion = theirs[0]
    handle = next(
        one.handle
        for one in desk.groups.ever(desk.people.find(who).mentorship.id)
        if one.id == first.mentee_id
    )
    output.say(
        f"It counts for the certificates of {names}. Who was not there:"
        f" mentordesk certificate untick {handle} {first.key} {criterion}"
    )


@milestone.command("skip")
@who_argument
@_key
@_text
@pass_door
def skip(door: Door, who: str, key: str, words: tuple[str, ...]) -> None:
    """Leave it out this time."""
    output.say(f"Skipped: {door.write().milestones.skip(who, key, ' '.join(words))}")


@milestone.command("note")
@who_argument
@_key
@click.argument("words", metavar="TEXT…", nargs=-1, required=True)
@pass_door
def note(door: Door, who: str, key: str, words: tuple[str, ...]) -> None:
    """Keep words for a date to come.

    Such as topics to bring to the touch base: they stand beside it on the day.
    """
    output.say(f"Kept for: {door.write().milestones.note(who, key, ' '.join(words))}")


@milestone.command("ics")
@who_argument
@click.option(
    "-o", "path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Into a file; to stdout unless said.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Even if another file is there.")
@pass_door
def ics(door: Door, who: str, path: Path | None, force: bool) -> None:
    """Write the dates to come for a calendar.

    Whole days, with the programme's titles and the name, and nothing that was written down.
    Importing it again moves what has moved. An earlier export is replaced.
    """
    desk = door.read()
    if path is None or str(path) == "-":
        output.data(desk.exports.dates(who))
        return
    desk.exports.write_dates(who, path, force)
    output.say(f"Wrote {words.counted(len(desk.milestones.days(who)), 'date')} to {path}")


@milestone.command("outline")
@who_argument
@click.argument("track", metavar="[OUTLINE]", required=False, default="")
@pass_door
def outline(door: Door, who: str, track: str) -> None:
    """Follow one of the playbook's outlines, or none when it is left out.

    `mentordesk playbook show SLUG` lists a programme's outlines. The agenda takes its steps in
    turn, and what belongs to a step falls due with it.
    """
    output.say(f"Outline: {door.write().milestones.follow(who, track)}")


def _row(desk: "Desk", line: "DatedLine") -> tuple[str, ...]:
    day = words.day_words(line.day, desk.today()) if line.day else "no day yet"
    said = "; ".join(filter(None, (line.text or line.why, *line.noted)))
    return _MARKS.get(line.state, "○"), day, line.key, line.title, said
