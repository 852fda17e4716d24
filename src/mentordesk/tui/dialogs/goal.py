"""Noting what is aimed for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import Relation
from mentordesk.domain.plans import HORIZONS, Goal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class AddGoal(Dialog[Goal]):
    """The words, the horizon, and how both will know that it is met."""

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        super().__init__(f"A goal, with {relation.mentee.name}")
        self.desk, self.relation = desk, relation

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, by when, measured how."""
        spoken = [(h, f"{h} days" if h.isdigit() else h) for h in HORIZONS]
        yield "Goal", Entry(placeholder="first pull request to an open project", id="text")
        yield "Horizon", Choice(spoken, "30", id="horizon")
        yield "Measure", Entry(placeholder="how you will know; may stay empty", id="measure")

    def echo(self) -> str:
        """Who may read it."""
        return "Its mentee may read it, too. Targets are no hard requirements."

    def save(self) -> Goal:
        """Note it."""
        horizon, measure = self.query_one(Choice).value, self.value("measure")
        address = self.relation.address
        return self.desk.goals.add(address, self.value("text"), horizon, measure=measure)
