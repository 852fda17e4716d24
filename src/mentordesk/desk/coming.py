"""The meeting that comes next with somebody."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.cadence import Occurrence, Series, total_of
from mentordesk.domain.coming import CallLine, next_of
from mentordesk.store import calls, slots

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.people import Relation
    from mentordesk.store.connection import Store


def next_meeting(
    desk: "Desk", found: "Relation", now: datetime, but: str = ""
) -> tuple[Series, Occurrence] | None:
    """The next meeting that is not over, with its slot; `but` is the day of one under way."""
    every = slots.all_series(desk.store, found.mentorship.id)
    over = slots.over(desk.store, now)
    if but:
        over |= {(series.id, date.fromisoformat(but)) for series in every}
    return next_of(every, now, over)


def how_many(store: "Store", mentorship: str) -> int:
    """How many meetings there are in all, 0 without end."""
    every = slots.all_series(store, mentorship)
    return total_of(every, slots.apart(store).get(mentorship, 0))


def next_line(
    desk: "Desk", found: "Relation", programme: str, total: int, but: str = ""
) -> CallLine | None:
    """The next meeting as a line of a list; `total` meetings are planned, 0 without end."""
    last = calls.last_held(desk.store, found.mentorship.id)
    slot = next_meeting(desk, found, desk.now(), but=but)
    if slot is None:
        return None
    series, one = slot
    return CallLine(
        start=one.start,
        end=one.end,
        name=found.mentee.name,
        address=found.address,
        programme=programme,
        zone=found.mentee.zone or series.zone,
        number=(last.number if last else 0) + 1,
        total=total,
        state=one.state,
        confirmed=one.confirmed,
        place=series.place,
    )


def free_evening(desk: "Desk") -> tuple[int, int]:
    """A weekday and an hour of the mentor's clock that no standing slot of a call has yet."""
    now = desk.now()
    coming = [
        one.start.astimezone(desk.tz)
        for series in slots.all_series(desk.store)
        for one in series.between(now, now + timedelta(weeks=1))
        if one.happens
    ]
    taken = {(start.weekday(), hour) for start in coming for hour in (start.hour, start.hour + 1)}
    wanted = ((day, hour) for hour in (18, 17, 19, 16) for day in (1, 2, 3, 0, 4))
    return next((one for one in wanted if one not in taken), (1, 18))


def minutes_of(one: Occurrence) -> int:
    """How long a meeting is planned to take."""
    return int((one.end - one.start).total_seconds() // 60)
