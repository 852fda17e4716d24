"""The weekly task goes with the meeting it is due on: skipped or moved, it is asked for then."""

from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.coming import next_meeting
from mentordesk.desk.preparing import latest_task

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.people import Relation


def follow(desk: "Desk", found: "Relation", was: date) -> None:
    """Let a task that was due on the day of a meeting be due on the day of the next one.

    Inside a transaction that is under way; `was` is the mentor's own date of the meeting that is
    not then any more. A task with a day of its own stays.
    """
    task = latest_task(desk, found.mentorship.id)
    coming = next_meeting(desk, found, desk.now())
    if task is None or not task.is_open or task.due != was or coming is None:
        return
    day = coming[1].start.astimezone(desk.tz).date()
    if day != was:
        desk.store.update("action", task.id, due=day.isoformat())
