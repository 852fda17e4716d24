"""A field for the answer to one question: it grows with its lines and is stored while typed."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from mentordesk.tui.widgets.kept import KeptArea


class Answer(KeptArea):
    """Enter goes on to the next question; ctrl+j begins another line."""

    @dataclass
    class Entered(Message):
        """The mentor is done with this answer."""

        answer: "Answer"

        @property
        def control(self) -> "Answer":
            """The field."""
            return self.answer

    async def _on_key(self, event: events.Key) -> None:
        if event.key not in ("enter", "ctrl+j"):
            return
        event.prevent_default()
        event.stop()
        if event.key == "enter":
            self.post_message(self.Entered(self))
        else:
            self.replace("\n", *self.selection, maintain_selection_offset=False)
