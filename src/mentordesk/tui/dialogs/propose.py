"""Free times for both sides, seen as the text that goes into the clipboard."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.proposing import Proposal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_MOST = {
    "days": (366, "“{}” is no number of days to look at. Give 1 to 366."),
    "count": (20, "“{}” is no number of times. Give 1 to 20."),
}


class ProposeTimes(Dialog[str]):
    """Returns the text, which is in the clipboard then; `hours` and `days` are the mentor's."""

    HELP: ClassVar[str | None] = """
    # Proposing times

    Times that are free on both sides, on both clocks: inside your hours and theirs, beside your
    calls, office hours, workshops and the calendars you read as busy. Enter copies the text, to be
    pasted into a message.

    **From** is the first day, tomorrow if it is empty; **Days** how many are looked at.
    """

    def __init__(self, desk: "Desk", address: str, hours: str, days: str) -> None:
        self.desk, self.address = desk, address
        self.open_hours, self.open_days = hours, days
        super().__init__(f"Times for {desk.people.find(address).mentee.name}: Enter copies")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """From when, how many days, how many times, how long, and in which hours."""
        yield "From", Entry(placeholder="tomorrow", id="since")
        yield "Days", Entry("14", id="days")
        yield "Times", Entry("3", id="count")
        yield "Minutes", Entry(placeholder="as long as a call", id="minutes")
        yield "Your hours", Entry(self.open_hours, id="hours")

    def echo(self) -> str:
        """The text, with what deserves a thought. Raises Refusal when nothing is free."""
        found = self._found()
        return "\n".join([self.desk.proposing.text(found).rstrip(), *found.remarks])

    def save(self) -> str:
        """Copy it."""
        text = self.desk.proposing.text(self._found())
        self.app.copy_to_clipboard(text)
        return text

    def _found(self) -> Proposal:
        from mentordesk.dates import read_minutes

        typed = self.value("minutes")
        return self.desk.proposing.times(
            self.address,
            minutes=read_minutes(typed) if typed else 0,
            days=self._number("days"),
            since=self._since(),
            count=self._number("count"),
            hours=self.value("hours"),
            weekdays=self.open_days,
        )

    def _since(self) -> date | None:
        from mentordesk.dates import read_day

        typed = self.value("since")
        return read_day(typed, self.desk.today()) if typed else None

    def _number(self, field: str) -> int:
        from mentordesk.dates.numbers import read_number

        most, wrong = _MOST[field]
        return read_number(self.value(field), 1, most, wrong)
