"""The action plan and what belongs to a goal: sets, marks, SMART, what a role asks for, gaps.

Named tuples, made by the hundred for the lists. Nothing here is a hard requirement: what is
missing is named, and nobody is held to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.plans import DAYS_AHEAD, TERMS, Goal, farness
from mentordesk.domain.plans import Promised as Promised
from mentordesk.domain.programme_people import COLUMNS, Column
from mentordesk.domain.readers import FOR_MENTEE, Audience

if TYPE_CHECKING:
    from mentordesk.domain.playbook import Playbook

MARKS = ("on-track", "behind", "ahead", "done")
LETTERS = ("specific", "measurable", "achievable", "relevant", "timely")
ROW_STATES = ("open", "done", "dropped")
GAP_STATES = ("open", "closed")
GAP_KINDS = ("skill", "knowledge", "behaviour")
GOAL_KINDS = ("project", "skill", "career", "opportunity", "connection")
TITLES = {
    "goal": "Goal",
    "mentee": "Steps of the mentee",
    "mentor": "Steps of the mentor",
    "network": "Steps of others",
    "barriers": "Barriers",
    "measure": "Measure of success",
    "due": "By when",
}


class Mark(NamedTuple):
    """How a goal stood on a day, in a word of MARKS, with what was said of it."""

    id: str
    goal_id: str
    mark: str
    text: str
    day: date
    session_id: str = ""


class Requirement(NamedTuple):
    """One thing a role asks for; `met_on` is the day it was seen to be met."""

    id: str
    goal_id: str
    text: str
    evidence: str = ""
    met_on: date | None = None


class PlanRow(NamedTuple):
    """One row of the action plan; `dues` are its target days, the earliest first."""

    id: str
    mentorship_id: str
    goal: str
    mentee: str = ""
    mentor: str = ""
    network: str = ""
    barriers: str = ""
    measure: str = ""
    dues: tuple[date, ...] = ()
    state: str = "open"
    done_on: date | None = None
    position: int = 0
    readers: Audience = FOR_MENTEE

    @property
    def is_open(self) -> bool:
        """Whether it is still worked on."""
        return self.state == "open"

    @property
    def lacks_measure(self) -> bool:
        """Whether nobody could tell that it succeeded."""
        return self.is_open and not self.measure

    def next_due(self, today: date) -> date | None:
        """The next of its target days, or the last one when all have passed."""
        ahead = [day for day in self.dues if day >= today]
        return min(ahead) if ahead else max(self.dues, default=None)

    def cell(self, column: str) -> str:
        """The text of a column other than `due`."""
        return str(getattr(self, column))


class Change(NamedTuple):
    """What a cell of the plan said until a day; target days are ISO 8601 with blanks between."""

    plan_row_id: str
    cell: str
    was: str
    day: date


class Gap(NamedTuple):
    """What is missing on the way, of which kind, how one can tell, and the row that closes it."""

    id: str
    mentorship_id: str
    kind: str
    text: str
    evidence: str = ""
    plan_row_id: str = ""
    state: str = "open"
    done_on: date | None = None
    readers: Audience = FOR_MENTEE


class GoalSet(NamedTuple):
    """Targets that were set together; a newer set keeps this one with its outcomes."""

    number: int
    set_on: date | None
    goals: Sequence[Goal]


class GoalPage(NamedTuple):
    """Everything known of one goal."""

    goal: Goal
    address: str
    marks: Sequence[Mark]
    smart: Mapping[str, str]
    requirements: Sequence[Requirement]
    carried: int = 0
    asks_smart: bool = False


class PlanPage(NamedTuple):
    """A mentorship's goals, plan and gaps; marks, SMART and requirements by the goal's id."""

    address: str
    playbook: "Playbook"
    goals: Sequence[Goal]
    marks: Mapping[str, Sequence[Mark]]
    smart: Mapping[str, Mapping[str, str]]
    requirements: Mapping[str, Sequence[Requirement]]
    rows: Sequence[PlanRow]
    changes: Mapping[str, Sequence[Change]]
    gaps: Sequence[Gap]
    stations: Sequence[str]
    station: str
    hints: Sequence[str]

    def page_of(self, goal: Goal) -> GoalPage:
        """What is known of one of its goals."""
        return GoalPage(
            goal,
            self.address,
            self.marks.get(goal.id, ()),
            self.smart.get(goal.id, {}),
            self.requirements.get(goal.id, ()),
            times_carried(goal, self.goals),
            self.playbook.smart,
        )


class Aimed(NamedTuple):
    """A goal with whose it is and how it stood when it was last looked at."""

    name: str
    address: str
    goal: Goal
    mark: str = ""


class Planned(NamedTuple):
    """A row of somebody's action plan."""

    name: str
    address: str
    row: PlanRow


class Board(NamedTuple):
    """What is promised, aimed for and planned across everybody; all of it open."""

    promises: Sequence[Promised]
    targets: Sequence[Aimed]
    rows: Sequence[Planned]


def horizons(playbook: "Playbook") -> tuple[str, ...]:
    """The horizons a goal can have under a playbook, the nearest first, the terms last."""
    return (*map(str, playbook.horizons or DAYS_AHEAD), *TERMS)


def columns(playbook: "Playbook") -> tuple[Column, ...]:
    """The plan's columns as the programme calls them; Astropy's seven where it says nothing."""
    return playbook.plan_columns or tuple(Column(key, TITLES[key]) for key in COLUMNS)


def goal_sets(goals: Iterable[Goal]) -> list[GoalSet]:
    """The sets of targets, the oldest first; goals that stand beside the sets are left out."""
    inside: dict[int, list[Goal]] = {}
    for goal in sorted(goals, key=lambda one: farness(one.horizon)):
        if goal.set_no:
            inside.setdefault(goal.set_no, []).append(goal)
    return [
        GoalSet(number, min((g.set_on for g in found if g.set_on), default=None), found)
        for number, found in sorted(inside.items())
    ]


def times_carried(goal: Goal, goals: Iterable[Goal]) -> int:
    """Over how many sets a goal was carried so far."""
    by_id = {one.id: one for one in goals}
    times = 0
    while goal.came_from in by_id:
        goal, times = by_id[goal.came_from], times + 1
    return times


def missing_letters(smart: Mapping[str, str]) -> tuple[str, ...]:
    """Which of the five words of SMART nothing was said about."""
    return tuple(letter for letter in LETTERS if not smart.get(letter))


def readiness(requirements: Sequence[Requirement]) -> str:
    """How much of what a role asks for is met: `3 of 5 met`; '' when nothing is asked."""
    met = sum(one.met_on is not None for one in requirements)
    return f"{met} of {len(requirements)} met" if requirements else ""


def outcome_word(goal: Goal) -> str:
    """What became of a goal, as one says it."""
    words = {"unmet": "not met", "carried": "carried over"}
    return words.get(goal.state, goal.state)
