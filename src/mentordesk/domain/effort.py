"""Time spent: what counts as which kind of a budget, and the mentor's weeks and months."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from mentordesk.domain.notes import TOUCHES
from mentordesk.domain.programme_people import TimeKind
from mentordesk.domain.rules import monday_of
from mentordesk.domain.text import length

KINDS = ("call", "no-show", *TOUCHES, "office-hour", "workshop")
"""Kinds of entry that the desk makes by itself; a playbook's own come on top by hand."""
LONGEST = 24 * 60
"""Minutes that one entry has at most."""
LONG = 8 * 60
"""Minutes from which an entry is doubted: nobody talks through a night that a machine slept."""
_CELLS = 24
"""Blocks of a full bar, which fit beside its numbers in 80 columns."""


class Entry(NamedTuple):
    """Time that was spent, with whose it is; it belongs to one call, one touchpoint or to neither.

    `counts` is the title of the playbook's kind it counts as, '' for none.
    """

    id: str
    mentorship_id: str
    name: str
    address: str
    kind: str
    start: datetime
    minutes: int
    note: str = ""
    session_id: str = ""
    touchpoint_id: str = ""
    counts: str = ""
    billable: bool = False

    @property
    def end(self) -> datetime:
        """When it was over."""
        return self.start + timedelta(minutes=self.minutes)


class Used(NamedTuple):
    """Minutes of one kind within a period; a budget of 0 is none."""

    key: str
    title: str
    minutes: int
    budget: int = 0


class Budget(NamedTuple):
    """What one mentorship took in a period, `first` to `last`, and what its playbook allows.

    `budget` is 0 when the playbook has none for such a period; `rule` says the playbook's own
    (`4 h a month`).
    """

    name: str
    address: str
    programme: str
    per: str
    first: date
    last: date
    minutes: int
    budget: int
    rule: str
    kinds: Sequence[Used]


def period(per: str, day: date) -> tuple[date, date]:
    """The first and the last day of the week (from Monday) or month that a day lies in."""
    if per == "week":
        first = monday_of(day)
        return first, first + timedelta(days=6)
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def kind_of(kind: str, kinds: Iterable[TimeKind]) -> TimeKind | None:
    """What of a playbook's kinds an entry counts as: one that lists it, else one so called."""
    known = list(kinds)
    listed = (one for one in known if kind in one.counts)
    return next(listed, None) or next((one for one in known if one.key == kind), None)


def share(spent: Iterable[tuple[str, int]], kinds: Sequence[TimeKind]) -> list[Used]:
    """Minutes by the playbook's kinds, each entry once; what is none of them comes last."""
    sums = dict.fromkeys((one.key for one in kinds), 0)
    rest = 0
    for kind, minutes in spent:
        if found := kind_of(kind, kinds):
            sums[found.key] += minutes
        else:
            rest += minutes
    used = [Used(one.key, one.title, sums[one.key], one.minutes) for one in kinds]
    return used + [Used("", "Anything else", rest)] * bool(rest)


def bar(minutes: int, budget: int, cells: int = _CELLS) -> str:
    """How much of a budget is used, in blocks; a full bar is used up or overdrawn."""
    if not budget:
        return ""
    full = min(cells, minutes * cells // budget)
    full = max(full, 1) if minutes else 0
    return "█" * full + "░" * (cells - full)


def doubt(minutes: int) -> str:
    """Why an entry may be a mistake; '' when it is of a usual length."""
    if minutes <= LONG:
        return ""
    return f"{length(minutes)} at a stretch is more than a working day."


def overlapping(one: Entry, others: Iterable[Entry]) -> list[Entry]:
    """Entries of the same time as another one: something may be counted twice.

    A minute in common is none: what ends now touches what was logged a moment ago.
    """
    return [
        other
        for other in others
        if other.id != one.id
        and min(other.end, one.end) - max(other.start, one.start) > timedelta(minutes=1)
    ]
