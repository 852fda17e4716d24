"""What the rules of Today know of everybody, in a few queries however many people there are."""

from collections import defaultdict
from datetime import date, datetime, tzinfo

from mentordesk.domain.attention import Facts, Promised, Target
from mentordesk.domain.attention_words import Mark
from mentordesk.store.columns import HANDLE, NAMED
from mentordesk.store.connection import Row, Store
from mentordesk.store.views import numbers
from mentordesk.store.views.coming import Agenda

_HEARD = """
SELECT s.id, s.ends_on, s.created_at,
       (SELECT ended_at FROM session WHERE mentorship_id = s.id AND state = 'held'
        ORDER BY planned_start DESC LIMIT 1) AS spoke,
       (SELECT max(planned_start) FROM session WHERE mentorship_id = s.id
        AND state = 'missed') AS missed,
       (SELECT count(*) FROM session WHERE mentorship_id = s.id AND state = 'missed'
        AND planned_start > coalesce((SELECT max(planned_start) FROM session
        WHERE mentorship_id = s.id AND state = 'held'), '')) AS in_a_row,
       (SELECT max(at) FROM touchpoint WHERE mentorship_id = s.id) AS wrote
FROM mentorship AS s WHERE s.status IN ('intake', 'active', 'paused')
"""
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
    store: Store, agenda: Agenda, starts: dict[str, datetime], today: date, tz: tzinfo
) -> list[Facts]:
    """What the rules need of every mentorship that is on its way in, active or rests."""
    heard = {row["id"]: row for row in store.rows(_HEARD)}
    promised, tasks = promises(store, today), _tasks(store)
    aims: dict[str, list[Target]] = defaultdict(list)
    for row in store.rows(_TARGETS):
        one = Target(row["id"], row["text"], row["horizon"], date.fromisoformat(row["due"]))
        aims[row["mentorship_id"]].append(one)
    open_calls = {
        row["mentorship_id"]: (local_day(row["started_at"], tz), local_day(row["planned_end"], tz))
        for row in store.rows(
            "SELECT mentorship_id, started_at, planned_end FROM session WHERE state = 'running'"
        )
    }
    follow_ups = {row["mentorship_id"]: row for row in store.rows(_FOLLOW_UPS)}
    course = numbers.Courses(store, agenda, tz)
    found = []
    for person, row in agenda.people.items():
        known, start = heard[person], starts.get(person)
        contact = max(known["spoke"] or "", known["wrote"] or "")
        said = course.numbers(person)
        found.append(
            Facts(
                address=f"{row['handle']}/{row['playbook']}",
                name=row["name"],
                status=row["status"],
                started_on=date.fromisoformat(row["started_on"]),
                last_contact=local_day(contact, tz),
                missed_on=local_day(_unanswered(known["missed"], contact), tz),
                next_start=start,
                running_since=open_calls.get(person, (None, None))[0],
                running_until=open_calls.get(person, (None, None))[1],
                promises=promised[person],
                numbers=said,
                follow_up=_open_id(follow_ups.get(person)),
                followed_up=person in follow_ups and not _open_id(follow_ups[person]),
                programme=course.title(person),
                ends_on=course.end(person, known["ends_on"]),
                next_day=start.astimezone(tz).date() if start else None,
                missed_in_a_row=known["in_a_row"],
                held=course.held(person),
                reviewed=local_day(course.reviewed(person), tz),
                task=tasks.get(person),
                targets=aims[person],
                gaps=[
                    (gap.first, gap.last)
                    for series in agenda.series[person]
                    for gap in series.gaps
                    if gap.last >= today
                ],
                steps=course.steps(person),
                settled=course.settled(person),
                end_is_set=bool(known["ends_on"]),
                known_on=local_day(known["created_at"], tz),
            )
        )
    return found


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


def _tasks(store: Store) -> dict[str, Promised]:
    """The newest task of each mentee, if it is open and dated."""
    newest = {row["mentorship_id"]: row for row in store.rows(_TASKS)}
    return {who: _one(row) for who, row in newest.items() if row["state"] == "open" and row["due"]}


def _one(row: Row) -> Promised:
    return Promised(row["id"], row["text"], date.fromisoformat(row["due"]))


def local_day(stored: str | None, tz: tzinfo) -> date | None:
    """The mentor's own date of a stored instant, None for none."""
    return datetime.fromisoformat(stored).astimezone(tz).date() if stored else None


def _unanswered(missed: str | None, contact: str) -> str | None:
    """The instant of a missed call, unless something was heard after it."""
    return missed if missed and contact <= missed else None


def _open_id(row: Row | None) -> str:
    """The id of an action that is still open, else ''."""
    return row["id"] if row and row["state"] == "open" else ""
