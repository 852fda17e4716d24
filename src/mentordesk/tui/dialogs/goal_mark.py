"""Noting how a goal stands, or how it ended."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.domain.planning import MARKS
from mentordesk.domain.plans import Goal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

UNMET, CARRIED = "unmet", "carried"
WAYS = (
    *((one, one.replace("-", " ")) for one in MARKS),
    (UNMET, "not met"),
    (CARRIED, "carried over into the next set"),
)
_SAYS = {
    "done": "It is met, too.",
    UNMET: "That is no verdict. It stays in its set, with what came of it instead.",
    CARRIED: "It ends here, and goes on in the next set.",
}


class MarkGoal(Dialog[str]):
    """One word, and what is said of it; the day is today's. Returns what to say of it, or ''."""

    HELP: ClassVar[str | None] = """
    # How it stands

    `←` and `→` turn the word. **On track**, **behind** and **ahead** are kept by day; **done** says
    that it is met, too. **Not met** ends the goal, as does **carried over**, after which it is open
    in the next set. `u` takes any of it back.
    """

    def __init__(self, desk: "Desk", goal: Goal) -> None:
        super().__init__(f"How it stands: {goal.text}")
        self.desk, self.goal = desk, goal

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """How, and why."""
        yield "It is", Choice(WAYS, id="mark")
        yield "Because", Entry(placeholder="may stay empty", id="text")

    def _way(self) -> str:
        return self.query_one(Choice).value

    def echo(self) -> str:
        """What the word does."""
        return _SAYS.get(self._way(), "Nobody is held to it; it shows how things went.")

    def on_choice_changed(self) -> None:
        """Another word; what is carried over needs no reason."""
        self.query_one(Entry).disabled = self._way() == CARRIED
        self.understand()

    def save(self) -> str:
        """Note it."""
        goals, way, text = self.desk.goals, self._way(), self.value("text")
        if way == CARRIED:
            number = goals.carry(self.goal.id).set_no
            return f"Carried over into set {number}. u takes it back."
        if way == UNMET:
            goals.unmet(self.goal.id, text)
            return "Not met. u takes it back."
        goals.mark(self.goal.id, way, text)
        return ""
