"""Coming calls, read from slots and sessions; also what the shell's `next` and `status` need."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from mentordesk.domain.cadence import Occurrence, Series, total_of
from mentordesk.domain.coming import CallLine, next_of
from mentordesk.store.columns import HANDLE, NAME, NAMED, RUNNING, address
from mentordesk.store.connection import Row, Store, iso
from mentordesk.store.slots import apart, lasting, over

GOES_ON = ("active", "intake")
"""Statuses in which meetings take place: the first call may be held before it has begun."""
_WHO = f"""
SELECT s.id, s.playbook, s.status, s.started_on, {NAME} AS name, {HANDLE} AS handle,
       coalesce(m.zone, '') AS zone
FROM mentorship AS s {NAMED}
"""
_PEOPLE = f"""{_WHO}
WHERE s.status IN {RUNNING} AND coalesce(g.archived_at, m.archived_at) = ''
GROUP BY s.id ORDER BY name
"""
_SESSIONS = """
SELECT id, mentorship_id, series_id, day, state, planned_start FROM session
WHERE series_id IS NOT NULL AND planned_start >= ? AND planned_start < ? AND state <> 'cancelled'
"""
_HELD_BEFORE = """
SELECT count(*) FROM session WHERE mentorship_id = ? AND state = 'held' AND planned_start < ?
"""

Meeting = tuple[str, Series, Occurrence, Row | None]
"""Of which mentorship, its slot, the date in it, and the row of the session that came of it."""


class Schedule:
    """Relations with their slots, loaded once; every list of coming calls is read from it.

    Looking for meetings is cheap, lines are not: they are made of those that are shown.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.people = {row["id"]: row for row in store.rows(_PEOPLE)}
        self.series: dict[str, list[Series]] = defaultdict(list)
        for one in lasting(store):
            self.series[one.mentorship_id].append(one)
        self._closed: set[tuple[str, date]] | None = None
        self._apart: dict[str, int] | None = None
        self._programmes: dict[str, str] = {}
        self._held: dict[tuple[str, str], int] = {}

    def between(self, since: datetime, until: datetime) -> list[CallLine]:
        """Meetings that start in [since, until), by start, with what became of them."""
        return self.lines(self.meetings(since, until))

    def meetings(self, since: datetime, until: datetime) -> list[Meeting]:
        """The same, in no order and without what a line says of them."""
        known = self._sessions(since, until)
        return [
            (person, series, one, known.get((series.id, one.day.isoformat())))
            for person, row in self.people.items()
            if row["status"] in GOES_ON
            for series in self.series[person]
            for one in series.between(since, until)
            if one.happens
        ]

    def next_ones(self, now: datetime, seen: Iterable[Meeting] = ()) -> list[Meeting]:
        """The next meeting of every mentorship that goes on and has one, in no order.

        `seen` are all meetings from yesterday to some day, if they are known already.
        """
        soon: dict[str, tuple[Series, Occurrence]] = {}
        for person, series, one, _ in sorted(seen, key=self._by_start):
            if one.end > now and (series.id, one.day) not in self._over(now):
                soon.setdefault(person, (series, one))
        active = (who for who, row in self.people.items() if row["status"] in GOES_ON)
        found = ((person, soon.get(person) or self.next_of(person, now)) for person in active)
        return [(person, *meeting, None) for person, meeting in found if meeting]

    def next_of(self, person: str, now: datetime) -> tuple[Series, Occurrence] | None:
        """The next meeting of a mentorship that goes on, neither held yet nor over."""
        if self.people[person]["status"] not in GOES_ON:
            return None
        return next_of(self.series[person], now, self._over(now))

    def _over(self, now: datetime) -> set[tuple[str, date]]:
        if self._closed is None:
            self._closed = over(self.store, now)
        return self._closed

    def lines(self, meetings: list[Meeting]) -> list[CallLine]:
        """Meetings as lines of a list, by start."""
        return [self._line(*meeting) for meeting in sorted(meetings, key=self._by_start)]

    def soonest(self, meetings: list[Meeting], limit: int) -> list[CallLine]:
        """The first few of them as lines."""
        return self.lines(sorted(meetings, key=self._by_start)[:limit])

    def _by_start(self, meeting: Meeting) -> tuple[datetime, str]:
        return meeting[2].start, address(self.people[meeting[0]])

    def _line(self, person: str, series: Series, one: Occurrence, session: Row | None) -> CallLine:
        row = self.people[person]
        return CallLine(
            start=one.start,
            end=one.end,
            name=row["name"],
            address=address(row),
            programme=self._programme(person),
            zone=row["zone"] or series.zone,
            number=self._held_before(person, session) + 1,
            total=self.total(person),
            state=session["state"] if session else one.state,
            confirmed=one.confirmed,
            place=series.place,
            session_id=session["id"] if session else "",
        )

    def total(self, person: str) -> int:
        """How many meetings there are in all, 0 without end."""
        if self._apart is None:
            self._apart = apart(self.store)
        return total_of(self.series[person], self._apart.get(person, 0))

    def _programme(self, person: str) -> str:
        if person not in self._programmes:
            self._programmes[person] = _programme(self.store, person)
        return self._programmes[person]

    def _held_before(self, person: str, session: Row | None) -> int:
        asked = (person, session["planned_start"] if session else "9999")
        if asked not in self._held:
            self._held[asked] = self.store.value(_HELD_BEFORE, *asked)
        return self._held[asked]

    def _sessions(self, since: datetime, until: datetime) -> dict[tuple[str, str], Row]:
        rows = self.store.rows(_SESSIONS, iso(since), iso(until))
        return {(row["series_id"], row["day"]): row for row in rows}


def running(store: Store, now: datetime) -> CallLine | None:
    """The call under way as a line, with its end as things stand; None when there is none."""
    if store.value("SELECT 1 FROM session WHERE state = 'running'") is None:
        return None
    from mentordesk.store import calls  # only while a call runs is it worth its import

    session = calls.running(store)
    assert session
    row = store.row(f"{_WHO} WHERE s.id = ? GROUP BY s.id", session.mentorship_id)
    assert row and session.timebox
    return CallLine(
        start=session.timebox.started,
        end=session.timebox.end(now),
        name=row["name"],
        address=address(row),
        programme=_programme(store, session.mentorship_id),
        zone=row["zone"],
        number=session.number,
        state="running",
        place=session.place,
        session_id=session.id,
    )


def _programme(store: Store, mentorship: str) -> str:
    title = "SELECT json_extract(snapshot, '$.title') FROM mentorship WHERE id = ?"
    return str(store.value(title, mentorship))


def next_calls(store: Store, now: datetime, limit: int) -> list[CallLine]:
    """The next meetings, one a mentorship, soonest first."""
    schedule = Schedule(store)
    return schedule.soonest(schedule.next_ones(now), limit)
