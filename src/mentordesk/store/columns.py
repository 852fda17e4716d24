"""Days, instants and statuses as columns hold them, and under which name a mentorship goes."""

from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentordesk.store.connection import Row

NAMED = """
LEFT JOIN team AS g ON g.mentorship_id = s.id
LEFT JOIN membership AS b ON b.mentorship_id = s.id AND g.id IS NULL
LEFT JOIN mentee AS m ON m.id = b.mentee_id
"""
"""Joins a mentorship `s` to the group that it is, else to its mentee; a group comes once."""
NAME, HANDLE = "coalesce(g.name, m.name)", "coalesce(g.handle, m.handle)"
RUNNING = "('intake', 'active', 'paused')"
"""SQL for domain.people.RUNNING, which would cost quick commands an import."""
ENDED = "('completed', 'graduated', 'exited')"
"""SQL for domain.course.ENDED, for the same reason."""


def address(row: "Row") -> str:
    """What names a mentorship (`ada/wealljs`), of a row with its handle and its playbook."""
    return f"{row['handle']}/{row['playbook']}"


def day(text: str | None) -> date | None:
    """A stored day, or None."""
    return date.fromisoformat(text) if text else None


def instant(text: str | None) -> datetime | None:
    """A stored instant, aware, or None."""
    return datetime.fromisoformat(text) if text else None


def local_date(text: str, tz: tzinfo) -> date:
    """The date of a stored instant on the mentor's own calendar."""
    return datetime.fromisoformat(text).astimezone(tz).date()


def local_date_or_none(text: str | None, tz: tzinfo) -> date | None:
    """The same of a column that may be empty."""
    return local_date(text, tz) if text else None
