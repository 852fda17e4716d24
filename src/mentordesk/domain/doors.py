"""Doors opened for somebody: how an opportunity goes on, and people who are brought together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.plans import Opportunity
from mentordesk.domain.readers import ME, Audience
from mentordesk.domain.text import clip

INTRODUCTION_STATES = ("open", "made", "closed", "dropped")
SIDES = ("mentee", "other")
UNDER_WAY = ("watching", "spotted", "offered", "taken")
"""States in which something is still to come of an opportunity."""
BECOMES = {
    "spot": "spotted",
    "offer": "offered",
    "take": "taken",
    "decline": "declined",
    "result": "closed",
    "close": "closed",
}
"""What an opportunity is after each verb."""
_VERBS = {
    "watching": ("spot", "offer", "close"),
    "spotted": ("offer", "close"),
    "offered": ("take", "decline", "close"),
    "taken": ("result", "close"),
    "declined": ("result", "close"),
    "closed": (),
}
_COMMAND = "mentordesk opportunity"
_NEXT = {
    "spot": "Say that it has come up",
    "offer": "Offer it first",
    "take": "Say whether it was taken",
    "result": "Say what came of it",
}


class Step(NamedTuple):
    """What an opportunity became, when, and in the mentor's words."""

    state: str
    day: date
    text: str = ""
    readers: Audience = ME


class Opening(NamedTuple):
    """An opportunity with whose it is, the day it was written down, and what became of it."""

    opportunity: Opportunity
    name: str
    address: str
    noted_on: date
    steps: Sequence[Step] = ()


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two people who could know each other; `person` is the one who is not the mentee.

    Each side's consent has a day of its own. `text` says what it is about, `outcome` what came of
    it once it is closed.
    """

    id: str
    mentorship_id: str
    person: str
    contact: str = ""
    text: str = ""
    state: str = "open"
    mentee_agreed_on: date | None = None
    other_agreed_on: date | None = None
    made_on: date | None = None
    outcome: str = ""
    readers: Audience = ME

    @property
    def silent(self) -> tuple[str, ...]:
        """The sides that have not said yes."""
        agreed = (self.mentee_agreed_on, self.other_agreed_on)
        return tuple(side for side, on in zip(SIDES, agreed, strict=True) if on is None)


class Meant(NamedTuple):
    """An introduction with the mentee it is for."""

    introduction: Introduction
    name: str
    address: str


def forward(state: str) -> str:
    """The verb that takes an opportunity one step on; '' when nothing is left to do."""
    return next(iter(_VERBS[state]), "")


def after(one: Opportunity, verb: str) -> str:
    """What an opportunity becomes by a verb. Raises Refusal that names the next sensible one."""
    if verb in _VERBS[one.state]:
        return BECOMES[verb]
    what = f"“{clip(one.text, 40)}” is {one.state}"
    on = forward(one.state)
    if not on:
        raise Refusal(f"{what}: nothing is left to do. Take it back with: mentordesk undo")
    raise Refusal(f"{what}. {_NEXT[on]}: {_COMMAND} {on} {one.id[:8]}")


def unasked(one: Introduction, mentee: str) -> str:
    """A sentence about whoever has not agreed to an introduction; '' when both have."""
    names = {"mentee": mentee, "other": one.person}
    if not one.silent:
        return ""
    both = " and ".join(names[side] for side in one.silent)
    verb = "has" if len(one.silent) == 1 else "have"
    return f"{both} {verb} not said yes, as far as this desk knows."
