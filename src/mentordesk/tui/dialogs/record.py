"""Saying that the call is recorded: since when, and whether they know of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.text import one_line
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

NOW = "now"


class Record(Dialog[str]):
    """Asks since when; Enter alone says now."""

    WHILE_SHARED = True

    def __init__(self, desk: "Desk", session_id: str, name: str, told: bool) -> None:
        super().__init__("The call is recorded")
        self.desk, self.session_id, self.name_, self.told = desk, session_id, one_line(name), told

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Since when; whether they know, unless that is noted."""
        yield "Since", Entry(NOW, "now, or 18:05", id="since")
        if not self.told:
            answers = [("", "not said yet"), ("yes", f"{self.name_} knows")]
            yield "Told", Choice(answers, id="told")

    def echo(self) -> str:
        """From which instant moments will be counted."""
        since = self._since() or self.desk.now()
        said = f"Moments are counted from {since.astimezone(self.desk.tz):%H:%M} on."
        return said if self._knows() else f"{said} Who is recorded has to know of it."

    def on_choice_changed(self) -> None:
        """They know."""
        self.understand()

    def _knows(self) -> bool:
        return self.told or bool(self.query_one("#told", Choice).value)

    def _since(self) -> datetime | None:
        typed = self.value("since")
        if typed in ("", NOW):
            return None
        from mentordesk.dates.instants import read_instant

        return read_instant(typed, self.desk.now(), self.desk.tz, past=True)

    def save(self) -> str:
        """Note it."""
        return self.desk.recordings.begin(self.session_id, self._since(), self._knows())
