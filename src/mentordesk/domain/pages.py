"""Read models: what one screen or one command shows, already joined, in plain tuples.

Named tuples, because they are made by the hundred. Instants are aware UTC datetimes; days are
dates of the mentor's own zone. What Today and the shell's quick commands show is in `coming`.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mentordesk.domain.agenda import Point
    from mentordesk.domain.cadence import Occurrence, Series
    from mentordesk.domain.coming import CallLine
    from mentordesk.domain.groups import StepAt
    from mentordesk.domain.learning import Learning
    from mentordesk.domain.notes import Note
    from mentordesk.domain.people import Mentee, Mentorship
    from mentordesk.domain.plans import Action, Goal, Opportunity
    from mentordesk.domain.playbook import Playbook
    from mentordesk.domain.sessions import Session


class PersonLine(NamedTuple):
    """One relation in the list of people."""

    name: str
    handle: str
    address: str
    programme: str
    status: str
    zone: str
    next: datetime | None
    last: datetime | None
    held: int
    total: int
    mine: int
    theirs: int
    mentorship_id: str
    mentee_id: str
    members: int = 0
    names: str = ""
    archived: bool = False


class Moment(NamedTuple):
    """One thing that happened, for the timeline: kind, when, a title and the whole text."""

    at: datetime
    kind: str
    title: str
    body: str
    readers: str
    id: str


class Meeting(NamedTuple):
    """An occurrence of the slot with both clocks' wall times, and a warning in words."""

    occurrence: "Occurrence"
    here: datetime
    there: datetime | None
    warning: str = ""


class SlotPage(NamedTuple):
    """The standing slot, its next meetings, and what deserves a warning.

    `runs` are those with dates to come, the next one first; none when all of them are over.
    """

    series: "Series | None"
    meetings: Sequence[Meeting]
    warnings: Sequence[str]
    runs: "Sequence[Series]" = ()


class BriefPage(NamedTuple):
    """Everything worth thirty seconds before a call; `background` is for the first ones alone."""

    mentee: "Mentee"
    mentorship: "Mentorship"
    playbook: "Playbook"
    address: str
    number: int
    total: int
    next: "CallLine | None"
    boundary: str
    last_day: date | None
    last_recap: str
    last_private: str
    actions: Sequence["Action"]
    done_lately: Sequence["Action"]
    questions: Sequence["Note"]
    stuck: Sequence["Note"]
    wins: Sequence["Note"]
    watching: Sequence["Opportunity"]
    goals: Sequence["Goal"]
    agenda: Sequence["Point"]
    running: "Session | None"
    step: "StepAt | None" = None
    members: int = 0
    reminder: str = ""
    learning: "Learning | None" = None
    ends_on: date | None = None
    background: Sequence["Note"] = ()


class Asked(NamedTuple):
    """A wrap-up question with what is prefilled or already answered."""

    key: str
    ask: str
    becomes: str
    hint: str
    answer: str
    answered: bool


class WrapUpPage(NamedTuple):
    """The closing questions of a running call, and the next meeting to confirm."""

    session: "Session"
    questions: Sequence[Asked]
    next: Meeting | None


class RecapPage(NamedTuple):
    """After the call: the mentee's text exactly as it would leave, and the private one."""

    session: "Session"
    name: str
    email: str
    leaves: str
    private: str
    is_draft: bool
    warnings: Sequence[str] = ()


class Leaving(NamedTuple):
    """What one reader may know of one session; each part was read for this reader alone."""

    points: Sequence[str]
    lines: Sequence["Note"]
    wins: Sequence["Note"]
    questions: Sequence["Note"]
    actions: Sequence["Action"]


class Hit(NamedTuple):
    """One search result; the snippet marks what matched with « and »."""

    kind: str
    at: str
    name: str
    address: str
    snippet: str
    id: str
    session_id: str


class DatedLine(NamedTuple):
    """One time of a programme's milestone: due, coming, done, skipped, or with no day as yet.

    `noted` are words that were kept for it beforehand, such as topics to bring.
    """

    key: str
    title: str
    kind: str
    by: str
    state: str
    due: date | None = None
    says: str = ""
    why: str = ""
    text: str = ""
    settled_on: date | None = None
    noted: Sequence[str] = ()

    @property
    def day(self) -> date | None:
        """The day it stands on: its own, or an earlier one on which it was settled."""
        early = self.settled_on and self.due and self.settled_on < self.due
        return self.settled_on if early else self.due
