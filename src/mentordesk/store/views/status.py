"""One line for a status bar, with as little work as can be."""

from datetime import datetime

from mentordesk.domain.coming import Status
from mentordesk.store.connection import Store

_NOTHING = Status("none", "", "", "", 0, None, None)


def status(store: Store, now: datetime) -> Status:
    """The running call with its phase and minutes left, else the next meeting."""
    if store.value("SELECT 1 FROM session WHERE state = 'running'"):
        return _running(store, now)
    from mentordesk.store.views.coming import next_calls

    lines = next_calls(store, now, 1)
    if not lines:
        return _NOTHING
    line = lines[0]
    left = int((line.start - now).total_seconds() // 60)
    return Status("next", line.name, line.address, "", left, line.start, line.end)


def _running(store: Store, now: datetime) -> Status:
    from mentordesk.store import calls
    from mentordesk.store.people import relations

    session = calls.running(store)
    assert session and session.timebox
    box = session.timebox
    found = relations(store, session.mentorship_id)[0]
    phase = "paused" if box.is_paused else box.phase(now)
    left = int(box.left(now).total_seconds() // 60)
    return Status(
        "running", found.mentee.name, found.address, phase, left, box.started, box.end(now)
    )
