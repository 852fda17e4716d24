"""Who has or had booked a slot, what was said to them by mail, and what they answered."""

from collections.abc import Callable
from datetime import date

from mentordesk.store.connection import Row, Store

_MINE = """
coalesce((SELECT m.{column} FROM membership AS s JOIN mentee AS m ON m.id = s.mentee_id
          WHERE s.mentorship_id = b.mentorship_id AND m.name = b.name), '') AS {column}
"""
_ALL = f"""
SELECT b.*, {_MINE.format(column="email")}, {_MINE.format(column="zone")} FROM booking AS b
WHERE {{where}} ORDER BY {{order}}
"""


def every(store: Store, hours_id: str, day: date, slot: int) -> list[Row]:
    """All bookings of a slot on a day in their order, with the address and zone of a mentee."""
    where = "b.office_hour_id = ? AND b.day = ? AND b.slot = ?"
    sql = _ALL.format(where=where, order="b.created_at, b.rowid")
    return store.rows(sql, hours_id, day.isoformat(), slot)


def untold(store: Store, since: date) -> list[Row]:
    """Bookings from a day on that are not invited, or free again and not called off; as `every`."""
    where = "b.day >= ? AND ((b.state = 'open' AND b.told <> 'REQUEST')"
    where += " OR (b.state = 'dropped' AND b.told = 'REQUEST'))"
    sql = _ALL.format(where=where, order="b.day, b.slot, b.created_at, b.rowid")
    return store.rows(sql, since.isoformat())


def known(store: Store, booking_id: str) -> Row | None:
    """A booking with the address of a mentee and the last answer to it, whether it stands or not.

    What was answered is null as long as nothing was.
    """
    return store.row(
        "SELECT b.*, r.address AS answered_by, r.stamp AS answered_at, r.partstat, r.comment,"
        " r.delegate, r.sequence AS answered_to, s.mentee_id, m.handle FROM booking AS b"
        " LEFT JOIN booking_reply AS r ON r.booking_id = b.id"
        " LEFT JOIN membership AS s ON s.mentorship_id = b.mentorship_id"
        " LEFT JOIN mentee AS m ON m.id = s.mentee_id AND m.name = b.name"
        " WHERE b.id = ? ORDER BY m.handle IS NULL LIMIT 1",
        booking_id,
    )


def answered(
    store: Store, new_id: Callable[[], str], booking_id: str, said: dict[str, str | int]
) -> None:
    """Let an answer be the last one to a booking, inside a transaction."""
    store.put("booking_reply", {"booking_id": booking_id}, said, new_id)
