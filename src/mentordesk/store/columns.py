"""Days and instants as columns hold them, and under which name a mentorship goes."""

from datetime import date, datetime

NAMED = """
LEFT JOIN team AS g ON g.mentorship_id = s.id
LEFT JOIN membership AS b ON b.mentorship_id = s.id AND g.id IS NULL
LEFT JOIN mentee AS m ON m.id = b.mentee_id
"""
"""Joins a mentorship `s` to the group that it is, else to its mentee; a group comes once."""
NAME, HANDLE = "coalesce(g.name, m.name)", "coalesce(g.handle, m.handle)"


def day(text: str | None) -> date | None:
    """A stored day, or None."""
    return date.fromisoformat(text) if text else None


def instant(text: str | None) -> datetime | None:
    """A stored instant, aware, or None."""
    return datetime.fromisoformat(text) if text else None
