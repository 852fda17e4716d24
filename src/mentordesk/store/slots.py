"""Series with their gaps and the single dates of which something was said."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta

from mentordesk.domain.cadence import Change, Gap, Series
from mentordesk.domain.rules import Rule
from mentordesk.store.columns import RUNNING, day, instant
from mentordesk.store.connection import Row, Store, iso

_CAME_IN = """
SELECT i.mentorship_id AS id, min(a.created_at) AS began FROM status_change AS i
LEFT JOIN status_change AS a ON a.mentorship_id = i.mentorship_id AND a.status = 'active'
WHERE i.status = 'intake' GROUP BY i.mentorship_id
"""
_APART = """
SELECT mentorship_id, sum(CASE state WHEN 'missed' THEN -1 ELSE 1 END) AS more FROM session
WHERE (state = 'missed' AND series_id IS NOT NULL)
OR (state IN ('held', 'running') AND series_id IS NULL) GROUP BY mentorship_id
"""


def all_series(store: Store, mentorship_id: str = "") -> list[Series]:
    """Every series, or those of one mentorship, oldest first."""
    return _some(store, "mentorship_id = ?", mentorship_id) if mentorship_id else _some(store, "1")


def lasting(store: Store) -> list[Series]:
    """Every series of a mentorship that is on its way in, active or rests, oldest first."""
    running = f"SELECT id FROM mentorship WHERE status IN {RUNNING}"
    return _some(store, f"mentorship_id IN ({running})")


def _some(store: Store, which: str, *values: str) -> list[Series]:
    """Series that meet a condition, oldest first; three queries in all.

    One that ended before its first day, because another was set, comes before all others.
    """
    age = "coalesce(until_day >= starts_on, 1), starts_on, created_at, id"
    rows = store.rows(f"SELECT * FROM series WHERE {which} ORDER BY {age}", *values)
    if not rows:
        return []
    scope = f"WHERE series_id IN (SELECT id FROM series WHERE {which})"
    gaps: dict[str, list[Gap]] = defaultdict(list)
    for row in store.rows(f"SELECT * FROM gap {scope} ORDER BY first_day", *values):
        gaps[row["series_id"]].append(_gap(row))
    changes: dict[str, dict[date, Change]] = defaultdict(dict)
    for row in store.rows(f"SELECT * FROM occurrence {scope} ORDER BY day", *values):
        changes[row["series_id"]][date.fromisoformat(row["day"])] = _change(row)
    return [_series(store, row, gaps[row["id"]], changes[row["id"]]) for row in rows]


def apart(store: Store) -> dict[str, int]:
    """By how many meetings the run of a mentorship differs from its slots: see `total_of`."""
    return {row["mentorship_id"]: row["more"] for row in store.rows(_APART)}


def over(store: Store, now: datetime) -> set[tuple[str, date]]:
    """Meetings of the last day or still to come that were held or missed already, by slot."""
    rows = store.rows(
        "SELECT series_id, day FROM session WHERE state IN ('held', 'missed')"
        " AND series_id IS NOT NULL AND planned_start >= ?",
        iso(now - timedelta(days=1)),
    )
    return {(row["series_id"], date.fromisoformat(row["day"])) for row in rows}


def current_series(store: Store, mentorship_id: str) -> Series | None:
    """The slot as it stands: the newest series of the mentorship, or None."""
    found = all_series(store, mentorship_id)
    return found[-1] if found else None


def came_in(store: Store) -> dict[str, datetime]:
    """When who came by the way in became active; the far future for who is on it still."""
    return {
        row["id"]: instant(row["began"]) or datetime.max.replace(tzinfo=UTC)
        for row in store.rows(_CAME_IN)
    }


def slot_end(series: Series | None, came_in: datetime | None = None) -> date | None:
    """The last day of a slot that ends, and whose end is that of the mentorship.

    One meeting is a date and no run; calls that were counted on the way in are no term either.
    """
    if series is None or series.is_single or not (series.count or series.until):
        return None
    early = came_in and series.created_at and series.created_at < came_in
    return None if series.count and early else series.last_day


def _series(store: Store, row: Row, gaps: list[Gap], changes: dict[date, Change]) -> Series:
    return Series(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        rule=Rule.parse(row["rule"]),
        wall_time=time.fromisoformat(row["wall_time"]),
        minutes=row["minutes"],
        zone=row["zone"],
        tz=store.tz(row["zone"]),
        starts_on=date.fromisoformat(row["starts_on"]),
        count=row["count"],
        until=day(row["until_day"]),
        place=row["place"],
        uid=row["uid"],
        sequence=row["sequence"],
        stamp=instant(row["stamp"]),
        created_at=instant(row["created_at"]),
        gaps=tuple(gaps),
        changes=changes,
    )


def _gap(row: Row) -> Gap:
    first, last = date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
    return Gap(first, last, row["reason"])


def _change(row: Row) -> Change:
    return Change(
        state=row["state"],
        moved_to=datetime.fromisoformat(row["moved_to"]) if row["moved_to"] else None,
        minutes=row["minutes"],
        reason=row["reason"],
        confirmed=bool(row["confirmed"]),
        sequence=row["sequence"],
        stamp=instant(row["stamp"]),
    )
