"""One meeting: planned, running, then held, missed, cancelled or skipped; and who came."""

from dataclasses import dataclass
from datetime import datetime

from mentordesk.domain.timebox import Timebox

STATES = ("planned", "running", "held", "missed", "cancelled", "skipped")
ATTENDANCE = (
    "attended",
    "late",
    "no-show",
    "excused",
    "cancelled-by-mentee",
    "cancelled-by-mentor",
)


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of a mentorship. `agenda` is the playbook's key for this kind of meeting.

    `number` counts the meetings that were held, this one included. Instants are UTC.
    """

    id: str
    mentorship_id: str
    number: int
    agenda: str
    state: str
    planned_start: datetime
    minutes: int
    reserve: int
    hard_stop: bool
    series_id: str = ""
    day: str = ""
    started: datetime | None = None
    ended: datetime | None = None
    timebox: Timebox | None = None
    place: str = ""
