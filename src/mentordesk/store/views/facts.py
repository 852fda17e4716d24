"""What the rules of Today know of everybody, in a few queries however many people there are."""

from collections import defaultdict
from datetime import date, datetime, tzinfo

from mentordesk.domain.attention import Facts, Promised, Target
from mentordesk.domain.attention_words import Mark
from mentordesk.store.columns import HANDLE, NAMED, RUNNING, address, local_date_or_none
from mentordesk.store.connection import Row, Store
from mentordesk.store.views.coming import Schedule
from mentordesk.store.views.programmes import Programmes

_HEARD = f"""
SELECT s.id, s.ends_on, s.created_at,
       (SELECT ended_at FROM session WHERE mentorship_id = s.id AND state = 'held'
        ORDER BY planned_start DESC LIMIT 1) AS spoke,
       (SELECT max(planned_start) FROM session WHERE mentorship_id = s.id
        AND state = 'missed') AS missed,
       (SELECT count(*) FROM session WHERE mentorship_id = s.id AND state = 'missed'
        AND planned_start > coalesce((SELECT max(planned_start) FROM session
        WHERE mentorship_id = s.id AND state = 'held'), '')) AS in_a_row,
       (SELECT max(at) FROM touchpoint WHERE mentorship_id = s.id) AS wrote
FROM mentorship AS s WHERE s.status IN {RUNNING}
"""
_RUNNING = "SELECT mentorship_id, started_at, planned_end FROM session WHERE state = 'running'"
_FOLLOW_UPS = """
SELECT session.mentorship_id, action.id, action.state FROM session
JOIN action ON action.session_id = session.id AND action.owner = 'me'
AND NOT EXISTS (SELECT 1 FROM capture WHERE thing_id = action.id)
WHERE session.state = 'missed' ORDER BY session.planned_start
"""
_PROMISES = """
SELECT id, mentorship_id, text, due FROM action
WHERE state = 'open' AND owner = 'me' AND due <= ? ORDER BY due, created_at
"""
_TASKS = """
SELECT id, mentorship_id, text, due, state FROM action
WHERE task = 1 AND owner <> 'me' AND state <> 'dropped' ORDER BY created_at, rowid
"""
_TARGETS = """
SELECT id, mentorship_id, text, horizon, due FROM goal
WHERE state = 'open' AND due IS NOT NULL AND horizon GLOB '[0-9]*' ORDER BY due, created_at
"""
_MARKS = f"""
SELECT {HANDLE} || '/' || s.playbook AS address, s.playbook, a.rule, a.occasion, a.until_day
FROM attention_mark AS a JOIN mentorship AS s ON s.id = a.mentorship_id {NAMED}
"""


def facts(
    store: Store, schedule: Schedule, starts: dict[str, datetime], today: date, tz: tzinfo
) -> list[Facts]:
    """What the rules need of every mentorship that is on its way in, active or rests.

    `starts` are the instants of the next meetings, by mentorship.
    """
    known = _Known(store, schedule, today, tz)
    return [known.of(person, starts.get(person)) for person in schedule.people]


