"""Logging support given outside a call: a chat, a mail, help in between."""

from collections.abc import Callable, Iterable, Sequence

from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.domain.notes import TOUCHES
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry


class LogTouch(Dialog[str]):
    """Asks what kind, how long and about what; `verb(kind, minutes, text)` stores it.

    `outside(kind, text)` says what lies outside of the contact policy.
    """

    def __init__(
        self,
        name: str,
        verb: Callable[[str, int, str], str],
        outside: Callable[[str, str], Sequence[str]],
    ) -> None:
        super().__init__(f"Log support for {name}")
        self.verb, self.outside = verb, outside

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Kind, length, words."""
        yield "About", Entry(placeholder="what it was about, in a line", id="text")
        yield "Kind", Choice([(kind, kind) for kind in TOUCHES], id="kind")
        yield "Minutes", Entry("10", "10, 45m, 1h30", id="minutes")

    def echo(self) -> str:
        """The length in words, and what lies outside of what was agreed on about contact."""
        from mentordesk.tui.presentation.look import length

        kind = self.query_one(Choice).value
        said = f"{length(self._minutes())} of {kind}, for you alone to read"
        return "\n".join([said, *self.outside(kind, self.value("text"))])

    def on_choice_changed(self) -> None:
        """Another kind."""
        self.understand()

    def _minutes(self) -> int:
        from mentordesk.dates import read_minutes

        return read_minutes(self.value("minutes"))

    def save(self) -> str:
        """Log it."""
        if not self.value("text"):
            raise Refusal("A line on what it was about helps you later. Type one.")
        return self.verb(self.query_one(Choice).value, self._minutes(), self.value("text"))
