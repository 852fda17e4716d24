"""Milestones of everybody on some days: only what their dates hang on is read."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from mentordesk.domain.attention import SHARED, Facts
from mentordesk.domain.dated import dated
from mentordesk.domain.days import MILESTONE, Entry
from mentordesk.store.columns import RUNNING
from mentordesk.store.connection import Row
from mentordesk.store.views.coming import Schedule
from mentordesk.store.views.facts import dated_facts
from mentordesk.store.views.programmes import Programmes

_TERMS = f"SELECT id, ends_on, created_at FROM mentorship WHERE status IN {RUNNING}"


def milestones(
    schedule: Schedule, now: datetime, tz: tzinfo, first: date, last: date
) -> Iterator[Entry]:
    """Settled, due and to come on the days from `first` to `last`; what is shared stands once."""
    today, seen = now.astimezone(tz).date(), set()
    programmes = Programmes(schedule.store, schedule, tz)
    for row in schedule.store.rows(_TERMS):
        if row["id"] not in schedule.people or not programmes.numbers(row["id"]).milestones:
            continue
        known = _facts(schedule, programmes, row, now)
        for day, one, state in dated(known, first, last, today):
            whose = known.programme if one.kind in SHARED else known.name
            if (day, one.key, whose) not in seen:
                seen.add((day, one.key, whose))
                yield Entry(MILESTONE, day, one.title, state, address=known.address, note=whose)


def _facts(schedule: Schedule, programmes: Programmes, row: Row, now: datetime) -> Facts:
    """The facts of one mentorship; its next meeting is looked for only if a milestone needs it."""
    who = row["id"]
    goes_by_steps = any(one.step for one in programmes.numbers(who).milestones)
    coming = schedule.next_of(who, now) if goes_by_steps else None
    return dated_facts(programmes, who, row, coming[1].start if coming else None)
