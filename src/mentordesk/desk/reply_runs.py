"""Which run of a slot an answer is to, where somebody was invited to several of them."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.cadence import Series
from mentordesk.domain.rules import short_day
from mentordesk.store import replies as rows
from mentordesk.store.slots import all_series

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Run(NamedTuple):
    """Days that are invited to under one UID; `words` tell it from others, '' for the only one."""

    since: date
    until: date | None
    words: str = ""


def runs(desk: "Desk", mentorship_id: str) -> dict[str, Run]:
    """What guests of a mentorship were invited to and is not over, by UID, the earliest first."""
    sent, today, found = rows.series_sent(desk.store, mentorship_id), desk.today(), {}
    for series in all_series(desk.store, mentorship_id):
        uids = sent.get(series.id, [])
        for part in _parts(series) if len(uids) > 1 else [series]:
            if part.uid in uids and (part.last_day is None or part.last_day >= today):
                found[part.uid] = Run(part.starts_on, part.last_day)
    if len(found) < 2:
        return found
    return {
        uid: one._replace(words=run_words(one.since, one.until, today))
        for uid, one in found.items()
    }


def run_of(desk: "Desk", mentorship_id: str, uid: str) -> str:
    """The words for the run that a UID is of, in brackets after a blank; '' for the only one."""
    one = runs(desk, mentorship_id).get(owner(uid))
    return f" ({one.words})" if one and one.words else ""


def owner(uid: str) -> str:
    """The UID of the series that a date which left its place was of; else the UID itself."""
    return uid[9:] if is_single(uid) else uid


def is_single(uid: str) -> bool:
    """Whether a UID is of a date that left its place and is an event of its own.

    It is the day and the UID of its series; a series' own may begin with eight digits, too.
    """
    return uid[8:9] == "-" and uid[:8].isdigit() and uid[17:18] == "-"


def _parts(series: Series) -> tuple[Series, ...]:
    from mentordesk import zones
    from mentordesk.ical import parts  # where a zone's law changes alone are there two

    return parts(series, zones.tz_bytes)


def run_words(since: date, until: date | None, today: date) -> str:
    """`from 5 Jan`, `until 29 Dec`, or both ends of what is all to come."""
    if until is None:
        return f"from {short_day(since)}"
    return (
        f"until {short_day(until)}"
        if since <= today
        else f"{short_day(since)} to {short_day(until)}"
    )
