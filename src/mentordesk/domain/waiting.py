"""Waiting for somebody who is late: how long, for how long at most, and when it is no more so."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from mentordesk.domain.agenda import Point
from mentordesk.domain.sessions import Session


class Waiting(NamedTuple):
    """A call in which nothing has happened yet; `minutes` are what the playbook waits."""

    since: datetime
    minutes: int

    @property
    def limit(self) -> timedelta:
        """How long the playbook waits."""
        return timedelta(minutes=self.minutes)

    def gone(self, now: datetime) -> timedelta:
        """How long it has been, never negative."""
        return max(now - self.since, timedelta())

    def is_on(self, now: datetime) -> bool:
        """Whether to speak of it: from the agreed time on, and as long again as one waits.

        Who has neither written nor ticked anything by then is talking without notes.
        """
        return self.since <= now < self.since + 2 * self.limit

    def is_long(self, now: datetime) -> bool:
        """Whether the playbook's minutes have gone by."""
        return self.gone(now) >= self.limit


def waiting(
    session: Session, minutes: int, notes: str, agenda: Iterable[Point], someone_came: bool
) -> Waiting | None:
    """Since when a mentor waits; None once there is a word, a tick, or a word about who came.

    It begins with the call, or at the agreed time for a mentor who is early.
    """
    box = session.timebox
    if session.state != "running" or box is None or not minutes:
        return None
    began = notes.strip() or someone_came or box.extended
    if began or any(point.state != "open" for point in agenda):
        return None
    return Waiting(max(box.started, session.planned_start), minutes)
