"""Everything that stands on some days of the calendar, read once for a month or a week."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby

from mentordesk.domain.cadence import Occurrence, Series, instant, midnight
from mentordesk.domain.days import CALL, GAP, HOURS, WORKSHOP, DaysPage, Entry, in_order
from mentordesk.domain.offers import Slot
from mentordesk.domain.rules import day_words
from mentordesk.store.columns import HANDLE, NAME, NAMED, address
from mentordesk.store.connection import Row, Store, iso
from mentordesk.store.views.coming import GOES_ON, Schedule
from mentordesk.store.views.dated import milestones

_HELD = f"""
SELECT t.id, t.series_id, t.day, t.state, t.planned_start, t.planned_end, s.playbook,
       {NAME} AS name, {HANDLE} AS handle, coalesce(m.zone, '') AS zone
FROM session AS t JOIN mentorship AS s ON s.id = t.mentorship_id {NAMED}
WHERE t.state IN ('held', 'missed', 'running') AND t.planned_start >= ? AND t.planned_start < ?
GROUP BY t.id
"""
_A_DAY = timedelta(days=1)


def days(store: Store, now: datetime, tz: tzinfo, first: date, last: date) -> DaysPage:
    """What stands on the days from `first` to `last`, by day; busy times are not in the store."""
    schedule, today = Schedule(store), now.astimezone(tz).date()
    entries = [
        *_calls(schedule, now, tz, first, last),
        *_gaps(schedule, first, last),
        *milestones(schedule, now, tz, first, last),
        *_offers(store, tz, first, last),
    ]
    return DaysPage(first, last, today, sorted(entries, key=in_order))


def _calls(
    schedule: Schedule, now: datetime, tz: tzinfo, first: date, last: date
) -> Iterator[Entry]:
    """Calls that took place or were to, whoever is gone since; then what the slots have beside."""
    since, until = midnight(first, tz), midnight(last + _A_DAY, tz)
    sessions = schedule.store.rows(_HELD, iso(since), iso(until))
    for row in sessions:
        yield _held(row, tz)
    known = {(row["series_id"], row["day"]) for row in sessions}
    for person, row in schedule.people.items():
        if row["status"] in GOES_ON:
            for series in schedule.series[person]:
                for one in series.between(since, until):
                    if one.state != "gap" and (series.id, one.day.isoformat()) not in known:
                        yield _planned(row, series, one, now, tz)


def _held(row: Row, tz: tzinfo) -> Entry:
    start = datetime.fromisoformat(row["planned_start"])
    end = datetime.fromisoformat(row["planned_end"]) if row["planned_end"] else start
    return Entry(
        CALL,
        start.astimezone(tz).date(),
        row["name"],
        row["state"],
        start,
        end,
        address=address(row),
        zone=row["zone"],
        session_id=row["id"],
    )


def _planned(row: Row, series: Series, one: Occurrence, now: datetime, tz: tzinfo) -> Entry:
    state = "" if one.state == "planned" else one.state
    here = one.start.astimezone(tz).date()
    if one.happens and one.end <= now:
        state = "open"
    moved = f"from {day_words(one.day, here)}" if one.state == "moved" else ""
    return Entry(
        CALL,
        here,
        row["name"],
        state,
        one.start,
        one.end,
        address=address(row),
        zone=row["zone"] or series.zone,
        note=", ".join(part for part in (moved, one.reason) if part),
        confirmed=one.confirmed,
    )


def _gaps(schedule: Schedule, first: date, last: date) -> Iterator[Entry]:
    """Days agreed on without calls, each once however many slots of somebody they are in."""
    for person, row in schedule.people.items():
        if row["status"] in GOES_ON:
            found = {gap for series in schedule.series[person] for gap in series.gaps}
            for gap in sorted(found):
                if gap.first <= last and gap.last >= first:
                    yield Entry(
                        GAP, gap.first, row["name"],
                        last=gap.last, address=address(row), note=gap.reason,
                    )  # fmt: skip


def _offers(store: Store, tz: tzinfo, first: date, last: date) -> Iterator[Entry]:
    """Hours to book and who has booked, free ones in a row as one; workshops."""
    if not store.value("SELECT 1 FROM office_hour UNION ALL SELECT 1 FROM workshop"):
        return
    from mentordesk.store.offers import all_slots, workshops  # most mentors offer neither

    every = all_slots(store, store.tz, first - _A_DAY, last + _A_DAY)
    here = [slot for slot in every if first <= slot.start.astimezone(tz).date() <= last]
    for _, run in groupby(here, key=lambda slot: (slot.hours.id, slot.day, slot.booking)):
        yield _hours(list(run), tz)
    span = (first.isoformat(), last.isoformat())
    for one in workshops(store, "state <> 'dropped' AND day BETWEEN ? AND ?", *span):
        at = instant(datetime.combine(one.day, one.wall_time), tz) if one.wall_time else None
        yield Entry(WORKSHOP, one.day, one.title, start=at, note=one.role)


def _hours(run: list[Slot], tz: tzinfo) -> Entry:
    first, booking = run[0], run[0].booking
    free = f"{len(run)} slots" if len(run) > 1 else ""
    return Entry(
        HOURS,
        first.start.astimezone(tz).date(),
        booking.name if booking else "office hours",
        "booked" if booking else "",
        first.start,
        run[-1].end,
        note=booking.text if booking else free,
    )
