"""What was promised and aimed for: actions, goals, opportunities."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from mentordesk.domain.readers import FOR_MENTEE, ME, Audience

HORIZONS = ("30", "60", "90", "short", "long", "role")
OPPORTUNITY_STATES = ("watching", "spotted", "offered", "taken", "declined", "closed")


@dataclass(frozen=True, slots=True)
class Action:
    """One promise. `owner` is me, mentee or network; `who` the handle or name behind it.

    `task` marks the one weekly task that the next session starts with.
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

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class Goal:
    """An aim with a horizon: 30, 60 or 90 days, short, long, or a role."""

    id: str
    mentorship_id: str
    text: str
    horizon: str = "90"
    due: date | None = None
    state: str = "open"
    measure: str = ""
    readers: Audience = FOR_MENTEE


@dataclass(frozen=True, slots=True)
class Opportunity:
    """Something the mentor watches out for, or has spotted, offered and followed up."""

    id: str
    mentorship_id: str
    text: str
    state: str = "spotted"
    due: date | None = None
    readers: Audience = ME


def overdue(actions: Iterable[Action], today: date) -> list[Action]:
    """Open promises whose day has passed, oldest first."""
    late = [a for a in actions if a.is_open and a.due and a.due < today]
    return sorted(late, key=attrgetter("due"))


def in_order(actions: Iterable[Action]) -> list[Action]:
    """Promises as a list shows them: mine first, then by day, undated ones last."""
    return sorted(actions, key=lambda a: (a.owner != "me", a.due or date.max, a.text))
