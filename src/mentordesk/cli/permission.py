"""`permission`: what somebody allowed to be told, and to whom."""

import click

from mentordesk.cli import output
from mentordesk.cli.agreement import on_option
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    Words,
    json_option,
    past_day_of,
    readers_of,
    readers_option,
    text_of,
    who_argument,
)


@click.group("permission", cls=Group)
def permission() -> None:
    """Keep what may be passed on: list, add, withdraw."""


@permission.command("list")
@who_argument
@json_option
@pass_door
def list_permissions(door: Door, who: str, as_json: bool) -> None:
    """List what was allowed, taken back or not."""
    desk = door.read()
    found = desk.permissions.list(who)
    if as_json:
        from mentordesk.cli import shapes_trust

        output.as_json([shapes_trust.permission(one) for one in found])
        return
    from mentordesk.cli.agreement_card import empty_ledger, permission_rows

    output.table(permission_rows(desk, found) or [(empty_ledger(who),)], indent=0)
    for line in desk.trust.page(who).playbook.confidential:
        output.say(f"The programme: {line}")


@permission.command("add", cls=Words)
@who_argument
@click.argument("words", metavar="SCOPE…", nargs=-1, required=True)
@click.option("--to", required=True, metavar="WHOM", help="coordinator, public, or a name.")
@click.option("--by", default="", metavar="WAY", help="By which way: mail, in the report …")
@click.option("--said", default="", metavar="TEXT", help="How they said it.")
@click.option("--on", metavar="DAY", help="When they said it; today unless said.")
@readers_option
@pass_door
def add(
    door: Door,
    who: str,
    words: tuple[str, ...],
    to: str,
    by: str,
    said: str,
    on: str | None,
    readers: str | None,
) -> None:
    """Note what somebody allowed to be told.

    SCOPE says what it is. A text for others than the mentee is warned of while there is none.
    """
    scope = text_of(words)
    desk = door.write()
    day = past_day_of(desk, on)
    seen = readers_of(readers)
    made = desk.permissions.add(who, scope, to, by=by, said=said, on=day, readers=seen)
    output.say(f"Allowed: {made.scope}, to {made.recipient}. It can be withdrawn at any time.")


@permission.command("withdraw")
@click.argument("id", metavar="ID")
@on_option
@pass_door
def withdraw(door: Door, id: str, on: str | None) -> None:
    """Note that it was taken back; it stays in the list.

    ID is the beginning of an id as `mentordesk permission list` shows it.
    """
    desk = door.write()
    day = past_day_of(desk, on)
    output.say(f"Withdrawn: {desk.permissions.withdraw(id, day)}")
