"""A call that was held without the desk: when it began, and how long it was."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.sessions import Session
from mentordesk.domain.text import short_length
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class WriteHeld(Dialog[Session]):
    """It counts as held, with its time and who came; its recap is to be written."""

    HELP: ClassVar[str | None] = """
    # A call without the desk

    **Began**: `yesterday 18:00`, `thu 18:00`, `12 nov 18:00`. **Minutes** are those of the slot, or
    of the programme, unless you say others. It counts as held, with who came (of a group that is
    the roll-call's to say); its recap waits on the Timeline.
    """

    def __init__(self, desk: "Desk", address: str) -> None:
        super().__init__(f"A call with {desk.people.find(address).mentee.name} that was held")
        self.desk, self.address = desk, address

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """When, how long."""
        yield "Began", Entry(placeholder="yesterday 18:00", id="at")
        yield "Minutes", Entry(placeholder="as it was planned; or 45, 1h30", id="minutes")

    def _began(self) -> datetime:
        from mentordesk.dates.instants import read_instant

        return read_instant(self.value("at"), self.desk.now(), self.desk.tz, past=True)

    def _minutes(self) -> int:
        from mentordesk.dates import read_minutes

        typed = self.value("minutes")
        return read_minutes(typed) if typed else 0

    def echo(self) -> str:
        """The day and time that are understood, and the length."""
        if not self.value("at"):
            return "When did it begin? Its time is counted, and there is a recap to be written."
        at, minutes = self._began().astimezone(self.desk.tz), self._minutes()
        long = short_length(minutes) if minutes else "as long as it was planned"
        return f"{at:%a} {at.day} {at:%b %Y %H:%M}, {long}."

    def save(self) -> Session:
        """Write it down."""
        return self.desk.afterwards.held(self.address, self._began(), self._minutes())
