"""What the screen of a call shows, apart from `pages`: it is opened in a hurry."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mentordesk.domain.agenda import Point
    from mentordesk.domain.coming import CallLine
    from mentordesk.domain.groups import Member, StepAt
    from mentordesk.domain.owners import Stranger
    from mentordesk.domain.people import Mentee, Mentorship
    from mentordesk.domain.plans import Action, Goal
    from mentordesk.domain.playbook import Glance
    from mentordesk.domain.sessions import Session
    from mentordesk.domain.waiting import Waiting


class Aim(NamedTuple):
    """An open goal in a call: how it stood last, '' for never, and whether this call said so."""

    goal: "Goal"
    mark: str = ""
    is_new: bool = False


class CallPage(NamedTuple):
    """The call screen: the session with its timebox, agenda, promises, notes and their true state.

    `stored_at` is when the notes were last stored; `marks` maps a line of the notes to the kind of
    thing it made, `suggested` one that was pasted to the kind it would make, and `undated` one
    whose last ` by …` is no day to come to those words. `strangers` are lines with an owner whom
    nobody knows. `recorded`: a recording of it runs.
    """

    mentee: "Mentee"
    mentorship: "Mentorship"
    playbook: "Glance"
    address: str
    session: "Session"
    total: int
    agenda: Sequence["Point"]
    promised: Sequence["Action"]
    notes: str
    stored_at: datetime | None
    marks: dict[int, str]
    boundary: str
    goal: str
    next: "CallLine | None"
    late: bool = False
    step: "StepAt | None" = None
    roll: "Sequence[tuple[Member, str]]" = ()
    suggested: Mapping[int, str] = {}
    undated: Mapping[int, str] = {}
    strangers: "Mapping[int, Stranger]" = {}
    recorded: bool = False
    waiting: "Waiting | None" = None
    aims: "Sequence[Aim]" = ()
