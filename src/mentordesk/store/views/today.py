"""The first screen: what runs, who is next, what is due, how the week looks."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from mentordesk.domain.attention import Facts, due
from mentordesk.domain.cadence import midnight
from mentordesk.domain.coming import Attention, DayDots, TodayPage
from mentordesk.domain.rules import monday_of
from mentordesk.store.columns import ENDED, address, local_date
from mentordesk.store.connection import Store, iso
from mentordesk.store.views.coming import Meeting, Schedule, running
from mentordesk.store.views.facts import facts, marks

_RUNNING = "SELECT 1 FROM session WHERE state = 'running'"
_OVER = f"SELECT 1 FROM mentorship WHERE status IN {ENDED}"
_OFFERS = """
SELECT 1 FROM workshop WHERE state = 'planned' AND date(day, '-' || prep_days || ' days') <= ?1
UNION ALL
SELECT 1 FROM booking WHERE state = 'open' AND day BETWEEN date(?1, '-1 day') AND date(?1, '+1 day')
"""
_PROMISED = ("promise", "task")
"""The rules whose lines a shared screen shows; what else is due is between the mentor and Today."""
COMING = ("planned", "moved", "running")


def today(store: Store, now: datetime, tz: tzinfo) -> TodayPage:
    """The first screen."""
    day, schedule = now.astimezone(tz).date(), Schedule(store)
    monday = monday_of(day)
    seen = _meetings(schedule, monday, day, tz)
    week = [one for one in seen if monday <= _day(one, tz) <= monday + timedelta(days=6)]
    coming = schedule.next_ones(now, seen)
    starts = {person: one.start for person, _, one, _ in coming}
    known = facts(store, schedule, starts, day, tz)
    spent = _minutes(store, monday, tz)
    # Time is not shown on a shared screen; a budget beside nothing would say what is not so.
    allowed = {} if store.is_shared else _weekly(schedule, known)
    return TodayPage(
        today=day,
        calls=schedule.lines([one for one in week if _day(one, tz) == day]),
        next=next(iter(schedule.soonest(coming, 1)), None),
        running=running(store, now) if store.value(_RUNNING) else None,
        due=_due(store, known, now, tz),
        week=_dots(store, week, monday, tz),
        minutes_this_week=sum(spent.values()),
        people=len(schedule.people),
        budget_this_week=sum(allowed.values()),
        budget_used=sum(minutes for who, minutes in spent.items() if who in allowed),
    )


def _meetings(schedule: Schedule, monday: date, day: date, tz: tzinfo) -> list[Meeting]:
    """Those of the week and, with a weekly slot, the next one: each slot is read once."""
    sunday = monday + timedelta(days=6)
    until = max(sunday, day + timedelta(days=7)) + timedelta(days=1)
    return schedule.meetings(midnight(monday - timedelta(days=1), tz), midnight(until, tz))


def _due(store: Store, known: list[Facts], now: datetime, tz: tzinfo) -> list[Attention]:
    """What is due, with what is over, workshops and bookings if there are any."""
    day = now.astimezone(tz).date()
    if store.value(_OVER):
        from mentordesk.store.views.endings import over  # not before somebody's time is over

        known = [*known, *over(store, day, tz)]
    lines = due(known, day, marks(store))
    if store.is_shared:
        return [line for line in lines if line.rule in _PROMISED]
    if not store.value(_OFFERS, day.isoformat()):
        return lines
    from mentordesk.domain.attention_offers import merged  # most mentors offer neither
    from mentordesk.store.offers import due as offers_due

    return merged(lines, offers_due(store, now, tz))


def _day(meeting: Meeting, tz: tzinfo) -> date:
    return meeting[2].start.astimezone(tz).date()


def _dots(store: Store, week: list[Meeting], monday: date, tz: tzinfo) -> list[DayDots]:
    sunday = midnight(monday + timedelta(days=7), tz)
    held = [
        local_date(row[0], tz)
        for row in store.rows(
            "SELECT planned_start FROM session WHERE state = 'held'"
            " AND planned_start >= ? AND planned_start < ?",
            iso(midnight(monday, tz)),
            iso(sunday),
        )
    ]
    days = [monday + timedelta(days=n) for n in range(7)]
    planned = [_day(one, tz) for one in week if _state(one) in COMING]
    return [DayDots(day, held.count(day), planned.count(day)) for day in days]


def _state(meeting: Meeting) -> str:
    _, _, one, session = meeting
    return session["state"] if session else one.state


def _minutes(store: Store, monday: date, tz: tzinfo) -> dict[str, int]:
    """What each mentorship took since Monday."""
    # Grouped here: SQLite would go through the entries of all years to save itself the sorting.
    found: dict[str, int] = defaultdict(int)
    for row in store.rows(
        "SELECT mentorship_id, minutes FROM time_entry WHERE started_at >= ?",
        iso(midnight(monday, tz)),
    ):
        found[row["mentorship_id"]] += row["minutes"]
    return found


def _weekly(schedule: Schedule, known: Sequence[Facts]) -> dict[str, int]:
    """What the playbook of each active mentorship allows in a week, if it says so."""
    allows = {one.address: one.numbers.week_minutes for one in known if one.is_active}
    every = {person: allows.get(address(row), 0) for person, row in schedule.people.items()}
    return {person: minutes for person, minutes in every.items() if minutes}
