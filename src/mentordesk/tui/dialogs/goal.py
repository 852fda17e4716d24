"""Noting what is aimed for, or saying it in other words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import Relation
from mentordesk.domain.planning import GOAL_KINDS, horizons
from mentordesk.domain.plans import Goal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class AddGoal(Dialog[Goal]):
    """The words, the horizon, how both will know that it is met, and what it is about."""

    def __init__(self, desk: "Desk", relation: Relation, goal: Goal | None = None) -> None:
        name = relation.mentee.name
        super().__init__(f"A goal, with {name}" if goal is None else f"A goal of {name}'s")
        self.desk, self.relation, self.goal = desk, relation, goal
        self.playbook = desk.playbooks.of(relation.mentorship.id)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, by when, measured how, about what."""
        known = self.goal
        spoken = [(h, f"{h} days" if h.isdigit() else h) for h in horizons(self.playbook)]
        kinds = ", ".join((self.playbook.goal_kinds or GOAL_KINDS)[:3])
        yield "Goal", Entry(known.text if known else "", "first pull request merged", id="text")
        yield "Horizon", Choice(spoken, known.horizon if known else spoken[0][0], id="horizon")
        yield (
            "Measure",
            Entry(
                known.measure if known else "", "how you will know; may stay empty", id="measure"
            ),
        )
        yield "About", Entry(known.kind if known else "", f"{kinds} …; may stay empty", id="kind")

    def echo(self) -> str:
        """Who may read it."""
        return "Its mentee may read it, too. Targets are no hard requirements."

    def save(self) -> Goal:
        """Note it."""
        horizon = self.query_one(Choice).value
        text, measure, kind = (self.value(name) for name in ("text", "measure", "kind"))
        goals = self.desk.goals
        if self.goal is None:
            address = self.relation.address
            return goals.add(address, text, horizon, measure=measure, kind=kind)
        changed = "" if horizon == self.goal.horizon else horizon
        return goals.edit(self.goal.id, horizon=changed, text=text, measure=measure, kind=kind)
