"""The wrap-up: the programme's closing questions while the call goes on."""

from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.sessions import Session
from mentordesk.tui.presentation.times import closed
from mentordesk.tui.presentation.wrap_up import headline
from mentordesk.tui.screens.questions import ClosingQuestions
from mentordesk.tui.widgets.caught_up import caught_up
from mentordesk.tui.widgets.clock import Clock
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.next_date import NextDate


class WrapUpScreen(ClosingQuestions):
    """The clock goes on over the questions; closing makes of the answers what they become."""

    HELP: ClassVar[str | None] = """
    # The wrap-up

    Enter goes on, in the last answer it begins another line, as `ctrl+j` does anywhere. Escape
    goes back to the call, the answers are kept. `ctrl+s` closes the call: answers become the task,
    promises and the next date. Leaving everything empty is fine. `←` and `→` choose what happens
    to the next date.
    """
    EVERY = 1
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s", "close", "Close the call", id="wrap_up.close", priority=True,
            tooltip="End the call; the answers become tasks, promises and the next date",
        ),
        Binding(
            "escape", "app.back", "To the call", id="wrap_up.back", tooltip="The answers are kept"
        ),
    ]  # fmt: skip
    closes = "^s closes the call"

    def above(self) -> ComposeResult:
        """The clock."""
        app = self.mentor_app
        yield Clock(self.desk.tz, ring=app.ring, still=not app.settings.motion)

    def refresh_page(self) -> None:
        """The clock may have been paused or extended, the call closed by another door."""
        self.call = self.desk.pages.call_of(self.session_id)
        if self.call.session.state != "running":
            if self.app.screen is self:
                self.app.pop_screen()
            return
        self.query_one(Clock).zone = self.desk.tz
        self.query_one(Clock).timebox = self.call.session.timebox
        self.present()
        self.on_tick(self.desk.now())

    def present(self) -> None:
        """Draw the lines above and below."""
        self.query_one("#headline", Line).row = headline(self.call, self.look(0))
        self.say_hint()

    def on_tick(self, now: datetime) -> None:
        """A second has passed."""
        self.query_one(Clock).now = now

    @on(NextDate.Changed)
    def keep_next_date(self) -> None:
        """The word about the next date is kept like every answer."""
        key, word = self.key_of_next(), self.query_one(NextDate).said()
        if key:
            self.attempt(partial(self.hand.calls.answer, self.session_id, key, word))

    def of_answer(self) -> str:
        """Whom nobody knows of those that promised something in the notes."""
        asked = self._asked()
        if asked is None or asked.becomes != "action":
            return ""
        return " · ".join(one.says for one in self.desk.pages.strangers(self.session_id))

    async def action_close(self) -> None:
        """End the call with these answers; the call screen below goes on to the recap."""
        await caught_up(self.focused)
        with self.hand.slots.remarks(self.call.address) as remarks:
            held = self.attempt(self._close)
        if held:
            # What is remarked on the next date may be about others' dates.
            seen = [] if self.desk.is_shared else remarks
            strange = [f"{one.says}." for one in self.desk.pages.strangers(held.id)]
            self.say(" ".join([closed(self.desk.times.cut_short(held.id)), *strange, *seen]))
            self.say_unsaid(held.id)

    def _close(self) -> Session:
        answers, choice = self.answers(), self.settled()
        return self.hand.calls.close(self.session_id, answers=answers, next_choice=choice)
