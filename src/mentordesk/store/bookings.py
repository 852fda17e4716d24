"""Who has or had booked a slot, and what was said to them by mail."""

from datetime import date

from mentordesk.store.connection import Row, Store

_MINE = """
coalesce((SELECT m.{column} FROM membership AS s JOIN mentee AS m ON m.id = s.mentee_id
          WHERE s.mentorship_id = b.mentorship_id AND m.name = b.name), '') AS {column}
"""
_ALL = f"""
SELECT b.*, {_MINE.format(column="email")}, {_MINE.format(column="zone")} FROM booking AS b
WHERE b.office_hour_id = ? AND b.day = ? AND b.slot = ? ORDER BY b.created_at, b.rowid
"""


def every(store: Store, hours_id: str, day: date, slot: int) -> list[Row]:
    """All bookings of a slot on a day in their order, with the address and zone of a mentee."""
    return store.rows(_ALL, hours_id, day.isoformat(), slot)
