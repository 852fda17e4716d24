"""What a mentor agreed to and owes a programme, and what of it is done for now."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from mentordesk.domain.checking import Listed, iso_week
from mentordesk.domain.intake import Load
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_people import Duty
from mentordesk.domain.text import counted

AGREEMENT = "agreement"
KINDS = {
    AGREEMENT: "the agreement",
    "behaviour": "how I behave",
    "duty": "what I do",
    "onboarding": "before I begin",
}
"""Kinds of duties (programme_people.DUTIES) as headings."""


class Mark(NamedTuple):
    """A duty that was done: for which period, on which day, and a word on it."""

    duty: str
    period: str
    day: date
    text: str = ""


class Owed(NamedTuple):
    """A duty as it stands: `open` or `done` for its period, or `always`; when last it was done."""

    key: str
    says: str
    kind: str
    every: str
    state: str
    period: str = ""
    done_on: date | None = None
    said: str = ""


class Obligations(NamedTuple):
    """A mentor's side of one programme; `agreed_on` once every line of the agreement is."""

    playbook: str
    title: str
    agreed_on: date | None
    bar: Sequence[str]
    duties: Sequence[Owed]
    lists: Sequence[Listed]
    load: Load

    @property
    def left(self) -> int:
        """How many duties are open for now, and items of the mentor's own lists."""
        owed = sum(one.state == "open" for one in self.duties)
        return owed + sum(one.left for one in self.lists)


def period_of(every: str, day: date) -> str:
    """Which time of a duty a day belongs to: its week (ISO 8601), its month, or all time.

    What holds always has no time of its own: each day it is noted stands for itself.
    """
    if every == "weekly":
        return iso_week(day)
    if every == "monthly":
        return f"{day:%Y-%m}"
    return "" if every == "once" else day.isoformat()


def owed(duty: Duty, marks: Iterable[Mark], today: date) -> Owed:
    """A duty with what was last done of it."""
    own = [mark for mark in marks if mark.duty == duty.key]
    period = period_of(duty.every, today)
    last = max(own, key=lambda mark: mark.day, default=None)
    state = "done" if any(mark.period == period for mark in own) else "open"
    if duty.every == "always":
        state = "always"
    head = Owed(duty.key, duty.says, duty.kind, duty.every, state, period)
    return head._replace(done_on=last.day, said=last.text) if last else head


def agreed_on(duties: Iterable[Owed]) -> date | None:
    """The day on which the last line of an agreement was accepted; None before, and for none."""
    days = [one.done_on for one in duties if one.kind == AGREEMENT]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def bar(playbook: Playbook) -> list[str]:
    """What a programme asks of who wants to mentor, its numbers first."""
    numbers = (
        (playbook.bar_years, "year in the field", "years in the field"),
        (playbook.bar_hours_a_week, "hour a week", "hours a week"),
        (playbook.bar_months, "month of taking part", "months of taking part"),
        (playbook.bar_taught, "workshop taught", "workshops taught"),
    )
    least = [counted(n, one, many) for n, one, many in numbers if n]
    return [*([f"At least {', '.join(least)}."] if least else []), *playbook.bar_mentor]
