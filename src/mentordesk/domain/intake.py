"""The way in: the stages of a programme, whether two people fit, and how many there are already."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.notes import Note
from mentordesk.domain.programme_people import Fit, Stage
from mentordesk.domain.text import clip

VERDICTS = ("yes", "no", "unsure")
DECLINED = "declined"
AGREED = (
    Fit("agreed-mentor", "Have you said yes to this match?"),
    Fit("agreed-mentee", "Has the mentee said yes to it?"),
)
"""Asked after the programme's own criteria: a match takes both."""
TURNS = {"mentor": "you", "mentee": "the mentee", "both": "both of you", "coordinator": "them"}
"""Whose turn it is, as the mentor says it; `them` is the programme."""


class Step(NamedTuple):
    """A stage that was reached, the day, and a word on it."""

    stage: str
    day: date
    text: str = ""


class StageLine(NamedTuple):
    """One stage of the programme as it stands for somebody; `n` counts from 1."""

    n: int
    key: str
    title: str
    by: str
    hint: str
    reached_on: date | None = None
    text: str = ""


class FitLine(NamedTuple):
    """One thing to look at before a match, with what was found; no verdict while it is open."""

    key: str
    ask: str
    hint: str = ""
    verdict: str = ""
    text: str = ""
    day: date | None = None


class Load(NamedTuple):
    """How many mentorships go on under a programme, and what it says of that; 0 is no rule.

    `mentors` is how many mentors one mentee may have.
    """

    playbook: str
    title: str
    active: int
    least: int = 0
    most: int = 0
    ask_above: int = 0
    mentors: int = 0

    def counted(self) -> str:
        """`1 of 2`, `2 of at least 3`, `4`."""
        if self.most:
            return f"{self.active} of {self.most}"
        if self.active < self.least:
            return f"{self.active} of at least {self.least}"
        return str(self.active)

    def warning(self) -> str:
        """What the programme has against so many, '' while it has nothing."""
        if self.most and self.active > self.most:
            return f"That makes {self.active} under {self.title}, which says {self.most} at most."
        if self.ask_above and self.active > self.ask_above:
            return (
                f"That makes {self.active} under {self.title}: above {self.ask_above} it wants to"
                " be asked first."
            )
        return ""

    def hint(self) -> str:
        """The warning, or that there are fewer than the programme hopes for."""
        if 0 < self.active < self.least:
            return f"{self.title} hopes for at least {self.least}; there is room for more."
        return self.warning()


class IntakeLine(NamedTuple):
    """Somebody on the way in: the stage they reached and whose turn the next one is."""

    address: str
    name: str
    programme: str
    status: str
    n: int
    of: int
    stage: str
    since: date | None
    next: str
    by: str
    unread: bool

    @property
    def waits(self) -> bool:
        """Whether a next stage is ahead; else the way in is behind the two, or ended."""
        return self.status == "intake"


class IntakePage(NamedTuple):
    """The way in of one person, whole; `profile` says who they are beside their background."""

    line: IntakeLine
    referrer: str
    link: str
    stages: Sequence[StageLine]
    steps: Sequence[Step]
    background: Sequence[Note]
    profile: Sequence[Note]
    fit: Sequence[FitLine]
    load: Load

    @property
    def is_there(self) -> bool:
        """Whether there is a way in to look at; who began at once has none."""
        return self.line.waits or bool(self.steps or self.background or self.referrer or self.link)


def staged(stages: Iterable[Stage], steps: Sequence[Step]) -> list[StageLine]:
    """The programme's stages with the last time that each was reached."""
    known = {step.stage: step for step in steps}
    return [
        StageLine(n, one.key, one.title, one.by, one.hint, *_reached(known.get(one.key)))
        for n, one in enumerate(stages, 1)
    ]


def _reached(step: Step | None) -> tuple[date | None, str]:
    return (step.day, step.text) if step else (None, "")


def at(stages: Sequence[Stage], steps: Sequence[Step]) -> int:
    """The number of the stage somebody stands at (from 1): the last one that was noted; else 0."""
    numbers = {one.key: n for n, one in enumerate(stages, 1)}
    known = [numbers[step.stage] for step in steps if step.stage in numbers]
    return known[-1] if known else 0


def stage_for(stages: Sequence[Stage], now: int, typed: str) -> Stage:
    """The stage to go to: typed as its key, number or beginning of its title, else the next.

    Raises Refusal with the stages there are.
    """
    wanted = typed.strip().casefold()
    if not wanted and now < len(stages):
        return stages[now]
    fits = [
        stage
        for number, stage in enumerate(stages, 1)
        if wanted and wanted in (stage.key, str(number), stage.title.casefold())
    ]
    fits = fits or [s for s in stages if wanted and s.title.casefold().startswith(wanted)]
    if len(fits) == 1:
        return fits[0]
    known = ", ".join(one.key for one in stages) or "none"
    raise Refusal(f"There is no stage “{clip(typed, 30)}”. There are: {known}.")


def reviewed(criteria: Iterable[Fit], answers: Mapping[str, FitLine]) -> list[FitLine]:
    """The programme's criteria and the consent of both sides, with what was answered."""
    return [
        answers[one.key]._replace(ask=one.ask, hint=one.hint)
        if one.key in answers
        else FitLine(one.key, one.ask, one.hint)
        for one in (*criteria, *AGREED)
    ]


def suggestion(lines: Sequence[FitLine]) -> str:
    """What the answers say together; the decision is the mentor's."""
    agreed = {one.key for one in AGREED}
    against = [line.key for line in lines if line.verdict == "no"]
    left = sum(not line.verdict for line in lines)
    parts = [f"Against it: {', '.join(against)}." if against else "Nothing speaks against it."]
    parts += [f"{left} of {len(lines)} still open."] * bool(left)
    missing = [line.key.removeprefix("agreed-") for line in lines if line.key in agreed
               and not line.verdict]  # fmt: skip
    parts += [f"Not asked yet: the {' and the '.join(missing)}."] * bool(missing)
    return " ".join([*parts, "You decide."])
