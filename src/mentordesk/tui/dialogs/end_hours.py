"""Letting office hours end on a day, with who had booked a slot after it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.offers import Hours
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.offers import hours_words
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.hour_ends import Ending

THESE, ALL = "these", "all"
_SHOWN = 5


class EndHours(Dialog["Ending"]):
    """The last day of some hours, or of all; returns what ended."""

    HELP: ClassVar[str | None] = """
    # The end of office hours

    **Which**: those of the slot under the cursor, or all. **Last day**: no slot comes after it.
    Whoever has booked one loses it, and is listed before anything is done; who holds an invitation
    is then shown what takes it back.
    """

    AUTO_FOCUS = "#last"

    def __init__(self, desk: "Desk", of: Hours, every: Sequence[Hours]) -> None:
        super().__init__("The end of office hours")
        self.desk, self.of, self.every = desk, of, every

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Which hours, and the last day of them."""
        which = [(THESE, hours_words(self.of))]
        if len(self.every) > 1:
            which.append((ALL, f"all {len(self.every)} that are offered"))
        yield "Which", Choice(which, id="which")
        yield "Last day", Entry("today", "18 dec", id="last")

    def echo(self) -> str:
        """What is left, and who loses a slot."""
        from mentordesk.dates import echo_day

        found = self.desk.hours.ending(self._which(), self._last())
        lines = [f"! {self.desk.hours.spoken(one)}: {found.loses(one)}" for one in found.out]
        if more := lines[_SHOWN:]:
            lines[_SHOWN:] = [f"! and {len(more)} more"]
        said = f"{echo_day(found.last, self.desk.today())} · {found.left_words}"
        return "\n".join([said, *lines])

    def _which(self) -> Sequence[Hours]:
        chosen = self.query_one("#which", Choice).value
        return self.every if chosen == ALL else [self.of]

    def _last(self) -> date:
        from mentordesk.dates import read_day

        return read_day(self.value("last") or "today", self.desk.today())

    def on_choice_changed(self) -> None:
        """Others."""
        self.understand()

    def save(self) -> "Ending":
        """End them."""
        return self.desk.hours.end(self._which(), self._last())
