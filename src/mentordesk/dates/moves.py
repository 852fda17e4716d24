"""Where a date is moved to, as it is typed: a day, a time, or both."""

from datetime import datetime

from mentordesk.dates import read_time, read_when
from mentordesk.domain.errors import Refusal


def read_move(text: str, now_local: datetime, was: datetime) -> datetime:
    """Read a new wall time for a date that begins at `was`, naive and in the zone of `now_local`.

    A day alone keeps the time, a time alone keeps the day. Raises Refusal like `read_when`.
    """
    wall = read_when(text, now_local, default_time=was.time())
    try:
        return datetime.combine(was.date(), read_time(text))
    except Refusal:  # there is a day in it
        return wall
