"""The brief: what is worth knowing before the call, and the agenda for it, editable."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from mentordesk.domain.pages import BriefPage
from mentordesk.tui.presentation.mentee import brief_columns
from mentordesk.tui.presentation.rows import blank
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.view import PlanningView

WIDE = 110


class BriefView(PlanningView):
    """One column on a narrow terminal, two on a wide one."""

    HELP: ClassVar[str | None] = """
    # Brief

    Thirty seconds before a call: the last recap, the **promises** of both sides, open questions
    and stuck points, goals, what you watch out for, and the **agenda** for next time.

    The agenda composes itself: the task first, what was left over (`carried ×2`), then what the
    programme asks. `a` adds something of your own, `d` drops what the cursor is on.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "point", "Agenda item", id="brief.point", tooltip="Raise something next time"),
    ]

    def compose(self) -> ComposeResult:
        """What was on the left, what comes on the right."""
        with Horizontal():
            yield Rows(opens=False, id="was")
            yield Rows(opens=False, id="comes")

    def show(self, page: BriefPage) -> None:
        """Lay both columns out, or all in one."""
        look = self.page_screen.look()
        was, comes = self.query_one("#was", Rows), self.query_one("#comes", Rows)
        wide = look.width >= WIDE - 2
        comes.display = wide
        if wide:
            column = look._replace(width=look.width // 2 - 2)
            was.rows, comes.rows = brief_columns(page, column, gist=self.size.height // 3)
        else:
            before, after = brief_columns(page, look)
            was.rows = [*before, blank(), *after]

    def action_point(self) -> None:
        """Add something of the mentor's own to the agenda."""
        from mentordesk.tui.dialogs.point import AddPoint

        self.app.push_screen(AddPoint(self.desk, self.desk.people.find(self.address)))
