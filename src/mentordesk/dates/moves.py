"""Where a date is moved to, as it is typed: a day, a time, or both."""

from datetime import datetime

from mentordesk.dates import read_when, said_day, weekday_near


def read_move(text: str, now_local: datetime, was: datetime) -> datetime:
    """Read a new wall time for a date that begins at `was`, naive and in the zone of `now_local`.

    A day alone keeps the time, a time alone keeps the day. A weekday is the one in the week of
    `was`, after `next` in the week behind it; if that is no day to come, the next one from today.
    Raises Refusal like `read_when`.
    """
    wall = read_when(text, now_local, default_time=was.time())
    words = said_day(text)
    if not words:
        return datetime.combine(was.date(), wall.time())
    near = weekday_near(words, was.date())
    return datetime.combine(near, wall.time()) if near and near > now_local.date() else wall
