"""Calendar: a month, a week or the coming weeks of everything that has a day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical

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
from mentordesk.domain.programme_dates import later
from mentordesk.tui.actions import PersonScreen
from mentordesk.tui.presentation import calendar as words
from mentordesk.tui.presentation.entries import VIEWS, day_title, list_rows
from mentordesk.tui.presentation.month import month_lines
from mentordesk.tui.presentation.week import week_lines
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


class CalendarScreen(PersonScreen):
    """The fourth mode of the desk."""

    HELP: ClassVar[str | None] = """
    # Calendar

    `v` turns from the **month** to the **week** and the **agenda**; `M`, `W` and `G` go there at
    once. Arrows move by days and weeks, PageUp, PageDown, `,` and `.` turn the page, `t` is today.
    Enter opens what is under the cursor; where a day has several things, it goes to their list.

    `○` call · `◇` moved · `●` held · `✗` missed · `–` skipped · `?` not recorded · `▶` running ·
    `◆` milestone, `!` due, `✓` done · `≈` no calls · `□` hour to book, `■` booked · `▲` workshop ·
    `▒` busy elsewhere (`mentordesk ics read`).

    Times are on your own clock, and on theirs where it differs. Skip and move a date on the
    mentee's **Schedule**. `h` opens the hours that people book, and workshops. `P` keeps all of it
    in a file that your own calendar can subscribe to.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "view", "View", id="calendar.view", tooltip="Month, week, agenda"),
        Binding("t", "today", "Today", id="calendar.today", tooltip="Back to today"),
        Binding("h", "offers", "Hours", id="calendar.offers", tooltip="Hours to book, workshops"),
        Binding(
            "P", "publish", "Publish", False, id="calendar.publish",
            tooltip="Your own calendar as a file to subscribe to",
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

    view: str = "month"
    weeks: int = WEEKS
    day: date = date.min
    """The day that the cursor is on; until the screen was shown, none."""
    at: int = 0
    """Which of the day's things the cursor is on."""
    page: DaysPage | None = None
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
            self._draw_grid(self.page)

    def _draw_agenda(self, page: DaysPage) -> None:
        self.query_one("#headline", Line).row = words.agenda_headline(self.calls, self.weeks)
        rows = words.agenda_rows(self.calls, page, self.look())
        self.query_one("#calendar", Rows).rows = rows

    def _draw_grid(self, page: DaysPage) -> None:
        grid, look = self.query_one(Grid), self.look()
        width, height = grid.size
        if self.view == "month":
            headline = words.month_headline(page, self.day)
            lines = month_lines(page, self.day.month, look, width, height)
        else:
            headline = words.week_headline(page, self.day)
            lines = week_lines(page, look, width, height)
        self.query_one("#headline", Line).row = headline
        self._draw_day(page)
        grid.show(lines, self._cursor())

    def _draw_day(self, page: DaysPage) -> None:
        """What stands on the day under the cursor, beside or below the grid."""
        found, side = self._on_day(), self.query_one("#day", Rows)
        self.at = min(self.at, max(len(found) - 1, 0))
        title = day_title(self.day, page.today, [entry for _, entry in found])
        self.query_one("#title", Line).row = title
        look = self.look()._replace(width=max(side.size.width - 3, 20))
        side.rows = list(list_rows(found, look))
        if found:
            side.go_to(f"entry:{found[self.at][0]}")

    def _on_day(self) -> list[tuple[int, Entry]]:
        page = self.page
        every = enumerate(page.entries) if page else ()
        return [(n, entry) for n, entry in every if self.day in entry.days()]

    def _cursor(self) -> set[str]:
        """What of the grid the cursor is on: in a month the day, in a week the thing, too."""
        day, found = self.day.isoformat(), self._on_day()
        if self.view == "month":
            return {f"day:{day}"}
        on = f"entry:{found[self.at][0]}" if found else f"day:{day}"
        return {f"head:{day}", on}

    def on_views_picked(self, event: Views.Picked) -> None:
        """A click on the name of a view shows it."""
        self.action_view(event.view)

    def on_grid_resized(self) -> None:
        """Lines are laid out for the room there is."""
        self.present()

    def on_grid_went(self, event: Grid.Went) -> None:
        """An arrow or a page key."""
        if event.how == "today":
            self.action_today()
        elif event.how == "page":
            self.action_turn(event.step)
        elif event.how == "line" and self.view == "week":
            self._go(self.day, min(max(self.at + event.step, 0), max(len(self._on_day()) - 1, 0)))
        else:
            days = event.step * (7 if event.how == "line" else 1)
            self._go(self.day + timedelta(days=days))

    def on_grid_pointed(self, event: Grid.Pointed) -> None:
        """A click on a day, or on a thing."""
        kind, _, ref = event.key.partition(":")
        if kind == "entry" and self.page:
            entry = self.page.entries[int(ref)]
            days = [day for day in entry.days() if self.page.first <= day <= self.page.last]
            self.day = self.day if self.day in days else days[0]
            self._go(self.day, [n for n, _ in self._on_day()].index(int(ref)))
        else:
            self._go(date.fromisoformat(ref))

    def _go(self, day: date, at: int = 0) -> None:
        """Put the cursor on a day; another page is read when the day is not on this one."""
        turned = self.view == "month" and day.month != self.day.month
        self.day, self.at = day, at
        if turned or self.page is None or not self.page.first <= day <= self.page.last:
            self.refresh_page()
        else:
            self.present()

    def on_grid_chosen(self) -> None:
        """Open the only thing of the day, or the one the cursor is on; else go to the list."""
        found = self._on_day()
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
            self.say("That is in another calendar of yours: change it there, and read it again.")
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
        """Back to today."""
        self.weeks = WEEKS
        self._go(self.desk.today())
        if self.view == "agenda":
            self.query_one("#calendar", Rows).action_edge(0)

    def action_turn(self, step: int) -> None:
        """The next page or the one before; of the agenda, more weeks or fewer."""
        if self.view == "agenda":
            self.weeks = min(max(self.weeks + step * WEEKS, WEEKS), FURTHEST)
            self.refresh_page()
        elif self.view == "week":
            self._go(self.day + timedelta(weeks=step))
        else:
            self._go(later(self.day, months=step))

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

    def action_offers(self) -> None:
        """Hours that people book, and workshops."""
        self.mentor_app.open_offers()
