"""Writing something down about a mentee; who else may read it is on screen before it is stored."""

from collections.abc import Callable, Iterable, Sequence

from textual.widget import Widget

from mentordesk.domain.notes import Note, default_readers
from mentordesk.domain.readers import ME
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

KINDS = (
    "note", "question", "stuck", "win", "observation", "concern", "wish", "background",
    "interest", "strength", "development", "personal", "motivation", "boundary", "link", "learned",
    "incident",
)  # fmt: skip


class WriteNote(Dialog[Note]):
    """Asks for the words and the kind; `verb(text, kind)` stores them."""

    def __init__(
        self,
        name: str,
        verb: Callable[[str, str], Note],
        off_limits: Callable[[str], Sequence[str]],
    ) -> None:
        super().__init__(f"Note about {name}")
        self.verb, self.off_limits = verb, off_limits

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Words and kind."""
        yield "Note", Entry(placeholder="what you want to know next time", id="text")
        yield "Kind", Choice([(kind, kind) for kind in KINDS], id="kind")

    def echo(self) -> str:
        """Who else may read it; for the mentee, what of it was to be left alone."""
        private = default_readers(self.query_one(Choice).value) == ME
        if private:
            return "Only you can read it."
        return "\n".join(["Its mentee may read it, too.", *self.off_limits(self.value("text"))])

    def on_choice_changed(self) -> None:
        """Another kind may have other readers."""
        self.understand()

    def save(self) -> Note:
        """Write it down."""
        return self.verb(self.value("text"), self.query_one(Choice).value)
