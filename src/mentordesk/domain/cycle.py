"""Where a mentorship stands on the way from goals to a decision, told from facts alone."""

from collections.abc import Sequence
from typing import NamedTuple

from mentordesk.domain.text import counted

GOALS, PLAN, ACT, REVIEW, DECIDE = "goals", "plan", "act", "review", "decide"


class Course(NamedTuple):
    """What the way is told from; the numbers count goals and rows of the plan together.

    `plans` says that the programme has an action plan, `decides` that it ends in a decision.
    `passed` are open ones whose day has gone by, `ready` that all a role asks for is met.
    """

    goals: int = 0
    rows: int = 0
    still_open: int = 0
    passed: int = 0
    plans: bool = False
    decides: bool = False
    decision_due: bool = False
    ready: bool = False


def stations(course: Course) -> list[str]:
    """The stations of this programme in turn: no plan where none is made, no decision either."""
    plan = [PLAN] if course.plans or course.rows else []
    return [GOALS, *plan, ACT, REVIEW, *([DECIDE] if course.decides else [])]


def station(course: Course) -> str:
    """The station one is at: set goals, make the plan, act, review what has passed, decide."""
    if not course.goals and not course.rows:
        return GOALS
    if course.decides and (course.decision_due or course.ready):
        return DECIDE
    if course.plans and not course.rows:
        return PLAN
    return REVIEW if course.passed or not course.still_open else ACT


def role_hint(named: bool, asked: bool) -> str:
    """What is still to be written down of the role that a programme leads to, as a suggestion."""
    if not named:
        return "the role that is aimed for is not named yet"
    return "" if asked else "what the role asks for is not written down yet"


def hints(rows: int, unmeasured: int, *, begin_with: int, meeting: int, number: int) -> list[str]:
    """What could be done next about the plan, as suggestions.

    `begin_with` rows and `meeting` are the playbook's (0: it says nothing), `number` is the
    meeting that comes next.
    """
    found: Sequence[str] = (
        _beginning(rows, begin_with, meeting, number) if begin_with or meeting else "",
        f"no measure yet: {unmeasured} of {counted(rows, 'row')}" if unmeasured else "",
    )
    return [hint for hint in found if hint]


def _beginning(rows: int, begin_with: int, meeting: int, number: int) -> str:
    if not rows and meeting and number <= meeting:
        when = "this meeting" if number == meeting else f"meeting {meeting}"
        some = f", {begin_with} rows to begin" if begin_with else ""
        return f"the plan is made in {when}{some}"
    if rows < begin_with:
        return f"{begin_with} rows to begin: {begin_with - rows} more"
    return ""
