"""Calendar: a month, a week or the coming weeks of everything that has a day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical

from mentordesk.domain.answering import Counter
from mentordesk.domain.coming import CallLine
from mentordesk.domain.days import (
    BUSY,
    CALL,
    HOURS,
    MILESTONE,
    WORKSHOP,
    DaysPage,
    Entry,
    month_of,
    week_of,
)
from mentordesk.tui.presentation import calendar as words
from mentordesk.tui.presentation.entries import VIEWS
from mentordesk.tui.screens.days import DaysScreen
from mentordesk.tui.widgets.grid import Grid
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.views import Views

WEEKS = 4
"""How far the agenda looks, and by how much further with each key."""
FURTHEST = 52
BESIDE = 100
"""Cells from which on the day stands beside the month, and not below it."""
EMPTY = "No call is fixed.\nGo to People (2), choose somebody, and press w to fix a weekly time."
_PLACES = {MILESTONE: "milestones", "held": "timeline", "missed": "timeline"}
"""The tab of a mentee's page that a kind of thing, or a call in a state, leads to."""


class CalendarScreen(DaysScreen):
    """The fourth mode of the desk."""

    HELP: ClassVar[str | None] = """
    # Calendar

    `v` turns from the **month** to the **week** and the **agenda**; `M`, `W` and `G` go there at
    once. Arrows move by days and weeks, PageUp, PageDown, `,` and `.` turn the page, `t` is today.
    Enter opens what is under the cursor; where a day has several things, it goes to their list.

    `○` call · `◇` moved · `●` held · `✗` missed · `–` skipped · `?` not recorded · `▶` running ·
    `◆` milestone, `!` due, `✓` done · `≈` no calls · `□` hour to book, `■` booked · `▲` workshop ·
    `▒` busy elsewhere.

    Times are on your own clock, and on theirs where it differs. Skip and move a date on the
    mentee's **Schedule**. `r` reads a file that came back to an invitation, or a calendar of yours
    as busy times; `a` shows what everybody answered, `b` the busy calendars. `h` opens the hours
    that people book, and workshops. `P` keeps all of it in a file that your own calendar can
    subscribe to.
    """
    CSS_PATH = "../styles/calendar.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "view", "View", id="calendar.view", tooltip="Month, week, agenda"),
        Binding("t", "today", "Today", id="calendar.today", tooltip="Back to today"),
        Binding("h", "offers", "Hours", id="calendar.offers", tooltip="Hours to book, workshops"),
        Binding(
            "P", "publish", "Publish", False, id="calendar.publish",
            tooltip="Your own calendar as a file to subscribe to",
        ),
        Binding(
            "r", "read", "Read", False, id="calendar.read",
            tooltip="A file that came back, or a calendar of yours as busy times",
        ),
        Binding(
            "a", "answers", "Answers", False, id="calendar.answers",
            tooltip="What guests said, and answering a time they proposed",
        ),
        Binding(
            "b", "busy", "Busy", False, id="calendar.busy",
            tooltip="The calendars that count as busy; forget one",
        ),
        Binding("M", "view('month')", "Month", False, id="calendar.month", tooltip="Six weeks"),
        Binding("W", "view('week')", "Week", False, id="calendar.week", tooltip="Hour by hour"),
        Binding("G", "view('agenda')", "Agenda", False, id="calendar.agenda", tooltip="As a list"),
        Binding(
            "full_stop", "turn(1)", "Later", False, id="calendar.later",
            tooltip="The next month or week, or a longer agenda",
        ),
        Binding(
            "comma", "turn(-1)", "Earlier", False, id="calendar.earlier",
            tooltip="The month or week before, or a shorter agenda",
        ),
    ]  # fmt: skip

    weeks: int = WEEKS
    calls: Sequence[CallLine] = ()

    def compose(self) -> ComposeResult:
        """A headline, the grid with what stands on its day, or the list; the keys."""
        yield Views(id="headline")
        with Container(id="days"):
            yield Grid(id="grid")
            with Vertical(id="side"):
                yield Line(id="title")
                yield Rows("", id="day")
        yield Rows(EMPTY, id="calendar")
        yield Keys()

    def refresh_page(self) -> None:
        """Read the days in view."""
        today = self.desk.today()
        if self.day == date.min:
            self.day = today
        if self.view == "agenda":
            self.page = self.desk.pages.days(today, today + timedelta(weeks=self.weeks, days=-1))
            self.calls = self.desk.pages.calendar(7 * self.weeks)
        else:
            first, last = (month_of if self.view == "month" else week_of)(self.day)
            self.page = self.desk.pages.days(first, last)
        self.present()

    def present(self) -> None:
        """Draw them."""
        if self.page is None:
            return
        listed = self.view == "agenda"
        self.query_one("#days").display = not listed
        self.query_one("#calendar").display = listed
        self.set_class(self.view == "month", "-month")
        self.set_class(self.view == "month" and self.look().width >= BESIDE, "-beside")
        if listed:
            self._draw_agenda(self.page)
        else:
            self.draw_grid(self.page)

    def _draw_agenda(self, page: DaysPage) -> None:
        self.query_one("#headline", Line).row = words.agenda_headline(
            self.calls, self.weeks, shared=self.desk.is_shared
        )
        rows = words.agenda_rows(self.calls, page, self.look())
        self.query_one("#calendar", Rows).rows = rows

    def on_views_picked(self, event: Views.Picked) -> None:
        """A click on the name of a view shows it."""
        self.action_view(event.view)

    def on_grid_chosen(self) -> None:
        """Open the only thing of the day, or the one the cursor is on; else go to the list."""
        found = self.on_day()
        if not found:
            self.say("Nothing is on that day.")
        elif self.view == "month" and len(found) > 1:
            self.query_one("#day", Rows).focus()
        else:
            self._open(found[self.at][1])

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open what a line of the list stands for."""
        if thing := self._under_cursor():
            self._open(thing)

    def _under_cursor(self) -> CallLine | Entry | None:
        listed = self.view == "agenda"
        row = self.query_one("#calendar" if listed else "#day", Rows).current
        if row is None or not row.key or self.page is None:
            return None
        return (self.calls if row.kind == "call" else self.page.entries)[int(row.ref)]

    def who(self) -> str:
        """Whose call or day the cursor is on."""
        thing = self._under_cursor()
        return thing.address if thing else ""

    def _open(self, thing: CallLine | Entry) -> None:
        kind = thing.kind if isinstance(thing, Entry) else CALL
        if kind == BUSY:
            self.say("That is in another calendar of yours: change it there, and read it with r.")
        elif kind in (HOURS, WORKSHOP):
            self.mentor_app.open_offers()
        elif thing.state == "running":
            self.mentor_app.open_call(thing.session_id)
        else:
            tab = _PLACES.get(kind) or _PLACES.get(thing.state, "schedule")
            self.mentor_app.open_mentee(thing.address, tab)

    def action_view(self, view: str = "") -> None:
        """One of the views, or the next one."""
        names = list(VIEWS)
        self.view = view or names[(names.index(self.view) + 1) % len(names)]
        self.refresh_page()
        self.query_one("#calendar" if self.view == "agenda" else "#grid").focus()

    def action_today(self) -> None:
        """Back to today; the agenda begins there and is as long as at first."""
        if self.view != "agenda":
            super().action_today()
            return
        self.weeks = WEEKS
        self.refresh_page()
        self.query_one("#calendar", Rows).action_edge(0)

    def action_turn(self, step: int) -> None:
        """The next page or the one before; of the agenda, more weeks or fewer."""
        if self.view != "agenda":
            super().action_turn(step)
            return
        self.weeks = min(max(self.weeks + step * WEEKS, WEEKS), FURTHEST)
        self.refresh_page()

    def action_publish(self) -> None:
        """The mentor's own calendar: see what is in it, and where it is kept."""
        from mentordesk.tui.dialogs.publish import Kept, PublishCalendar

        def kept(done: Kept | None) -> None:
            if done:
                self.mentor_app.settings = done.settings
                if done.said:
                    self.say(done.said)
                if done.push:
                    self.mentor_app.publisher.push()

        dialog = PublishCalendar(self.desk, self.mentor_app.settings)
        self.attempt(lambda: self.app.push_screen(dialog, kept))

    def action_read(self) -> None:
        """Read an answer, a proposed time, or a calendar as busy times."""
        from mentordesk.tui.dialogs.read_answers import ReadAnswers

        self.app.push_screen(ReadAnswers(self.desk), self._said)

    def action_busy(self) -> None:
        """Look at the calendars that count as busy."""
        from mentordesk.tui.dialogs.busy import BusyCalendars

        self.attempt(lambda: self.app.push_screen(BusyCalendars(self.desk), self._said))

    def action_answers(self) -> None:
        """See what came back, and go on to a proposal that waits."""
        from mentordesk.tui.dialogs.came_back import CameBack

        self.attempt(lambda: self.app.push_screen(CameBack(self.desk), self._answer))

    def _answer(self, one: Counter | None) -> None:
        if one:
            from mentordesk.tui.dialogs.counter import AnswerCounter

            self.app.push_screen(AnswerCounter(self.desk, one), self._said)

    def _said(self, said: str | None) -> None:
        if said:
            self.say(said)

    def action_offers(self) -> None:
        """Hours that people book, and workshops."""
        self.mentor_app.open_offers()
