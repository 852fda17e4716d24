"""Feedback, surveys, certificates and slides as the domain knows them."""

from datetime import date, timedelta, tzinfo

from mentordesk.domain.criteria import Said
from mentordesk.domain.feedback import Feedback, Slide, WeekLine
from mentordesk.domain.groups import CAME
from mentordesk.domain.readers import Reader, loaded
from mentordesk.store.columns import local_date
from mentordesk.store.connection import Row, Store, Value, iso
from mentordesk.store.leaving import readable_by
from mentordesk.store.times import span

_PRESENT = "(" + ", ".join(f"'{word}'" for word in CAME) + ")"
_CAME = f"""
SELECT coalesce(session.started_at, session.planned_start)
FROM session JOIN attendance ON attendance.session_id = session.id
WHERE session.mentorship_id = ? AND session.state = 'held' AND attendance.mentee_id = ?
AND attendance.status IN {_PRESENT} ORDER BY session.planned_start
"""
_MET = f"""
SELECT coalesce(started_at, planned_start) FROM session WHERE mentorship_id = ? AND state = 'held'
AND (EXISTS (SELECT 1 FROM attendance WHERE session_id = session.id AND status IN {_PRESENT})
     OR NOT EXISTS (SELECT 1 FROM attendance WHERE session_id = session.id))
ORDER BY planned_start
"""


def feedback(store: Store, where: str = "1", *values: Value) -> list[Feedback]:
    """Feedback that meets a condition, newest first."""
    rows = store.rows(
        f"SELECT * FROM feedback WHERE {where} ORDER BY day DESC, created_at DESC, rowid DESC",
        *values,
    )
    return [_feedback(row) for row in rows]


def _feedback(row: Row) -> Feedback:
    return Feedback(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        direction=row["direction"],
        form=row["form"],
        text=row["text"],
        changed=row["changed"],
        day=date.fromisoformat(row["day"]),
        readers=loaded(row["readers"]),
    )


def slides(store: Store, mentorship_id: str) -> list[Slide]:
    """Every version of the slide, the first one first."""
    rows = store.rows(
        "SELECT * FROM slide WHERE mentorship_id = ? ORDER BY created_at, rowid", mentorship_id
    )
    return [
        Slide(
            id=row["id"],
            version=number,
            state=row["state"],
            body=row["body"],
            day=date.fromisoformat(row["day"]),
            readers=loaded(row["readers"]),
        )
        for number, row in enumerate(rows, 1)
    ]


def slide_for(store: Store, mentorship_id: str, reader: Reader) -> str | None:
    """The newest version of the slide if `reader` may have it; never an older one instead."""
    allowed, who = readable_by(reader, "mentorship_id")
    found = store.value(
        "SELECT body FROM slide WHERE id = (SELECT id FROM slide WHERE mentorship_id = ?"
        f" ORDER BY created_at DESC, rowid DESC LIMIT 1) AND {allowed}",
        mentorship_id,
        *who,
    )
    return None if found is None else str(found)


def replies(store: Store, mentorship_id: str, survey: str) -> list[Row]:
    """Every reply to a survey, all its rounds, in the order they were given."""
    return store.rows(
        "SELECT * FROM survey_answer WHERE mentorship_id = ? AND survey = ?"
        " ORDER BY round, created_at, rowid",
        mentorship_id,
        survey,
    )


def noted(store: Store, mentorship_id: str) -> list[Row]:
    """Words kept for dates to come, in the order they were written."""
    return store.rows(
        "SELECT milestone, due_on, text, day FROM milestone_note WHERE mentorship_id = ?"
        " ORDER BY created_at, rowid",
        mentorship_id,
    )


def meetings(store: Store, mentorship_id: str, tz: tzinfo, mentee_id: str = "") -> list[date]:
    """Days of the meetings that one mentee came to; for the mentor, that anybody came to."""
    rows = (
        store.rows(_CAME, mentorship_id, mentee_id)
        if mentee_id
        else store.rows(_MET, mentorship_id)
    )
    return [local_date(row[0], tz) for row in rows]


def week(store: Store, mentorship_id: str, name: str, monday: date, tz: tzinfo) -> WeekLine:
    """The calls and the concerns of one mentorship in the week that begins on a Monday."""
    whole = [iso(one) for one in span(monday, monday + timedelta(days=6), tz)]
    calls = store.rows(
        "SELECT state, coalesce(started_at, planned_start) AS at FROM session"
        " WHERE mentorship_id = ? AND at >= ? AND at < ? ORDER BY at",
        mentorship_id,
        *whole,
    )
    concerns = store.rows(
        "SELECT body FROM note WHERE mentorship_id = ? AND kind = 'concern' AND at >= ? AND at < ?"
        " ORDER BY at, rowid",
        mentorship_id,
        *whole,
    )
    days = [(row["state"], local_date(row["at"], tz)) for row in calls]
    return WeekLine(
        name,
        [day for state, day in days if state == "held"],
        [day for state, day in days if state in ("missed", "cancelled", "skipped")],
        [row["body"] for row in concerns],
    )


def took_place(store: Store, mentorship_id: str, shared: frozenset[str]) -> dict[str, date]:
    """The first day on which each milestone took place; `shared` ones under any mentee of ours.

    Those are the keys of what a mentor owes a programme once, however many mentees there are.
    """
    rows = store.rows(
        "SELECT mark.milestone, mark.mentorship_id, mark.day FROM milestone_mark AS mark"
        " JOIN mentorship AS other ON other.id = mark.mentorship_id"
        " JOIN mentorship AS own ON own.playbook = other.playbook"
        " WHERE own.id = ? AND mark.state = 'done' ORDER BY mark.day DESC",
        mentorship_id,
    )
    return {
        row["milestone"]: date.fromisoformat(row["day"])
        for row in rows
        if row["mentorship_id"] == mentorship_id or row["milestone"] in shared
    }


def said(store: Store, mentorship_id: str, certificate: str, mentee_id: str) -> dict[str, Said]:
    """What the mentor has said of a certificate's criteria for one person, the last word each."""
    rows = store.rows(
        "SELECT * FROM criterion_tick WHERE mentorship_id = ? AND certificate = ?"
        " AND coalesce(mentee_id, '') = ? ORDER BY created_at, rowid",
        mentorship_id,
        certificate,
        mentee_id,
    )
    return {
        row["criterion"]: Said(row["state"], date.fromisoformat(row["day"]), row["text"])
        for row in rows
    }
