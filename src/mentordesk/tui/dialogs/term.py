"""Planning when a mentorship is to end."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.course import Countdown, left
from mentordesk.domain.rules import day_words
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

OPEN = ("open", "none", "no end")


class PlanTerm(Dialog[bool]):
    """A day, or a word for no end; returns True once it is planned."""

    def __init__(self, desk: "Desk", address: str) -> None:
        super().__init__(f"When it is to end, with {desk.people.find(address).mentee.name}")
        self.desk, self.address = desk, address
        self.now: Countdown | None = desk.course.countdown(address)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Until when, why."""
        yield "Until", Entry(placeholder="in 13 weeks, 26 feb, open", id="until")
        yield "Why", Entry(placeholder="may stay empty", id="reason")

    def echo(self) -> str:
        """How it stands now, or the day as it is understood."""
        from mentordesk.dates import echo_day

        typed, now = self.value("until"), self.now
        if not typed:
            today = self.desk.today()
            planned = f"until {day_words(now.ends_on, today)}, {left(now)}" if now else "no end"
            return f"Now: {planned}."
        if typed.casefold() in OPEN:
            return "Without an end; no stop point is due."
        return f"until {echo_day(self._day(typed), self.desk.today())}"

    def _day(self, typed: str) -> date:
        from mentordesk.dates import read_day

        return read_day(typed, self.desk.today())

    def save(self) -> bool:
        """Plan it."""
        from mentordesk.domain.errors import Refusal

        typed, reason = self.value("until"), self.value("reason")
        if not typed:
            raise Refusal("Type a day such as in 13 weeks, or open; escape changes nothing.")
        is_open = typed.casefold() in OPEN
        until = None if is_open else self._day(typed)
        self.desk.course.set_term(self.address, until=until, is_open=is_open, reason=reason)
        return True
