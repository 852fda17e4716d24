"""Keeping one answer, or one proposed time, unless it is stale or known already."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from mentordesk.desk import booking_replies
from mentordesk.desk.clocks import clocks_in
from mentordesk.desk.reply_matching import Matched, day_of, match, series_of
from mentordesk.desk.reply_runs import run_of
from mentordesk.domain.answering import Counter, Finding, Said, is_stale, means
from mentordesk.domain.inviting import CANCEL, on_clocks
from mentordesk.domain.readers import FOR_MENTEE, stored
from mentordesk.domain.rules import day_words
from mentordesk.store import people
from mentordesk.store import replies as rows
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_FAR = timedelta(days=366)
"""How far ahead a proposed time may be."""


def take(desk: "Desk", method: str, said: Said, whose: str) -> Finding:
    """Keep what one event says, inside a transaction under way; what was found.

    `whose` as for reply_matching.match.
    """
    if method == "COUNTER" and said.rid is None:
        said = said._replace(rid=said.was)
    if booked := booking_replies.take(desk, method, said, whose):
        return booked
    matched = match(desk, said, whose)
    if isinstance(matched, Finding):
        return matched
    told = matched.told
    late = is_stale(said, told.sequence, datetime.fromisoformat(told.stamp))
    if late or told.method == CANCEL:
        why = "It is to an earlier message, and changes nothing."
        is_time = method == "COUNTER" and said.start
        return (_unkept if is_time else _stale)(desk, matched, said, why)
    return (_proposal if method == "COUNTER" else _answer)(desk, matched, said)


def counter_of(desk: "Desk", row: Row | Mapping[str, Any]) -> Counter:
    """A row of store.replies.counters, or what would be one."""
    series = series_of(desk, row["mentorship_id"], row["uid"])
    day = day_of(row["uid"], row["rid"])
    if day is None and series.is_single:
        day = series.starts_on
    now = series.occurrence(day) if day else series.next_after(desk.now())
    return Counter(
        id=row["id"],
        mentorship_id=row["mentorship_id"],
        name=row["name"],
        handle=row["handle"],
        address=row["address"],
        day=day,
        was=now.start if now and now.happens else None,
        start=datetime.fromisoformat(row["starts_at"]),
        minutes=row["minutes"],
        comment=row["comment"],
        state=row["state"],
        sequence=row["sequence"],
        uid=row["uid"],
        rid=row["rid"],
    )


def counter_words(desk: "Desk", one: Counter) -> str:
    """A proposal in a sentence, old and new time on every clock."""
    series = series_of(desk, one.mentorship_id, one.uid)
    every = people.relations(desk.store, one.mentorship_id)
    theirs = [each.mentee.zone for each in every if each.mentee.handle == one.handle]
    clocks = clocks_in(desk, desk.zone, *theirs, series.zone)
    what = on_clocks(one.was, clocks) if one.was else "a date that does not take place"
    if one.day is None:
        what = f"the whole slot, {series.rule.spoken()} at {series.wall_time:%H:%M}"
        what += run_of(desk, one.mentorship_id, one.uid)
    new = on_clocks(one.start, clocks)
    return f"{one.name} proposes another time for {what}: {new}, {one.minutes} minutes."


def _answer(desk: "Desk", matched: Matched, said: Said) -> Finding:
    """Keep an answer, unless it is known or older than the one that is."""
    store, stamp = desk.store, iso(said.stamp or desk.now())
    was = rows.reply(store, said.uid, matched.rid, matched.mentee_id)
    if was and (stamp < was["stamp"] or (said.sequence or 0) < was["sequence"]):
        return _stale(desk, matched, said, "A later answer is known, so it changes nothing.")
    same = was and (was["partstat"], was["comment"]) == (said.partstat, said.comment)
    if not same:
        rows.keep(
            store,
            desk.new_id,
            {"uid": said.uid, "rid": matched.rid, "mentee_id": matched.mentee_id},
            {
                "address": said.address,
                "stamp": stamp,
                "comment": said.comment,
                "readers": stored(FOR_MENTEE),
                "partstat": said.partstat,
                "delegate": said.delegate,
                "sequence": said.sequence or 0,
            },
        )
    end = ": known already." if same else "."
    return _found(desk, "known" if same else "answer", matched, said, end, counts=not same)


def _stale(desk: "Desk", matched: Matched, said: Said, why: str) -> Finding:
    return _found(desk, "stale", matched, said, f". {why}")


def _found(
    desk: "Desk", kind: str, matched: Matched, said: Said, end: str, counts: bool = False
) -> Finding:
    name, handle = _who(desk, matched)
    what = run_of(desk, matched.told.mentorship_id, said.uid)
    if matched.day:
        start = matched.series.occurrence(matched.day).start
        what = f" for {day_words(start.astimezone(desk.tz).date(), desk.today())}"
    sentence = f"{name} {means(said)}{what}{end}"
    return Finding(kind, sentence, counts, handle, said.partstat, matched.day, said.comment)


def _proposal(desk: "Desk", matched: Matched, said: Said) -> Finding:
    """Keep a proposed time until it is accepted or refused."""
    name, handle = _who(desk, matched)
    if said.start is None:
        sentence = f"{name} proposes another time and does not say which; it changes nothing."
        return Finding("unknown", sentence, False, handle, day=matched.day)
    if why := _impossible(desk, said.start):
        return _unkept(desk, matched, said, why)
    minutes = _minutes(matched, said)
    made, state, is_new = _kept(desk, matched, said, iso(said.start), minutes)
    [row] = rows.counters(desk.store, "c.id = ?", made)
    known = "" if is_new else " Known already" + (f": {state}." if state != "open" else ".")
    return Finding(
        "counter",
        counter_words(desk, counter_of(desk, row)) + known,
        is_new,
        handle,
        said.partstat,
        matched.day,
        said.comment,
        made if state == "open" else "",
    )


def _impossible(desk: "Desk", start: datetime) -> str:
    """Why a time is not one to wait for an answer, a sentence; '' when it is."""
    if start <= desk.now():
        return "That time is over, so it changes nothing."
    if start > desk.now() + _FAR:
        return "That is more than a year from now, so it changes nothing."
    return ""


def _unkept(desk: "Desk", matched: Matched, said: Said, why: str) -> Finding:
    """A proposal that is told of and does not wait: an earlier one stays as it is."""
    name, handle = _who(desk, matched)
    row = {
        "id": "", "mentorship_id": matched.told.mentorship_id, "uid": said.uid, "name": name,
        "rid": matched.rid, "handle": handle, "address": said.address, "comment": said.comment,
        "starts_at": iso(said.start or desk.now()), "minutes": _minutes(matched, said),
        "state": "refused", "sequence": said.sequence or 0,
    }  # fmt: skip
    sentence = f"{counter_words(desk, counter_of(desk, row))} {why}"
    return Finding("stale", sentence, False, handle, said.partstat, matched.day, said.comment)


def _minutes(matched: Matched, said: Said) -> int:
    """How long a proposed meeting is; as long as the slot's unless it is said."""
    if said.start and said.end and said.end > said.start:
        return int((said.end - said.start).total_seconds() // 60)
    return matched.series.minutes


def _kept(
    desk: "Desk", matched: Matched, said: Said, start: str, minutes: int
) -> tuple[str, str, bool]:
    """The id and state of a proposal, and whether it is new; an earlier open one is replaced."""
    mine = "c.uid = ? AND c.rid = ? AND c.mentee_id = ?"
    earlier = rows.counters(desk.store, mine, said.uid, matched.rid, matched.mentee_id)
    stamp = iso(said.stamp or desk.now())
    for row in earlier:
        is_same = (row["starts_at"], row["minutes"]) == (start, minutes)
        if is_same and (row["stamp"] == stamp or row["state"] == "open"):
            return row["id"], row["state"], False
    for row in earlier:
        if row["state"] == "open":
            desk.store.update("counter", row["id"], state="replaced")
    key = {"uid": said.uid, "rid": matched.rid, "address": said.address, "stamp": stamp}
    columns: dict[str, str | int] = {
        "mentee_id": matched.mentee_id,
        "comment": said.comment,
        "readers": stored(FOR_MENTEE),
        "starts_at": start,
        "state": "open",
        "minutes": minutes,
        "sequence": said.sequence or 0,
    }
    return desk.store.put("counter", key, columns, desk.new_id), "open", True


def _who(desk: "Desk", matched: Matched) -> tuple[str, str]:
    row = desk.store.row("SELECT name, handle FROM mentee WHERE id = ?", matched.mentee_id)
    return (row["name"], row["handle"]) if row else ("", "")
