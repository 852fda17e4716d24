"""The plan: goals in sets, the action plan, gaps, and every promise of both sides."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from mentordesk.domain.pages import BriefPage
from mentordesk.tui.presentation.goals import COLUMNS, goal_columns, goal_detail, set_line
from mentordesk.tui.presentation.parts import Part, after
from mentordesk.tui.presentation.plan import action_rows, gap_rows, plan_rows, way
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.parts import Parts
from mentordesk.tui.widgets.plan_verbs import GAPS, GOALS, PLAN, PROMISES, PlanVerbs
from mentordesk.tui.widgets.rows import Rows

TALL = 34
"""Lines of a terminal from which the promises stand under the goals, too."""
_LISTS = {PLAN: "#rows", GAPS: "#gaps", PROMISES: "#actions"}


class GoalRows(Rows):
    """A column of goals; what is known of the one under the cursor stands below."""

    class Moved(Message):
        """Another goal is under the cursor."""

    def watch_cursor(self, old: int, at: int) -> None:
        """Draw both lines, and say so."""
        super().watch_cursor(old, at)
        self.post_message(self.Moved())

    def on_focus(self) -> None:
        """The goal under this list's cursor is the one that is meant now."""
        super().on_focus()
        self.post_message(self.Moved())


class PlanView(PlanVerbs):
    """Four parts, one at a time; Tab goes from list to list inside one."""

    HELP: ClassVar[str | None] = """
    # Plan

    `v` turns through the parts: **goals** in sets, the **plan** with everybody's steps, **gaps**,
    and what both sides **promised**. `a` adds to the part in view, `r` rewords what the cursor is
    on, `x` says met, done, closed or kept, `d` lets it go. All of it stays in the history.

    `t` sets the next targets; `b` looks back at earlier sets. `m` notes how a goal stands, that it
    was not met, or that it goes on in the next set. Targets are no hard requirements. `y` says what
    makes a goal SMART, `h` what a role asks for.

    `shift+up` and `shift+down`, or `K` and `J`, put a row of the plan in another place. `W` shows
    the plan as a table for the mentee or the coordinator, and writes it to a file.
    """

    opened: str = ""

    def compose(self) -> ComposeResult:
        """The parts' names, then each part."""
        yield Parts(id="parts")
        with Vertical(id="part-goals"):
            yield Line(id="set")
            with Horizontal(id="goals"):
                for n in range(COLUMNS):
                    yield GoalRows(opens=False, id=f"goals-{n}")
            yield Rows(opens=False, id="goal")
        yield Rows(id="rows")
        yield Rows(opens=False, id="gaps")
        yield Rows(opens=False, id="actions")

    def show(self, page: BriefPage) -> None:
        """Read goals, plan and gaps, and draw the part in view."""
        self.page = self.desk.plans.page(self.address)
        look, plan = self.page_screen.look(), self.page
        self.query_one(Parts).show(self._parts(page), self.part, way(plan, look))
        self._arrange()
        line = self.query_one("#set", Line)
        line.row = set_line(plan, self.back, look)
        line.display = bool(line.row.left)
        filled = goal_columns(plan, self.back, look)
        for n in range(COLUMNS):
            column = self.query_one(f"#goals-{n}", Rows)
            column.display = n < len(filled)
            column.rows = filled[n] if n < len(filled) else ()
        self._draw_goal()
        self.query_one("#rows", Rows).rows = plan_rows(plan, self.opened, look)
        self.query_one("#gaps", Rows).rows = gap_rows(plan, look)
        self.query_one("#actions", Rows).rows = action_rows(page, look)

    def _parts(self, page: BriefPage) -> list[Part]:
        plan = self.page
        assert plan
        return [
            Part(GOALS, sum(goal.is_open for goal in plan.goals)),
            Part(PLAN, sum(row.is_open for row in plan.rows)),
            Part(GAPS, sum(gap.state == "open" for gap in plan.gaps)),
            Part(PROMISES, len(page.actions)),
        ]

    def _arrange(self) -> None:
        """Only the part in view; a tall terminal shows the promises under the goals, too."""
        self.query_one("#part-goals").display = self.part == GOALS
        for part, name in _LISTS.items():
            self.query_one(name).display = part == self.part
        if self.part == GOALS and self.app.size.height >= TALL:
            self.query_one("#actions").display = True

    def _draw_goal(self) -> None:
        goal = self._goal()
        rows = self.query_one("#goal", Rows)
        if goal and self.page:
            rows.rows = goal_detail(self.page.page_of(goal), self.page_screen.look())
        else:
            rows.rows = ()

    def take_focus(self) -> None:
        """The part's first list that has something to choose."""
        lists = [self.query_one(f"#goals-{n}", Rows) for n in range(COLUMNS)]
        if self.part != GOALS:
            lists = [self.query_one(_LISTS[self.part], Rows)]
        filled = [rows for rows in lists if rows.current and rows.current.key]
        self.screen.set_focus((filled or lists)[0])

    def turn_to(self, part: str) -> None:
        """Show a part, its list having the keys; `goals/goal:4f2c` is a thing in it."""
        self.part, _, thing = part.partition("/")
        self._again()
        self.take_focus()
        if thing:
            self._go_to(thing)
        # Rows name the commands of the list that has the keys.
        self._again()

    def _go_to(self, thing: str) -> None:
        """Put the cursor on a thing, wherever in this part it stands."""
        for rows in self.query(Rows):
            if rows.display and any(row.key == thing for row in rows.rows):
                self.screen.set_focus(rows)
                rows.go_to(thing)
                return

    def _again(self) -> None:
        if page := self.page_screen.page:
            self.show(page)

    def action_part(self) -> None:
        """The next part, round and round."""
        page = self.page_screen.page
        if page:
            self.turn_to(after(self._parts(page), self.part))

    def on_parts_picked(self, event: Parts.Picked) -> None:
        """A click on a part's name shows it."""
        self.turn_to(event.part)

    def on_goal_rows_moved(self, _event: GoalRows.Moved) -> None:
        """Show what is known of the goal under the cursor."""
        focused = self.screen.focused
        if isinstance(focused, GoalRows):
            self.column = focused.id or self.column
        self._draw_goal()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open all cells of a row of the plan, or close them."""
        event.stop()
        ref = event.key.partition(":")[2]
        self.opened = "" if self.opened == ref else ref
        self._again()

    def action_earlier(self) -> None:
        """The set before the one in view, round and round."""
        self.back += 1
        self._again()
