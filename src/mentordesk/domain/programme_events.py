"""What happens in the course of a programme: outlines, milestones, surveys, decisions, reports."""

from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.programme_milestone import WEEKDAYS as WEEKDAYS
from mentordesk.domain.programme_milestone import Milestone as Milestone
from mentordesk.domain.readers import FOR_COORDINATOR, FOR_MENTEE, ME, Audience

if TYPE_CHECKING:
    from mentordesk.domain.playbook import Item, Question

MARKS = ("representative", "slide draft", "slide final", "showcase")
MILESTONES = (
    "check-in", "decision", "survey", "touch base", "slide draft", "slide final", "showcase",
    "stop point", "report", "stand-up", "timesheet", "feedback round", "relationship talk",
    "review", "onboarding", "notice", "slots", "prep", "close-out",
)  # fmt: skip
AFTER = ("start", "previous", "end")
REPLIES = ("text", "yes or no", "1 to 5")
VERDICTS = ("continue", "change", "graduate", "complete", "exit")
COUNTED = ("meetings", "milestone", "tick")
PERIODS = ("session", "week", "month", "quarter", "term")
SECTIONS = (
    "attendance", "progress", "goals", "wins", "concerns", "times", "next", "notes", "plan",
    "decision", "certificates",
)  # fmt: skip


class Step(NamedTuple):
    """One meeting of an outline; `marks` name what happens in it, 0 minutes are the cadence's."""

    title: str
    items: "tuple[Item, ...]"
    marks: tuple[str, ...] = ()
    minutes: int = 0


class Track(NamedTuple):
    """An outline that a group follows, one step a meeting unless it stays on one."""

    key: str
    title: str
    steps: tuple[Step, ...]
    about: str = ""
    tools: bool = False

    def step_with(self, mark: str) -> int:
        """The number of the first step (from 1) that has this mark; 0 when none has it."""
        return next((n for n, step in enumerate(self.steps, 1) if mark in step.marks), 0)


class Asked(NamedTuple):
    """One question of a survey and the kind of reply it wants."""

    key: str
    ask: str
    reply: str = "text"
    readers: Audience = FOR_MENTEE
    hint: str = ""


class Survey(NamedTuple):
    """Questions that are put to one side or both, here or in a form of the programme's."""

    key: str
    title: str
    by: str = "mentor"
    link: str = ""
    questions: tuple[Asked, ...] = ()


class Choice(NamedTuple):
    """One way a decision can go, and what becomes of the mentorship then."""

    key: str
    title: str
    verdict: str


class Decision(NamedTuple):
    """A decision the programme asks for, with what helps to take it."""

    key: str
    title: str
    choices: tuple[Choice, ...]
    by: str = "mentor"
    evidence: tuple[str, ...] = ()
    questions: "tuple[Question, ...]" = ()
    next: str = ""


class Criterion(NamedTuple):
    """What counts towards a certificate: `least` meetings, a milestone done, or a tick."""

    key: str
    says: str
    counts: str = "tick"
    least: int = 1
    milestone: str = ""


class Certificate(NamedTuple):
    """A certificate, whose it is, and everything it takes."""

    key: str
    title: str
    of: str
    criteria: tuple[Criterion, ...]


class Report(NamedTuple):
    """Something the mentor writes for others; `readers` decide what can be in it at all."""

    key: str
    title: str
    period: str
    sections: tuple[str, ...]
    readers: Audience = FOR_COORDINATOR
    to: str = ""
    link: str = ""
    optional: bool = False
    hint: str = ""


# Whom the desk lets read a record of each kind when the playbook says nothing.
RECORDS = {
    "recap": FOR_MENTEE,
    "note": ME,
    "win": FOR_MENTEE,
    "concern": ME,
    "check_in": FOR_COORDINATOR,
    "recording": FOR_MENTEE,
    "feedback": FOR_MENTEE,
}
