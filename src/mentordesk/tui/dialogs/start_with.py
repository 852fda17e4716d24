"""Starting a call with an agenda that the programme only takes by hand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import Relation
from mentordesk.domain.playbook import BY_HAND
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class StartWith(Dialog[str]):
    """Returns the key of the chosen agenda, '' for the one whose turn it is."""

    WHILE_SHARED = True

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        super().__init__(f"Call {relation.mentee.name} now")
        self.desk, self.relation = desk, relation

    @staticmethod
    def choices(desk: "Desk", relation: Relation) -> list[tuple[str, str]]:
        """The agendas of their programme that are never taken unasked, by key and title."""
        playbook = desk.playbooks.of(relation.mentorship.id)
        return [(one.key, one.title) for one in playbook.agendas if one.when == BY_HAND]

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The first of them is marked, for that is what one came for."""
        by_hand = self.choices(self.desk, self.relation)
        every = [*by_hand, ("", "the one whose turn it is")]
        yield "Agenda", Choice(every, by_hand[0][0], id="agenda")

    def echo(self) -> str:
        """How long it is, and what is on it."""
        playbook = self.desk.playbooks.of(self.relation.mentorship.id)
        key = self.query_one(Choice).value
        if not key:
            return "As the key s starts it."
        agenda = playbook.agenda(key)
        items = ", ".join(item.title for item in agenda.items)
        return f"{playbook.minutes_for(agenda)} min: {items}."

    def on_choice_changed(self) -> None:
        """Another agenda has other items."""
        self.understand()

    def save(self) -> str:
        """Start with it."""
        return self.query_one(Choice).value
