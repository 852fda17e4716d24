"""Calendar: the coming weeks across everybody, in both clocks."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.coming import CallLine
from mentordesk.tui.actions import PersonScreen
from mentordesk.tui.presentation.rows import Row
from mentordesk.tui.presentation.today import calendar_headline, calendar_rows
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

WEEKS = (4, 8)
EMPTY = "No call is fixed.\nGo to People (2), choose somebody, and press w to fix a weekly time."


class CalendarScreen(PersonScreen):
    """The fourth mode of the desk."""

    HELP: ClassVar[str | None] = """
    # Calendar

    Every call of the coming weeks, on your own clock and, where it differs, on theirs.
    A call that was moved stands on its new day.

    `v` shows four weeks or eight. Skip and move a date on the mentee's **Schedule**.
    `h` opens the hours that people book, and workshops.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "offers", "Hours", id="calendar.offers", tooltip="Hours to book, workshops"),
        Binding("v", "weeks", "4 or 8 weeks", id="calendar.weeks", tooltip="Look further ahead"),
    ]

    page: Sequence[CallLine] = ()
    weeks: int = WEEKS[0]

    def compose(self) -> ComposeResult:
        """A headline, the days, the keys."""
        yield Line(id="headline")
        yield Rows(EMPTY, id="calendar")
        yield Keys()

    def refresh_page(self) -> None:
        """Read the weeks."""
        self.page = self.desk.pages.calendar(7 * self.weeks)
        self.present()

    def present(self) -> None:
        """Draw them."""
        self.query_one("#headline", Line).row = calendar_headline(self.page, self.weeks)
        self.query_one(Rows).rows = calendar_rows(self.page, self.look())

    def _under_cursor(self) -> CallLine | None:
        row: Row | None = self.query_one(Rows).current
        return self.page[int(row.ref)] if row and row.key else None

    def who(self) -> str:
        """Whose call the cursor is on."""
        call = self._under_cursor()
        return call.address if call else ""

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open the call that runs, else the schedule it belongs to."""
        call = self._under_cursor()
        if call and call.state == "running":
            self.mentor_app.open_call(call.session_id)
        elif call:
            self.mentor_app.open_mentee(call.address, "schedule")

    def action_offers(self) -> None:
        """Hours that people book, and workshops."""
        self.mentor_app.open_offers()

    def action_weeks(self) -> None:
        """Four weeks or eight."""
        self.weeks = WEEKS[0] if self.weeks == WEEKS[1] else WEEKS[1]
        self.refresh_page()
