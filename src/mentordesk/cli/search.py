"""`search`: notes, recaps, promises, opportunities and goals by their words."""

import click

from mentordesk.cli import search_hits
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option, text_of, words_argument
from mentordesk.domain.searching import quoted


@click.command("search")
@words_argument
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=search_hits.LIMIT, help="At most so many; 50."
)
@json_option
@pass_door
def search(door: Door, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search notes, recaps, promises and goals.

    Every word must be there, the last one may be the beginning of a word. What matched stands
    between « and ».

    Filters narrow it: `who:ada`, `kind:win,stuck`, `from:1.10.` (since that day) and
    `audience:mentee` (what they may read; me: what nobody else may). They do without words, too.
    """
    search_hits.search(door, text_of([quoted(word) for word in words]), limit, as_json)
