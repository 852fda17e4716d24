"""`import`: what was kept elsewhere comes in, after a look at what it would be."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group

if TYPE_CHECKING:
    from mentordesk.desk.imports import Imported


@click.group("import", cls=Group)
def imports() -> None:
    """Take over what was kept elsewhere."""


@imports.command("notes")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--playbook", default="", metavar="P", help="The programme of people who are new.")
@click.option("--dry-run", is_flag=True, help="Only say what would be made.")
@pass_door
def notes(door: Door, file: Path, playbook: str, dry_run: bool) -> None:
    """Import student notes in Markdown.

    One person per first-level heading, with quick info, interests and calls by date below. A file
    read twice is taken in once.
    """
    found = door.write().imports.notes(file, dry_run, playbook)
    for one in found:
        output.say(_said(one))
        for line in one.unread:
            output.say(f"  ! {line}")
    if dry_run:
        output.say(f"Nothing was stored. Do it with: mentordesk import notes {file}")


def _said(one: "Imported") -> str:
    parts = [
        ", ".join(one.fields),
        words.counted(one.notes, "note"),
        words.counted(one.goals, "goal"),
        words.counted(len(one.calls), "call"),
    ]
    known = "new" if one.is_new else "known"
    return f"{one.name} ({one.handle}, {known}): " + ", ".join(filter(None, parts))
