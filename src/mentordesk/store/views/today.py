"""The first screen: what runs, who is next, what is due, how the week looks."""

from collections import defaultdict
from datetime import date, datetime, timedelta, tzinfo

from mentordesk.domain.attention import Facts, Promised, due
from mentordesk.domain.coming import CallLine, DayDots, TodayPage
from mentordesk.store.connection import Store
from mentordesk.store.views.coming import Agenda, midnight, running, text


def today(store: Store, now: datetime, tz: tzinfo) -> TodayPage:
    """The first screen."""
    day = now.astimezone(tz).date()
    agenda = Agenda(store)
    monday = day - timedelta(days=day.weekday())
    week = agenda.between(midnight(monday, tz), midnight(monday + timedelta(days=7), tz))
    coming = {
        person: agenda.line(person, *meeting)
        for person, row in agenda.people.items()
        if row["status"] == "active" and (meeting := agenda.next_of(person, now))
    }
    under_way = (
        running(store) if store.value("SELECT 1 FROM session WHERE state='running'") else None
    )
    lines = sorted(coming.values(), key=lambda line: (line.start, line.address))
    return TodayPage(
        today=day,
        calls=[line for line in week if line.start.astimezone(tz).date() == day],
        next=lines[0] if lines else None,
        running=under_way,
        due=due(_facts(store, agenda, coming, tz), day),
        week=_dots(store, week, monday, tz),
        minutes_this_week=_minutes(store, monday, tz),
        people=len(agenda.people),
    )


def _facts(store: Store, agenda: Agenda, coming: dict[str, CallLine], tz: tzinfo) -> list[Facts]:
    promised: dict[str, list[Promised]] = defaultdict(list)
    for row in store.rows(
        "SELECT id, mentorship_id, text, due FROM action"
        " WHERE state = 'open' AND owner = 'me' AND due IS NOT NULL ORDER BY due"
    ):
        one = Promised(row["id"], row["text"], date.fromisoformat(row["due"]))
        promised[row["mentorship_id"]].append(one)
    open_calls = {
        row["mentorship_id"]: local_day(row["started_at"], tz)
        for row in store.rows("SELECT mentorship_id, started_at FROM session WHERE state='running'")
    }
    return [
        Facts(
            address=f"{row['handle']}/{row['playbook']}",
            name=row["name"],
            status=row["status"],
            started_on=date.fromisoformat(row["started_on"]),
            last_contact=local_day(max(row["spoke"] or "", row["wrote"] or ""), tz),
            missed_on=local_day(row["missed"], tz),
            next_start=coming[person].start if person in coming else None,
            running_since=open_calls.get(person),
            promises=promised[person],
            silence_days=row["silence"],
        )
        for person, row in agenda.people.items()
    ]


def local_day(stored: str | None, tz: tzinfo) -> date | None:
    """The mentor's own date of a stored instant, None for none."""
    return datetime.fromisoformat(stored).astimezone(tz).date() if stored else None


def _dots(store: Store, week: list[CallLine], monday: date, tz: tzinfo) -> list[DayDots]:
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
    planned = [
        line.start.astimezone(tz).date() for line in week if line.state in ("planned", "moved")
    ]
    return [DayDots(day, held.count(day), planned.count(day)) for day in days]


def _minutes(store: Store, monday: date, tz: tzinfo) -> int:
    found = store.value(
        "SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE started_at >= ?",
        text(midnight(monday, tz)),
    )
    return int(found)
