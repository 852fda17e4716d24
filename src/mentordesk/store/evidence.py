"""The facts that help to decide, read for one mentorship since a day."""

from datetime import date, tzinfo

from mentordesk.domain.cadence import midnight
from mentordesk.domain.course import Taken
from mentordesk.domain.evidence import Aim, Known
from mentordesk.domain.planning import readiness
from mentordesk.domain.rules import day_words
from mentordesk.store.connection import Row, Store, iso
from mentordesk.store.planning import gaps, requirements

_MEETINGS = """
SELECT coalesce(sum(state = 'held'), 0) AS held, coalesce(sum(state = 'missed'), 0) AS missed
FROM session WHERE mentorship_id = ? AND planned_start >= ?
"""
_CAME = """
SELECT a.status, count(DISTINCT s.id) AS times FROM attendance AS a
JOIN session AS s ON s.id = a.session_id
WHERE s.mentorship_id = ? AND s.planned_start >= ? GROUP BY a.status
"""
_PLAN = """
SELECT coalesce(sum(state = 'done'), 0) AS done, count(*) AS every FROM plan_row
WHERE mentorship_id = ? AND state <> 'dropped'
"""
_PROMISES = """
SELECT coalesce(sum(state = 'done'), 0) AS kept, count(*) AS every FROM action
WHERE mentorship_id = ? AND owner = 'mentee' AND state <> 'dropped' AND created_at >= ?
"""


def known(
    store: Store, mentorship: str, since: date, today: date, tz: tzinfo, taken: list[Taken]
) -> Known:
    """Everything that can be laid beside a decision; `taken` are the earlier ones."""
    begins = iso(midnight(since, tz))
    meetings = _one(store, _MEETINGS, mentorship, begins)
    came = {row["status"]: row["times"] for row in store.rows(_CAME, mentorship, begins)}
    plan = _one(store, _PLAN, mentorship)
    promises = _one(store, _PROMISES, mentorship, begins)
    return Known(
        since=since,
        today=today,
        held=meetings["held"],
        missed=meetings["missed"],
        no_shows=came.get("no-show", 0),
        late=came.get("late", 0),
        goals=_goals(store, mentorship, since),
        gaps=[gap.text for gap in gaps(store, "mentorship_id = ? AND state = 'open'", mentorship)],
        plan_done=plan["done"],
        plan_rows=plan["every"],
        kept=promises["kept"],
        promised=promises["every"],
        wins=_notes(store, mentorship, "win", begins),
        concerns=_notes(store, mentorship, "concern", begins),
        progress=_progress(store, mentorship, since, today),
        minutes=_minutes(store, mentorship, begins),
        decisions=[f"{day_words(one.day, today)}: {one.choice}" for one in taken],
    )


def _one(store: Store, sql: str, *values: str) -> Row:
    row = store.row(sql, *values)
    assert row  # an aggregate has exactly one
    return row


def _goals(store: Store, mentorship: str, since: date) -> list[Aim]:
    """Goals that are open, and those that were settled since the day."""
    rows = store.rows(
        "SELECT id, text, state, measure FROM goal WHERE mentorship_id = ?"
        " AND (state = 'open' OR done_on >= ?) ORDER BY state = 'open', due, created_at",
        mentorship,
        since.isoformat(),
    )
    asked = requirements(store, mentorship)
    return [
        Aim(row["text"], row["state"], row["measure"], readiness(asked.get(row["id"], ())))
        for row in rows
    ]


def _notes(store: Store, mentorship: str, kind: str, begins: str) -> list[str]:
    rows = store.rows(
        "SELECT body FROM note WHERE mentorship_id = ? AND kind = ? AND at >= ?"
        " ORDER BY at DESC, created_at DESC",
        mentorship,
        kind,
        begins,
    )
    return [row["body"] for row in rows]


def _progress(store: Store, mentorship: str, since: date, today: date) -> list[str]:
    """Where they stood, newest first: day, per cent, section, words."""
    rows = store.rows(
        "SELECT * FROM progress WHERE mentorship_id = ? AND day >= ?"
        " ORDER BY day DESC, created_at DESC",
        mentorship,
        since.isoformat(),
    )
    return [
        " · ".join(
            part
            for part in (
                day_words(date.fromisoformat(row["day"]), today),
                f"{row['percent']} %" if row["percent"] is not None else "",
                row["section"],
                row["text"],
            )
            if part
        )
        for row in rows
    ]


def _minutes(store: Store, mentorship: str, begins: str) -> int:
    return int(
        store.value(
            "SELECT coalesce(sum(minutes), 0) FROM time_entry"
            " WHERE mentorship_id = ? AND started_at >= ?",
            mentorship,
            begins,
        )
    )
