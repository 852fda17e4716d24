"""`idea`: what a session can be made of, and what was tried already."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_learning, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import json_option, who_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.learning import IdeaLine

NONE = "The programme has no session ideas. Add some to your own copy: mentordesk playbook copy"


@click.group("idea", cls=Group)
def idea() -> None:
    """Find what a session can be made of: list, use."""


@idea.command("list")
@who_argument
@json_option
@pass_door
def list_ideas(door: Door, who: str, as_json: bool) -> None:
    """List the programme's ideas: those not used with them yet come first."""
    desk = door.read()
    found = desk.ideas.list(who)
    if as_json:
        output.as_json([shapes_learning.used_idea(one) for one in found])
    elif not found:
        output.say(NONE)
    else:
        output.table([_row(desk, one) for one in found], indent=0)


@idea.command("use")
@who_argument
@click.argument("key", metavar="IDEA")
@click.option("--text", default="", metavar="TEXT", help="What you made of it.")
@pass_door
def use(door: Door, who: str, key: str, text: str) -> None:
    """Note that you did this today; IDEA is its key, or the beginning of it."""
    found = door.write().ideas.use(who, key, text)
    output.say(f"Used today: {found.title}")


def _row(desk: "Desk", line: "IdeaLine") -> tuple[str, str, str, str]:
    return line.idea.key, line.idea.title, _used(desk, line), line.text or line.idea.about


def _used(desk: "Desk", line: "IdeaLine") -> str:
    if not line.used:
        return ""
    times = f"{len(line.used)} times, last " if len(line.used) > 1 else ""
    return f"used {times}{words.day_words(line.used[0], desk.today())}"
