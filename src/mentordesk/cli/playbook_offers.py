"""`playbook offers` and `playbook adopt`: a programme changed after somebody had begun with it."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_intake
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option, who_argument
from mentordesk.domain.text import clip

if TYPE_CHECKING:
    from mentordesk.domain.playbook_changes import Offer

_WIDTH = 40


@click.command("offers")
@click.argument("who", metavar="[WHO]", required=False, default="")
@json_option
@pass_door
def offers(door: Door, who: str, as_json: bool) -> None:
    """Print who goes by an older version, and what differs key by key."""
    found = door.read().playbooks.offers(who)
    if as_json:
        output.as_json([shapes_intake.offer(one) for one in found])
    elif not found:
        output.say("Everybody goes by their programme as it is now.")
    for one in () if as_json else found:
        _print(one)


@click.command("adopt")
@who_argument
@pass_door
def adopt(door: Door, who: str) -> None:
    """Go on by the programme as it is now, from here on."""
    one = door.write().playbooks.adopt(who)
    output.say(f"{one.name} goes by {one.title}, version {one.now}, from here on.")
    output.table(_rows(one))


def _print(one: "Offer") -> None:
    output.say(f"{one.name} ({one.address}) goes by {one.title}, {_versions(one)}")
    output.table(_rows(one))
    output.say(f"  Go on by the new one with: mentordesk playbook adopt {one.address}")


def _versions(one: "Offer") -> str:
    if one.was == one.now:
        return f"version {one.was}, as it was at the start:"
    return f"version {one.was}; it is {one.now} now:"


def _rows(one: "Offer") -> list[tuple[str, ...]]:
    return [
        (key, clip(was, _WIDTH) or "–", "→", clip(now, _WIDTH) or "–")
        for key, was, now in one.changes
    ]
