"""The course of a mentorship: how long it is to go on, what was decided, and how it ended."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

VERDICTS = {"graduate": "graduated", "complete": "completed", "exit": "exited"}
"""What becomes of a mentorship by a decision that ends it."""
SIDES = ("mentor", "mentee", "programme")
"""Who can end a mentorship early."""
NOMINATED = ("open", "accepted", "declined", "withdrawn")
"""What can become of a nomination."""
LONGEST_TERM = 520
"""Weeks that a term has at most."""


class Standing(NamedTuple):
    """What a mentorship became on a day, and why."""

    day: date
    status: str
    reason: str


class TermLine(NamedTuple):
    """An end that was set on a day; None is without an end."""

    day: date
    ends_on: date | None
    reason: str


class Taken(NamedTuple):
    """A decision as it was taken; `evidence` is Markdown, as it lay beside it then."""

    id: str
    decision: str
    title: str
    choice: str
    verdict: str
    day: date
    text: str
    evidence: str


class Parting(NamedTuple):
    """An end before the time: whose wish it was, why, and when those who must know were told."""

    side: str
    reason: str
    day: date
    told_on: date | None
    text: str


class Nomination(NamedTuple):
    """Somebody put forward for a role: in which words, to whom, and what became of it."""

    id: str
    day: date
    text: str
    recipient: str
    link: str
    state: str


class CloseOut(NamedTuple):
    """One question that is asked when it ends, with its answer, '' for none yet."""

    key: str
    ask: str
    answer: str


class Countdown(NamedTuple):
    """Week `week` of `weeks`, and how many days are left; less than 0 when the end is over."""

    week: int
    weeks: int
    days: int
    ends_on: date


class CoursePage(NamedTuple):
    """The course of one mentorship so far, each part oldest first."""

    history: Sequence[Standing]
    countdown: Countdown | None
    terms: Sequence[TermLine]
    decisions: Sequence[Taken]
    parting: Parting | None
    close_out: Sequence[CloseOut]
    nominations: Sequence[Nomination]


def countdown(started_on: date, ends_on: date | None, today: date) -> Countdown | None:
    """How far a mentorship is on its way to its planned end; None without one."""
    if ends_on is None:
        return None
    weeks = max((ends_on - started_on).days + 6, 7) // 7
    week = min(max((today - started_on).days // 7 + 1, 1), weeks)
    return Countdown(week, weeks, (ends_on - today).days, ends_on)


def left(count: Countdown) -> str:
    """`week 5 of 13, 56 days left`, and what it says at the end and after it."""
    where = f"week {count.week} of {count.weeks}"
    if count.days < 0:
        over = -count.days
        return f"{where}, over since {'yesterday' if over == 1 else f'{over} days'}"
    if count.days < 2:
        return f"{where}, {'the last day' if not count.days else 'ends tomorrow'}"
    return f"{where}, {count.days} days left"
