"""Milestones of everybody on some days: only what their dates hang on is read."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from mentordesk.domain.attention import SHARED, Facts
from mentordesk.domain.dated import dated
from mentordesk.domain.days import MILESTONE, Entry
from mentordesk.store.connection import Row
from mentordesk.store.views import numbers
from mentordesk.store.views.coming import Agenda
from mentordesk.store.views.facts import local_day

_TERMS = """
SELECT id, ends_on, created_at FROM mentorship WHERE status IN ('intake', 'active', 'paused')
"""


def milestones(
    agenda: Agenda, now: datetime, tz: tzinfo, first: date, last: date
) -> Iterator[Entry]:
    """Settled, due and to come on the days from `first` to `last`; what is shared stands once."""
    today, seen = now.astimezone(tz).date(), set()
    course = numbers.Courses(agenda.store, agenda, tz)
    for row in agenda.store.rows(_TERMS):
        if row["id"] not in agenda.people or not course.numbers(row["id"]).milestones:
            continue
        known = _facts(agenda, course, row, now, tz)
        for day, one, state in dated(known, first, last, today):
            whose = known.programme if one.kind in SHARED else known.name
            if (day, one.key, whose) not in seen:
                seen.add((day, one.key, whose))
                yield Entry(MILESTONE, day, one.title, state, address=known.address, note=whose)


def _facts(agenda: Agenda, course: numbers.Courses, row: Row, now: datetime, tz: tzinfo) -> Facts:
    """What the dates of one mentorship's milestones hang on, and nothing else."""
    who = row["id"]
    person, said, steps = agenda.people[who], course.numbers(who), course.steps(who)
    coming = agenda.next_of(who, now) if any(one.step for one in said.milestones) else None
    return Facts(
        address=f"{person['handle']}/{person['playbook']}",
        name=person["name"],
        status=person["status"],
        started_on=date.fromisoformat(person["started_on"]),
        numbers=said,
        programme=course.title(who),
        ends_on=course.end(who, row["ends_on"]),
        next_day=coming[1].start.astimezone(tz).date() if coming else None,
        held=course.held(who),
        reviewed=local_day(course.reviewed(who), tz),
        steps=steps,
        settled=course.settled(who),
        end_is_set=bool(row["ends_on"]),
        known_on=local_day(row["created_at"], tz),
    )
