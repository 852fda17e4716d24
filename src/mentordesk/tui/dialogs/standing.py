"""How the goals stand, said in a call: one key a goal, and what is aimed for from now on."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from mentordesk.domain.call_page import Aim
from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.standing import standing_rows
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.desk import Desk


def _key(key: str, mark: str, name: str, tooltip: str) -> Binding:
    return Binding(key, f"say('{mark}')", name, id=f"standing.{mark}", tooltip=tooltip)


class HowTheyStand(Dialog[bool], inherit_bindings=False):
    """Each key is stored at once; a goal of which nothing is said stays as it stood.

    Returns True when the mentor wants to go on to the whole plan.
    """

    HELP: ClassVar[str | None] = """
    # How the goals stand

    `o` the goal under the cursor is on track, `b` behind, `w` ahead, `d` met; `n` that it was not
    met, `c` that it goes on in the next set. Each is stored at once, and how a goal stands belongs
    to this call; nobody is held to it. `a` adds a goal, `g` a gap, `p` goes to the whole plan.
    Enter or Escape goes on with the call.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("o", "on-track", "On track", "As it should be"),
        _key("b", "behind", "Behind", "Later than hoped for"),
        _key("w", "ahead", "Ahead", "Sooner than hoped for"),
        _key("d", "done", "Met", "Done; the goal is met"),
        Binding(
            "n", "end('unmet')", "Not met", False, id="standing.unmet",
            tooltip="It was not met; that is no verdict",
        ),
        Binding(
            "c", "end('carry')", "Carry over", False, id="standing.carry",
            tooltip="It goes on in the next set",
        ),
        Binding("a", "aim", "Aim", id="standing.add", tooltip="Something to aim for"),
        Binding("g", "gap", "Gap", id="standing.gap", tooltip="Something that is missing"),
        Binding("p", "plan", "Plan", id="standing.plan", tooltip="On to the whole plan"),
        Binding("enter,escape", "leave", "Done", id="standing.leave", tooltip="On with the call"),
        Binding("f1", "app.help", "Help", id="app.help", tooltip="What this is, and all its keys"),
    ]  # fmt: skip

    def __init__(self, desk: "Desk", session_id: str, goal: str = "") -> None:
        session = desk.calls.session(session_id)
        self.found = desk.people.by_mentorship(session.mentorship_id)
        super().__init__(f"How the goals stand: {self.found.mentee.name}")
        self.desk, self.session_id, self.goal = desk, session_id, goal

    def _rows(self) -> Iterator[Widget]:
        yield Rows("No goal is open: a adds one.", opens=False, id="goals")

    def on_mount(self) -> None:
        """Draw the goals, the cursor on the one that was meant, else the first not said yet."""
        self._draw()
        if self.goal:
            self.query_one(Rows).go_to(f"goal:{self.goal}")
        super().on_mount()

    def on_screen_resume(self) -> None:
        """A goal or a gap may have come meanwhile."""
        self._draw()

    def _aims(self) -> list[Aim]:
        return list(self.desk.pages.call_of(self.session_id).aims)

    def _draw(self) -> None:
        aims = self._aims()
        self.query_one(Rows).rows = standing_rows(aims)
        unsaid = next((one.goal.id for one in aims if not one.is_new), "")
        if unsaid:
            self.query_one(Rows).go_to(f"goal:{unsaid}")
        self.understand()

    def echo(self) -> str:
        """How many are still to be said, and that nobody is held to it."""
        unsaid = sum(not one.is_new for one in self._aims())
        said = f"{unsaid} not looked at in this call." if unsaid else "Every goal was looked at."
        return f"{said} It shows how things went; nobody is held to it."

    def action_say(self, mark: str) -> None:
        """Note it for the goal under the cursor, and go on to the next."""
        row = self.query_one(Rows).current
        if row and row.kind == "goal":
            self._do(partial(self.desk.goals.mark, row.ref, mark))

    def action_end(self, way: str) -> None:
        """The goal under the cursor was not met, or goes on in the next set."""
        row, goals = self.query_one(Rows).current, self.desk.goals
        if row and row.kind == "goal":
            self._do(partial(goals.carry if way == "carry" else goals.unmet, row.ref))

    def _do(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except Refusal as refusal:
            self._show(refusal.sentence, refused=True)
        else:
            self._draw()

    def action_aim(self) -> None:
        """Add something to aim for."""
        from mentordesk.tui.dialogs.goal import AddGoal

        self.app.push_screen(AddGoal(self.desk, self.found))

    def action_gap(self) -> None:
        """Note something that is missing on the way."""
        from mentordesk.tui.dialogs.skill_gap import NoteGap

        self.app.push_screen(NoteGap(self.desk, self.found))

    def action_plan(self) -> None:
        """On to the whole plan; Escape there comes back to the call."""
        self.dismiss(True)

    def save(self) -> bool:
        """Nothing is left to do: each key was stored."""
        return False
