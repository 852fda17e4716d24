"""Putting off a line of Today."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.coming import Attention
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class SnoozeLine(Dialog[str]):
    """Asks until when; tomorrow unless another day is typed."""

    def __init__(self, desk: "Desk", line: Attention) -> None:
        super().__init__("Put this line off")
        self.desk, self.line = desk, line

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The one day."""
        yield "Until", Entry("tomorrow", "fri, in 2 weeks, 1 dec", id="until")

    def echo(self) -> str:
        """The day as it is understood."""
        from mentordesk.dates import echo_day

        return f"It comes back on {echo_day(self._day(), self.desk.today())}."

    def _day(self) -> date:
        from mentordesk.dates import read_day

        return read_day(self.value("until"), self.desk.today())

    def save(self) -> str:
        """Put it off."""
        return self.desk.attention.snooze(self.line, self._day())
