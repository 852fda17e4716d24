"""Setting the next targets, as at a monthly review."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import Relation
from mentordesk.domain.planning import GoalSet, horizons
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

REST = [
    ("stay", "stay open"),
    ("carry", "are carried over"),
    ("unmet", "were not met"),
    ("drop", "are dropped"),
]


class NewSet(Dialog[GoalSet]):
    """A line for each of the playbook's horizons, and what becomes of targets still open."""

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        super().__init__(f"The next targets, with {relation.mentee.name}")
        self.desk, self.relation = desk, relation
        playbook = desk.playbooks.of(relation.mentorship.id)
        self.days = [one for one in horizons(playbook) if one.isdecimal()]
        number = max((goal.set_no for goal in desk.goals.list(relation.address)), default=0)
        self.open = [
            goal
            for goal in desk.goals.list(relation.address)
            if goal.is_open and goal.set_no == number and goal.set_on != desk.today()
        ]

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The targets; the others only when there are some."""
        for days in self.days:
            yield f"{days} days", Entry(placeholder="may stay empty", id=f"in-{days}")
        if self.open:
            yield "Open ones", Choice(REST, id="rest")

    def echo(self) -> str:
        """What is still open from before."""
        if not self.open:
            return "They form one set; the next one keeps it with what became of it."
        return "Still open: " + " · ".join(goal.text for goal in self.open)

    def save(self) -> GoalSet:
        """Set them."""
        aims = [(days, self.value(f"in-{days}")) for days in self.days]
        rest = self.query_one(Choice).value if self.open else "stay"
        return self.desk.goals.renew(self.relation.address, aims, rest)
