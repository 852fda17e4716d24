"""Noting how a goal stands."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.planning import MARKS, Mark
from mentordesk.domain.plans import Goal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class MarkGoal(Dialog[Mark]):
    """One word, and what is said of it; the day is today's."""

    def __init__(self, desk: "Desk", goal: Goal) -> None:
        super().__init__(f"How it stands: {goal.text}")
        self.desk, self.goal = desk, goal

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """How, and why."""
        yield "It is", Choice([(one, one.replace("-", " ")) for one in MARKS], id="mark")
        yield "Because", Entry(placeholder="may stay empty", id="text")

    def echo(self) -> str:
        """What the word does."""
        if self.query_one(Choice).value == "done":
            return "It is met, too."
        return "Nobody is held to it; it shows how things went."

    def on_choice_changed(self) -> None:
        """Another word."""
        self.understand()

    def save(self) -> Mark:
        """Note it."""
        return self.desk.goals.mark(self.goal.id, self.query_one(Choice).value, self.value("text"))
