"""The first screen: what runs, who is next, what is due, how the week looks."""

from collections import defaultdict
from datetime import date, datetime, timedelta, tzinfo

from mentordesk.domain.attention import Facts, Promised, due
from mentordesk.domain.coming import DayDots, TodayPage
from mentordesk.store.connection import Row, Store
from mentordesk.store.views.coming import Agenda, Meeting, midnight, running, text

_HEARD = """
SELECT s.id, coalesce(json_extract(s.snapshot, '$.misses.silence_days'), 0) AS silence,
       (SELECT ended_at FROM session WHERE mentorship_id = s.id AND state = 'held'
        ORDER BY planned_start DESC LIMIT 1) AS spoke,
       (SELECT max(planned_start) FROM session WHERE mentorship_id = s.id
        AND state = 'missed') AS missed,
       (SELECT max(at) FROM touchpoint WHERE mentorship_id = s.id) AS wrote
FROM mentorship AS s WHERE s.status IN ('active', 'paused')
"""
COMING = ("planned", "moved", "running")


def today(store: Store, now: datetime, tz: tzinfo) -> TodayPage:
    """The first screen."""
    day = now.astimezone(tz).date()
    agenda = Agenda(store)
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    # Far enough for the week and, with a weekly slot, for the next one: each slot is read once.
    until = max(sunday, day + timedelta(days=7)) + timedelta(days=1)
    seen = agenda.meetings(midnight(monday - timedelta(days=1), tz), midnight(until, tz))
    week = [one for one in seen if monday <= _day(one, tz) <= sunday]
    coming = agenda.next_ones(now, seen)
    under_way = (
        running(store, now) if store.value("SELECT 1 FROM session WHERE state='running'") else None
    )
    starts = {person: one.start for person, _, one, _ in coming}
    return TodayPage(
        today=day,
        calls=agenda.lines([one for one in week if _day(one, tz) == day]),
        next=next(iter(agenda.soonest(coming, 1)), None),
        running=under_way,
        due=due(_facts(store, agenda, starts, tz), day),
        week=_dots(store, week, monday, tz),
        minutes_this_week=_minutes(store, monday, tz),
        people=len(agenda.people),
    )


def _day(meeting: Meeting, tz: tzinfo) -> date:
    return meeting[2].start.astimezone(tz).date()


def _facts(store: Store, agenda: Agenda, starts: dict[str, datetime], tz: tzinfo) -> list[Facts]:
    heard = {row["id"]: row for row in store.rows(_HEARD)}
    promised: dict[str, list[Promised]] = defaultdict(list)
    for row in store.rows(
        "SELECT id, mentorship_id, text, due FROM action"
        " WHERE state = 'open' AND owner = 'me' AND due IS NOT NULL ORDER BY due"
    ):
        one = Promised(row["id"], row["text"], date.fromisoformat(row["due"]))
        promised[row["mentorship_id"]].append(one)
    open_calls = {
        row["mentorship_id"]: (local_day(row["started_at"], tz), local_day(row["planned_end"], tz))
        for row in store.rows(
            "SELECT mentorship_id, started_at, planned_end FROM session WHERE state = 'running'"
        )
    }
    follow_ups = {
        row["mentorship_id"]: row
        for row in store.rows(
            "SELECT session.mentorship_id, action.id, action.state FROM session"
            " JOIN action ON action.session_id = session.id AND action.owner = 'me'"
            " AND NOT EXISTS (SELECT 1 FROM capture WHERE thing_id = action.id)"
            " WHERE session.state = 'missed' ORDER BY session.planned_start"
        )
    }
    contact = {person: max(row["spoke"] or "", row["wrote"] or "") for person, row in heard.items()}
    return [
        Facts(
            address=f"{row['handle']}/{row['playbook']}",
            name=row["name"],
            status=row["status"],
            started_on=date.fromisoformat(row["started_on"]),
            last_contact=local_day(contact[person], tz),
            missed_on=local_day(_unanswered(heard[person]["missed"], contact[person]), tz),
            next_start=starts.get(person),
            running_since=open_calls.get(person, (None, None))[0],
            running_until=open_calls.get(person, (None, None))[1],
            promises=promised[person],
            silence_days=heard[person]["silence"],
            follow_up=_open_id(follow_ups.get(person)),
            followed_up=person in follow_ups and not _open_id(follow_ups[person]),
        )
        for person, row in agenda.people.items()
    ]


def _unanswered(missed: str | None, contact: str) -> str | None:
    """The instant of a missed call, unless something was heard after it."""
    return missed if missed and contact <= missed else None


def local_day(stored: str | None, tz: tzinfo) -> date | None:
    """The mentor's own date of a stored instant, None for none."""
    return datetime.fromisoformat(stored).astimezone(tz).date() if stored else None


def _dots(store: Store, week: list[Meeting], monday: date, tz: tzinfo) -> list[DayDots]:
    sunday = midnight(monday + timedelta(days=7), tz)
    held = [
        local_day(row[0], tz)
        for row in store.rows(
            "SELECT planned_start FROM session WHERE state = 'held'"
            " AND planned_start >= ? AND planned_start < ?",
            text(midnight(monday, tz)),
            text(sunday),
        )
    ]
    days = [monday + timedelta(days=n) for n in range(7)]
    planned = [_day(one, tz) for one in week if _state(one) in COMING]
    return [DayDots(day, held.count(day), planned.count(day)) for day in days]


def _state(meeting: Meeting) -> str:
    _, _, one, session = meeting
    return session["state"] if session else one.state


def _minutes(store: Store, monday: date, tz: tzinfo) -> int:
    found = store.value(
        "SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE started_at >= ?",
        text(midnight(monday, tz)),
    )
    return int(found)


def _open_id(row: Row | None) -> str:
    """The id of an action that is still open, else ''."""
    return row["id"] if row and row["state"] == "open" else ""
