"""How somebody gets on: snapshots of the progress log, labs, topics, ideas, reviews, recordings."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.readers import ME, Audience
from mentordesk.domain.recorded import Marked, Span, spoken

if TYPE_CHECKING:
    from mentordesk.domain.notes import Note
    from mentordesk.domain.programme_people import Idea
    from mentordesk.domain.study import StudyWeek

LAB_STATES = ("open", "reviewed")
LEVELS = range(1, 6)
"""How well a topic is understood: 1 not at all, 5 could teach it."""
REVIEWS = ("task", "month")
RESULTS = ("yes", "partly", "no")
_BLOCKS = "▁▂▃▄▅▆▇█"


class Snapshot(NamedTuple):
    """Where somebody was on a day; one without any words says that the log was looked at."""

    id: str
    day: date
    section: str = ""
    percent: int | None = None
    well: str = ""
    hard: str = ""
    text: str = ""
    link: str = ""
    readers: Audience = ME

    @property
    def is_glance(self) -> bool:
        """Whether nothing was written down: the log was only opened."""
        words = (self.section, self.well, self.hard, self.text)
        return self.percent is None and not any(words)


class Lab(NamedTuple):
    """A lab or a project: looked at together, with what was said and what follows."""

    id: str
    title: str
    link: str
    state: str
    day: date
    reviewed_on: date | None
    text: str
    follow_up: str
    readers: Audience


class Mark(NamedTuple):
    """How well a topic was understood on a day, from 1 to 5."""

    level: int
    day: date
    text: str


class Topic(NamedTuple):
    """A stuck point with its marks, newest first; `day` is when it came up."""

    note: "Note"
    day: date
    marks: Sequence[Mark]

    @property
    def is_open(self) -> bool:
        """Whether it still comes back before a call."""
        return self.note.state == "open"


class IdeaLine(NamedTuple):
    """Something a session can be made of, and the days on which it was used, newest first.

    `text` is what was made of it the last time somebody said so.
    """

    idea: "Idea"
    used: Sequence[date]
    text: str = ""


class Answered(NamedTuple):
    """One answer of a review: the question's key and its words, as they were asked."""

    kind: str
    key: str
    question: str
    text: str
    day: date
    task: str
    readers: Audience


class Recording(NamedTuple):
    """A recorded call: where it lies, when they were told of it, when it was handed over.

    `spans` are when it ran, where that is known, and `moments` what was marked meanwhile.
    """

    id: str
    title: str
    link: str
    day: date
    told_on: date | None
    shared_on: date | None
    text: str
    readers: Audience
    spans: Sequence[Span] = ()
    moments: Sequence[Marked] = ()

    @property
    def runs(self) -> bool:
        """Whether it goes on."""
        return bool(self.spans) and self.spans[-1][1] is None

    @property
    def parts(self) -> list[str]:
        """The helpful parts, those that were marked behind those that were written down."""
        return [
            *self.text.splitlines(),
            *(f"{spoken(m.offset)} {m.text}".rstrip() for m in self.moments),
        ]


class Learning(NamedTuple):
    """What of all this is worth knowing in the thirty seconds before a call.

    `percents` are oldest first, `looked` the day the progress log was last opened, `topics` the
    open ones by the note's id, `idea` one that was not used yet, `answers` those of the last
    review of a task.
    """

    percents: Sequence[int] = ()
    where: Snapshot | None = None
    looked: date | None = None
    weeks: "Sequence[StudyWeek]" = ()
    labs: Sequence[Lab] = ()
    topics: Sequence[Topic] = ()
    idea: "Idea | None" = None
    answers: Sequence[Answered] = ()
    remember: str = ""


def sparkline(percents: Sequence[int], most: int = 12) -> str:
    """Percents over time as one line of blocks, the latest `most` of them: `▁▂▅▇`."""
    top = len(_BLOCKS) - 1
    return "".join(_BLOCKS[min(max(one, 0), 100) * top // 100] for one in percents[-most:])


def next_idea(lines: Sequence[IdeaLine]) -> "Idea | None":
    """The first idea that was not used yet, None when each has been or there are none."""
    return next((line.idea for line in lines if not line.used), None)


def fresh_first(lines: Sequence[IdeaLine]) -> list[IdeaLine]:
    """Ideas not used yet in the playbook's order, then those used longest ago."""
    unused = [line for line in lines if not line.used]
    return unused + sorted((line for line in lines if line.used), key=lambda one: one.used[0])


def recording_name(pattern: str, day: date, mentee: str, topic: str) -> str:
    """A file name from the playbook's pattern: `2026-11-26_ada_generators`; '' for no pattern.

    Words a mentor put in braces that the desk does not know stay as they are.
    """
    known = {"date": day.isoformat(), "mentee": mentee, "topic": topic}
    for word, value in known.items():
        pattern = pattern.replace("{" + word + "}", value)
    return pattern.strip("_- ")
