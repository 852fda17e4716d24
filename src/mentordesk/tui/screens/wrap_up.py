"""The wrap-up: the playbook's closing questions, one under the other, while the call goes on."""

from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from mentordesk.domain.pages import Asked, CallPage, WrapUpPage
from mentordesk.domain.playbook import Question
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import one_line
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.presentation.times import closed
from mentordesk.tui.presentation.wrap_up import headline, hint, in_zone
from mentordesk.tui.widgets.answer import Answer
from mentordesk.tui.widgets.caught_up import caught_up
from mentordesk.tui.widgets.clock import Clock
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.next_date import NextDate

NO_DATE = "No next date is fixed. Say here when, such as fri 10:00, and it is."
AND_NEXT = "When and where next?"


class WrapUpScreen(DeskScreen):
    """Questions with what is known already; answers are stored while they are typed."""

    HELP: ClassVar[str | None] = """
    # The wrap-up

    Enter goes on, in the last answer it begins another line, as `ctrl+j` does anywhere. Escape
    goes back to the call, the answers are kept. `ctrl+s` closes the call: answers become the task,
    promises and the next date. Leaving everything empty is fine. `←` and `→` choose what happens
    to the next date.
    """
    CSS_PATH = "../styles/call.tcss"
    EVERY = 1
    AUTO_FOCUS = ".field"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "onward", "Go on", id="wrap_up.onward", priority=True,
            tooltip="On to the next question; another line in the last one",
        ),
        Binding(
            "ctrl+s", "close", "Close the call", id="wrap_up.close", priority=True,
            tooltip="End the call; the answers become tasks, promises and the next date",
        ),
        Binding(
            "escape", "app.back", "To the call", id="wrap_up.back", tooltip="The answers are kept"
        ),
    ]  # fmt: skip

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id
        self.call: CallPage
        self.page: WrapUpPage

    def compose(self) -> ComposeResult:
        """The clock above, the questions, what the answer becomes, the keys."""
        self.call = self.desk.pages.call_of(self.session_id)
        self.page = self.desk.pages.wrap_up(self.session_id)
        yield Line(id="headline")
        yield Clock(self.desk.tz, ring=self.mentor_app.ring)
        with VerticalScroll(id="questions", can_focus=False):
            for asked in self.page.questions:
                yield from self._question(asked)
            if not any(asked.becomes == "next" for asked in self.page.questions):
                yield from self._next_date(AND_NEXT, "")
        yield Static(id="foot", markup=False)
        yield Keys()

    def _question(self, asked: Asked) -> ComposeResult:
        if asked.becomes == "next" and self.page.next:
            yield from self._next_date(asked.ask, asked.answer if asked.answered else "")
            return
        yield Static(one_line(asked.ask), markup=False, classes="ask")
        if asked.becomes == "next":
            yield Static(NO_DATE, markup=False, classes="fact")
        field = Answer(partial(self._keep, asked.key), id=f"answer-{asked.key}", placeholder="…")
        field.add_class("field")
        field.show(asked.answer)
        yield field

    def _next_date(self, ask: str, answer: str) -> ComposeResult:
        if self.page.next:
            yield Static(one_line(ask), markup=False, classes="ask")
            yield NextDate(self.page.next, self.call.mentee.zone, self.look(), answer)

    def _keep(self, key: str, _base: str, text: str) -> tuple[str, datetime]:
        self.desk.calls.answer(self.session_id, key, text)
        return text, self.desk.now()

    def refresh_page(self) -> None:
        """The clock may have been paused or extended, the call closed by another door."""
        self.call = self.desk.pages.call_of(self.session_id)
        if self.call.session.state != "running":
            if self.app.screen is self:
                self.app.pop_screen()
            return
        self.query_one(Clock).timebox = self.call.session.timebox
        self.present()
        self.on_tick(self.desk.now())

    def present(self) -> None:
        """Draw the lines above and below."""
        self.query_one("#headline", Line).row = headline(self.call, self.look(0))
        self._hint()

    def on_tick(self, now: datetime) -> None:
        """A second has passed."""
        self.query_one(Clock).now = now

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another question: say what its answer becomes."""
        self._hint()

    def _hint(self) -> None:
        closes = "⏎ another line, ^s closes the call" if self._is_last(self.focused) else ""
        self.query_one("#foot", Static).update(Content(hint(self._asked(), closes)))

    def _asked(self) -> Question | None:
        """The playbook's question that has the focus."""
        field = self.focused
        if field is None:
            return None
        next_one = isinstance(field.parent, NextDate)
        for question in self.call.playbook.wrap_up:
            if field.id == f"answer-{question.key}" or (next_one and question.becomes == "next"):
                return question
        return None

    async def action_onward(self) -> None:
        """On to the next question; in the last answer, on to the next line."""
        await caught_up(self.focused)
        field = self.focused
        if not self._is_last(field):
            self.focus_next(".field")
        elif isinstance(field, Answer):
            await field.action_line()

    def _is_last(self, widget: Widget | None) -> bool:
        fields = [field for field in self.query(".field").results(Widget) if field.display]
        return bool(fields) and widget is fields[-1]

    @on(NextDate.Changed)
    def keep_next_date(self) -> None:
        """The word about the next date is kept like every answer."""
        key = next((q.key for q in self.call.playbook.wrap_up if q.becomes == "next"), "")
        word = self.query_one(NextDate).said()
        if key:
            self.attempt(partial(self.desk.calls.answer, self.session_id, key, word))

    async def action_close(self) -> None:
        """End the call with these answers; the call screen below goes on to the recap."""
        await caught_up(self.focused)
        with self.desk.slots.remarks(self.call.address) as remarks:
            held = self.attempt(self._close)
        if held:
            self.say(" ".join([closed(self.desk.times.cut_short(held.id)), *remarks]))
            self.say_unsaid(held.id)

    def _close(self) -> Session:
        fields = list(self.query(Answer))
        for field in fields:
            field.flush()
        answers = {(field.id or "").removeprefix("answer-"): field.text for field in fields}
        word, wall = self.query_one(NextDate).settled() if self.query(NextDate) else ("", None)
        choice = word, self._in_slots_zone(wall) if wall else None
        return self.desk.calls.close(self.session_id, answers=answers, next_choice=choice)

    def _in_slots_zone(self, wall: datetime) -> datetime:
        series = self.desk.pages.slot(self.call.address, 1).series
        return in_zone(wall, self.desk.tz, series.tz) if series else wall
