"""The meeting that comes next with somebody."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from mentordesk.domain.cadence import Occurrence, Series
from mentordesk.domain.coming import next_of
from mentordesk.domain.people import Relation
from mentordesk.store import slots

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


def next_meeting(
    desk: "Desk", found: Relation, now: datetime, but: str = ""
) -> tuple[Series, Occurrence] | None:
    """The next meeting that is not over, with its slot; `but` is the day of one under way."""
    every = slots.all_series(desk.store, found.mentorship.id)
    over = slots.over(desk.store, now)
    if but:
        over |= {(series.id, date.fromisoformat(but)) for series in every}
    return next_of(every, now, over)


def minutes_of(one: Occurrence) -> int:
    """How long a meeting is planned to take."""
    return int((one.end - one.start).total_seconds() // 60)
