"""Raising something next time: an agenda item of the mentor's own, or one that is seen."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from mentordesk.domain.agenda import Point
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import FOR_MENTEE, ME
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class AddPoint(Dialog[Sequence[Point]]):
    """The words and the minutes; returns the agenda with it."""

    WHILE_SHARED = True

    def __init__(self, desk: "Desk", relation: Relation, *, seen: bool = False) -> None:
        super().__init__(f"On the agenda with {relation.mentee.name}")
        self.desk, self.relation, self.seen = desk, relation, seen

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """What, how long: as long as the agenda gives to one topic, unless said."""
        yield "Item", Entry(placeholder="ask about the interview", id="text")
        usual = str(self.desk.calls.usual_minutes(self.relation.address))
        yield "Minutes", Entry(usual, usual, id="minutes")

    def echo(self) -> str:
        """Where it will stand."""
        whose = "The mentee may see it" if self.seen else "It stays between you and the desk"
        return f"{self._minutes()} min, before the wrap-up. {whose}."

    def _minutes(self) -> int:
        from mentordesk.dates import read_minutes

        return read_minutes(self.value("minutes"))

    def save(self) -> Sequence[Point]:
        """Add it."""
        readers = FOR_MENTEE if self.seen else ME
        return self.desk.calls.add_point(
            self.relation.address, self.value("text"), self._minutes(), readers
        )
