"""A lab that was looked at together: what was said, and what follows."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.learning import Lab
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class LookedAt(Dialog[Lab]):
    """Both lines may stay empty."""

    def __init__(self, desk: "Desk", lab: Lab) -> None:
        super().__init__(f"Looked at {lab.title}")
        self.desk, self.lab = desk, lab

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What was said, what follows."""
        yield "Said", Entry(placeholder="clear names; may stay empty", id="text")
        yield "Follows", Entry(placeholder="write two tests; may stay empty", id="then")

    def echo(self) -> str:
        """What becomes of what follows."""
        then = self.value("then")
        return "What follows becomes a promise of theirs." if then else "Enter ticks it off."

    def save(self) -> Lab:
        """Tick it off."""
        return self.desk.labs.reviewed(self.lab.id, self.value("text"), self.value("then"))
