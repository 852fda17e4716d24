"""Calendars of elsewhere, with the times they take."""

from mentordesk.store.connection import Row, Store


def calendars(store: Store) -> list[Row]:
    """Every calendar that was read for its busy times, by name."""
    return store.rows("SELECT * FROM busy_calendar ORDER BY name")
