"""What the commands about goals, plans and gaps take, and how they show ids."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from mentordesk.cli.options import day_of

if TYPE_CHECKING:
    from datetime import date

    from mentordesk.desk import Desk

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


def days_of(desk: "Desk", dues: Sequence[str]) -> "list[date]":
    """The days that were typed. Raises Refusal for what is none."""
    return [day_of(desk, typed) for typed in dues]


def ids_of(ids: Sequence[str]) -> dict[str, str]:
    """The shortest beginnings that tell these ids apart."""
    from mentordesk.desk.ids import short

    return short(list(ids))
