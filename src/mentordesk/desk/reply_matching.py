"""What an answer from elsewhere is to, and whose it is: by UID, RECURRENCE-ID and address."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.desk.reply_runs import is_single
from mentordesk.domain.answering import Finding, Said, stranger
from mentordesk.domain.cadence import Series
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import day_words
from mentordesk.store import people
from mentordesk.store import replies as rows
from mentordesk.store.slots import all_series

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Matched(NamedTuple):
    """An answer with what it answers: the component, the slot, the day of its rule, and who.

    `day` is None for all of the slot; `told` is what was last sent of the date, else of the slot.
    """

    told: rows.Told
    series: Series
    rid: str
    day: date | None
    mentee_id: str


def match(desk: "Desk", said: Said, whose: str) -> Matched | Finding:
    """What an answer is to, and whose it is; else why it is left alone.

    `whose` names the guest of an address that was not invited. Raises Refusal when that is none.
    """
    known = rows.components(desk.store, said.uid)
    named = said.name or said.address
    if "" not in known:
        return Finding(
            "unknown",
            f"{named} answers an invitation that this desk did not send; it changes nothing.",
        )
    series = series_of(desk, known[""].mentorship_id, said.uid)
    mentee = _guest(desk, said, whose)
    if isinstance(mentee, Finding):
        return mentee
    rid = "" if is_single(said.uid) else _rid(said.rid, series, known)
    if rid is None:
        named = desk.store.value("SELECT name FROM mentee WHERE id = ?", mentee)
        at = said.rid.date() if isinstance(said.rid, datetime) else said.rid or desk.today()
        when = day_words(at, desk.today())
        sentence = f"{named} answers for {when}, on which the slot has no meeting"
        return Finding("unknown", f"{sentence}; it changes nothing.")
    told = known.get(rid, known[""])
    return Matched(told, series, rid, day_of(said.uid, rid), mentee)


def series_of(desk: "Desk", mentorship_id: str, uid: str) -> Series:
    """The slot that is invited to under a UID."""
    of = desk.store.value("SELECT series_id FROM invitation WHERE uid = ?", uid)
    return next(one for one in all_series(desk.store, mentorship_id) if one.id == of)


def day_of(uid: str, rid: str) -> date | None:
    """The day of the rule that a component is about; None for all of them."""
    text = uid if is_single(uid) else rid
    return date.fromisoformat(text[:8]) if text else None


def _guest(desk: "Desk", said: Said, whose: str) -> str | Finding:
    """The id of the guest who answers, by address, or by the mentor's word."""
    guests = rows.guests(desk.store, said.uid)
    if mentee := guests.get(said.address):
        return mentee
    ids = set(guests.values())
    if whose:
        mentee = desk.people.find(whose).mentee.id
        if mentee in ids:
            return mentee
        raise Refusal(f"{whose} was not invited to that. Name one who was.")
    every = people.relations(desk.store)
    handles = sorted({one.mentee.handle for one in every if one.mentee.id in ids})
    known = f"{' or '.join(handles)}, read it again with --as {handles[0]}." if handles else ""
    return stranger(said, known)


def _rid(at: datetime | date | None, series: Series, known: Mapping[str, rows.Told]) -> str | None:
    """A RECURRENCE-ID as the desk writes it; None when the slot has no such date.

    Programs write it in UTC, in a zone of their own or as a day alone.
    """
    if at is None:
        return ""
    if isinstance(at, datetime):
        wall = at.astimezone(series.tz).replace(tzinfo=None) if at.tzinfo else at
    else:
        wall = datetime.combine(at, series.wall_time)
        if found := [rid for rid in known if rid[:8] == f"{at:%Y%m%d}"]:
            return found[0]
    if (rid := f"{wall:%Y%m%dT%H%M%S}") in known:
        return rid
    _, day = next(series.numbered(wall.date()), (0, None))
    return rid if day == wall.date() and wall.time() == series.wall_time else None
