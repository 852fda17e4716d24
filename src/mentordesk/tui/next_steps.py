"""The next step of a refusal as a key on screen, where its sentence names a command."""

import re
from collections.abc import Mapping

STEPS: Mapping[str, str] = {
    "agreement withdraw": "agreement.withdraw",
    "group add": "people.group",
    "group join": "group.join",
    "hours book": "offers.on",
    "hours set": "offers.add",
    "ics invite": "person.export",
    "intake advance": "intake.advance",
    "introduction made": "doors.step",
    "log": "person.log",
    "mentee add": "people.add",
    "mentee complete": "person.end",
    "mentee edit": "mentee.edit",
    "mentee exit": "person.end",
    "mentee pause": "people.pause",
    "mentee restore": "person.archive",
    "mentee resume": "people.pause",
    "mentee term": "person.term",
    "plan edit": "plan.reword",
    "review month": "review.month",
    "review task": "review.task",
    "session agenda": "call.add",
    "session history": "call.versions",
    "session pause": "call.pause",
    "session resume": "call.pause",
    "session roll": "call.roll",
    "session start": "person.start",
    "slide draft": "milestones.slide",
    "slide final": "slide.final",
    "slot change": "person.slot",
    "slot set": "person.slot",
    "undo": "app.undo",
}
"""Commands that sentences of the desk name, and the binding that does the same on screen."""

_COMMAND = re.compile(r"mentordesk ([a-z]+)(?: ([a-z]+))?[^.,;]*?(?=[.,;]? or:|[.,;](?: |$)|$)")


def in_keys(sentence: str, hints: Mapping[str, str]) -> str:
    """The sentence with keys for commands, as far as they are in reach.

    `hints` are the commands in reach by the id of their binding, as rows name them: `x Done`.
    """
    return _COMMAND.sub(lambda found: _key(found, hints), sentence)


def _key(found: re.Match[str], hints: Mapping[str, str]) -> str:
    for command in (f"{found[1]} {found[2]}", found[1]):
        if hint := hints.get(STEPS.get(command, "")):
            key, _, name = hint.partition(" ")
            return f"{key} ({name})"
    return found[0]
