"""The brief: what is worth knowing before the call, and the agenda for it, editable."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from mentordesk.domain.pages import BriefPage
from mentordesk.tui.presentation.brief import brief_columns
from mentordesk.tui.presentation.manner import reminder_rows
from mentordesk.tui.presentation.rows import blank, heading
from mentordesk.tui.widgets.agreeing import agree_in_turn
from mentordesk.tui.widgets.looking_back import LookingBack
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.view import PlanningView

TALL = 34
"""Lines of a terminal from which there is room between the parts."""


class BriefView(PlanningView, LookingBack):
    """One column on a narrow terminal, two on a wide one."""

    HELP: ClassVar[str | None] = """
    # Brief

    Thirty seconds before a call: the last recap, the **promises** of both sides, open questions
    and stuck points, goals, what you watch out for, and the **agenda** for next time.

    The agenda composes itself: the task first, what was left over (`carried ×2`), then what the
    programme asks. `a` adds something of your own, `d` drops what the cursor is on.

    `t` writes down what both say to the item under the cursor, where that is something to agree
    on: what each expects, and boundaries. The line marked `»` is a reminder of manner.

    `r` answers the programme's questions about the last task, `M` those about the month.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "point", "Agenda item", id="brief.point", tooltip="Raise something next time"),
        Binding(
            "t", "agree", "Agree", False, id="brief.agree", tooltip="Answer what the item asks"
        ),
        Binding(
            "r", "look_back('task')", "Task", False, id="review.task", tooltip="How the task went"
        ),
        Binding("M", "look_back('month')", "Month", False, id="review.month", tooltip="How it was"),
    ]

    def compose(self) -> ComposeResult:
        """What was on the left, what comes on the right."""
        with Horizontal():
            yield Rows(opens=False, id="was")
            yield Rows(opens=False, id="comes")

    def show(self, page: BriefPage) -> None:
        """Lay both columns out, or all in one."""
        look = self.page_screen.look(columns=2)
        was, comes = self.query_one("#was", Rows), self.query_one("#comes", Rows)
        wide, dense = look.is_wide, self.app.size.height < TALL
        comes.display = wide
        if wide:
            column, gist = look._replace(width=look.width // 2 - 2), self.size.height // 3
            was.rows, after = brief_columns(page, column, gist, dense=dense)
            manner = reminder_rows(page, column)
            comes.rows = [*after, blank(), heading("keep in mind"), *manner] if manner else after
        else:
            before, after = brief_columns(page, look, dense=dense)
            between = [] if dense else [blank()]
            was.rows = [*reminder_rows(page, look), *before, *between, *after]

    def action_agree(self) -> None:
        """Write down what both say to the item under the cursor, question by question."""
        page, row = self.page_screen.page, self.current()
        if page:
            at = int(row.ref) if row and row.kind == "point" else -1
            title = page.agenda[at].title if at >= 0 else ""
            agree_in_turn(self.page_screen.mentor_app, self.desk, self.address, title)

    def action_point(self) -> None:
        """Add something of the mentor's own to the agenda."""
        from mentordesk.tui.dialogs.point import AddPoint

        self.app.push_screen(AddPoint(self.desk, self.desk.people.find(self.address)))
