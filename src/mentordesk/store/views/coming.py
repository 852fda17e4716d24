"""Coming calls, read from slots and sessions; also what the shell's `next` and `status` need."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, tzinfo

from mentordesk.domain.cadence import Occurrence, Series, instant
from mentordesk.domain.coming import CallLine, next_of
from mentordesk.store.connection import Row, Store
from mentordesk.store.slots import all_series, over

_PEOPLE = """
SELECT s.id, s.playbook, s.status, s.started_on,
       json_extract(s.snapshot, '$.title') AS programme,
       coalesce(json_extract(s.snapshot, '$.misses.silence_days'), 0) AS silence,
       m.name, m.handle, m.zone,
       (SELECT count(*) FROM session WHERE mentorship_id = s.id AND state = 'held') AS held,
       (SELECT max(ended_at) FROM session WHERE mentorship_id = s.id AND state = 'held') AS spoke,
       (SELECT max(at) FROM touchpoint WHERE mentorship_id = s.id) AS wrote,
       (SELECT max(planned_start) FROM session WHERE mentorship_id = s.id
        AND state = 'missed') AS missed
FROM mentorship AS s JOIN membership AS b ON b.mentorship_id = s.id
JOIN mentee AS m ON m.id = b.mentee_id
WHERE s.status IN ('active', 'paused') AND m.archived_at = ''
GROUP BY s.id ORDER BY m.name
"""


class Agenda:
    """Relations with their slots, loaded once; every list of coming calls is read from it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.people = {row["id"]: row for row in store.rows(_PEOPLE)}
        self.over: set[tuple[str, date]] | None = None
        self.series: dict[str, list[Series]] = defaultdict(list)
        for one in all_series(store):
            if one.mentorship_id in self.people:
                self.series[one.mentorship_id].append(one)

    def between(self, since: datetime, until: datetime) -> list[CallLine]:
        """Meetings that start in [since, until), by start, with what became of them."""
        known = self._known(since, until)
        lines = [
            self.line(person, series, one, known.get((series.id, one.day.isoformat())))
            for person in self.people
            for series in self.series[person]
            for one in series.between(since, until)
            if one.happens
        ]
        return sorted(lines, key=lambda line: (line.start, line.address))

    def next_of(self, person: str, now: datetime) -> tuple[Series, Occurrence] | None:
        """The next meeting of a mentorship that has not been held yet and is not over."""
        if self.over is None:
            self.over = over(self.store, now)
        return next_of(self.series[person], now, self.over)

    def line(
        self, person: str, series: Series, one: Occurrence, session: Row | None = None
    ) -> CallLine:
        """A meeting as a line of a list."""
        row = self.people[person]
        return CallLine(
            start=one.start,
            end=one.end,
            name=row["name"],
            address=f"{row['handle']}/{row['playbook']}",
            programme=row["programme"],
            zone=row["zone"] or series.zone,
            number=session["number"] if session else row["held"] + 1,
            total=total(series),
            state=session["state"] if session else one.state,
            confirmed=one.confirmed,
            place=series.place,
            session_id=session["id"] if session else "",
        )

    def _known(self, since: datetime, until: datetime) -> dict[tuple[str, str], Row]:
        rows = self.store.rows(
            "SELECT id, series_id, day, state, (SELECT count(*) + 1 FROM session AS earlier"
            " WHERE earlier.mentorship_id = session.mentorship_id AND earlier.state = 'held'"
            " AND earlier.planned_start < session.planned_start) AS number"
            " FROM session WHERE series_id IS NOT NULL"
            " AND planned_start >= ? AND planned_start < ?",
            text(since),
            text(until),
        )
        return {(row["series_id"], row["day"]): row for row in rows if row["state"] != "cancelled"}


def total(series: Series) -> int:
    """How many meetings the run has, 0 when it has no end."""
    return sum(1 for _ in series.days()) if series.until else series.count


def text(moment: datetime) -> str:
    """An instant as the store compares it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def running(store: Store) -> CallLine | None:
    """The call under way as a line, with its end as things stand; None when there is none."""
    from mentordesk.store import calls  # only while a call runs is it worth its import

    found = store.row("SELECT id, mentorship_id, place FROM session WHERE state = 'running'")
    if found is None:
        return None
    session = calls.session(store, found["id"])
    assert session and session.timebox
    row = store.row(_PEOPLE.replace("WHERE s.status IN", "WHERE s.id = ? OR s.status IN"), found[1])
    everyone = {r["id"]: r for r in store.rows(_PEOPLE)}
    row = everyone.get(found["mentorship_id"]) or row
    assert row
    return CallLine(
        start=session.timebox.started,
        end=session.timebox.end(session.timebox.started),
        name=row["name"],
        address=f"{row['handle']}/{row['playbook']}",
        programme=row["programme"],
        zone=row["zone"],
        number=session.number,
        state="running",
        place=found["place"],
        session_id=session.id,
    )


def next_calls(store: Store, now: datetime, limit: int) -> list[CallLine]:
    """The next meetings, one a mentorship, soonest first."""
    agenda = Agenda(store)
    found = [
        agenda.line(person, *meeting)
        for person, row in agenda.people.items()
        if row["status"] == "active" and (meeting := agenda.next_of(person, now))
    ]
    return sorted(found, key=lambda line: (line.start, line.address))[:limit]


def midnight(day: date, tz: tzinfo) -> datetime:
    """The instant at which a day begins in a zone."""
    return instant(datetime.combine(day, time()), tz)
