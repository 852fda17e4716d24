"""The course of a mentorship: what it became when, terms, decisions, partings, nominations."""

from datetime import date

from mentordesk.domain.course import (
    Nomination,
    Parting,
    Standing,
    Taken,
    TermLine,
)
from mentordesk.domain.people import Mentorship
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_dates import planned_end
from mentordesk.store.columns import day
from mentordesk.store.connection import Row, Store
from mentordesk.store.slots import came_in, current_series, slot_end

_IN_TURN = "WHERE mentorship_id = ? ORDER BY day, created_at, rowid"


def history(store: Store, mentorship_id: str) -> list[Standing]:
    """What a mentorship became and when, oldest first."""
    rows = store.rows(f"SELECT * FROM status_change {_IN_TURN}", mentorship_id)
    return [Standing(_day(row), row["status"], row["reason"]) for row in rows]


def terms(store: Store, mentorship_id: str) -> list[TermLine]:
    """The ends that were set, oldest first."""
    rows = store.rows(f"SELECT * FROM term_change {_IN_TURN}", mentorship_id)
    return [TermLine(_day(row), day(row["ends_on"]), row["reason"]) for row in rows]


def ends_on(store: Store, mentorship: Mentorship, playbook: Playbook) -> date | None:
    """The last day as planned (domain.course.planned_end); None without one."""
    if mentorship.ends_on:
        return mentorship.ends_on
    said = store.value("SELECT 1 FROM term_change WHERE mentorship_id = ?", mentorship.id)
    slot = slot_end(current_series(store, mentorship.id), came_in(store).get(mentorship.id))
    return planned_end(None, bool(said), slot, mentorship.started_on, playbook.weeks)


def decisions(store: Store, mentorship_id: str, playbook: Playbook) -> list[Taken]:
    """The decisions that were taken, oldest first, in the playbook's words."""
    titles = {
        (one.key, choice.key): (one.title, choice.title)
        for one in playbook.decisions
        for choice in one.choices
    }
    return [
        _taken(row, *titles.get((row["decision"], row["choice"]), (row["decision"], row["choice"])))
        for row in store.rows(f"SELECT * FROM decision {_IN_TURN}", mentorship_id)
    ]


def parting(store: Store, mentorship_id: str) -> Parting | None:
    """The last end before the time, if there was one."""
    rows = store.rows(f"SELECT * FROM parting {_IN_TURN}", mentorship_id)
    if not rows:
        return None
    row = rows[-1]
    return Parting(row["side"], row["reason"], _day(row), day(row["told_on"]), row["text"])


def untold(store: Store, mentorship_id: str) -> str:
    """The id of the last parting that nobody was told of, or ''."""
    rows = store.rows(f"SELECT id, told_on FROM parting {_IN_TURN}", mentorship_id)
    return str(rows[-1]["id"]) if rows and rows[-1]["told_on"] is None else ""


def close_out(store: Store, mentorship_id: str) -> dict[str, Row]:
    """The answers that were given when it ended, by question."""
    rows = store.rows("SELECT * FROM close_out WHERE mentorship_id = ?", mentorship_id)
    return {row["question"]: row for row in rows}


def nominations(store: Store, mentorship_id: str) -> list[Nomination]:
    """What somebody was put forward for, oldest first."""
    return [
        Nomination(row["id"], _day(row), row["text"], row["recipient"], row["link"], row["state"])
        for row in store.rows(f"SELECT * FROM nomination {_IN_TURN}", mentorship_id)
    ]


def _taken(row: Row, title: str, choice: str) -> Taken:
    return Taken(
        row["id"],
        row["decision"],
        title,
        choice,
        row["verdict"],
        _day(row),
        row["text"],
        row["evidence"],
    )


def _day(row: Row) -> date:
    return date.fromisoformat(row["day"])
