"""What is coming and what is due: the read models of Today and of the shell's quick commands.

They stand apart from the other pages because `mentordesk next` must start at once. Instants are
aware UTC datetimes; days are dates of the mentor's own zone.
"""

from collections.abc import Container, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mentordesk.domain.cadence import Occurrence, Series


class CallLine(NamedTuple):
    """One coming or running call in a list. `number` of `total` meetings; total 0 is open-ended."""

    start: datetime
    end: datetime
    name: str
    address: str
    programme: str
    zone: str
    number: int = 0
    total: int = 0
    state: str = "planned"
    confirmed: bool = False
    place: str = ""
    session_id: str = ""


class Attention(NamedTuple):
    """Something due: which rule says so, of whom, since or until when, and the sentence.

    `urgent` lines can lose something by waiting. `does` is the id of the action that settles it,
    `ref` what it settles. `occasion` tells this time from every other one of the same rule.
    """

    rule: str
    address: str
    name: str
    since: date
    says: str
    urgent: bool = False
    does: str = "brief"
    ref: str = ""
    occasion: str = ""

    @property
    def scope(self) -> str:
        """Whom it is about: one mentorship by its address, or everybody under a programme."""
        return self.address if self.name else self.address.partition("/")[2]

    @property
    def id(self) -> str:
        """Eight letters that name this line and stay the same for as long as it is due."""
        from zlib import crc32  # only for those who list ids

        return f"{crc32('|'.join((self.scope, self.rule, self.occasion)).encode()):08x}"


def in_order(line: Attention) -> tuple[bool, date, str, str, str]:
    """Where a line stands on Today: what can be lost by waiting first, then the oldest."""
    return (not line.urgent, line.since, line.address, line.says, line.occasion)


class DayDots(NamedTuple):
    """One day of the week strip: calls held and calls to come."""

    day: date
    held: int
    planned: int


class TodayPage(NamedTuple):
    """The first screen: what runs, who is next, today's calls, what is due, the week.

    `budget_this_week` adds up what playbooks allow the active ones in a week, `budget_used` what
    those took of it; budgets of a month are not among them.
    """

    today: date
    calls: Sequence[CallLine]
    next: CallLine | None
    running: CallLine | None
    due: Sequence[Attention]
    week: Sequence[DayDots]
    minutes_this_week: int
    people: int
    budget_this_week: int = 0
    budget_used: int = 0


class Status(NamedTuple):
    """The running or next call, for a status bar."""

    state: str
    name: str
    address: str
    phase: str
    minutes_left: int
    start: datetime | None
    end: datetime | None


def next_of(
    every: "Iterable[Series]", now: datetime, over: Container[tuple[str, date]] = ()
) -> "tuple[Series, Occurrence] | None":
    """The next meeting of some slots that is not over at `now`, with its slot.

    `over` are meetings that were held or missed already, by slot and day: one that was closed
    before its time was up is not the next one any more.
    """
    found = []
    for series in every:
        one = series.next_after(now)
        while one and (series.id, one.day) in over:
            one = series.next_after(one.end)
        if one:
            found.append((series, one))
    return min(found, key=lambda pair: pair[1].start, default=None)
