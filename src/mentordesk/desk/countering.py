"""Accepting a proposed time, or refusing it, with the messages that say so."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentordesk import zones
from mentordesk.desk.ids import one_row
from mentordesk.desk.reply_matching import series_of
from mentordesk.desk.reply_taking import counter_of
from mentordesk.domain.answering import Counter
from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.inviting import Preview
from mentordesk.domain.rules import Rule, day_words
from mentordesk.domain.text import one_line
from mentordesk.store import invites, people
from mentordesk.store import replies as rows
from mentordesk.store.connection import Row

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


def accept(
    desk: "Desk",
    which: str,
    target: Path,
    *,
    eml: bool = False,
    force: bool = False,
    taking: bool = False,
) -> list[Path]:
    """Take a proposed time: the date or the slot moves, and what is due is written as by `invite`.

    `force` replaces a file, `taking` has a time that something else has. Raises Refusal when the
    proposal is answered, when the time cannot be, or as Invites.write; Taken unless `taking`.
    """
    one = waiting(desk, which)
    with desk.writing(f"accept the time {one.name} proposed") as store:
        one = waiting(desk, one.id)  # unless another program has just answered it
        _move(desk, one, taking)
        store.update("counter", one.id, state="accepted")
        return desk.invites.write(_address(desk, one), target, eml=eml, force=force)


def seen(desk: "Desk", which: str, taking: bool = False) -> Preview:
    """What `accept` would send, and nothing of it done. Raises Refusal like `accept`."""
    one = waiting(desk, which)
    with desk.trying("look at a time"):
        _move(desk, one, taking)
        return desk.invites.preview(_address(desk, one))


def in_the_way(desk: "Desk", one: Counter, taking: bool = False) -> list[str]:
    """What takes the proposed time in other calendars, a sentence each. Refuses like `accept`."""
    from mentordesk.domain.busy import taken

    who = _address(desk, one)
    if one.day is None:
        desk.slots.plan_change(who, **_wishes(desk, one, taking))
    else:
        desk.slots.plan_move(who, one.day, _wall(desk, one), one.minutes, force=taking)
    end = one.start + timedelta(minutes=one.minutes)
    return [f"You are {taken(each, desk.tz)}." for each in desk.busy.between(one.start, end)]


def refuse(
    desk: "Desk",
    which: str,
    target: Path,
    *,
    comment: str = "",
    eml: bool = False,
    force: bool = False,
) -> Path:
    """Leave the time as it is: the file with a DECLINECOUNTER (RFC 5546 §3.2.8) that says so.

    Raises Refusal when the proposal is answered, or when another file is there.
    """
    from mentordesk.desk.invite_files import named, numbered, put

    one = waiting(desk, which)
    path = numbered(target, one.handle, ["decline"], eml)[0] if target.is_dir() else target
    data = _declined(desk, one, comment, eml)
    with desk.writing(f"refuse the time {one.name} proposed") as store:
        one = waiting(desk, one.id)  # unless another program has just answered it
        store.update("counter", one.id, state="refused")
        put({path: data}, force)
        store.wrote(named([path]))
    desk.tell("reply", one.handle)
    return path


def waiting(desk: "Desk", which: str) -> Counter:
    """A proposal that waits, by the beginning of its id or by whose it is.

    A handle as it is written means its owner. Raises Refusal when there is none or it is answered
    already, Ambiguous when several wait.
    """
    row = None if people.of_handle(desk.store, which.strip()) else _by_id(desk, which)
    if row is None:
        return _theirs(desk, which)
    one = counter_of(desk, row)
    if one.state != "open":
        raise Refusal(f"That proposal of {one.name} is {one.state} already. Read the newest one.")
    return one


def _by_id(desk: "Desk", which: str) -> Row | None:
    """The proposal whose id begins so; None when none does. Raises Ambiguous for several."""
    begins = "substr(c.id, 1, length(?)) = ?"
    typed = which.strip().lower()
    if not typed or not rows.counters(desk.store, begins, typed, typed):
        return None
    found = one_row(desk.store, "counter", typed, "comment")
    return rows.counters(desk.store, "c.id = ?", found["id"])[0]


def _theirs(desk: "Desk", who: str) -> Counter:
    """The one proposal of somebody that waits. Raises Refusal for none, Ambiguous for several."""
    found = desk.people.find(who)
    every = [
        one
        for one in desk.replies.open(found.address)
        if found.is_group or one.handle == found.mentee.handle
    ]
    if len(every) == 1:
        return every[0]
    name = found.mentee.name
    if not every:
        raise Refusal(
            f"No time that {name} proposed waits. Read what came back with:"
            " mentordesk ics read FILE"
        )
    named = ", ".join(f"{one.id[:8]} ({_when(desk, one)})" for one in every)
    choices = tuple(one.id[:8] for one in every)
    raise Ambiguous(f"{name} proposes several times: {named}. Give the id of one.", choices)


def _when(desk: "Desk", one: Counter) -> str:
    here = one.start.astimezone(desk.tz)
    return f"{day_words(here.date(), desk.today())} {here:%H:%M}"


def _move(desk: "Desk", one: Counter, taking: bool) -> None:
    """Move the date, or from its next one on the slot, to the proposed time."""
    who = _address(desk, one)
    if one.day is None:
        desk.slots.change(who, **_wishes(desk, one, taking))
        return
    desk.slots.move(
        who,
        one.day,
        _wall(desk, one),
        minutes=one.minutes,
        reason=one.comment,
        by="mentee",
        force=taking,
    )


def _wall(desk: "Desk", one: Counter) -> datetime:
    """The proposed time on the clock of the slot."""
    tz = series_of(desk, one.mentorship_id, one.uid).tz
    return one.start.astimezone(tz).replace(tzinfo=None)


def _wishes(desk: "Desk", one: Counter, taking: bool) -> dict[str, Any]:
    """What a proposal for all of a slot asks of Slots.change; only a single day can be another."""
    series, wall = series_of(desk, one.mentorship_id, one.uid), _wall(desk, one)
    rule = series.rule
    if rule.freq != "WEEKLY" or len(rule.weekdays) != 1:
        raise Refusal(
            f"{one.name} proposes another time for a slot that is {rule.spoken()}."
            f" Say which days with: mentordesk slot change {_address(desk, one)}"
        )
    first = max(wall.date(), desk.now().astimezone(series.tz).date())
    if first > wall.date():
        first += timedelta(days=(wall.weekday() - first.weekday()) % 7)
    return {
        "from_day": first,
        "rule": Rule("WEEKLY", rule.interval, (wall.weekday(),)),
        "wall_time": wall.time(),
        "minutes": one.minutes,
        "force": taking,
    }


def _declined(desk: "Desk", one: Counter, comment: str, eml: bool) -> bytes:
    from mentordesk.ical.declining import declined
    from mentordesk.ical.organizer import Organizer

    series = series_of(desk, one.mentorship_id, one.uid)
    sent = invites.last_sent(desk.store, series.id)[one.uid]
    stamp = desk.now().replace(microsecond=0)
    calendar = declined(
        one.uid,
        one.rid,
        one.sequence,
        sent,
        series,
        stamp=stamp,
        organizer=Organizer(desk.mentor, desk.email),
        comment=one_line(comment),
        tzif=zones.tz_bytes,
    )
    if not eml:
        return calendar
    from mentordesk.outbox.eml import invitation_mail

    asked = one.start.astimezone(series.tz)
    wish = f"{day_words(asked.date(), desk.today())} {asked:%H:%M} ({series.zone})"
    said = [f"{wish} is not possible; the time stays as it was.", one_line(comment)]
    return invitation_mail(
        sender=(desk.mentor, desk.email),
        to=[(one.name, one.address)],
        subject=f"Declined: another time for {desk.exports.summary(series)}",
        text="\n\n".join(filter(None, said)) + "\n",
        calendar=calendar,
        method="DECLINECOUNTER",
        at=stamp,
        message_id=f"{one.id}.{stamp:%Y%m%d%H%M%S}@mentordesk",
    )


def _address(desk: "Desk", one: Counter) -> str:
    return desk.people.by_mentorship(one.mentorship_id).address
