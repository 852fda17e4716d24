"""`certificate`: what the programme gives for what, and how far everybody is."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_feedback
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import json_option, who_argument

if TYPE_CHECKING:
    from mentordesk.domain.criteria import Standing, Verdict

_certificate = click.argument("key", metavar="CERTIFICATE")
_criterion = click.argument("criterion", metavar="CRITERION")


@click.group("certificate", cls=Group)
def certificate() -> None:
    """Follow certificates: what is met, the evidence for it, what is missing."""


@certificate.command("show")
@who_argument
@json_option
@pass_door
def show(door: Door, who: str, as_json: bool) -> None:
    """Show what is met and what is missing, for you and for each member."""
    found = door.read().certificates.of(who)
    if as_json:
        output.as_json([shapes_feedback.certificate(one) for one in found])
    elif not found:
        output.say(
            "The programme gives no certificate. `mentordesk playbook copy` makes one to edit."
        )
    for one in () if as_json else found:
        _print(one)


@certificate.command("tick")
@who_argument
@_certificate
@_criterion
@click.option("--evidence", default="", metavar="TEXT", help="What shows it.")
@pass_door
def tick(door: Door, who: str, key: str, criterion: str, evidence: str) -> None:
    """Say that a criterion is met, whatever is counted.

    Of a mentee's certificate WHO says whose: a member of a group, or all of it.
    """
    _say(door.write().certificates.tick(who, key, criterion, evidence))


@certificate.command("untick")
@who_argument
@_certificate
@_criterion
@click.option("--evidence", default="", metavar="TEXT", help="What shows it.")
@pass_door
def untick(door: Door, who: str, key: str, criterion: str, evidence: str) -> None:
    """Take a tick back; where it is counted as met, say that it is not."""
    _say(door.write().certificates.untick(who, key, criterion, evidence))


def _print(one: "Standing") -> None:
    output.say(f"{one.title} ({one.key}) · {one.whose} · {one.met} of {len(one.criteria)}")
    output.table([_row(verdict) for verdict in one.criteria])


def _row(one: "Verdict") -> tuple[str, ...]:
    said = " · ".join(filter(None, (one.evidence, one.missing)))
    return "✓" if one.met else "○", one.key, one.says, said


def _say(one: "Verdict") -> None:
    mark, _, says, said = _row(one)
    output.say(f"{mark} {says}" + (f": {said}" if said else ""))
