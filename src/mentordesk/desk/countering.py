"""Accepting a proposed time, or refusing it, with the messages that say so."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk import zones
from mentordesk.desk.ids import one_row
from mentordesk.desk.reply_matching import series_of
from mentordesk.desk.reply_taking import counter_of
from mentordesk.domain.answering import Counter
from mentordesk.domain.errors import Refusal
from mentordesk.domain.inviting import Preview
from mentordesk.domain.rules import Rule, day_words
from mentordesk.domain.text import one_line
from mentordesk.store import invites
from mentordesk.store import replies as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class _OnlyLookedError(Exception):
    """Takes back what was done to look at what it would lead to."""


def accept(
    desk: "Desk", prefix: str, target: Path, *, eml: bool = False, force: bool = False
) -> list[Path]:
    """Take a proposed time: the date or the slot moves, and what is due is written as by `invite`.

    Raises Refusal when the proposal is answered, when the time cannot be, or as Invites.write.
    """
    one = waiting(desk, prefix)
    with desk.writing(f"accept the time {one.name} proposed") as store:
        _move(desk, one)
        store.update("counter", one.id, state="accepted")
        return desk.invites.write(_address(desk, one), target, eml=eml, force=force)


def seen(desk: "Desk", prefix: str) -> Preview:
    """What `accept` would send, and nothing of it done. Raises Refusal like `accept`."""
    one = waiting(desk, prefix)
    preview = Preview(one.name, (), ())
    with suppress(_OnlyLookedError), desk.writing("look at a time", undoable=False):
        _move(desk, one)
        preview = desk.invites.preview(_address(desk, one))
        raise _OnlyLookedError
    return preview


def refuse(
    desk: "Desk",
    prefix: str,
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

    one = waiting(desk, prefix)
    path = numbered(target, one.handle, ["decline"], eml)[0] if target.is_dir() else target
    data = _declined(desk, one, comment, eml)
    with desk.writing(f"refuse the time {one.name} proposed") as store:
        store.update("counter", one.id, state="refused")
        put({path: data}, force)
        store.wrote(named([path]))
    desk.tell("reply", one.handle)
    return path


def waiting(desk: "Desk", prefix: str) -> Counter:
    """A proposal that waits. Raises Refusal when there is none, or it is answered already."""
    found = one_row(desk.store, "counter", prefix, "comment")
    [row] = rows.counters(desk.store, "c.id = ?", found["id"])
    one = counter_of(desk, row)
    if one.state != "open":
        raise Refusal(f"That proposal of {one.name} is {one.state} already. Read the newest one.")
    return one


def _move(desk: "Desk", one: Counter) -> None:
    """Move the date, or from its next one on the slot, to the proposed time."""
    series, who = series_of(desk, one.mentorship_id, one.uid), _address(desk, one)
    wall = one.start.astimezone(series.tz).replace(tzinfo=None)
    if one.day is not None:
        desk.slots.move(who, one.day, wall, minutes=one.minutes, reason=one.comment, by="mentee")
        return
    rule = series.rule
    if rule.freq != "WEEKLY" or len(rule.weekdays) != 1:
        raise Refusal(
            f"{one.name} proposes another time for a slot that is {rule.spoken()}."
            f" Say which days with: mentordesk slot change {who}"
        )
    first = max(wall.date(), desk.now().astimezone(series.tz).date())
    if first > wall.date():
        first += timedelta(days=(wall.weekday() - first.weekday()) % 7)
    desk.slots.change(
        who,
        first,
        rule=Rule("WEEKLY", rule.interval, (wall.weekday(),)),
        wall_time=wall.time(),
        minutes=one.minutes,
    )


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
