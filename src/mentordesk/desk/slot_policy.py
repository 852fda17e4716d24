"""What follows from a changed date where the programme says so: a later end, and a remark."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.cadence import Occurrence, Series, instant
from mentordesk.domain.rules import MONTHS
from mentordesk.domain.slot_policy import Changed, later, longer, notice, too_often
from mentordesk.store import slots as rows
from mentordesk.store.connection import Row

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


def extend(desk: "Desk", series: Series, dates: int) -> None:
    """Move the end of a run and of its term for dates left out, if the playbook has it so.

    Inside a transaction that is under way; less than 0 for dates that are had after all.
    """
    if not dates or not desk.playbooks.of(series.mentorship_id).skips_extend:
        return
    count, until = longer(series, dates)
    if count or until:
        until_day = until.isoformat() if until else None
        desk.store.update("series", series.id, count=count, until_day=until_day)
    found = desk.people.by_mentorship(series.mentorship_id)
    if ends := found.mentorship.ends_on:
        gap = _between(series)
        desk.course.set_term(
            found.address, until=ends + dates * gap, reason="for meetings left out"
        )


@contextmanager
def remarking(desk: "Desk", who: str, one: Occurrence | None = None) -> Iterator[list[str]]:
    """Collect what the programme says of a change made inside: notice, how often, a later end."""
    found = desk.people.find(who)
    mentorship, playbook = found.mentorship.id, desk.playbooks.of(found.mentorship.id)
    before, said = _end(desk, mentorship), list[str]()
    yield said
    if one and one.happens:
        said.append(notice(desk.now(), one.start, playbook.notice_hours))
        changes = _changed(desk, mentorship, one.day)
        month = MONTHS[one.day.month - 1]
        said.append(too_often(changes, playbook.moves_a_month, month))
    said.append(later(before, _end(desk, mentorship), desk.today()))
    said[:] = [sentence for sentence in said if sentence]


def changes(desk: "Desk", who: str) -> list[Changed]:
    """The dates of a mentorship that were moved or skipped; see SlotDates.changes."""
    mentorship = desk.people.find(who).mentorship.id
    slots = {series.id: series for series in rows.all_series(desk.store, mentorship)}
    found = desk.store.rows(
        "SELECT occurrence.* FROM occurrence JOIN series ON series.id = series_id"
        " WHERE mentorship_id = ? AND state IN ('moved', 'skipped') ORDER BY day",
        mentorship,
    )
    return [_change(slots[row["series_id"]], row) for row in found]


def _change(series: Series, row: Row) -> Changed:
    day = date.fromisoformat(row["day"])
    start = instant(datetime.combine(day, series.wall_time), series.tz)
    before = start - datetime.fromisoformat(row["stamp"])
    hours = max(0, before // timedelta(hours=1))
    return Changed(day, start, row["state"], row["asked_by"], hours, row["reason"])


def _between(series: Series) -> timedelta:
    """From one date of the rule to the next."""
    days = series.rule.days_from(series.starts_on)
    first = next(days)
    return next(days) - first


def _end(desk: "Desk", mentorship: str) -> date | None:
    """The last day of the newest slot, else of the term."""
    series = rows.current_series(desk.store, mentorship)
    term = desk.people.by_mentorship(mentorship).mentorship.ends_on
    return (series.last_day if series else None) or term


def _changed(desk: "Desk", mentorship: str, day: date) -> int:
    """How many dates of a day's month were moved or skipped."""
    return int(
        desk.store.value(
            "SELECT count(*) FROM occurrence JOIN series ON series.id = series_id"
            " WHERE mentorship_id = ? AND state IN ('moved', 'skipped')"
            " AND substr(day, 1, 7) = ?",
            mentorship,
            f"{day:%Y-%m}",
        )
    )
