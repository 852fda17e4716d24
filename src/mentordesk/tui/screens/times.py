"""Time: budgets as bars and the entries of a month, each of which can be put right."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.effort import Budget, Entry, period
from mentordesk.tui.actions import PersonScreen
from mentordesk.tui.presentation.times import EMPTY, times_headline, times_rows, twice
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows


class TimeScreen(PersonScreen):
    """The time of one mentorship, or with '' of everybody."""

    HELP: ClassVar[str | None] = """
    # Time

    What you spent: calls, no-shows and logs (`l`) are counted by themselves, once each; `a` adds
    preparation and the like. Enter puts an entry right, `d` drops it, and `u` takes that back.

    The bars show the programme's **budget** of the week or month; weeks begin on Monday. `←` and
    `→` turn to another month, `f` shows everybody's or one mentee's.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "spend", "Add time", id="times.add", tooltip="Time no call and no log has"),
        Binding("i", "correct", "Correct", id="times.correct", tooltip="Another length, kind …"),
        Binding("d", "drop", "Drop", id="times.drop", tooltip="Take the entry away"),
        Binding("left", "turn(-1)", "Month before", False, id="times.before", tooltip="One back"),
        Binding("right", "turn(1)", "Next month", False, id="times.next", tooltip="One on"),
        Binding("f", "everybody", "Whose", id="times.all", tooltip="Everybody's, or one's only"),
    ]  # fmt: skip

    def __init__(self, address: str = "") -> None:
        super().__init__()
        self.address = address
        self.month: date | None = None
        self.page: Sequence[Entry] = ()
        self.budgets: Sequence[Budget] = ()

    def compose(self) -> ComposeResult:
        """A headline, the list, the keys."""
        yield Line(id="headline")
        yield Rows(EMPTY, id="times")
        yield Keys()

    def refresh_page(self) -> None:
        """Read the month; budgets are of the period that today, or the month's last day, is in."""
        first, last = period("month", self.month or self.desk.today())
        times = self.desk.times
        self.page = times.list(self.address, month=first)
        self.budgets = times.budgets(self.address, day=min(last, self.desk.today()))
        self.present()

    def present(self) -> None:
        """Draw them."""
        who = self._called(self.address) if self.address else ""
        month = self.month or self.desk.today()
        self.query_one("#headline", Line).row = times_headline(month, self.page, who)
        rows = times_rows(self.page, self.budgets, self.look(), alone=bool(self.address))
        self.query_one(Rows).rows = rows

    def who(self) -> str:
        """Whose page it is, else who the line under the cursor is about."""
        row, one = self.query_one(Rows).current, self._entry()
        if self.address or one:
            return self.address or (one.address if one else "")
        return row.ref if row and row.kind == "budget" else ""

    def _entry(self) -> Entry | None:
        row = self.query_one(Rows).current
        wanted = row.ref if row and row.kind == "time" else ""
        return next((one for one in self.page if one.id == wanted), None)

    WHY: ClassVar[dict[str, str]] = {
        "time": "This is the time already.",
        **dict.fromkeys(
            ("start", "start_with", "held", "note"), "Calls and notes begin on the mentee's page."
        ),
    }

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no second Time on top of this one, and calls begin elsewhere."""
        if action in ("time", "start", "start_with", "held", "note"):
            return False
        return super().check_action(action, parameters)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Put an entry right, or add one for whoever has a budget."""
        if self._entry():
            self.action_correct()
        else:
            self.action_spend()

    def action_spend(self) -> None:
        """Note time that nothing has counted yet."""
        if address := self._meant():
            self._ask(address, None)

    def action_correct(self) -> None:
        """Put the entry under the cursor right."""
        if one := self._entry():
            self._ask(one.address, one)
        else:
            self.say("That needs an entry: move the cursor to one.", warn=True)

    def _ask(self, address: str, of: Entry | None) -> None:
        from mentordesk.tui.dialogs.time import SpendTime

        def saved(made: Entry | None) -> None:
            if made:
                clash = twice(self.desk.times.clashes(made), self.look())
                self.say(clash or "Noted. u takes it back.", warn=bool(clash))

        self.app.push_screen(SpendTime(self.desk, address, of), saved)

    def action_drop(self) -> None:
        """Take the entry under the cursor away."""
        if one := self._entry():
            self.attempt(partial(self.desk.times.drop, one.id), "Dropped. u takes it back.")
        else:
            self.say("That needs an entry: move the cursor to one.", warn=True)

    def action_turn(self, step: int) -> None:
        """Another month, up to the present one."""
        first, last = period("month", self.month or self.desk.today())
        turned = last + timedelta(days=1) if step > 0 else first - timedelta(days=1)
        self.month = min(turned.replace(day=1), self.desk.today())
        self.attempt(self.refresh_page)

    def action_everybody(self) -> None:
        """Everybody's time, or only that of whom the cursor is on."""
        self.address = "" if self.address else self.who()
        self.attempt(self.refresh_page)
