"""The roll-call: one key a member, and one for all who are there."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.group import roll_rows
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.desk import Desk


def _key(key: str, status: str, name: str, tooltip: str) -> Binding:
    return Binding(key, f"say('{status}')", name, id=f"roll.{status}", tooltip=tooltip)


class RollCall(Dialog[bool], inherit_bindings=False):
    """Each key is stored at once; leaving it unsaid leaves it unsaid."""

    HELP: ClassVar[str | None] = """
    # Roll-call

    `a` the member under the cursor is there, `l` came late, `n` did not come, `e` had told you
    before, `x` cancelled. `y` says that everybody else is there. Each is stored at once; nobody is
    marked unless you say so. Enter or Escape goes on.
    """
    WHILE_SHARED = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "everybody", "All", id="roll.all", tooltip="All who are not said yet"),
        _key("a", "attended", "Here", "This one is here"),
        _key("l", "late", "Late", "Came late"),
        _key("n", "no-show", "No-show", "Did not come; you get a follow-up"),
        _key("e", "excused", "Excused", "Had told you before"),
        _key("x", "cancelled", "Off", "Called it off"),
        Binding("enter,escape", "leave", "Done", id="roll.done", tooltip="On with the call"),
        Binding("f1", "app.help", "Help", id="app.help", tooltip="What this is, and all its keys"),
    ]

    def __init__(self, desk: "Desk", session_id: str) -> None:
        found = desk.people.by_mentorship(desk.calls.session(session_id).mentorship_id)
        super().__init__(f"Who is here? {found.mentee.name}")
        self.desk, self.session_id = desk, session_id
        self.handle = found.mentee.handle

    def _rows(self) -> Iterator[Widget]:
        yield Rows("Nobody is in this group yet.", opens=False, id="roll")

    def on_mount(self) -> None:
        """Draw the roll, the cursor on the first of whom nothing is said."""
        self.query_one(Rows).rows = roll_rows(self.desk.groups.rolls.roll(self.session_id))
        self._to_next()
        super().on_mount()

    def echo(self) -> str:
        """How many are still to be said."""
        unsaid = len(self.desk.groups.rolls.unsaid(self.session_id))
        return f"{unsaid} still to be said." if unsaid else "Everybody is said."

    def action_say(self, status: str) -> None:
        """Note it for the member under the cursor, and go on to the next."""
        row = self.query_one(Rows).current
        if row and row.kind == "member":
            said = [(row.ref, status)]
            self._do(partial(self.desk.groups.rolls.say, self.session_id, said))

    def action_everybody(self) -> None:
        """Everybody else is there."""
        self._do(partial(self.desk.groups.rolls.all_here, self.session_id))

    def _do(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except Refusal as refusal:
            self._show(refusal.sentence, refused=True)
            return
        self.query_one(Rows).rows = roll_rows(self.desk.groups.rolls.roll(self.session_id))
        self._to_next()
        self.understand()

    def _to_next(self) -> None:
        unsaid = self.desk.groups.rolls.unsaid(self.session_id)
        if unsaid:
            self.query_one(Rows).go_to(f"member:{unsaid[0].handle}")

    def save(self) -> bool:
        """Nothing is left to do: each key was stored."""
        return True
