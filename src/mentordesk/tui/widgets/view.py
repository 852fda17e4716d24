"""One tab of a mentee's page: a part of the screen with keys and help of its own."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from mentordesk.domain.pages import BriefPage
from mentordesk.tui.presentation.rows import Row
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.tui.screens.mentee import MenteeScreen


class View(Vertical):
    """A tab shows the mentee its screen is about; `show` is given the brief that was read."""

    HELP: ClassVar[str | None] = None

    @property
    def page_screen(self) -> "MenteeScreen":
        """The screen the tab is part of."""
        return cast("MenteeScreen", self.screen)

    @property
    def desk(self) -> "Desk":
        """The mentor's verbs and pages."""
        return self.page_screen.desk

    @property
    def address(self) -> str:
        """Whose page it is."""
        return self.page_screen.address

    def show(self, page: BriefPage) -> None:
        """Draw the tab; called when anything changed and when the size did."""

    def turn_to(self, part: str) -> None:
        """Show a part of the tab; most tabs are one."""

    def take_focus(self) -> None:
        """Give the keys to the tab's first list."""
        self.screen.set_focus(self.query(Rows).first())

    def date_meant(self) -> date | None:
        """The date of the slot that the cursor is on, where the tab has dates."""
        return None

    def current(self) -> Row | None:
        """The row under the cursor of the list that has the keys."""
        focused = self.screen.focused
        rows = focused if isinstance(focused, Rows) else self.query(Rows).first()
        return rows.current


class PlanningView(View):
    """A tab with promises, goals and questions in it, which can be made and settled there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,enter", "settle", "Done", id="plan.done", tooltip="Kept, met, answered, ticked"),
        Binding("p", "promise", "Promise", id="plan.promise", tooltip="Somebody will do something"),
        Binding("g", "goal", "Goal", id="plan.goal", tooltip="Something to aim for"),
        Binding("d", "drop", "Drop", id="plan.drop", tooltip="It will not be done; that is fine"),
    ]  # fmt: skip

    def action_settle(self) -> None:
        """The thing under the cursor is done; a promise that was kept is open again."""
        row, desk = self.current(), self.desk
        verbs = {
            "action": desk.promises.reopen
            if row and self._is_kept(row.ref)
            else desk.promises.done,
            "goal": desk.goals.done,
            "note": desk.words.settle,
        }
        if row and row.kind in verbs:
            self.page_screen.attempt(partial(verbs[row.kind], row.ref))
        elif row and row.kind == "point":
            self.mark_point(int(row.ref), "done")
        elif row and row.kind == "watch":
            self.page_screen.action_doors()
        else:
            self._needs_one("Done")

    def action_drop(self) -> None:
        """The thing under the cursor will not be done."""
        row, desk = self.current(), self.desk
        verbs = {"action": desk.promises.drop, "goal": desk.goals.drop}
        if row and row.kind in verbs:
            self.page_screen.attempt(partial(verbs[row.kind], row.ref), "Dropped. u takes it back.")
        elif row and row.kind == "point":
            self.mark_point(int(row.ref), "dropped")
        else:
            self._needs_one("Drop")

    def mark_point(self, n: int, state: str) -> None:
        """Say what became of an item of the agenda."""
        page = self.page_screen.page
        if page:
            calls, point = self.desk.calls, page.agenda[n]
            state = "open" if point.state == state else state
            self.page_screen.attempt(partial(calls.mark_point, point.id, state))

    def _is_kept(self, ref: str) -> bool:
        page = self.page_screen.page
        return any(action.id == ref for action in page.done_lately) if page else False

    def _needs_one(self, command: str) -> None:
        sentence = (
            f"{command} needs a promise, a goal, a question or an agenda item under the cursor."
        )
        self.page_screen.say(sentence, warn=True)

    def action_promise(self) -> None:
        """Note what somebody will do."""
        from mentordesk.tui.dialogs.promise import AddPromise

        self.app.push_screen(AddPromise(self.desk, self.desk.people.find(self.address)))

    def action_goal(self) -> None:
        """Note what is aimed for."""
        from mentordesk.tui.dialogs.goal import AddGoal

        self.app.push_screen(AddGoal(self.desk, self.desk.people.find(self.address)))
