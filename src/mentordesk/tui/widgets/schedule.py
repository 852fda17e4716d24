"""The schedule: the standing slot, its next dates on both clocks, and what is said of each."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.pages import BriefPage, Meeting, SlotPage
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.schedule import EMPTY, Known, schedule_rows
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.view import View

SHOWN = 26  # half a year: a change of the clocks is always among them


class ScheduleView(View):
    """Skip, move or confirm the date under the cursor; gaps and the end are for all of them."""

    HELP: ClassVar[str | None] = """
    # Schedule

    The standing slot and its next dates, on your clock and on theirs. The slot keeps its **wall
    time** when clocks change; a line with `!` says where that makes a difference.

    `w` fixes the slot or changes it from a day on. `m` moves the date under the cursor, `d` skips
    it, `y` notes that both sides confirmed it. `b` is a gap of days, `z` ends the run.

    `e` tells the other side: what has changed since they were told, the date under the cursor
    called off, or the invitation taken back. `✉` says what they do not know yet.

    `r` reads the file that came back: their answers stand below `✉`, and a time they proposed waits
    there until `a` answers it. `p` finds times that suit both of you, to be pasted. `h` lists the
    dates that were moved or skipped: who asked, how early, and why.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "slot", "Slot", id="person.slot", tooltip="Fix when the calls are"),
        Binding("m", "move", "Move", id="schedule.move", tooltip="This date, another time"),
        Binding("d", "skip", "Skip", id="schedule.skip", tooltip="Leave this date out"),
        Binding("y", "confirm", "Confirm", id="schedule.confirm", tooltip="Both said yes"),
        Binding("b", "gap", "Gap", id="schedule.gap", tooltip="No calls from one day to another"),
        Binding("z", "end", "End", id="schedule.end", tooltip="The last call is on a day"),
        Binding("p", "propose", "Propose", id="schedule.propose", tooltip="Free times, to paste"),
        Binding("r", "read", "Read", id="schedule.read", tooltip="A file that came back"),
        Binding("a", "answer", "Answer", id="schedule.answer", tooltip="To a time they proposed"),
        Binding(
            "h", "changes", "Changes", False, id="schedule.changes",
            tooltip="Dates that were moved or skipped: who asked, how early",
        ),
    ]  # fmt: skip

    page: SlotPage | None = None
    known: Known | None = None

    def compose(self) -> ComposeResult:
        """One list."""
        yield Rows(EMPTY, opens=False, id="schedule")

    def show(self, page: BriefPage) -> None:
        """Read the slot and draw its dates."""
        self.page = self.desk.pages.slot(self.address, SHOWN)
        self._draw(page)
        look_up = partial(self._look_up, page)
        self.call_after_refresh(self.page_screen.attempt, look_up)

    def _look_up(self, page: BriefPage) -> None:
        """What they know and said is asked once the dates are drawn: it needs icalendar."""
        if self.page and self.page.series:
            standing = self.desk.invites.standing(self.address)
            replies = self.desk.replies
            waiting = [replies.sentence(one) for one in replies.open(self.address)]
            self.known = Known(standing, replies.lines(self.address), waiting)
            self._draw(page)

    def _draw(self, page: BriefPage) -> None:
        assert self.page
        mentee, look = page.mentee, self.page_screen.look()
        rows = schedule_rows(self.page, mentee.pronouns, look, mentee.name, self.known)
        self.query_one(Rows).rows = rows

    def date_meant(self) -> date | None:
        """The date under the cursor, by its day in the rule."""
        row = self.query_one(Rows).current
        return date.fromisoformat(row.ref) if row and row.kind == "day" else None

    def action_slot(self) -> None:
        """Fix or change the standing slot."""
        self.page_screen.action_slot()

    def _meeting(self) -> Meeting | None:
        """The date under the cursor; says what to do when there is none."""
        if (day := self.date_meant()) and self.page:
            return next(one for one in self.page.meetings if one.occurrence.day == day)
        self.page_screen.say("That needs a date: fix a slot with w, then choose one.", warn=True)
        return None

    def _spoken(self, one: Meeting) -> str:
        return f"{words.day(one.here.date(), self.desk.today())} {one.here:%H:%M}"

    def action_confirm(self) -> None:
        """Note that both sides will be there."""
        if one := self._meeting():
            confirm = partial(self.desk.slots.confirm, self.address, one.occurrence.day)
            self.page_screen.attempt(confirm, f"Confirmed: {self._spoken(one)}.")

    def action_skip(self) -> None:
        """Leave this date out."""
        if one := self._meeting():
            from mentordesk.tui.dialogs.ask import AskText

            skip = partial(self._skipped, one)
            title = f"Skip {self._spoken(one)}"
            self.app.push_screen(
                AskText(title, "Why", placeholder="may stay empty", needed=False, verb=skip)
            )

    def action_move(self) -> None:
        """Give this date another time."""
        one, brief = self._meeting(), self.page_screen.page
        if one and brief:
            from mentordesk.tui.dialogs.move import MoveDate

            look, mentee = self.page_screen.look(), brief.mentee
            theirs = partial(
                words.their_clock, zone=mentee.zone, look=look, pronouns=mentee.pronouns
            )
            series = self.desk.slots.occurrence(self.address, one.occurrence.day)[0]
            title = f"Move {self._spoken(one)}"
            dialog = MoveDate(self.desk, self.address, one, series, title, theirs)
            self.app.push_screen(dialog, self._remark)

    def _skipped(self, one: Meeting, reason: str) -> None:
        with self.desk.slots.remarks(self.address, one.occurrence) as remarks:
            self.desk.slots.skip(self.address, one.occurrence.day, reason)
        self._remark(remarks)

    def _remark(self, remarks: Sequence[str] | None) -> None:
        """Say what the programme thinks of a change, if it thinks anything."""
        if remarks:
            self.page_screen.say(" ".join(remarks), warn=True)

    def action_gap(self) -> None:
        """Agree on days without calls."""
        from mentordesk.tui.dialogs.gap import AgreeGap

        dialog = AgreeGap(self.desk, self.address)
        self.app.push_screen(dialog, lambda _dates: self._remark(dialog.remarks))

    def action_propose(self) -> None:
        """Find times that suit both sides, and copy them."""
        from mentordesk.tui.dialogs.propose import ProposeTimes

        mine = self.page_screen.mentor_app.settings.propose
        dialog = ProposeTimes(self.desk, self.address, mine.hours, mine.days)
        self.app.push_screen(dialog, lambda text: self._say(text and "Copied, to be pasted."))

    def action_read(self) -> None:
        """Read an answer, a proposed time, or a busy calendar."""
        from mentordesk.tui.dialogs.read_answers import ReadAnswers

        self.app.push_screen(ReadAnswers(self.desk), self._say)

    def action_answer(self) -> None:
        """Take or refuse the time that has waited longest."""
        waiting = self.desk.replies.open(self.address)
        if not waiting:
            self.page_screen.say("No time was proposed. r reads a file that came back.", warn=True)
            return
        from mentordesk.tui.dialogs.counter import AnswerCounter

        self.app.push_screen(AnswerCounter(self.desk, waiting[0]), self._say)

    def action_changes(self) -> None:
        """List the dates that were moved or skipped."""
        from mentordesk.tui.dialogs.changed_dates import ChangedDates

        self.app.push_screen(ChangedDates(self.desk, self.address))

    def _say(self, said: str | None) -> None:
        if said:
            self.page_screen.say(said)

    def action_end(self) -> None:
        """Let the run end on a day."""
        from mentordesk.tui.dialogs.ask import AskText

        self.app.push_screen(
            AskText(
                "End the run", "Last day", placeholder="18 dec", check=self._last,
                verb=lambda typed: self.desk.slots.end(self.address, self._day(typed)),
            )
        )  # fmt: skip

    def _day(self, typed: str) -> date:
        from mentordesk.dates import read_day

        return read_day(typed, self.desk.today())

    def _last(self, typed: str) -> str:
        from mentordesk.dates import echo_day

        day = self._day(typed)
        left = sum(
            one.here.date() <= day and one.occurrence.happens
            for one in (self.page.meetings if self.page else ())
        )
        return f"{echo_day(day, self.desk.today())} · {words.counted(left, 'call')} until then"
