"""`session roll`: who of a group is here, was late, had told you, or did not come."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option
from mentordesk.domain.errors import Refusal

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.groups import Member
    from mentordesk.domain.people import Relation
    from mentordesk.domain.sessions import Session


@click.command("roll")
@click.argument("typed", metavar="[GROUP] [WHO STATUS]…", nargs=-1)
@click.option("--all", "everybody", is_flag=True, help="Everybody else was there.")
@click.option("--next", "ahead", is_flag=True, help="The next meeting: who told you beforehand.")
@json_option
@pass_door
def roll(door: Door, typed: tuple[str, ...], everybody: bool, ahead: bool, as_json: bool) -> None:
    """Call the roll of a group: attended, late, no-show, excused, cancelled.

    It means the running meeting, or the last one held; with --next the one to come. Without WHO it
    prints what is known. Nobody is marked unless you say so; a no-show gives you a follow-up.
    """
    desk = door.write() if everybody or len(typed) > 1 else door.read()
    found, pairs = _meant(desk, typed)
    if ahead:
        away = desk.groups.rolls.ahead(found, pairs) if pairs else desk.groups.rolls.away(found)
        _print_ahead(found, away, as_json)
        return
    session = desk.groups.rolls.session(found)
    if pairs or everybody:
        _say(desk, session, pairs, everybody)
    known = desk.groups.rolls.roll(session.id)
    if as_json:
        from mentordesk.cli.shapes_groups import roll as shape

        output.as_json(shape(known))
    else:
        _print(desk, session, known)


def _say(
    desk: "Desk", session: "Session", pairs: Sequence[tuple[str, str]], everybody: bool
) -> None:
    """Note what was said, and that the others were there, as one change."""
    name = desk.people.by_mentorship(session.mentorship_id).mentee.name
    with desk.writing(f"roll-call of {name}"):
        desk.groups.rolls.say(session.id, pairs)
        if everybody:
            desk.groups.rolls.all_here(session.id)


def _meant(desk: "Desk", typed: Sequence[str]) -> "tuple[Relation, Sequence[tuple[str, str]]]":
    """The group, and who is said to be what; without a group it is that of the running call."""
    running = desk.calls.running()
    said = typed[1:] if len(typed) % 2 else typed
    pairs = list(zip(said[::2], said[1::2], strict=True))
    if len(typed) % 2 or (typed and running is None):
        return desk.groups.find(typed[0]), pairs
    if running is None:
        raise Refusal("No call is running. Say of which group: mentordesk session roll GROUP")
    return desk.groups.find(desk.people.by_mentorship(running.mentorship_id).address), pairs


def _print_ahead(found: "Relation", away: "Sequence[tuple[Member, str]]", as_json: bool) -> None:
    if as_json:
        from mentordesk.cli.shapes_groups import roll as shape

        output.as_json(shape(away))
        return
    names = ", ".join(f"{one.name} ({status})" for one, status in away)
    without = f"without {names}" if names else "nobody has called it off"
    output.say(f"{found.mentee.name}, next time: {without}.")


def _print(desk: "Desk", session: "Session", known: "Sequence[tuple[Member, str]]") -> None:
    name = desk.people.by_mentorship(session.mentorship_id).mentee.name
    held = (session.started or session.planned_start).astimezone(desk.tz).date()
    output.say(f"{name}, call {session.number}, {words.day_words(held, desk.today())}")
    output.table([(one.name, status or "not said") for one, status in known])
    unsaid = [one.handle for one, status in known if not status]
    if unsaid:
        output.say(f"Not said yet: {', '.join(unsaid)}. Everybody else was there: --all")
