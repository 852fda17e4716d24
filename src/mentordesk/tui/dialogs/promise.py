"""Noting what somebody will do, and by when."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.people import Relation
from mentordesk.domain.plans import Action
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


OWN = "own"
"""What is chosen for a promise that the mentee came up with."""


class AddPromise(Dialog[Action]):
    """One line; a last ` by …` that is a date becomes the day it is due."""

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        super().__init__(f"A promise, with {relation.mentee.name}")
        self.desk, self.relation = desk, relation

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, and who will do it."""
        yield "What", Entry(placeholder="intro to Grace by 1 dec", id="text")
        yield "Who", Choice(self._owners(), id="who")

    def _owners(self) -> list[tuple[str, str]]:
        handle = self.relation.mentee.handle
        own = (OWN, f"{handle}, their own idea")
        return [("me", "me"), (handle, handle), own, ("network", "somebody else")]

    def echo(self) -> str:
        """The day it is due, if one was understood."""
        from mentordesk.dates import echo_day

        _, due = self._understood()
        who = dict(self._owners())[self.query_one(Choice).value]
        when = f", due {echo_day(due, self.desk.today())}." if due else "; add “by fri” for a day."
        return f"A promise of {'yours' if who == 'me' else who}{when}"

    def on_choice_changed(self) -> None:
        """Somebody else's promise."""
        self.understand()

    def _understood(self) -> tuple[str, date | None]:
        from mentordesk.dates.due import due_at_end

        return due_at_end(self.value("text"), self.desk.today())

    def save(self) -> Action:
        """Note it."""
        text, due = self._understood()
        chosen = self.query_one(Choice).value
        owner = "mentee" if chosen == OWN else chosen
        address, own = self.relation.address, chosen == OWN
        return self.desk.promises.do(address, text, owner=owner, due=due, by_mentee=own)
