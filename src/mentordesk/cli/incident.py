"""`incident`: a breach of the code of conduct, noted for the mentor alone."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import Words, json_option, text_of, who_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk


@click.command("incident", cls=Words)
@who_argument
@click.argument("text", metavar="[TEXT…]", nargs=-1)
@json_option
@pass_door
def incident(door: Door, who: str, text: tuple[str, ...], as_json: bool) -> None:
    """Note a breach of the code of conduct, or read what was noted.

    It is for you alone: in no export, no recap, no list that shows other notes' words.
    """
    if text:
        desk = door.write()
        desk.trust.incident(who, text_of(text))
        output.say("Noted, for you alone.")
        _say_where(desk, who)
        return
    desk = door.read()
    found = desk.trust.incidents(who)
    if as_json:
        output.as_json([shapes.note(one) for one in found])
        return
    for one in found:
        output.say(words.moment(desk, one.at))
        output.paragraph(one.body)
    if not found:
        output.say(f"Nothing was noted. Note it with: mentordesk incident {who} 'what happened'")
        _say_where(desk, who)


def _say_where(desk: "Desk", who: str) -> None:
    """Where the programme wants to hear of it."""
    playbook = desk.trust.page(who).playbook
    if playbook.report_conduct:
        output.say(f"{playbook.title} wants it reported: {playbook.report_conduct}")
    elif playbook.conduct:
        output.say(f"The code of conduct: {playbook.conduct}")
