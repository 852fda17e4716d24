"""Time entries, read for whoever spent them; periods are given as instants."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from mentordesk.domain.cadence import midnight
from mentordesk.domain.effort import Entry
from mentordesk.domain.people import Relation
from mentordesk.store.connection import Row, Store, Value, iso

Span = tuple[datetime, datetime]
"""From the first instant up to, and without, the second."""


def span(first: date, last: date, tz: tzinfo) -> Span:
    """The instants between the midnights around some of the mentor's days, both included."""
    return midnight(first, tz), midnight(last + timedelta(days=1), tz)


def rows(store: Store, when: Span | None, where: str = "1", *values: Value) -> list[Row]:
    """Entries that began in a span and meet a condition, oldest first."""
    within, ends = "1", []
    if when:
        within, ends = "started_at >= ? AND started_at < ?", [iso(one) for one in when]
    return store.rows(
        f"SELECT * FROM time_entry WHERE {within} AND {where}"
        " ORDER BY started_at, created_at, rowid",
        *ends,
        *values,
    )


def spent(store: Store, when: Span, mentorship_id: str) -> Sequence[tuple[str, int]]:
    """The kinds of a mentorship's entries in a span, with their minutes."""
    found = rows(store, when, "mentorship_id = ?", mentorship_id)
    return [(row["kind"], row["minutes"]) for row in found]


def logged(store: Store, ids: Sequence[str]) -> dict[str, str]:
    """The words of the touchpoints that time entries belong to, by the entry."""
    marks = ", ".join("?" * len(ids))
    found = store.rows(
        "SELECT time_entry.id, touchpoint.text FROM time_entry JOIN touchpoint"
        f" ON touchpoint.id = touchpoint_id WHERE time_entry.id IN ({marks})",
        *ids,
    )
    return {row["id"]: row["text"] for row in found}


def entry(row: Row, found: Relation) -> Entry:
    """A row of the table `time_entry`, before it is known what it counts as."""
    return Entry(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        name=found.mentee.name,
        address=found.address,
        kind=row["kind"],
        start=datetime.fromisoformat(row["started_at"]),
        minutes=row["minutes"],
        note=row["note"],
        session_id=row["session_id"] or "",
        touchpoint_id=row["touchpoint_id"] or "",
    )
