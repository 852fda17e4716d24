"""Agreeing on days without calls."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.cadence import Occurrence
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


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
        return f"{echo_day(first, self.desk.today())} to {echo_day(last, self.desk.today())}"

    def _days(self) -> tuple[date, date]:
        from mentordesk.dates import read_span

        return read_span(self.value("first"), self.value("last"), self.desk.today())

    def save(self) -> Sequence[Occurrence]:
        """Agree on it."""
        first, last = self._days()
        with self.desk.slots.remarks(self.address) as self.remarks:
            return self.desk.slots.gap(self.address, first, last, self.value("reason"))
