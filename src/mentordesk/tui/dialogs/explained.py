"""A stuck point was explained: how well is it understood now?"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.learning import Mark, Topic
from mentordesk.domain.text import clip
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

_SPOKEN = {
    1: "1 of 5, not at all",
    2: "2 of 5, a little",
    3: "3 of 5, half of it",
    4: "4 of 5, mostly",
    5: "5 of 5, could teach it",
}


class Explained(Dialog[Mark]):
    """A level from 1 to 5, and how it was explained."""

    def __init__(self, desk: "Desk", topic: Topic) -> None:
        super().__init__(clip(topic.note.body, 50))
        self.desk, self.topic = desk, topic

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """How well, how."""
        marks = self.topic.marks
        level = marks[0].level if marks else 3
        yield "Understood", Choice([(str(n), said) for n, said in _SPOKEN.items()], str(level))
        yield "How", Entry(placeholder="with a drawing; may stay empty", id="text")

    def echo(self) -> str:
        """Who reads it, and how it is settled."""
        return "Only you read this. It comes back before each call until x settles it."

    def save(self) -> Mark:
        """Note it for today."""
        level = int(self.query_one(Choice).value)
        return self.desk.topics.mark(self.topic.note.id, level, self.value("text"))
