"""The playbook's closing questions, one under the other: during the call and after it."""

from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from mentordesk.domain.call_page import CallPage
from mentordesk.domain.pages import Asked, WrapUpPage
from mentordesk.domain.playbook import Playbook, Question
from mentordesk.domain.readers import MENTEE, PUBLIC
from mentordesk.domain.recovery import ANSWER
from mentordesk.domain.text import one_line
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.presentation.wrap_up import hint, in_zone
from mentordesk.tui.screens.unstored_words import UnstoredWords, of_call
from mentordesk.tui.widgets.answer import Answer
from mentordesk.tui.widgets.caught_up import caught_up
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.next_date import NextDate

NO_DATE = "No next date is fixed. Say here when, such as fri 10:00, and it is."
AND_NEXT = "When and where next?"


class ClosingQuestions(DeskScreen):
    """Questions with what is known already; answers are stored while they are typed."""

    CSS_PATH = "../styles/closing.tcss"
    AUTO_FOCUS = ".field"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "onward", "Go on", id="wrap_up.onward", priority=True,
            tooltip="On to the next question",
        ),
    ]  # fmt: skip

    closes = ""
    """What the hint of the last answer adds."""

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id
        self.call: CallPage
        self.page: WrapUpPage

    def compose(self) -> ComposeResult:
        """What stands above, the questions, what the answer becomes, the keys."""
        self.read()
        yield Line(id="headline")
        yield from self.above()
        with VerticalScroll(id="questions", can_focus=False):
            for asked in self.page.questions:
                yield from self._question(asked)
            if not any(asked.becomes == "next" for asked in self.page.questions):
                yield from self.next_date(AND_NEXT, "")
        yield Static(id="foot", markup=False)
        yield Keys()

    def read(self) -> None:
        """Read the call and its questions."""
        self.call = self.desk.pages.call_of(self.session_id)
        # What is hidden is answered on all the same, so the fields have the whole of it; of the
        # next date is said only what the viewer may know, and not what else is on that day.
        self.page = self.hand.pages.wrap_up(self.session_id)
        if self.desk.is_shared:
            self.page = self.page._replace(next=self.desk.pages.wrap_up(self.session_id).next)

    def above(self) -> ComposeResult:
        """What stands between the headline and the questions; nothing by default."""
        yield from ()

    def _question(self, asked: Asked) -> ComposeResult:
        if self._is_hidden(asked.key):
            if asked.becomes == "next":
                yield from self.next_date(AND_NEXT, "")
            return
        if asked.becomes == "next" and self.page.next:
            yield from self.next_date(asked.ask, asked.answer if asked.answered else "")
            return
        yield Static(Content(self.asks(asked)), id=f"ask-{asked.key}", classes="ask")
        if asked.becomes == "next":
            yield Static(NO_DATE, markup=False, classes="fact")
        aside = UnstoredWords(self, lambda: of_call(self.call, f"{ANSWER} {asked.key}"))
        keep, name = partial(self.keep, asked.key), f"answer-{asked.key}"
        field = Answer(keep, aside=aside, id=name, placeholder="…")
        field.add_class("field")
        field.show(asked.answer)
        yield field

    @property
    def playbook(self) -> Playbook:
        """The programme whose questions they are."""
        return self.desk.playbooks.of(self.call.mentorship.id)

    def _is_hidden(self, key: str) -> bool:
        """Whether a question is not asked before this viewer: its answer is for others."""
        asks = next(one for one in self.playbook.wrap_up if one.key == key)
        return self.desk.is_shared and not {MENTEE, PUBLIC} & set(asks.readers)

    def asks(self, asked: Asked) -> str:
        """A question as it is written over its answer."""
        return one_line(asked.ask)

    def next_date(self, ask: str, answer: str) -> ComposeResult:
        """The next date in both clocks, and what is to become of it."""
        if self.page.next:
            yield Static(one_line(ask), markup=False, classes="ask")
            yield NextDate(self.page.next, self.call.mentee.zone, self.look(), answer)

    def keep(self, key: str, _base: str, text: str) -> tuple[str, datetime]:
        """Store an answer while it is typed."""
        self.hand.calls.answer(self.session_id, key, text)
        return text, self.desk.now()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another question: say what its answer becomes."""
        self.say_hint()

    def say_hint(self) -> None:
        """What the answer that has the focus becomes, and who reads it."""
        closes = self.closes if self._is_last(self.focused) else ""
        said = hint(self._asked(), " · ".join(filter(None, [self.of_answer(), closes])))
        self.query_one("#foot", Static).update(Content(said))

    def of_answer(self) -> str:
        """What is to be said of the answer that has the focus; nothing by default."""
        return ""

    def _asked(self) -> Question | None:
        """The playbook's question that has the focus."""
        field = self.focused
        if field is None:
            return None
        next_one = isinstance(field.parent, NextDate)
        for question in self.playbook.wrap_up:
            if field.id == f"answer-{question.key}" or (next_one and question.becomes == "next"):
                return question
        return None

    def on_mount(self) -> None:
        """Where Enter has nowhere to go on to, it is another line."""
        if self.query(".field") and isinstance(last := self.query(".field").last(), Answer):
            last.is_last = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter goes on, but in the last answer, which it goes on with."""
        if action == "onward":
            return not (isinstance(self.focused, Answer) and self.focused.is_last)
        return super().check_action(action, parameters)

    async def action_onward(self) -> None:
        """On to the next question."""
        await caught_up(self.focused)
        if isinstance(self.focused, Answer) and self.focused.is_last:  # quick fingers got there
            await self.focused.action_line()
        elif not self._is_last(self.focused):
            self.focus_next(".field")

    def _is_last(self, widget: Widget | None) -> bool:
        fields = [field for field in self.query(".field").results(Widget) if field.display]
        return bool(fields) and widget is fields[-1]

    def key_of_next(self) -> str:
        """The key of the question about the next date; '' where none is asked."""
        return next((q.key for q in self.playbook.wrap_up if q.becomes == "next"), "")

    def answers(self) -> dict[str, str]:
        """Every answer as it stands, stored if it was not; of what is hidden as it was found."""
        fields = list(self.query(Answer))
        for field in fields:
            field.flush()
        hidden = {one.key: one.answer for one in self.page.questions if self._is_hidden(one.key)}
        return hidden | {(field.id or "").removeprefix("answer-"): field.text for field in fields}

    def settled(self) -> tuple[str, datetime | None]:
        """What is to become of the next date, on the slot's own clock. Raises Refusal."""
        word, wall = self.query_one(NextDate).settled() if self.query(NextDate) else ("", None)
        return word, self._in_slots_zone(wall) if wall else None

    def _in_slots_zone(self, wall: datetime) -> datetime:
        series = self.desk.pages.slot(self.call.address, 1).series
        return in_zone(wall, self.desk.tz, series.tz) if series else wall
