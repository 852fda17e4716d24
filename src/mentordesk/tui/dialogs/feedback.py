"""Writing feedback down; how its receiver likes it is on screen while it is written."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.feedback import DIRECTIONS, FORMS, GIVEN, RECEIVED, TO_PROGRAMME, Feedback
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import spoken
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

SPOKEN = {GIVEN: "I gave it", RECEIVED: "I was given it", TO_PROGRAMME: "for the programme"}


class WriteFeedback(Dialog[Feedback]):
    """The words, which way they went, and what is done differently because of them."""

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        super().__init__(f"Feedback, with {relation.mentee.name}")
        self.desk, self.relation = desk, relation
        self.likes = desk.feedback.preference(relation.address)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, which way, how, and what came of it."""
        yield "Feedback", Entry(placeholder="what was said", id="text")
        yield "Which way", Choice([(one, SPOKEN[one]) for one in DIRECTIONS], id="direction")
        yield "How", Choice([("", "not said"), *((one, one) for one in FORMS)], id="form")
        yield "Changed", Entry(placeholder="what is done differently now", id="changed")

    def _direction(self) -> str:
        return self.query_one("#direction", Choice).value

    def echo(self) -> str:
        """Who else may read it; and how somebody likes to be given feedback."""
        seen = spoken(self.desk.feedback.readers(self.relation, self._direction()))
        likes = self.likes if self._direction() == GIVEN else ""
        said = f"\n{self.relation.mentee.name} said of feedback: {likes}" if likes else ""
        return f"For {seen}.{said}"

    def on_choice_changed(self) -> None:
        """Another way has other readers."""
        self.understand()

    def save(self) -> Feedback:
        """Write it down."""
        form = self.query_one("#form", Choice).value
        return self.desk.feedback.add(
            self.relation.address,
            self.value("text"),
            self._direction(),
            form,
            self.value("changed"),
        )
