"""When and where next: the coming date in both clocks, to confirm, move, skip or leave open."""

from collections.abc import Sequence
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from mentordesk.domain.errors import Refusal
from mentordesk.domain.pages import Meeting
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.wrap_up import CHOICES, meeting, understood
from mentordesk.tui.widgets.entry import Entry
from mentordesk.tui.widgets.options import Options

MOVE = "move"


class NextDate(Vertical):
    """A choice and, for another date, a field that says what it understood of it."""

    class Changed(Message):
        """Something else will happen to the date now."""

    def __init__(
        self,
        coming: Meeting,
        zone: str,
        look: Look,
        answer: str = "",
        choices: Sequence[tuple[str, str]] = CHOICES,
    ) -> None:
        super().__init__(id="next-date")
        self.choices = choices
        self.coming = coming
        self.zone = zone
        self.look = look
        self.answer = answer

    def compose(self) -> ComposeResult:
        """The date, the options, the field for another date and its echo."""
        yield Static(meeting(self.coming, self.zone), markup=False, classes="fact")
        typed = self.answer not in ("", "confirm", "skip")
        options = Options(self.choices, MOVE if typed else self.answer)
        options.add_class("field")
        yield options
        field = Entry(self.answer if typed else "")
        field.add_class("field")
        field.display = typed
        yield field
        echo = Static("", markup=False, classes="fact", id="echo")
        echo.display = False
        yield echo

    def said(self) -> str:
        """The answer in a word, as it is kept: confirm, skip, the other date, or ''."""
        value = self.query_one(Options).value
        return self.query_one(Input).value.strip() if value == MOVE else value

    def settled(self) -> tuple[str, datetime | None]:
        """What is to happen, with the mentor's wall time for a move.

        Raises Refusal, saying what could not be read, when the other date is no date.
        """
        value = self.query_one(Options).value
        if value != MOVE:
            return value, None
        wall, words = self._understood()
        if wall is None:
            raise Refusal(f"When does the next call move to? {words}")
        return MOVE, wall

    def _understood(self) -> tuple[datetime | None, str]:
        usual = self.coming.here.time()
        return understood(self.query_one(Input).value, self.look, usual, self.zone)

    @on(Options.Changed)
    @on(Input.Changed)
    def _again(self, event: Message) -> None:
        event.stop()
        moving = self.query_one(Options).value == MOVE
        self.query_one(Input).display = moving
        wall, words = self._understood() if moving else (None, "")
        echo = self.query_one("#echo", Static)
        echo.update(words)
        echo.display = bool(words)
        echo.set_class(moving and wall is None, "-wrong")
        self.post_message(self.Changed())
