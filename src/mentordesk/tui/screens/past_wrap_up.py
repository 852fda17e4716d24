"""The wrap-up of a call that is over: its answers, to be changed, with what they made following."""

from datetime import datetime
from itertools import count
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mentordesk.domain.pages import Asked
from mentordesk.domain.text import one_line
from mentordesk.tui.presentation.wrap_up import AS_IT_IS, past_headline
from mentordesk.tui.screens.questions import AND_NEXT, ClosingQuestions
from mentordesk.tui.widgets.caught_up import caught_up
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.next_date import NextDate
from mentordesk.tui.widgets.notes import SUGGESTED

BEGUN = "The next call has begun since; later dates are on the Schedule."
_openings = count(1)


class PastWrapUpScreen(ClosingQuestions):
    """What is typed is stored and its things follow; suggestions wait until they are taken."""

    HELP: ClassVar[str | None] = """
    # The wrap-up, afterwards

    Change an answer and what it made follows: the task, promises, what you watch. Empty it, and
    they are withdrawn, but what the notes say, and what was done since. What has a circle is only
    offered from your notes: `ctrl+s` takes it, and the next date as you chose it; Escape leaves
    both as they are. `u` takes all of it back at once.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s", "take", "Take as it stands", id="past_wrap_up.take", priority=True,
            tooltip="What is offered is taken, too, and the next date as it is chosen",
        ),
        Binding(
            "escape", "leave", "Back", id="past_wrap_up.back",
            tooltip="What you changed is stored; what is only offered stays offered",
        ),
    ]  # fmt: skip
    closes = "^s takes it as it stands"

    def __init__(self, session_id: str) -> None:
        super().__init__(session_id)
        self._typing = f"{session_id}/{next(_openings)}"
        self._offered: set[str] = set()

    def asks(self, asked: Asked) -> str:
        """A question, and whether its answer is only offered so far."""
        if asked.answered or not asked.answer:
            return one_line(asked.ask)
        self._offered.add(asked.key)
        return f"{SUGGESTED}{one_line(asked.ask)}"

    def of_answer(self) -> str:
        """That an answer is only offered."""
        key = (self.focused.id or "").removeprefix("answer-") if self.focused else ""
        return f"{SUGGESTED}from your notes, not taken" if key in self._offered else ""

    def next_date(self, ask: str, answer: str) -> ComposeResult:
        """The date to come, to be confirmed, moved or skipped; history once a call has begun."""
        is_past = self.desk.calls.next_choice(self.session_id, "confirm") == ("", None)
        if is_past:
            if ask != AND_NEXT:
                yield Static(one_line(ask), markup=False, classes="ask")
                said = f"{one_line(answer)} · {BEGUN}" if answer else BEGUN
                yield Static(said, markup=False, classes="fact after")
        elif self.page.next:
            yield Static(one_line(ask), markup=False, classes="ask")
            zone = self.call.mentee.zone
            yield NextDate(self.page.next, zone, self.look(), choices=AS_IT_IS)

    def keep(self, key: str, _base: str, text: str) -> tuple[str, datetime]:
        """Store an answer while it is typed, all of them as one step for undo."""
        self.hand.calls.answer(self.session_id, key, text, typing=self._typing)
        if key in self._offered:
            self._offered.remove(key)
            ask = next(one.ask for one in self.page.questions if one.key == key)
            self.query_one(f"#ask-{key}", Static).update(Content(one_line(ask)))
            self.say_hint()
        return text, self.desk.now()

    def refresh_page(self) -> None:
        """Taken back by another door, the call goes on: then this is no place to be."""
        self.call = self.desk.pages.call_of(self.session_id)
        if self.call.session.state != "held" and self.app.screen is self:
            self.app.pop_screen()
            return
        self.present()

    def present(self) -> None:
        """Draw the lines above and below."""
        self.query_one("#headline", Line).row = past_headline(self.call, self.look(0))
        self.say_hint()

    async def action_leave(self) -> None:
        """Back; a date that was only chosen stays as it was, and that is said."""
        await caught_up(self.focused)
        if self.query(NextDate) and self.query_one(NextDate).said():
            self.say("The next date stays as it was: ctrl+s takes what you choose.", warn=True)
        await self.mentor_app.action_back()

    async def action_take(self) -> None:
        """Take what is offered, and the next date as it is chosen."""
        await caught_up(self.focused)
        with self.desk.slots.remarks(self.call.address) as remarks:
            taken = self.attempt(self._take)
        if taken:
            self.say(" ".join(["Stored. u takes it back.", *remarks]))
            await self.mentor_app.action_back()

    def _take(self) -> bool:
        texts, choice = self.answers(), self.settled()
        key = self.key_of_next()
        taken = {one: text for one, text in texts.items() if one in self._offered}
        if self.query(NextDate) and choice[0]:
            taken[key] = self.query_one(NextDate).said()
        elif key in texts:
            choice = self.desk.calls.next_choice(self.session_id, texts[key])
            taken[key] = texts[key]
        taken.pop("", "")
        self.desk.calls.amend(self.session_id, taken, next_choice=choice, typing=self._typing)
        return True
