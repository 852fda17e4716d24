"""The agreement: what each side said, ground rules, contact, and what may be passed on."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from mentordesk.domain.agreement import AgreementPage, Said, Topic
from mentordesk.domain.pages import BriefPage
from mentordesk.tui.presentation.agreement import agreement_columns, agreement_rows
from mentordesk.tui.presentation.rows import Row
from mentordesk.tui.widgets.rows import Rows
from mentordesk.tui.widgets.view import View


class AgreementView(View):
    """Both sides under each question, or beside each other on a wide terminal."""

    HELP: ClassVar[str | None] = """
    # Agreement

    What each side **expects**, its **boundaries**, the ground rules, how **contact** is kept, and
    what the mentee allowed you to pass on. A new answer never replaces an old one: `h` shows what
    was said before, with `[-words that went-]` and `{+words that came+}`.

    `a` or Enter answers the question under the cursor; on a rule or on contact it changes that.
    `d` takes back what the cursor is on; it stays in the history. What lies outside of what was
    agreed is said when you log, note or write a recap, and never refused.
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,enter", "answer", "Answer", id="agreement.answer", tooltip="What a side says"),
        Binding("r", "rule", "Rule", id="agreement.rule", tooltip="A ground rule of both"),
        Binding("t", "contact", "Contact", id="agreement.contact", tooltip="How it is kept"),
        Binding(
            "p", "permission", "Permission", id="agreement.permission",
            tooltip="What may be passed on, and to whom",
        ),
        Binding("d", "withdraw", "Withdraw", id="agreement.withdraw", tooltip="Take it back"),
        Binding("h", "history", "History", id="agreement.history", tooltip="What was said before"),
    ]  # fmt: skip

    agreed: AgreementPage | None = None
    history: bool = False

    def compose(self) -> ComposeResult:
        """One list, or two."""
        with Horizontal():
            yield Rows(opens=False, id="mine")
            yield Rows(opens=False, id="theirs")

    def show(self, page: BriefPage) -> None:
        """Read what was agreed on and lay it out."""
        self.agreed = self.desk.trust.page(self.address)
        look = self.page_screen.look(columns=2)
        mine, theirs = self.query_one("#mine", Rows), self.query_one("#theirs", Rows)
        wide = theirs.display = look.is_wide
        if wide:
            column = look._replace(width=look.width // 2 - 2)
            mine.rows, theirs.rows = agreement_columns(self.agreed, column, self.history)
        else:
            mine.rows = agreement_rows(self.agreed, look, self.history)

    def _topic(self, row: Row) -> tuple[Topic, str]:
        assert self.agreed
        n, _, side = row.ref.partition(" ")
        return self.agreed.topics[int(n)], side

    def action_answer(self) -> None:
        """Answer the question under the cursor, or change what is there."""
        row = self.current()
        if row and row.kind == "contact":
            self.action_contact()
        elif row and row.kind in ("ledger", "permission"):
            self.action_permission()
        elif row and row.kind == "topic":
            topic, side = self._topic(row)
            known = topic.standing(side)
            if topic.ask:
                self._ask(topic, side)
            elif known:
                self._revise(known)
        else:
            self._ask(None, "mentee")

    def _ask(self, topic: Topic | None, side: str) -> None:
        from mentordesk.tui.dialogs.answer import Answer

        if self.agreed:
            self.app.push_screen(Answer(self.desk, self.agreed, topic, side))

    def _revise(self, known: Said) -> None:
        from mentordesk.tui.dialogs.ask import AskText

        verb = partial(self.desk.trust.revise, known.id)
        self.app.push_screen(AskText("Change a ground rule", "Rule", known.text, verb=verb))

    def action_rule(self) -> None:
        """Agree on a ground rule."""
        from mentordesk.tui.dialogs.ask import AskText

        verb = partial(self.desk.trust.rule, self.address)
        hint = "we say when it is too much"
        self.app.push_screen(AskText("A ground rule", "Rule", placeholder=hint, verb=verb))

    def action_contact(self) -> None:
        """Agree on how contact is kept."""
        from mentordesk.tui.dialogs.agree_contact import AgreeContact

        self.app.push_screen(AgreeContact(self.desk, self.desk.people.find(self.address)))

    def action_permission(self) -> None:
        """Note what may be passed on."""
        from mentordesk.tui.dialogs.permit import Permit

        self.app.push_screen(Permit(self.desk, self.desk.people.find(self.address)))

    def action_withdraw(self) -> None:
        """Take back the answer, the rule or the permission under the cursor."""
        row, desk, said = self.current(), self.desk, "Withdrawn. u takes it back."
        if row and row.kind == "permission":
            self.page_screen.attempt(partial(desk.permissions.withdraw, row.ref), said)
            return
        if row and row.kind == "topic":
            topic, side = self._topic(row)
            if known := topic.standing(side):
                self.page_screen.attempt(partial(desk.trust.withdraw, known.id), said)
                return
        self.page_screen.say(
            "Withdraw needs an answer, a rule or a permission under the cursor.", warn=True
        )

    def action_history(self) -> None:
        """Show what was said before, or not any more."""
        self.history = not self.history
        self.page_screen.present()
        self.page_screen.say("With what was said before." if self.history else "What holds now.")
