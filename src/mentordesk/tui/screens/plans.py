"""Plans: everything promised, aimed for and planned, across everybody."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.planning import Board
from mentordesk.tui.base import DeskScreen
from mentordesk.tui.presentation.board import (
    OWNERS,
    WEEK,
    board_headline,
    board_rows,
    dues,
    parts,
)
from mentordesk.tui.presentation.parts import after
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.parts import Parts
from mentordesk.tui.widgets.rows import Rows

_PARTS = {"action": "promises", "goal": "goals", "row": "plan"}
"""Where on a mentee's plan a thing stands, by its kind."""


class PlansScreen(DeskScreen):
    """The third mode of the desk."""

    HELP: ClassVar[str | None] = """
    # Plans

    `v` turns through what is due **this week**, what is **promised** on all sides, the **targets**
    of everybody, and rows of plans that have **no measure** yet.

    `f` narrows promises to yours, the mentees' or the others'. `x` says kept, met or done; Enter
    goes to where it stands on the mentee's plan.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "part", "Next part", id="plans.part", tooltip="Week, promises, targets …"),
        Binding("x", "settle", "Done", id="plans.done", tooltip="Kept, met, carried out"),
        Binding(
            "f", "owner", "Whose", id="plans.owner", tooltip="Yours, the mentees', the others'"
        ),
        Binding("d", "drop", "Drop", False, id="plans.drop", tooltip="It will not be done"),
    ]

    page: Board | None = None
    part: str = WEEK
    owner: str = ""

    def compose(self) -> ComposeResult:
        """A headline, the parts, one of them, the keys."""
        yield Line(id="headline")
        yield Parts(id="parts")
        yield Rows(id="board")
        yield Keys()

    def refresh_page(self) -> None:
        """Read what is open everywhere."""
        self.page = self.desk.plans.board()
        self.present()

    def present(self) -> None:
        """Draw the part in view."""
        if self.page:
            look = self.look()
            self.query_one("#headline", Line).row = board_headline(self.page, self.owner, look)
            self.query_one(Parts).show(parts(self.page, self.owner, look.today), self.part)
            rows = board_rows(self.page, self.part, self.owner, look)
            self.query_one(Rows).rows = rows

    def _whose(self) -> str:
        """Whose thing the cursor is on."""
        row = self.query_one(Rows).current
        if self.page is None or row is None or not row.key:
            return ""
        every = dues(self.page, "", self.desk.today())
        return next((one.address for one in every if one.key == row.key), "")

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Go to where it stands."""
        kind = event.key.partition(":")[0]
        if address := self._whose():
            self.mentor_app.open_mentee(address, f"plan/{_PARTS[kind]}/{event.key}")

    def on_parts_picked(self, event: Parts.Picked) -> None:
        """A click on a part's name shows it."""
        self._turn_to(event.part)

    def action_part(self) -> None:
        """The next part, round and round."""
        if self.page:
            self._turn_to(after(parts(self.page, self.owner, self.desk.today()), self.part))

    def _turn_to(self, part: str) -> None:
        """Show a part from its beginning."""
        self.part = part
        self.present()
        self.query_one(Rows).action_edge(0)

    def action_owner(self) -> None:
        """Promises of everybody, mine, the mentees', the others'; round and round."""
        self.owner = OWNERS[(OWNERS.index(self.owner) + 1) % len(OWNERS)]
        self.present()

    def action_settle(self) -> None:
        """What the cursor is on is done."""
        desk = self.desk
        self._settle(
            {"action": desk.promises.done, "goal": desk.goals.done, "row": desk.plans.done},
            "Done",
        )

    def action_drop(self) -> None:
        """What the cursor is on will not be done."""
        desk = self.desk
        self._settle(
            {"action": desk.promises.drop, "goal": desk.goals.drop, "row": desk.plans.drop},
            "Dropped",
        )

    def _settle(self, verbs: Mapping[str, Callable[[str], str]], said: str) -> None:
        row = self.query_one(Rows).current
        if row and row.kind in verbs:
            self.attempt(partial(verbs[row.kind], row.ref), f"{said}. u takes it back.")
        else:
            self.say("That needs a promise, a target or a row under the cursor.", warn=True)
