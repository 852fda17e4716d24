"""What can be done on the plan: settle, drop, add, reword, and what belongs to a goal."""

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from mentordesk.domain.planning import Gap, PlanPage, PlanRow
from mentordesk.domain.plans import Goal
from mentordesk.tui.presentation.plan import as_shown
from mentordesk.tui.presentation.rows import Row
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.view import PlanningView

GOALS, PLAN, GAPS, PROMISES = "goals", "plan", "gaps", "promises"


class PlanVerbs(PlanningView):
    """The keys of the plan; whoever draws it keeps `page`, `part` and the column up to date."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # As on the brief; here `a` is in view instead, for the part that is.
        Binding(
            "p",
            "promise",
            "Promise",
            False,
            id="plan.promise",
            tooltip="Somebody will do something",
        ),
        Binding("g", "goal", "Goal", False, id="plan.goal", tooltip="Something to aim for"),
        Binding("v", "part", "Next part", id="plan.part", tooltip="Goals, plan, gaps, promises"),
        Binding("a", "add", "Add", id="plan.add", tooltip="To the part in view"),
        Binding("r", "reword", "Reword", id="plan.reword", tooltip="Say it in other words"),
        Binding("m", "mark", "Mark", id="plan.mark", tooltip="How the goal stands today"),
        Binding("t", "renew", "New set", id="plan.set", tooltip="The next targets"),
        Binding("b", "earlier", "Earlier", False, id="plan.earlier", tooltip="The set before"),
        Binding("y", "smart", "SMART", False, id="plan.smart", tooltip="What makes it SMART"),
        Binding(
            "h", "require", "Asks for", False, id="plan.requires", tooltip="What a role asks for"
        ),
        Binding(
            "shift+up,K", "shift(-1)", "Row up", False, id="plan.up",
            tooltip="The row of the plan, one place up",
        ),
        Binding(
            "shift+down,J", "shift(1)", "Row down", False, id="plan.down",
            tooltip="The row of the plan, one place down",
        ),
        Binding(
            "W", "write", "Write file", False, id="plan.write",
            tooltip="The plan as a table, for the mentee or the coordinator",
        ),
    ]  # fmt: skip

    part: str = GOALS
    back: int = 0
    page: PlanPage | None = None
    column: str = "goals-0"

    def _goal(self) -> Goal | None:
        """The goal that is meant: under the cursor of the column that had the keys last."""
        row = self.query_one(f"#{self.column}", Rows).current
        if self.page is None or row is None or row.kind != "goal":
            return None
        return next((goal for goal in self.page.goals if goal.id == row.ref), None)

    def _row(self) -> PlanRow | None:
        row = self.current()
        if self.page is None or row is None or row.kind != "row":
            return None
        return next(one for one in self.page.rows if one.id == row.ref)

    def _gap(self) -> Gap | None:
        row = self.current()
        if self.page is None or row is None or row.kind != "gap":
            return None
        return next(one for one in self.page.gaps if one.id == row.ref)

    def action_settle(self) -> None:
        """What the cursor is on is done, met, closed; or open again if it was."""
        row, desk, attempt = self.current(), self.desk, self.page_screen.attempt
        if one := self._row():
            attempt(partial(desk.plans.done if one.is_open else desk.plans.reopen, one.id))
        elif gap := self._gap():
            is_open = gap.state == "open"
            attempt(partial(desk.gaps.close if is_open else desk.gaps.reopen, gap.id))
        elif row and row.kind == "requirement":
            self._meet(row)
        elif row and row.kind == "goal" and (goal := self._goal()) and not goal.is_open:
            attempt(partial(desk.goals.reopen, goal.id))
        else:
            super().action_settle()

    def _meet(self, row: Row) -> None:
        goal, _, number = row.ref.partition("/")
        asked = self.page.requirements[goal] if self.page else ()
        met = asked[int(number) - 1].met_on is None
        self.page_screen.attempt(partial(self.desk.goals.meets, goal, int(number), met=met))

    def action_drop(self) -> None:
        """What the cursor is on will not be done."""
        if one := self._row():
            drop = partial(self.desk.plans.drop, one.id)
            self.page_screen.attempt(drop, "Dropped. u takes it back.")
        else:
            super().action_drop()

    def _needs_one(self, command: str) -> None:
        thing = {PLAN: "a row", GAPS: "a gap", PROMISES: "a promise"}.get(self.part, "a goal")
        self.page_screen.say(f"{command} needs {thing} under the cursor.", warn=True)

    def action_add(self) -> None:
        """Add to the part in view."""
        adds = {GOALS: self.action_goal, PROMISES: self.action_promise}
        if self.part in adds:
            adds[self.part]()
            return
        found = self.desk.people.find(self.address)
        if self.part == PLAN:
            from mentordesk.tui.dialogs.plan_row import WriteRow

            self.app.push_screen(WriteRow(self.desk, found))
        else:
            from mentordesk.tui.dialogs.skill_gap import NoteGap

            self.app.push_screen(NoteGap(self.desk, found))

    def action_reword(self) -> None:
        """Say what the cursor is on in other words."""
        found = self.desk.people.find(self.address)
        if one := self._row():
            from mentordesk.tui.dialogs.plan_row import WriteRow

            self.app.push_screen(WriteRow(self.desk, found, one))
        elif gap := self._gap():
            from mentordesk.tui.dialogs.skill_gap import NoteGap

            self.app.push_screen(NoteGap(self.desk, found, gap))
        elif self.part == GOALS and (goal := self._goal()):
            from mentordesk.tui.dialogs.goal import AddGoal

            self.app.push_screen(AddGoal(self.desk, found, goal))
        else:
            self._needs_one("Reword")

    def action_renew(self) -> None:
        """Set the next targets."""
        from mentordesk.tui.dialogs.goal_set import NewSet

        self.back = 0
        self.app.push_screen(NewSet(self.desk, self.desk.people.find(self.address)))

    def action_mark(self) -> None:
        """Note how the goal stands."""
        if (goal := self._goal()) and self.part == GOALS:
            from mentordesk.tui.dialogs.goal_mark import MarkGoal

            self.app.push_screen(MarkGoal(self.desk, goal), self._say)
        else:
            self.page_screen.say("Mark needs a goal under the cursor.", warn=True)

    def action_smart(self) -> None:
        """Say what makes the goal SMART."""
        if (goal := self._goal()) and self.part == GOALS:
            from mentordesk.tui.dialogs.smart import MakeSmart

            self.app.push_screen(MakeSmart(self.desk, self.desk.goals.page(goal.id)))
        else:
            self.page_screen.say("SMART needs a goal under the cursor.", warn=True)

    def action_require(self) -> None:
        """Write down what the goal's role asks for."""
        if (goal := self._goal()) and self.part == GOALS:
            from mentordesk.tui.dialogs.ask import AskText

            require = partial(self.desk.goals.require, goal.id)
            dialog = AskText("What the role asks for", "It takes", verb=require)
            self.app.push_screen(dialog)
        else:
            self.page_screen.say("Asks for needs a goal under the cursor.", warn=True)

    def _say(self, said: str | None) -> None:
        if said:
            self.page_screen.say(said)

    def action_shift(self, step: int) -> None:
        """Put the row under the cursor one place up or down."""
        row, page = self._row(), self.page
        if row is None or page is None:
            self.page_screen.say("A place in the plan needs a row under the cursor.", warn=True)
            return
        shown = [one for one in as_shown(page.rows) if one.is_open == row.is_open]
        at = shown.index(row) + step
        if 0 <= at < len(shown):
            place = page.rows.index(shown[at]) + 1
            self.page_screen.attempt(partial(self.desk.plans.move, row.id, place))
        else:
            edge = "first" if step < 0 else "last"
            self.page_screen.say(f"It is the {edge} of these rows already.", warn=True)

    def action_write(self) -> None:
        """Write the plan as a table, for whoever is to have it."""
        from mentordesk.tui.dialogs.write_plan import WritePlan

        self.app.push_screen(WritePlan(self.desk, self.address), self._say)
