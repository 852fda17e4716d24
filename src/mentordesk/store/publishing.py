"""What a calendar of the whole desk is made of, and since when each part is as it is."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from mentordesk.domain.offers import Booking
from mentordesk.store import offers
from mentordesk.store.connection import Row, Store

_SINGLE = """
SELECT id, mentorship_id, place, updated_at, started_at AS start,
       coalesce(ended_at, planned_end) AS end
FROM session WHERE series_id IS NULL AND state IN ('held', 'running') AND started_at IS NOT NULL
ORDER BY started_at, id
"""
_RESTING = """
SELECT s.id, max(c.day) AS day FROM mentorship AS s
JOIN status_change AS c ON c.mentorship_id = s.id AND c.status = 'paused'
WHERE s.status = 'paused' GROUP BY s.id
"""
_DATED = ("milestone_mark", "outline", "status_change", "term_change")
_STAMPS = " UNION ALL ".join(
    f"SELECT mentorship_id AS id, updated_at FROM {table}" for table in _DATED
)
_BOOKED = """
SELECT office_hour_id, day, slot, mentorship_id, updated_at FROM booking
WHERE state <> 'dropped' ORDER BY created_at
"""
_HOURS = """
SELECT h.id, max(h.updated_at, coalesce(max(b.updated_at), '')) AS stamp,
       (h.until_day IS NOT NULL) + count(b.id) + coalesce(sum(b.state = 'dropped'), 0) AS sequence
FROM office_hour AS h LEFT JOIN booking AS b ON b.office_hour_id = h.id GROUP BY h.id
"""


class Taken(NamedTuple):
    """A booked slot, with the mentorship of who booked it, None for somebody else."""

    booking: Booking
    mentorship_id: str | None
    stamp: datetime


def singles(store: Store) -> list[Row]:
    """Calls that were started without a date of a slot, by when."""
    return store.rows(_SINGLE)


def resting(store: Store) -> dict[str, date]:
    """Since when mentorships rest, by their ids; nobody meets until they go on."""
    return {row["id"]: date.fromisoformat(row["day"]) for row in store.rows(_RESTING)}


def stamps(store: Store) -> dict[str, datetime]:
    """When something was last written on which the programme's dates hang, by mentorship."""
    rows = store.rows(
        f"SELECT s.id, max(s.updated_at, coalesce(max(t.updated_at), '')) AS stamp"
        f" FROM mentorship AS s LEFT JOIN ({_STAMPS}) AS t ON t.id = s.id GROUP BY s.id"
    )
    return {row["id"]: datetime.fromisoformat(row["stamp"]) for row in rows}


def hours(store: Store) -> dict[str, tuple[datetime, int]]:
    """Of office hours the stamp and the SEQUENCE: each booking, and each taken back, raises it."""
    return {
        row["id"]: (datetime.fromisoformat(row["stamp"]), row["sequence"])
        for row in store.rows(_HOURS)
    }


def taken(store: Store) -> list[Taken]:
    """Slots that are booked or were kept, in the order of booking."""
    known = offers.taken(store)
    return [
        Taken(
            known[row["office_hour_id"], date.fromisoformat(row["day"]), row["slot"]],
            row["mentorship_id"],
            datetime.fromisoformat(row["updated_at"]),
        )
        for row in store.rows(_BOOKED)
    ]


def days_of(every: Iterable[Taken], hours_id: str, number: int) -> list[date]:
    """The days on which one of the slots is booked."""
    return [
        one.booking.day
        for one in every
        if (one.booking.hours_id, one.booking.slot) == (hours_id, number)
    ]
