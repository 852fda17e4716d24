"""Study, progress, labs, topics, ideas, reviews and recordings as the domain knows them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo

from mentordesk.domain.learning import Answered, Lab, Mark, Recording, Snapshot, Topic
from mentordesk.domain.readers import loaded
from mentordesk.domain.recorded import Marked, Span, offset
from mentordesk.domain.rules import DAYS
from mentordesk.domain.study import StudySlot, StudyWeek
from mentordesk.store.columns import day, instant
from mentordesk.store.connection import Row, Store
from mentordesk.store.words import notes


def study_slots(store: Store, mentorship: str) -> list[StudySlot]:
    """The slots that hold now, by weekday and hour."""
    rows = store.rows(
        "SELECT * FROM study_slot WHERE mentorship_id = ? AND until_day IS NULL", mentorship
    )
    found = [
        StudySlot(
            DAYS.index(row["weekday"]),
            time.fromisoformat(row["wall_time"]),
            row["minutes"],
            date.fromisoformat(row["since_day"]),
        )
        for row in rows
    ]
    return sorted(found)


def study_weeks(store: Store, mentorship: str, limit: int = 60) -> list[StudyWeek]:
    """The weeks that were told of, newest first."""
    rows = store.rows(
        "SELECT * FROM study_week WHERE mentorship_id = ? ORDER BY monday DESC LIMIT ?",
        mentorship,
        limit,
    )
    return [
        StudyWeek(
            date.fromisoformat(row["monday"]),
            row["kept"],
            row["planned"],
            row["minutes"],
            row["reason"],
            loaded(row["readers"]),
        )
        for row in rows
    ]


def snapshots(store: Store, mentorship: str) -> list[Snapshot]:
    """The progress log, newest first."""
    rows = store.rows(
        "SELECT * FROM progress WHERE mentorship_id = ?"
        " ORDER BY day DESC, created_at DESC, rowid DESC",
        mentorship,
    )
    return [
        Snapshot(
            row["id"],
            date.fromisoformat(row["day"]),
            row["section"],
            row["percent"],
            row["well"],
            row["hard"],
            row["text"],
            row["link"],
            loaded(row["readers"]),
        )
        for row in rows
    ]


def labs(store: Store, mentorship: str) -> list[Lab]:
    """Labs that wait first, oldest first; then those looked at, newest first."""
    rows = store.rows(
        "SELECT * FROM lab WHERE mentorship_id = ? ORDER BY state <> 'open',"
        " CASE WHEN state = 'open' THEN day END, reviewed_on DESC, created_at, rowid",
        mentorship,
    )
    return [lab(row) for row in rows]


def lab(row: Row) -> Lab:
    """A row of the table `lab`."""
    return Lab(
        row["id"],
        row["title"],
        row["link"],
        row["state"],
        date.fromisoformat(row["day"]),
        day(row["reviewed_on"]),
        row["text"],
        row["follow_up"],
        loaded(row["readers"]),
    )


def topics(store: Store, mentorship: str, tz: tzinfo, every: bool = True) -> list[Topic]:
    """Stuck points with how well they are understood, open ones first, oldest first."""
    only = "" if every else " AND state = 'open'"
    found = notes(store, f"mentorship_id = ? AND kind = 'stuck'{only}", mentorship)[::-1]
    marks: dict[str, list[Mark]] = defaultdict(list)
    for row in store.rows(
        "SELECT m.* FROM topic_mark AS m JOIN note AS n ON n.id = m.note_id"
        " WHERE n.mentorship_id = ? ORDER BY m.day DESC, m.created_at DESC, m.rowid DESC",
        mentorship,
    ):
        one = Mark(row["level"], date.fromisoformat(row["day"]), row["text"])
        marks[row["note_id"]].append(one)
    lines = [Topic(n, n.at.astimezone(tz).date(), marks.get(n.id, [])) for n in found]
    return sorted(lines, key=lambda line: not line.is_open)


def idea_uses(store: Store, mentorship: str) -> dict[str, list[tuple[date, str]]]:
    """When each idea was used and what was made of it, by its key, newest first."""
    found: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for row in store.rows(
        "SELECT idea, day, text FROM idea_use WHERE mentorship_id = ?"
        " ORDER BY day DESC, created_at DESC, rowid DESC",
        mentorship,
    ):
        found[row["idea"]].append((date.fromisoformat(row["day"]), row["text"]))
    return found


_ANSWERS = """
SELECT review.*, coalesce(action.text, '') AS task FROM review
LEFT JOIN action ON action.id = review.action_id
WHERE review.mentorship_id = ? ORDER BY review.created_at, review.rowid
"""


def answers(store: Store, mentorship: str) -> list[Answered]:
    """Answers of reviews, the newest review first, each in the order it was asked."""
    reviews: dict[tuple[str | None, ...], list[Answered]] = {}
    for row in store.rows(_ANSWERS, mentorship):
        occasion = (row["kind"], row["day"], row["action_id"])
        so_far = reviews.pop(occasion, [])
        reviews[occasion] = [*so_far, _answered(row)]
    return [one for review in reversed(reviews.values()) for one in review]


def _answered(row: Row) -> Answered:
    return Answered(
        row["kind"],
        row["key"],
        row["question"],
        row["text"],
        date.fromisoformat(row["day"]),
        row["task"],
        loaded(row["readers"]),
    )


def last_review(found: Sequence[Answered], kind: str) -> list[Answered]:
    """The answers of the newest review of a kind."""
    mine = [one for one in found if one.kind == kind]
    return [one for one in mine if (one.day, one.task) == (mine[0].day, mine[0].task)]


def recordings(store: Store, mentorship: str) -> list[Recording]:
    """Recorded calls, newest first."""
    rows = store.rows(
        "SELECT * FROM recording WHERE mentorship_id = ?"
        " ORDER BY day DESC, created_at DESC, rowid DESC",
        mentorship,
    )
    return [_recording(store, row) for row in rows]


def recording_of(store: Store, session_id: str) -> Recording | None:
    """The recording of a call, the newest where there are several; None without one."""
    row = store.row(
        "SELECT * FROM recording WHERE session_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1",
        session_id,
    )
    return _recording(store, row) if row else None


def _recording(store: Store, row: Row) -> Recording:
    spans = _spans(store, row["id"])
    moments = store.rows(
        "SELECT * FROM recording_moment WHERE recording_id = ? ORDER BY at, rowid", row["id"]
    )
    return Recording(
        row["id"],
        row["title"],
        row["link"],
        date.fromisoformat(row["day"]),
        day(row["told_on"]),
        day(row["shared_on"]),
        row["text"],
        loaded(row["readers"]),
        spans,
        [
            Marked(one["id"], offset(spans, datetime.fromisoformat(one["at"])), one["text"])
            for one in moments
        ],
    )


def _spans(store: Store, recording_id: str) -> list[Span]:
    """When it ran; what nobody stopped ended with its call."""
    rows = store.rows(
        "SELECT since, coalesce(until, ended_at) AS until FROM recording_span AS span"
        " JOIN recording ON recording.id = recording_id"
        " LEFT JOIN session ON session.id = session_id"
        " WHERE recording_id = ? ORDER BY since, span.rowid",
        recording_id,
    )
    return [(datetime.fromisoformat(row["since"]), instant(row["until"])) for row in rows]
