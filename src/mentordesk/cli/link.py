"""`link`: something worth reading, sent between two calls."""

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import OneOf, json_option, who_argument
from mentordesk.domain.notes import TOUCHES


@click.group("link", cls=Group)
def link() -> None:
    """Share links between calls: share, list."""


@link.command("share")
@who_argument
@click.argument("url", metavar="LINK")
@click.argument("text", metavar="[TEXT…]", nargs=-1)
@click.option(
    "--by",
    type=OneOf("way to share", TOUCHES),
    default="chat",
    metavar="K",
    help="How it was sent: chat (unless said), mail, forum …",
)
@pass_door
def share(door: Door, who: str, url: str, text: tuple[str, ...], by: str) -> None:
    """Note a link that you sent them; it counts as a word from you."""
    made = door.write().links.share(who, url, " ".join(text), by)
    output.say(f"Shared by {by}: {made.body}")


@link.command("list")
@who_argument
@json_option
@pass_door
def list_links(door: Door, who: str, as_json: bool) -> None:
    """List links that were shared or kept, newest first."""
    desk = door.read()
    found = desk.links.list(who)
    if as_json:
        output.as_json([shapes.note(one) for one in found])
    elif not found:
        output.say(f"No link yet. Share one with: mentordesk link share {who} https://…")
    else:
        today = desk.today()
        rows = [(words.day_words(n.at.astimezone(desk.tz).date(), today), n.body) for n in found]
        output.table(rows, indent=0)
