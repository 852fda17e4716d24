"""The plan: goals by horizon, and every promise of both sides."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from mentordesk.domain.pages import BriefPage
from mentordesk.tui.presentation.plan import COLUMNS, action_rows, goal_columns
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.view import PlanningView


class PlanView(PlanningView):
    """Three columns of goals above, promises below; Tab goes from list to list."""

    HELP: ClassVar[str | None] = """
    # Plan

    What is aimed for in **30, 60 and 90 days**, and what both sides promised to do. Targets are no
    hard requirements: `x` says met or kept, `d` lets something go, and both stay in the history.

    Tab goes from column to column and to the promises.
    """

    def compose(self) -> ComposeResult:
        """The columns, and the promises under them."""
        with Horizontal(id="goals"):
            for horizon in COLUMNS:
                yield Rows(opens=False, id=f"goals-{horizon}")
        yield Rows(opens=False, id="actions")

    def show(self, page: BriefPage) -> None:
        """Read the goals, met ones too, and draw."""
        look = self.page_screen.look()
        goals = self.desk.goals.list(self.address)
        column = look._replace(width=look.width // 3 - 3)
        for horizon, rows in zip(COLUMNS, goal_columns(goals, column), strict=True):
            self.query_one(f"#goals-{horizon}", Rows).rows = rows
        self.query_one("#actions", Rows).rows = action_rows(page, look)

    def take_focus(self) -> None:
        """The promises are asked about more often than the goals."""
        self.screen.set_focus(self.query_one("#actions", Rows))
