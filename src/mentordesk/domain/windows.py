"""Several windows on one call: one of them writes its notes, the others read along."""

from datetime import datetime, tzinfo
from typing import NamedTuple

from mentordesk.domain.text import one_line


class Writer(NamedTuple):
    """The window that writes: of which call, in which terminal, and since when."""

    session_id: str
    place: str
    since: datetime

    def as_line(self) -> str:
        """How it stands in the file that says so."""
        return f"{self.session_id}\t{one_line(self.place)}\t{self.since.isoformat()}\n"

    def at(self, zone: tzinfo) -> str:
        """Since when, on the mentor's wall."""
        return f"{self.since.astimezone(zone):%H:%M}"

    @property
    def named(self) -> str:
        """Which window, as far as that is known."""
        return f"The window in {self.place}" if self.place else "Another window"


def writer_of(line: str) -> Writer | None:
    """What such a line says; None for what is none."""
    try:
        session_id, place, since = line.rstrip("\n").split("\t")
        return Writer(session_id, one_line(place)[:40], datetime.fromisoformat(since))
    except ValueError:
        return None
