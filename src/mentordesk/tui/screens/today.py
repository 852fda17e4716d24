"""Today: whose call is next, what is due, how the week looks."""

from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.coming import Attention, CallLine, TodayPage
from mentordesk.tui.actions import PersonScreen, WelcomingScreen
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.today import begins_at, today_headline, today_rows, week_line
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

VAST, BESIDE = 170, 72
"""Columns from which on the brief of the next call stands beside the list, and how many it has."""


class TodayScreen(WelcomingScreen, PersonScreen):
    """The first screen of the desk."""

    HELP: ClassVar[str | None] = """
    # Today

    Your calls of the day with both clocks, and under them what is **due**: a line with `!` can
    lose something by waiting. Each line names the key that settles it. `z` puts a line off until
    another day, `d` dismisses it: what it is about stays as it is. `D` decides what the programme
    asks you to decide.

    Enter opens the brief, or what a date of the programme is settled with: a form, a survey's
    questions, the slide, the decision. `s` starts the call.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "settle", "Done", id="today.settle", tooltip="Settle the line that is due"),
        Binding("z", "snooze", "Snooze", False, id="today.snooze", tooltip="Until another day"),
        Binding(
            "d", "put_away", "Dismiss", False, id="today.dismiss", tooltip="Take the line away"
        ),
    ]

    page: TodayPage | None = None

    def compose(self) -> ComposeResult:
        """A headline, the list, the week, the keys; nothing before the call that was asked for."""
        if not self.mentor_app.wanted_call:
            yield from self._parts()

    def _parts(self) -> ComposeResult:
        yield Line(id="headline")
        yield Rows(id="today")
        yield Line(id="week")
        yield Keys()

    async def on_screen_resume(self, _event: events.ScreenResume) -> None:  # type: ignore[override]
        """Back from the call that was asked for: there are no parts yet."""
        waits = self.mentor_app.wanted_call or not super().is_in_view
        if not waits and not self.query(Rows):
            await self.mount_all(self._parts())

    @property
    def is_in_view(self) -> bool:
        """Not while it is only what that call lies on."""
        return bool(self.query(Rows)) and super().is_in_view

    def refresh_page(self) -> None:
        """Read Today; an empty desk shows its three doors instead."""
        first = self.page is None
        self.page = self.desk.pages.today()
        self.present()
        if first:
            self.query_one("#today", Rows).go_to(begins_at(self.page, self.look()))
        if first and not self.page.people and not self.hand.pages.people():
            self.mentor_app.open_welcome()

    @property
    def _is_vast(self) -> bool:
        return bool(self.page and self.page.next) and self.app.size.width >= VAST

    def look(self, margin: int = 2, columns: int = 1) -> Look:
        """As on every page; the brief beside the list takes its own part."""
        return super().look(margin + BESIDE * self._is_vast, columns)

    def _show_beside(self) -> None:
        """The brief of the next call, where there is room for it."""
        panes = self.query("#beside")
        if not (self._is_vast and self.page and self.page.next):
            panes.remove()
            return
        from mentordesk.tui.widgets.beside import Beside  # most terminals have no room

        if not panes:
            self.mount(Beside(opens=False, id="beside"))
        brief = self.desk.pages.brief(self.page.next.address)
        self.query_one(Beside).tell(brief, self.look())

    def present(self) -> None:
        """Draw what was read."""
        if self.page:
            self._show_beside()
            look = self.look()
            self.query_one("#headline", Line).row = today_headline(self.page, look)
            self.query_one("#today", Rows).rows = today_rows(self.page, look)
            self.query_one("#week", Line).row = week_line(self.page, look)

    def _under_cursor(self) -> CallLine | Attention | None:
        row, page = self.query_one("#today", Rows).current, self.page
        if not row or not page:
            return None
        if row.kind == "next":
            return page.next
        lists: dict[str, list[CallLine | Attention]] = {
            "call": list(page.calls), "due": list(page.due),
        }  # fmt: skip
        return lists[row.kind][int(row.ref)] if row.kind in lists else None

    def who(self) -> str:
        """Whoever the line under the cursor is about, else who is next."""
        line = self._under_cursor() or (self.page.next if self.page else None)
        return line.address if line else ""

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open the call that runs, the slot that is missing, else the brief."""
        line = self._under_cursor()
        if isinstance(line, CallLine) and line.state == "running":
            self.mentor_app.open_call(line.session_id)
        elif isinstance(line, Attention) and line.does == "slot":
            self.mentor_app.open_mentee(line.address, "schedule")
        elif isinstance(line, Attention) and line.does == "offers":
            self.mentor_app.open_offers()
        elif isinstance(line, Attention) and line.does == "decide":
            self.action_decide()
        elif isinstance(line, Attention) and line.does == "milestone":
            from mentordesk.tui.settling import open_milestone

            self.attempt(partial(open_milestone, self.mentor_app, line.address, line.ref))
        elif line:
            self.mentor_app.open_mentee(line.address)

    def action_decide(self) -> None:
        """Decide what the line asks, else whatever is due with whoever it is about."""
        line = self._under_cursor()
        if isinstance(line, Attention) and line.does == "decide":
            from mentordesk.tui.settling import open_milestone

            self.attempt(partial(open_milestone, self.mentor_app, line.address, line.ref))
        else:
            super().action_decide()

    def action_settle(self) -> None:
        """Settle what is due: a promise is done, the rest leads to where it is settled."""
        line = self._under_cursor()
        if not isinstance(line, Attention):
            self.say("Done settles a line that is due: move the cursor to one.", warn=True)
        elif line.does == "done":
            done = partial(self.desk.promises.done, line.ref)
            self.attempt(done, "Done. u takes it back.")
        elif line.does == "milestone":
            from mentordesk.tui.settling import settle

            self.attempt(partial(settle, self.mentor_app, line.address, line.ref))
        elif line.does == "told":
            told = partial(self.desk.course.told, line.address)
            self.attempt(told, "Told. u takes it back.")
        elif line.does == "decide":
            self.action_decide()
        elif line.does == "plan":
            self.mentor_app.open_mentee(line.address, f"plan/goals/goal:{line.ref}")
        elif line.does == "log":
            self.action_log()
        elif line.does == "slot":
            self.action_slot()
        elif line.does == "call":
            self.mentor_app.action_call()
        elif line.does == "offers":
            self.mentor_app.open_offers()
        else:
            self.mentor_app.open_mentee(line.address)

    def action_snooze(self) -> None:
        """Put the line that is due off until a day."""
        if line := self._due():
            from mentordesk.tui.dialogs.snooze import SnoozeLine

            self.app.push_screen(SnoozeLine(self.desk, line))

    def action_put_away(self) -> None:
        """Take the line that is due away, with a reason or without."""
        if line := self._due():
            from mentordesk.tui.dialogs.ask import AskText

            dismiss = partial(self.desk.attention.dismiss, line)
            self.app.push_screen(
                AskText(
                    "Dismiss this line", "Why", placeholder="may stay empty", verb=dismiss,
                    needed=False,
                )
            )  # fmt: skip

    def _due(self) -> Attention | None:
        """The line under the cursor if it is something due; says so if it is not."""
        line = self._under_cursor()
        if isinstance(line, Attention):
            return line
        self.say("That is for a line that is due: move the cursor to one.", warn=True)
        return None
