"""Calendars of elsewhere, with the times they take."""

from collections.abc import Callable

from mentordesk.store.connection import Row, Store


def calendars(store: Store) -> list[Row]:
    """Every calendar that was read for its busy times, by name."""
    return store.rows("SELECT * FROM busy_calendar ORDER BY name")


def calendar(store: Store, name: str) -> Row | None:
    """The calendar of a name, None when there is none."""
    return store.row("SELECT * FROM busy_calendar WHERE name = ?", name)


def keep(store: Store, new_id: Callable[[], str], name: str, **columns: str) -> None:
    """Keep a calendar in the place of an earlier one of its name, inside a transaction."""
    store.put("busy_calendar", {"name": name}, columns, new_id)
