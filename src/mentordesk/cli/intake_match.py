"""`intake match`: whether two people fit, by the programme's own list."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_intake, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option, who_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.intake import FitLine, Load

_MARKS = {"yes": "✓", "no": "×", "unsure": "?"}


@click.command("match")
@who_argument
@click.argument("criterion", metavar="[CRITERION]", required=False, default="")
@click.argument("verdict", metavar="[yes|no|unsure]", required=False, default="")
@click.argument("text", metavar="[TEXT…]", nargs=-1)
@json_option
@pass_door
def match(
    door: Door, who: str, criterion: str, verdict: str, text: tuple[str, ...], as_json: bool
) -> None:
    """Look at whether you fit: print the list, or answer one criterion.

    CRITERION is a key as the list shows it; agreed-mentor and agreed-mentee are for the two
    consents. Nothing follows from the answers: you decide.
    """
    if criterion:
        output.say(door.write().intake.match(who, criterion, verdict.casefold(), " ".join(text)))
        return
    desk = door.read()
    fit = desk.intake.fit(who)
    if as_json:
        output.as_json([shapes_intake.fit(one) for one in fit])
    else:
        output.table([_row(desk, one) for one in fit], indent=0)
        _print_load(desk, who)


def _row(desk: "Desk", one: "FitLine") -> tuple[str, ...]:
    day = words.day_words(one.day, desk.today()) if one.day else ""
    return _MARKS.get(one.verdict, "○"), one.key, one.ask, one.verdict, one.text or one.hint, day


def _print_load(desk: "Desk", who: str) -> None:
    from mentordesk.domain.intake import suggestion

    load = desk.intake.load(desk.people.find(who).mentorship.playbook)
    for sentence in (suggestion(desk.intake.fit(who)), *load_sentences(load)):
        output.say(sentence)


def load_sentences(load: "Load") -> list[str]:
    """How many there are under the programme, and how many mentors somebody may have."""
    said = [f"You mentor {load.counted()} under {load.title}."]
    if load.mentors:
        said.append(f"A mentee has at most {words.counted(load.mentors, 'mentor')} there.")
    return said
