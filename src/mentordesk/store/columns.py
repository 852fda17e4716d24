"""Days and instants as columns hold them."""

from datetime import date, datetime


def day(text: str | None) -> date | None:
    """A stored day, or None."""
    return date.fromisoformat(text) if text else None


def instant(text: str | None) -> datetime | None:
    """A stored instant, aware, or None."""
    return datetime.fromisoformat(text) if text else None
