"""Agreeing on days without calls."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.cadence import Occurrence
from mentordesk.domain.rules import day_words
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


_LOOKED = 110
"""Dates that are looked through: no gap is longer than a year."""
_NAMED = 6


class AgreeGap(Dialog[Sequence[Occurrence]]):
    """Both days are included; returns the dates that fall out.

    `remarks` is what the programme says of it, once it is agreed.
    """

    def __init__(self, desk: "Desk", address: str) -> None:
        super().__init__("No calls from one day to another")
        self.desk, self.address = desk, address
        self.remarks: Sequence[str] = ()

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """From, to, why."""
        yield "First day", Entry(placeholder="21 dec", id="first")
        yield "Last day", Entry(placeholder="3 jan", id="last")
        yield "Why", Entry(placeholder="may stay empty", id="reason")

    def echo(self) -> str:
        """Both days as they are understood."""
        from mentordesk.dates import echo_day

        if not (self.value("first") and self.value("last")):
            return "Both days are included."
        first, last = self._days()
        today = self.desk.today()
        return f"{echo_day(first, today)} to {echo_day(last, today)}\n{self._falling(first, last)}"

    def _falling(self, first: date, last: date) -> str:
        """The dates of the slot that lie in it, on its own days."""
        page = self.desk.pages.slot(self.address, _LOOKED)
        out = [
            day_words(one.occurrence.day, self.desk.today())
            for one in page.meetings
            if first <= one.occurrence.day <= last and one.occurrence.state == "planned"
        ]
        if not out:
            return "No date falls out."
        more = f" and {len(out) - _NAMED} more" if len(out) > _NAMED else ""
        fall = "1 date falls out" if len(out) == 1 else f"{len(out)} dates fall out"
        return f"{fall}: {', '.join(out[:_NAMED])}{more}"

    def _days(self) -> tuple[date, date]:
        from mentordesk.dates import read_span

        return read_span(self.value("first"), self.value("last"), self.desk.today())

    def save(self) -> Sequence[Occurrence]:
        """Agree on it."""
        first, last = self._days()
        with self.desk.slots.remarks(self.address) as self.remarks:
            return self.desk.slots.gap(self.address, first, last, self.value("reason"))
