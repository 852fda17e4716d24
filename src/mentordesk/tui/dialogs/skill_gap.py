"""Noting what is missing on the way, or saying it in other words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import Relation
from mentordesk.domain.planning import Gap
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.rows import fit
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class NoteGap(Dialog[Gap]):
    """What, of which kind, by what one can tell, and the row of the plan that closes it."""

    def __init__(self, desk: "Desk", relation: Relation, gap: Gap | None = None) -> None:
        super().__init__(f"A gap, with {relation.mentee.name}")
        self.desk, self.relation, self.gap = desk, relation, gap
        self.kinds = desk.gaps.kinds(relation.mentorship.id)
        self.plan = [row for row in desk.plans.page(relation.address).rows if row.is_open]

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, kind, evidence; the row only where there is a plan."""
        gap = self.gap
        spoken = [(kind, kind) for kind in self.kinds]
        yield "Missing", Entry(gap.text if gap else "", "reads diffs line by line", id="text")
        yield "Kind", Choice(spoken, gap.kind if gap else "", id="kind")
        yield (
            "Shown by",
            Entry(gap.evidence if gap else "", "may stay empty", id="evidence"),
        )
        if self.plan:
            rows = [("", "none yet"), *((row.id, fit(row.goal, 34)) for row in self.plan)]
            yield "Row", Choice(rows, gap.plan_row_id if gap else "", id="row")

    def echo(self) -> str:
        """Who may read it."""
        return "The mentee may read it, too."

    def save(self) -> Gap:
        """Keep it."""
        text, evidence = self.value("text"), self.value("evidence")
        kind = self.query_one("#kind", Choice).value
        row = self.query_one("#row", Choice).value if self.plan else ""
        if self.gap is None:
            return self.desk.gaps.add(self.relation.address, kind, text, evidence, row)
        return self.desk.gaps.edit(self.gap.id, kind=kind, row=row, text=text, evidence=evidence)
