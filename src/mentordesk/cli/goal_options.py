"""What the commands about goals, plans and gaps take, and how they show ids."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from mentordesk.cli.options import day_of

if TYPE_CHECKING:
    from datetime import date

    from mentordesk.desk import Desk
    from mentordesk.domain.readers import Audience

id_argument = click.argument("id", metavar="ID")
said_argument = click.argument("words", metavar="[TEXT…]", nargs=-1)
for_option = click.option(
    "--for",
    "readers",
    metavar="WHO,…",
    help="Who else may read it: me (nobody), mentee (unless said), coordinator, public.",
)
due_option = click.option(
    "--due", "dues", metavar="DAY", multiple=True, help="By when; may be said more than once."
)


def audience_of(readers: str | None) -> "Audience | None":
    """The readers that were typed; None when nothing was. Raises Refusal for another word."""
    from mentordesk.domain.readers import audience  # most are for whom they usually are

    return None if readers is None else audience(readers.replace(",", " ").lower().split())


def readers_of(readers: str | None) -> "Audience":
    """The readers that were typed; the mentee when nothing was. Raises Refusal as above."""
    from mentordesk.domain.readers import FOR_MENTEE

    chosen = audience_of(readers)
    return FOR_MENTEE if chosen is None else chosen


def days_of(desk: "Desk", dues: Sequence[str]) -> "list[date]":
    """The days that were typed. Raises Refusal for what is none."""
    return [day_of(desk, typed) for typed in dues]


def ids_of(ids: Sequence[str]) -> dict[str, str]:
    """The shortest beginnings that tell these ids apart."""
    from mentordesk.desk.ids import short

    return short(list(ids))
