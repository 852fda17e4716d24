"""A grid of days with what stands on the one under the cursor: the ways about it."""

from datetime import date, timedelta

from mentordesk.domain.days import DaysPage, Entry
from mentordesk.domain.programme_dates import later
from mentordesk.tui.actions import PersonScreen
from mentordesk.tui.presentation import calendar as words
from mentordesk.tui.presentation.entries import day_title, list_rows
from mentordesk.tui.presentation.month import month_lines
from mentordesk.tui.presentation.week import week_lines
from mentordesk.tui.widgets.grid import Grid
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows


class DaysScreen(PersonScreen):
    """Shows a month or a week; the screen above it says what a page is and where things lead."""

    view: str = "month"
    day: date = date.min
    """The day that the cursor is on; until the screen was shown, none."""
    at: int = 0
    """Which of the day's things the cursor is on."""
    page: DaysPage | None = None

    def action_today(self) -> None:
        """Back to today."""
        self.go_to(self.desk.today())

    def action_turn(self, step: int) -> None:
        """The next month or week, or the one before."""
        if self.view == "week":
            self.go_to(self.day + timedelta(weeks=step))
        else:
            self.go_to(later(self.day, months=step))

    def draw_grid(self, page: DaysPage) -> None:
        """The page as a month or a week, and the day under the cursor."""
        grid, look = self.query_one(Grid), self.look()
        width, height = grid.size
        if self.view == "month":
            headline = words.month_headline(page, self.day, shared=look.shared)
            lines = month_lines(page, self.day.month, look, width, height)
        else:
            headline = words.week_headline(page, self.day, shared=look.shared)
            lines = week_lines(page, look, width, height)
        self.query_one("#headline", Line).row = headline
        self._draw_day(page)
        grid.show(lines, self._cursor())

    def _draw_day(self, page: DaysPage) -> None:
        """What stands on the day under the cursor, beside or below the grid."""
        found, side = self.on_day(), self.query_one("#day", Rows)
        self.at = min(self.at, max(len(found) - 1, 0))
        shared, entries = self.desk.is_shared, [entry for _, entry in found]
        title = day_title(self.day, page.today, entries, shared=shared)
        self.query_one("#title", Line).row = title
        look = self.look()._replace(width=max(side.size.width - 3, 20))
        side.rows = list(list_rows(found, look))
        if found:
            side.go_to(f"entry:{found[self.at][0]}")

    def on_day(self) -> list[tuple[int, Entry]]:
        """What stands on the day under the cursor, each with its number on the page."""
        page = self.page
        every = enumerate(page.entries) if page else ()
        return [(n, entry) for n, entry in every if self.day in entry.days()]

    def _cursor(self) -> set[str]:
        """What of the grid the cursor is on: in a month the day, in a week the thing, too."""
        day, found = self.day.isoformat(), self.on_day()
        if self.view == "month":
            return {f"day:{day}"}
        on = f"entry:{found[self.at][0]}" if found else f"day:{day}"
        return {f"head:{day}", on}

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
            self.go_to(self.day, min(max(self.at + event.step, 0), max(len(self.on_day()) - 1, 0)))
        else:
            days = event.step * (7 if event.how == "line" else 1)
            self.go_to(self.day + timedelta(days=days))

    def on_grid_pointed(self, event: Grid.Pointed) -> None:
        """A click on a day, or on a thing."""
        kind, _, ref = event.key.partition(":")
        if kind == "entry" and self.page:
            entry = self.page.entries[int(ref)]
            days = [day for day in entry.days() if self.page.first <= day <= self.page.last]
            self.day = self.day if self.day in days else days[0]
            self.go_to(self.day, [n for n, _ in self.on_day()].index(int(ref)))
        else:
            self.go_to(date.fromisoformat(ref))

    def go_to(self, day: date, at: int = 0) -> None:
        """Put the cursor on a day; another page is read when the day is not on this one."""
        turned = self.view == "month" and day.month != self.day.month
        self.day, self.at = day, at
        if turned or self.page is None or not self.page.first <= day <= self.page.last:
            self.refresh_page()
        else:
            self.present()
