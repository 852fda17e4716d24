"""When the mentor is taken elsewhere, from the calendars that were read for it."""

from datetime import datetime
from typing import TYPE_CHECKING

from mentordesk.domain.busy import BusyTime, loaded
from mentordesk.store import busy as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Busy:
    """The verbs about calendars of elsewhere. What they say warns, and refuses nothing."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def between(self, start: datetime, end: datetime) -> list[BusyTime]:
        """What takes time between two instants, earliest first, from every calendar."""
        return sorted(
            one
            for row in rows.calendars(self.desk.store)
            for one in loaded(row["times"], row["name"], start, end)
        )