class _Known:
    """What is stored of everybody, read once and looked up by mentorship."""

    def __init__(self, store: Store, schedule: Schedule, today: date, tz: tzinfo) -> None:
        self.schedule, self.today, self.tz = schedule, today, tz
        self.programmes = Programmes(store, schedule, tz)
        self.heard = {row["id"]: row for row in store.rows(_HEARD)}
        self.calls = {row["mentorship_id"]: row for row in store.rows(_RUNNING)}
        self.follow_ups = {row["mentorship_id"]: row for row in store.rows(_FOLLOW_UPS)}
        self.promises, self.tasks = promises(store, today), _tasks(store)
        self.targets = _targets(store)

    def of(self, person: str, start: datetime | None) -> Facts:
        """The facts of one mentorship, whose next meeting begins at `start`."""
        heard, call = self.heard[person], self.calls.get(person)
        contact = max(heard["spoke"] or "", heard["wrote"] or "")
        follow_up = self.follow_ups.get(person)
        return dated_facts(self.programmes, person, heard, start)._replace(
            last_contact=self._day(contact),
            missed_on=self._day(_unanswered(heard["missed"], contact)),
            missed_in_a_row=heard["in_a_row"],
            next_start=start,
            running_since=self._day(call["started_at"] if call else None),
            running_until=self._day(call["planned_end"] if call else None),
            promises=self.promises[person],
            follow_up=_open_id(follow_up),
            followed_up=follow_up is not None and not _open_id(follow_up),
            task=self.tasks.get(person),
            targets=self.targets[person],
            gaps=self._gaps_ahead(person),
        )

    def _day(self, stored: str | None) -> date | None:
        return local_date_or_none(stored, self.tz)

    def _gaps_ahead(self, person: str) -> list[tuple[date, date]]:
        gaps = (gap for series in self.schedule.series[person] for gap in series.gaps)
        return [(gap.first, gap.last) for gap in gaps if gap.last >= self.today]


def dated_facts(programmes: Programmes, person: str, row: Row, start: datetime | None) -> Facts:
    """What the dates of one mentorship's milestones hang on, and nothing else.

    `row` has its `ends_on` and `created_at`; `start` is the instant of its next meeting.
    """
    who, tz = programmes.schedule.people[person], programmes.tz
    return Facts(
        address=address(who),
        name=who["name"],
        status=who["status"],
        started_on=date.fromisoformat(who["started_on"]),
        numbers=programmes.numbers(person),
        programme=programmes.title(person),
        ends_on=programmes.end(person, row["ends_on"]),
        next_day=start.astimezone(tz).date() if start else None,
        held=programmes.held(person),
        reviewed=local_date_or_none(programmes.reviewed(person), tz),
        steps=programmes.steps(person),
        settled=programmes.settled(person),
        end_is_set=bool(row["ends_on"]),
        known_on=local_date_or_none(row["created_at"], tz),
    )


def marks(store: Store) -> dict[Mark, date | None]:
    """Lines that were put off until a day or dismissed, under whoever they may be about."""
    found: dict[Mark, date | None] = {}
    for row in store.rows(_MARKS):
        until = date.fromisoformat(row["until_day"]) if row["until_day"] else None
        for scope in (row["address"], row["playbook"]):
            found[scope, row["rule"], row["occasion"]] = until
    return found


def promises(store: Store, today: date) -> dict[str, list[Promised]]:
    """What the mentor has promised for today or an earlier day and not done, by mentorship."""
    found: dict[str, list[Promised]] = defaultdict(list)
    for row in store.rows(_PROMISES, today.isoformat()):
        found[row["mentorship_id"]].append(_one(row))
    return found


def _targets(store: Store) -> dict[str, list[Target]]:
    """Open goals that have a number of days to go and a day, by mentorship."""
    found: dict[str, list[Target]] = defaultdict(list)
    for row in store.rows(_TARGETS):
        one = Target(row["id"], row["text"], row["horizon"], date.fromisoformat(row["due"]))
        found[row["mentorship_id"]].append(one)
    return found


def _tasks(store: Store) -> dict[str, Promised]:
    """The newest task of each mentee, if it is open and dated."""
    newest = {row["mentorship_id"]: row for row in store.rows(_TASKS)}
    return {who: _one(row) for who, row in newest.items() if row["state"] == "open" and row["due"]}


def _one(row: Row) -> Promised:
    return Promised(row["id"], row["text"], date.fromisoformat(row["due"]))


def _unanswered(missed: str | None, contact: str) -> str | None:
    """The instant of a missed call, unless something was heard after it."""
    return missed if missed and contact <= missed else None


def _open_id(row: Row | None) -> str:
    """The id of an action that is still open, else ''."""
    return row["id"] if row and row["state"] == "open" else ""
