"""What was promised and aimed for: actions, goals, opportunities."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from mentordesk.domain.readers import FOR_MENTEE, ME, Audience

TERMS = ("short", "long", "role")
"""Horizons without a number of days."""
DAYS_AHEAD = (30, 60, 90)
"""How far targets are set where the playbook says nothing."""
GOAL_STATES = ("open", "met", "unmet", "dropped", "carried")
OPPORTUNITY_STATES = ("watching", "spotted", "offered", "taken", "declined", "closed")


@dataclass(frozen=True, slots=True)
class Action:
    """One promise. `owner` is me, mentee or network; `who` the handle or name behind it.

    `task` marks the one weekly task that the next session starts with; `proposed_by` is mentee when
    it was the mentee's own idea, else ''.
    """

    id: str
    mentorship_id: str
    text: str
    owner: str = "me"
    who: str = "me"
    due: date | None = None
    state: str = "open"
    task: bool = False
    session_id: str = ""
    done_on: date | None = None
    readers: Audience = FOR_MENTEE
    plan_row_id: str = ""
    proposed_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.state == "open"


class Promised(NamedTuple):
    """An action together with whose mentorship it belongs to."""

    name: str
    address: str
    action: Action


@dataclass(frozen=True, slots=True)
class Goal:
    """An aim with a horizon: so many days ahead, short, long, or a role.

    `set_no` is the set of targets it was set with (from 1; 0 stands beside them), `came_from` the
    goal of an earlier set that it carries on. `kind` is what it is about, in the mentor's words.
    """

    id: str
    mentorship_id: str
    text: str
    horizon: str = "90"
    due: date | None = None
    state: str = "open"
    measure: str = ""
    readers: Audience = FOR_MENTEE
    kind: str = ""
    outcome: str = ""
    set_no: int = 0
    set_on: date | None = None
    done_on: date | None = None
    came_from: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still aimed for."""
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class Opportunity:
    """Something the mentor watches out for, or has spotted, offered and followed up.

    `source` is where it was seen: an address, a name.
    """

    id: str
    mentorship_id: str
    text: str
    state: str = "spotted"
    due: date | None = None
    readers: Audience = ME
    source: str = ""


def farness(horizon: str) -> tuple[int, int]:
    """What horizons are sorted by: days first, the nearest one on top, then short, long, role."""
    if horizon.isdecimal():
        return 0, int(horizon)
    return 1, TERMS.index(horizon) if horizon in TERMS else len(TERMS)


def overdue(actions: Iterable[Action], today: date) -> list[Action]:
    """Open promises whose day has passed, oldest first."""
    late = [a for a in actions if a.is_open and a.due and a.due < today]
    return sorted(late, key=attrgetter("due"))


def in_order(actions: Iterable[Action]) -> list[Action]:
    """Promises as a list shows them: mine first, then by day, undated ones last."""
    return sorted(actions, key=lambda a: (a.owner != "me", a.due or date.max, a.text))
