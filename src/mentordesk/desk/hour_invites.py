"""Invitations to a booked slot, and taking them back when it is free again.

Imported only by the verbs that write or show them: icalendar comes with it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentordesk import zones
from mentordesk.desk.clocks import clocks_in
from mentordesk.desk.mail_handover import need_address
from mentordesk.domain.errors import Refusal
from mentordesk.domain.inviting import CANCEL, REQUEST, Outgoing, Preview, on_clocks
from mentordesk.domain.offers import Slot, slot_on
from mentordesk.domain.text import one_line, slug
from mentordesk.store import bookings, offers
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_SUBJECTS = {REQUEST: "Invitation: {title}", CANCEL: "Cancelled: {title}"}
_KINDS = {REQUEST: "hour-invite", CANCEL: "hour-cancel"}


class _Due(NamedTuple):
    """A message that is due about one booking."""

    row: Row
    slot: Slot
    method: str
    address: str
    sequence: int
    stamp: datetime


def preview(desk: "Desk", slot: Slot | None, email: str) -> Preview:
    """What is to be told about a slot, or about all to come; nothing is stored.

    `email` is for who has the one slot now and is no mentee. Who cannot be told of all of them is
    named in a remark; of one slot Refusal is raised for that.
    """
    need_address(desk, "An invitation")
    found, remarks = (_of(desk, slot, email), []) if slot else _every(desk)
    booking = slot.booking if slot else None
    name = booking.name if booking else "Everybody"
    return Preview(name, tuple(_outgoing(desk, one) for one in found), tuple(remarks))


def write(
    desk: "Desk", slot: Slot | None, email: str, target: Path, *, eml: bool, force: bool
) -> list[Path]:
    """Write what `preview` shows into files, and take it as sent. Raises Refusal for nothing."""
    from mentordesk.desk.invite_files import mail, named, put

    need_address(desk, "An invitation")
    found = _found(desk, slot, email)
    with desk.writing(f"invite {one_line(found[-1].row['name'])}") as store:
        found = _found(desk, slot, email)  # unless another program has just told them
        messages = [_outgoing(desk, one) for one in found]
        every = _files(messages, target, eml)
        for due in found:
            said = {"told": due.method, "told_at": iso(due.stamp), "address": due.address}
            store.update("booking", due.row["id"], sequence=due.sequence, **said)
        mails = (mail(desk, one) if eml else one.data for one in messages)
        files = dict(zip(every, mails, strict=True))
        put(files, force)
        store.wrote(named(files))
    desk.tell("offers", found[0].slot.hours.id)
    return every


def _found(desk: "Desk", slot: Slot | None, email: str) -> list[_Due]:
    """What is due about a slot, or about all. Raises Refusal for nothing."""
    found, remarks = (_of(desk, slot, email), []) if slot else _every(desk)
    if not found:
        raise Refusal(" ".join(remarks) or _nothing(slot))
    return found


def paths(messages: Sequence[Outgoing], folder: Path, eml: bool) -> list[Path]:
    """A new file in a folder for each message, numbered for each person."""
    from mentordesk.desk.invite_files import numbered

    kinds: dict[str, list[str]] = {}
    for one in messages:
        kinds.setdefault(_stem(one), []).append(one.kind)
    names = {stem: iter(numbered(folder, stem, every, eml)) for stem, every in kinds.items()}
    return [next(names[_stem(one)]) for one in messages]


def _files(messages: Sequence[Outgoing], target: Path, eml: bool) -> list[Path]:
    """The files of messages: in a folder, else the one that was given and more beside it."""
    if target.is_dir() or not target.suffix:
        return paths(messages, target, eml)
    more = range(2, len(messages) + 1)
    return [target, *(target.with_stem(f"{target.stem}-{n}") for n in more)]


def _stem(one: Outgoing) -> str:
    return slug(one.to[0][0]) or "hour"


def _nothing(slot: Slot | None) -> str:
    if slot is None:
        return (
            "Everybody who has booked a slot is invited. Book one: mentordesk hours book WHEN WHO"
        )
    if slot.booking:
        return f"{slot.booking.name} has the invitation already."
    return "Nobody has booked that slot. Do it with: mentordesk hours book WHEN WHO"


def _of(desk: "Desk", slot: Slot, email: str) -> list[_Due]:
    """What whoever has or had booked a slot is to be told, those who had it first."""
    rows = bookings.every(desk.store, slot.hours.id, slot.day, slot.number)
    return [one for row in rows if (one := _due(desk, row, slot, email))]


def _every(desk: "Desk") -> tuple[list[_Due], list[str]]:
    """What all are to be told of slots to come, hours that ended included, and who cannot be."""
    known = {one.id: one for one in offers.all_hours(desk.store)}
    found: list[_Due] = []
    remarks: list[str] = []
    for row in bookings.untold(desk.store, desk.today() - timedelta(days=1)):
        hours = known[row["office_hour_id"]]
        day = datetime.fromisoformat(row["day"]).date()
        slot = slot_on(hours, day, row["slot"], desk.zone_of(hours.zone))
        try:
            one = _due(desk, row, slot, "") if slot.end > desk.now() else None
        except Refusal as missing:
            remarks.append(f"{desk.hours.spoken(slot)}: {missing.sentence}")
            continue
        found += [one] if one else []
    return found, remarks


def _due(desk: "Desk", row: Row, slot: Slot, email: str) -> _Due | None:
    sequence = row["sequence"] + bool(row["told"])
    latest = datetime.fromisoformat(row["told_at"]) if row["told_at"] else None
    present = desk.now().replace(microsecond=0)
    stamp = max(present, latest + timedelta(seconds=1)) if latest else present
    if row["state"] == "dropped":
        is_due = row["told"] == REQUEST
        return _Due(row, slot, CANCEL, row["address"], sequence, stamp) if is_due else None
    if row["state"] != "open" or row["told"] == REQUEST:
        return None
    address = one_line(email) or row["address"] or row["email"]
    if not address:
        raise Refusal(f"{row['name']} has no mail address. Give theirs as Address (--email).")
    return _Due(row, slot, REQUEST, address, sequence, stamp)


def _sentences(desk: "Desk", one: _Due) -> tuple[str, ...]:
    """What a message says in words: when, on both clocks, and where."""
    slot = one.slot
    clocks = clocks_in(desk, desk.zone, one.row["zone"] or slot.hours.zone)
    when = on_clocks(slot.start, clocks)
    if one.method == CANCEL:
        return (f"Does not take place: {when}.",)
    where = (f"Where: {slot.hours.link}",) if slot.hours.link else ()
    return f"{when}, {slot.hours.minutes} minutes.", *where


def title(desk: "Desk") -> str:
    """How the event is called on both sides."""
    return f"Office hour with {desk.mentor}" if desk.mentor else "Office hour"


def _outgoing(desk: "Desk", one: _Due) -> Outgoing:
    row = one.row
    answers = _message_id(desk, row, row["told"], row["sequence"], row["told_at"])
    return Outgoing(
        kind=_KINDS[one.method],
        method=one.method,
        form="",
        uid=f"{row['id']}@mentordesk",
        sequence=one.sequence,
        to=((row["name"], one.address),),
        subject=_SUBJECTS[one.method].format(title=title(desk)),
        sentences=_sentences(desk, one),
        message_id=_message_id(desk, row, one.method, one.sequence, iso(one.stamp)),
        answers=answers if row["told"] else "",
        stamp=one.stamp,
        data=_calendar(desk, one),
    )


def _message_id(desk: "Desk", row: Row, method: str, sequence: int, at: str) -> str:
    number = f"{row['id']} {method} {sequence} {at} {desk.email}"
    return f"{sha256(number.encode()).hexdigest()[:32]}@mentordesk"


def _calendar(desk: "Desk", one: _Due) -> bytes:
    from mentordesk.ical import Attendee, Organizer, Single, single_message

    slot = one.slot
    event = Single(
        f"{one.row['id']}@mentordesk", slot.start, slot.end, slot.hours.zone,
        desk.zone_of(slot.hours.zone), title(desk), one.stamp, slot.hours.link,
    )  # fmt: skip
    organizer = Organizer(desk.mentor, desk.email)
    guest = Attendee(one.row["name"], one.address)
    return single_message(event, one.method, one.sequence, organizer, guest, zones.tz_bytes)
