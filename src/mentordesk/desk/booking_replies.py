"""What who has booked an office hour answers: matched, kept with the booking, or why it is not."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from mentordesk.domain.answering import Finding, Said, is_stale, means, stranger
from mentordesk.domain.inviting import REQUEST
from mentordesk.domain.offers import Slot, slot_on
from mentordesk.domain.rules import day_words
from mentordesk.store import bookings, offers
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_OURS = "@mentordesk"


def take(desk: "Desk", method: str, said: Said, whose: str) -> Finding | None:
    """Keep what is said to a booked slot, inside a transaction; None when it is about none.

    Answers to an earlier message, and those of others, change nothing (RFC 5546 §2.1.5, §3.2.3).
    `whose` names who has booked, where another address of theirs answers.
    """
    row = bookings.known(desk.store, said.uid.removesuffix(_OURS))
    if row is None or not row["told"]:
        return None
    if not _is_theirs(row, said, whose):
        handle = row["handle"] or repr(row["name"])
        return stranger(said, f"{row['name']}, read it again with --as {handle}.")
    if _is_late(row, said):
        return _found(
            desk, "stale", row, said, ". It is to an earlier message, and changes nothing."
        )
    if method == "COUNTER":
        return _proposal(desk, row, said)
    if _is_older(row, said):
        return _found(desk, "stale", row, said, ". A later answer is known, so it changes nothing.")
    if (row["partstat"], row["comment"]) == (said.partstat, said.comment):
        return _found(desk, "known", row, said, ": known already.")
    _keep(desk, row, said)
    return _found(desk, "answer", row, said, ".")._replace(counts=True)


def _is_theirs(row: Row, said: Said, whose: str) -> bool:
    known = {row["address"].lower(), (row["answered_by"] or "").lower()} - {""}
    named = whose.casefold() in (row["name"].casefold(), row["handle"] or None)
    return said.address in known or bool(whose and named)


def _is_late(row: Row, said: Said) -> bool:
    """Whether it is to an earlier message, or to one that was called off since."""
    at = datetime.fromisoformat(row["told_at"])
    return row["told"] != REQUEST or is_stale(said, row["sequence"], at)


def _is_older(row: Row, said: Said) -> bool:
    """Whether a later answer is known."""
    at = row["answered_at"]
    stamp = iso(said.stamp) if said.stamp else ""
    return bool(at and stamp) and ((said.sequence or 0), stamp) < (row["answered_to"], at)


def _keep(desk: "Desk", row: Row, said: Said) -> None:
    answer: dict[str, str | int] = {
        "address": said.address,
        "stamp": iso(said.stamp or desk.now()),
        "comment": said.comment,
        "partstat": said.partstat,
        "delegate": said.delegate,
        "sequence": said.sequence or 0,
    }
    bookings.answered(desk.store, desk.new_id, row["id"], answer)


def _proposal(desk: "Desk", row: Row, said: Said) -> Finding:
    """Another time for an office hour, which does not wait: there are other slots to book."""
    when = f" {_spoken(desk, said.start)}" if said.start else " does not say which"
    remark = "It does not wait: make that slot free and book them another one."
    if said.start and _is_free(desk, said.start):
        remark = f"A slot of yours is free then. {remark}"
    sentence = f"{row['name']} proposes another time for {_called(desk, row)}:{when}."
    return Finding(
        "booking", sentence, False, row["handle"] or "", said.partstat, _day(row), said.comment,
        remarks=(remark,),
    )  # fmt: skip


def _is_free(desk: "Desk", start: datetime) -> bool:
    return any(one.start == start and one.booking is None for one in desk.hours.slots(52))


def _found(desk: "Desk", kind: str, row: Row, said: Said, end: str) -> Finding:
    sentence = f"{row['name']} {means(said)} for {_called(desk, row)}{end}"
    return Finding(
        kind, sentence, False, row["handle"] or "", said.partstat, _day(row), said.comment
    )


def _called(desk: "Desk", row: Row) -> str:
    return f"the office hour on {desk.hours.spoken(_slot(desk, row))}"


def _slot(desk: "Desk", row: Row) -> Slot:
    every = offers.all_hours(desk.store)
    hours = next(one for one in every if one.id == row["office_hour_id"])
    return slot_on(hours, _day(row), row["slot"], desk.zone_of(hours.zone))


def _day(row: Row) -> date:
    return date.fromisoformat(row["day"])


def _spoken(desk: "Desk", at: datetime) -> str:
    here = at.astimezone(desk.tz)
    return f"{day_words(here.date(), desk.today())} {here:%H:%M}"
