"""Doors: opportunities by how far they are, and people to bring together."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.doors import Introduction, Meant, Opening, forward
from mentordesk.tui.actions import PersonScreen
from mentordesk.tui.presentation.doors import EMPTY, doors_headline, doors_rows
from mentordesk.tui.presentation.rows import Row
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows


class DoorsScreen(PersonScreen):
    """What is held open for one mentee, or with '' for everybody."""

    HELP: ClassVar[str | None] = """
    # Doors

    What you **watch out for**, have **spotted**, **offered**, and what was **taken**. `x` takes the
    one under the cursor a step on, up to what came of it; `d` says that it was declined, or that
    nothing will come of it; `r` says it in other words. A deadline that has passed is marked with
    `!`.

    An **introduction** wants a yes from both: `x` notes the mentee's, then the other's, then that
    you brought them together, then what came of it. `v` shows what is over, too; `f` shows
    everybody's doors, or those of one again.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,enter", "step", "Step on", id="doors.step", tooltip="One step further"),
        Binding("a", "open", "Opportunity", id="doors.add", tooltip="Something for somebody"),
        Binding("b", "bring", "Introduction", id="doors.bring", tooltip="Two to bring together"),
        Binding("d", "shut", "Decline", id="doors.shut", tooltip="Declined, or given up"),
        Binding(
            "r", "reword", "Reword", False, id="doors.reword",
            tooltip="Other words, another deadline, where it is from",
        ),
        Binding("v", "over", "All", id="doors.all", tooltip="What is over, too"),
        Binding("f", "whose", "Whose", id="doors.whose", tooltip="Everybody's, or one's only"),
    ]  # fmt: skip

    def __init__(self, address: str = "") -> None:
        super().__init__()
        self.address = address
        self.every = False
        self.openings: Sequence[Opening] = ()
        self.meants: Sequence[Meant] = ()

    def compose(self) -> ComposeResult:
        """A headline, the list, the keys."""
        yield Line(id="headline")
        yield Rows(EMPTY, opens=False, id="doors")
        yield Keys()

    def refresh_page(self) -> None:
        """Read both lists."""
        self.openings = self.desk.opportunities.list(self.address, self.every)
        self.meants = self.desk.introductions.list(self.address, self.every)
        self.present()

    def present(self) -> None:
        """Draw them."""
        who = self._called(self.address) if self.address else ""
        alone = bool(self.address)
        self.query_one("#headline", Line).row = doors_headline(self.openings, self.meants, who)
        rows = doors_rows(self.openings, self.meants, self.look(), alone=alone)
        self.query_one(Rows).rows = rows

    def who(self) -> str:
        """Whose doors they are, else whose the line under the cursor is."""
        row = self.query_one(Rows).current
        found = self._opening(row) or self._meant_by(row)
        return self.address or (found.address if found else "")

    def _opening(self, row: Row | None) -> Opening | None:
        wanted = row.ref if row and row.kind == "door" else ""
        return next((one for one in self.openings if one.opportunity.id == wanted), None)

    def _meant_by(self, row: Row | None) -> Meant | None:
        wanted = row.ref if row and row.kind == "intro" else ""
        return next((one for one in self.meants if one.introduction.id == wanted), None)

    WHY: ClassVar[dict[str, str]] = {
        "doors": "These are the doors.",
        **dict.fromkeys(
            ("start", "start_with", "held", "log", "note"),
            "Calls and notes begin on the mentee's page.",
        ),
    }

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are no second Doors on top of these, and calls begin elsewhere."""
        if action in ("doors", "start", "start_with", "held", "log", "note"):
            return False
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Note an opportunity."""
        if address := self._meant():
            from mentordesk.tui.dialogs.doors import AddOpportunity

            self.app.push_screen(AddOpportunity(self.desk, self.desk.people.find(address)))

    def action_reword(self) -> None:
        """Say an opportunity in other words."""
        found = self._opening(self.query_one(Rows).current)
        if found is None:
            self.say("Reword needs an opportunity under the cursor.", warn=True)
            return
        from mentordesk.tui.dialogs.doors import AddOpportunity

        relation = self.desk.people.find(found.address)
        self.app.push_screen(AddOpportunity(self.desk, relation, found))

    def action_bring(self) -> None:
        """Note whom to bring together."""
        if address := self._meant():
            from mentordesk.tui.dialogs.doors import AddIntroduction

            self.app.push_screen(AddIntroduction(self.desk, self.desk.people.find(address)))

    def action_step(self) -> None:
        """Take what is under the cursor one step on."""
        row = self.query_one(Rows).current
        if found := self._opening(row):
            self._take(found, forward(found.opportunity.state))
        elif meant := self._meant_by(row):
            self._go_on(meant)
        else:
            self.say("That needs an opportunity or an introduction under the cursor.", warn=True)

    def action_shut(self) -> None:
        """Say that it was declined, or that nothing will come of it."""
        row = self.query_one(Rows).current
        if found := self._opening(row):
            declined = found.opportunity.state == "offered"
            self._take(found, "decline" if declined else "close")
        elif meant := self._meant_by(row):
            drop = partial(self.desk.introductions.drop, meant.introduction.id)
            self.attempt(drop, "Dropped. u takes it back.")
        else:
            self.say("That needs an opportunity or an introduction under the cursor.", warn=True)

    def _take(self, found: Opening, verb: str) -> None:
        if not verb or found.opportunity.state == "closed":
            self.say("That one is closed: nothing is left to do.", warn=True)
            return
        from mentordesk.tui.dialogs.doors import TakeStep

        self.app.push_screen(TakeStep(self.desk, found, verb))

    def _go_on(self, meant: Meant) -> None:
        """The next step of an introduction: a yes, the other yes, made, what came of it."""
        one, desk = meant.introduction, self.desk.introductions
        if one.state == "made":
            from mentordesk.tui.dialogs.ask import AskText

            verb = partial(desk.outcome, one.id)
            self.app.push_screen(AskText(f"What came of {one.person}", "Outcome", verb=verb))
        elif one.state != "open":
            self.say(f"That introduction is {one.state}: nothing is left to do.", warn=True)
        elif one.silent:
            self._agree(one, meant.name)
        else:
            made: Callable[[], object] = partial(desk.made, one.id)
            self.attempt(made, f"Introduced: {meant.name} and {one.person}. u takes it back.")

    def _agree(self, one: Introduction, mentee: str) -> None:
        side = one.silent[0]
        who = mentee if side == "mentee" else one.person
        agreed = partial(self.desk.introductions.agreed, one.id, side)
        self.attempt(agreed, f"{who} said yes. u takes it back.")

    def action_whose(self) -> None:
        """Show everybody's doors, or only those of whom the cursor is on."""
        self.address = "" if self.address else self._meant()
        self.attempt(self.refresh_page)

    def action_over(self) -> None:
        """Show what is over, or only what is under way."""
        self.every = not self.every
        self.attempt(self.refresh_page)
