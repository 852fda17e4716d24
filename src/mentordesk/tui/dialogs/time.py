"""Time put in by hand, or put right."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.effort import Entry as Spent
from mentordesk.domain.effort import doubt
from mentordesk.domain.errors import Refusal
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.look import length
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class SpendTime(Dialog[Spent]):
    """A kind, a length, when it began, a note; with an entry `of` somebody, that one is changed.

    A stretch longer than a working day is asked about: the same key again means it.
    """

    def __init__(self, desk: "Desk", address: str, of: Spent | None = None) -> None:
        name = desk.people.find(address).mentee.name
        super().__init__(f"Correct the time with {name}" if of else f"Time spent on {name}")
        self.desk, self.address, self.of = desk, address, of
        self._asked_about = 0

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, how long, when, a note."""
        of, kinds = self.of, list(self.desk.times.kinds(self.address))
        yield "Minutes", Entry(str(of.minutes) if of else "30", "30, 45m, 1h30", id="minutes")
        if of and of.kind not in dict(kinds):
            kinds.insert(0, (of.kind, of.kind))
        yield "Kind", Choice(kinds, of.kind if of else "", id="kind")
        began = f"{of.start.astimezone(self.desk.tz):%Y-%m-%d %H:%M}" if of else ""
        yield "Began", Entry(began, "yesterday 15:00; empty: it ends now", id="at")
        yield "Note", Entry(of.note if of else "", "may stay empty", id="note")

    def echo(self) -> str:
        """What is understood."""
        from mentordesk.dates import echo_when

        at, said = self._at(), f"{length(self._minutes())} of {self.query_one(Choice).value}"
        today = self.desk.today()
        began = f", from {echo_when(at.astimezone(self.desk.tz), today)}" if at else ", ending now"
        return f"{said}{began}. {doubt(self._minutes())}"

    def on_choice_changed(self) -> None:
        """Another kind."""
        self.understand()

    def save(self) -> Spent:
        """Write it down, or change what is written."""
        minutes, kind = self._minutes(), self.query_one(Choice).value
        said = doubt(minutes)
        if said and self._asked_about != minutes:
            self._asked_about = minutes
            raise Refusal(f"{said} The same key again says that it is right.")
        times, note, at = self.desk.times, self.value("note"), self._at()
        if self.of is None:
            return times.add(self.address, kind, minutes, note, at=at, sure=True)
        kept = self.of.kind == kind
        return times.edit(
            self.of.id, minutes=minutes, kind=None if kept else kind, note=note, at=at, sure=True
        )

    def _minutes(self) -> int:
        from mentordesk.dates import read_minutes

        return read_minutes(self.value("minutes"))

    def _at(self) -> datetime | None:
        typed = self.value("at")
        if not typed:
            return None
        from mentordesk.dates.instants import read_instant

        return read_instant(typed, self.desk.now(), self.desk.tz, past=True)
