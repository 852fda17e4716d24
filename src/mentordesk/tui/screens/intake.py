"""The way in of one person: stages, background, and whether the two of you fit."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mentordesk.tui.actions import PersonScreen
from mentordesk.tui.presentation.intake import intake_headline, intake_rows
from mentordesk.tui.widgets.keys import Keys
from mentordesk.tui.widgets.line import Line
from mentordesk.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from mentordesk.domain.intake import IntakePage
    from mentordesk.domain.people import Relation


class IntakeScreen(PersonScreen):
    """Reached from People and from a mentee's page; the background it shows counts as read."""

    HELP: ClassVar[str | None] = """
    # The way in

    The programme's stages, the last reached one ticked. `v` says that the next one is reached;
    Enter on any stage says so of that one. With the last one the mentorship begins: its first day
    is today.

    Notes, a slot and a first call work from here on: `n` with the kind **background** keeps what
    came about them, `w` fixes the orientation call, `s` starts it.

    Under **do you fit?** Enter answers a question. Nothing follows from the answers: you decide,
    `v` goes on, `d` lets it end. `m` opens the mentee's page.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "advance", "Advance", id="intake.advance", tooltip="A stage is reached"),
        Binding("d", "decline", "Decline", id="intake.decline", tooltip="It does not come about"),
        Binding("m", "page", "Their page", id="intake.page", tooltip="The mentee's page"),
    ]

    page: "IntakePage | None" = None

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.new = False

    def compose(self) -> ComposeResult:
        """Who it is, everything in one list, the keys."""
        yield Line(id="headline")
        yield Rows(id="way")
        yield Keys()

    def on_mount(self) -> None:
        """What is shown is read from here on."""
        self.query_one(Rows).focus()
        self.new = self.desk.intake.show(self.address).line.unread
        if self.new and not self.desk.read_only:
            self.attempt(self._read)

    def _read(self) -> None:
        self.desk.intake.read(self.address, undoable=False)

    def refresh_page(self) -> None:
        """Read the way in; the cursor begins at the stage that comes next."""
        first = self.page is None
        self.page = self.desk.intake.show(self.address)
        self.present()
        coming = [one.key for one in self.page.stages if one.n == self.page.line.n + 1]
        if first and coming and self.page.line.waits:
            self.query_one(Rows).go_to(f"stage:{coming[0]}")

    def present(self) -> None:
        """Draw it."""
        if page := self.page:
            look = self.look()
            self.query_one("#headline", Line).row = intake_headline(page, look)
            self.query_one(Rows).rows = intake_rows(page, self.new, look)

    def who(self) -> str:
        """Whose way in it is."""
        return self.address

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """A stage is reached, a question answered, a note opened where it stands."""
        kind, _, ref = event.key.partition(":")
        if kind == "stage":
            self._advance(ref)
        elif kind == "fit":
            self._answer(ref)
        else:
            self.mentor_app.open_mentee(self.address, "timeline")

    def action_advance(self) -> None:
        """The next stage is reached."""
        self._advance("")

    def _advance(self, stage: str) -> None:
        page = self.page
        if page is None or page.line.status not in ("intake", "declined"):
            self.say("The way in is behind you both.", warn=True)
            return
        from mentordesk.tui.dialogs.intake import Advance

        self.app.push_screen(Advance(self.desk, page, stage), self.advanced)

    def action_decline(self) -> None:
        """It does not come about."""
        page = self.page
        if page is None or page.line.status != "intake":
            self.say("Only who is on the way in can be declined.", warn=True)
            return
        from mentordesk.tui.dialogs.intake import Decline

        self.app.push_screen(Decline(self.desk, page))

    def _answer(self, key: str) -> None:
        from mentordesk.tui.dialogs.intake import AnswerFit

        lines = self.page.fit if self.page else ()
        line = next(one for one in lines if one.key == key)
        self.app.push_screen(AnswerFit(self.desk, self.address, line))

    def action_page(self) -> None:
        """The mentee's own page."""
        self.mentor_app.open_mentee(self.address)

    def advanced(self, relation: "Relation | None") -> None:
        """Say what begins, and what the programme has against one more."""
        if relation and relation.mentorship.status == "active":
            begun = f"{relation.mentee.name} begins today. w fixes when the calls are."
            warned = self.desk.intake.warning(relation.address)
            self.say(warned or begun, warn=bool(warned))
