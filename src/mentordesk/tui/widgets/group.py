"""The group: what it works towards, who is in it, and who came to which meeting."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.domain.groups import GroupPage
from mentordesk.domain.pages import BriefPage
from mentordesk.tui.presentation.group import EMPTY, group_rows
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.view import View

_MOST_STEPS = 999


class GroupView(View):
    """One list; the cursor stops on members."""

    HELP: ClassVar[str | None] = """
    # The group

    Its members on their own clocks, and a letter a meeting: who **attended**, was **late**, did not
    come (**no-show**), had told you (**excused**) or **cancelled**; `?` is what nobody has said.

    `r` calls the roll of the running meeting, or of the last one. `a` takes somebody in, `d` lets
    the member under the cursor go, `p` names them to speak for the group (★), `x` notes that they
    cannot come next time. `t` says which step of the outline comes next.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "roll", "Roll-call", id="group.roll", tooltip="Who was there, who was not"),
        Binding("a", "join", "Add", id="group.join", tooltip="A mentee, or somebody new"),
        Binding("d", "part", "Let go", id="group.leave", tooltip="They leave; all is kept"),
        Binding("p", "speaker", "Speaks", id="group.speaker", tooltip="Speaks for the group"),
        Binding("x", "excuse", "Excused", id="group.excuse", tooltip="Cannot come next time"),
        Binding("t", "step", "Step", id="group.step", tooltip="The outline's step next time"),
    ]

    page: GroupPage | None = None

    def compose(self) -> ComposeResult:
        """One list."""
        yield Rows(EMPTY, opens=False, id="group-rows")

    def show(self, page: BriefPage) -> None:
        """Read the group and draw it."""
        self.page = self.desk.groups.page(self.address)
        self.query_one(Rows).rows = group_rows(self.page, self.page_screen.look())

    def _member(self) -> str:
        """The handle of the member under the cursor; says what to do when there is none."""
        row = self.query_one(Rows).current
        if row and row.kind == "member":
            return row.ref
        self.page_screen.say("That needs a member: a takes somebody in.", warn=True)
        return ""

    def _called(self, handle: str) -> str:
        members = self.page.members if self.page else ()
        return next((one.name for one in members if one.handle == handle), handle)

    def action_roll(self) -> None:
        """Say who was there."""
        session = self.page_screen.attempt(self._session)
        if session:
            from mentordesk.tui.dialogs.roll import RollCall

            self.app.push_screen(RollCall(self.desk, session))

    def _session(self) -> str:
        assert self.page
        return self.desk.groups.rolls.session(self.page.relation).id

    def action_join(self) -> None:
        """Take somebody in."""
        from mentordesk.tui.dialogs.ask import AskText

        name = self.page.relation.mentee.name if self.page else ""
        join = partial(self.desk.groups.join, self.address)
        hint = "a mentee's handle, or a new name"
        self.app.push_screen(
            AskText(f"Into {name}", "Who", placeholder=hint, check=self._understood, verb=join),
            self._joined,
        )

    def _understood(self, typed: str) -> str:
        """Whether they are known already."""
        known = self.desk.groups.known(typed)
        return f"{known.mentee.name}, whom you know." if known else f"Somebody new: {typed}."

    def _joined(self, typed: str | None) -> None:
        """A group that has grown past what the programme has is told so."""
        if typed and self.page and (said := self.desk.groups.over(self.page.relation)):
            self.page_screen.say(said, warn=True)

    def action_part(self) -> None:
        """Let the member under the cursor go."""
        if who := self._member():
            leave = partial(self.desk.groups.leave, self.address, who)
            self.page_screen.attempt(
                leave, f"{self._called(who)} has left; all is kept. u takes it back."
            )

    def action_speaker(self) -> None:
        """Let the member under the cursor speak for the group."""
        if who := self._member():
            name = partial(self.desk.groups.speaker, self.address, who)
            self.page_screen.attempt(
                name, f"{self._called(who)} speaks for the group. u takes it back."
            )

    def action_excuse(self) -> None:
        """The member under the cursor cannot come next time, or can after all."""
        if (who := self._member()) and self.page:
            away = any(one.handle == who for one in self.page.away)
            said = [(who, "attended" if away else "excused")]
            self.page_screen.attempt(
                partial(self.desk.groups.rolls.ahead, self.page.relation, said)
            )

    def action_step(self) -> None:
        """Choose the step of the next meeting."""
        step = self.page.step if self.page else None
        if step is None:
            self.page_screen.say("No outline is followed yet: o chooses one.", warn=True)
            return
        from mentordesk.tui.dialogs.ask import AskText

        now = str(min(step.number, step.total))
        title = f"Next time, of {step.total} steps"
        self.app.push_screen(AskText(title, "Step", now, check=self._titled, verb=self._go))

    def _titled(self, typed: str) -> str:
        """The title of the step. Raises Refusal when there is none of that number."""
        assert self.page
        return self.desk.groups.outlines.look(self.page.relation, _number(typed)).spoken()

    def _go(self, typed: str) -> None:
        assert self.page
        self.desk.groups.outlines.go(self.page.relation, _number(typed))


def _number(typed: str) -> int:
    from mentordesk.dates.numbers import read_number

    return read_number(typed, 1, _MOST_STEPS, "Give the number of a step, such as 4.")
