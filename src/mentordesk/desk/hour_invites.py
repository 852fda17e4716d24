"""Invitations to a booked slot, and taking them back when it is free again.

Imported only by the verb that writes them: icalendar comes with it.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentordesk import zones
from mentordesk.desk.clocks import clocks_in
from mentordesk.desk.handing import need_address
from mentordesk.domain.errors import Refusal
from mentordesk.domain.inviting import CANCEL, REQUEST, on_clocks
from mentordesk.domain.offers import Slot
from mentordesk.domain.text import one_line, slug
from mentordesk.store import bookings
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_SUBJECTS = {REQUEST: "Invitation: {title}", CANCEL: "Cancelled: {title}"}
_FILES = {REQUEST: "invite", CANCEL: "cancel"}


class Due(NamedTuple):
    """A message that is due about one booking."""

    row: Row
    method: str
    address: str
    sequence: int
    stamp: datetime


def due(desk: "Desk", slot: Slot, email: str) -> list[Due]:
    """What whoever has or had booked a slot is to be told, those who had it first.

    `email` is for who has it now and is no mentee. Raises Refusal when nothing is due, or an
    address is missing.
    """
    need_address(desk, "An invitation")
    rows = bookings.every(desk.store, slot.hours.id, slot.day, slot.number)
    found = [one for row in rows if (one := _due(desk, row, email))]
    if not found:
        who = slot.booking
        raise Refusal(
            f"{who.name} has the invitation already."
            if who
            else "Nobody has booked that slot. Do it with: mentordesk hours book WHEN WHO"
        )
    return found


def _due(desk: "Desk", row: Row, email: str) -> Due | None:
    sequence = row["sequence"] + bool(row["told"])
    latest = datetime.fromisoformat(row["told_at"]) if row["told_at"] else None
    present = desk.now().replace(microsecond=0)
    stamp = max(present, latest + timedelta(seconds=1)) if latest else present
    if row["state"] == "dropped":
        is_due = row["told"] == REQUEST
        return Due(row, CANCEL, row["address"], sequence, stamp) if is_due else None
    if row["state"] != "open" or row["told"] == REQUEST:
        return None
    address = one_line(email) or row["address"] or row["email"]
    if not address:
        raise Refusal(f"{row['name']} has no mail address. Give one with --email ADDRESS.")
    return Due(row, REQUEST, address, sequence, stamp)


def write(
    desk: "Desk", slot: Slot, found: list[Due], target: Path, *, eml: bool, force: bool
) -> list[Path]:
    """Write the messages into files, and take them as sent. Raises Refusal like `due`."""
    from mentordesk.desk.invite_files import put

    files = {
        path: _content(desk, slot, one, eml)
        for path, one in zip(_paths(target, found, eml), found, strict=True)
    }
    with desk.writing(f"invite {one_line(found[-1].row['name'])}") as store:
        for one in found:
            said = {"told": one.method, "told_at": iso(one.stamp), "address": one.address}
            store.update("booking", one.row["id"], sequence=one.sequence, **said)
        put(files, force)
    desk.tell("offers", slot.hours.id)
    return list(files)


def said(desk: "Desk", slot: Slot, one: Due) -> list[str]:
    """What a message says in words: when, on both clocks, and where."""
    clocks = clocks_in(desk, desk.zone, one.row["zone"] or slot.hours.zone)
    when = on_clocks(slot.start, clocks)
    if one.method == CANCEL:
        return [f"Does not take place: {when}."]
    minutes = slot.hours.minutes
    return [
        f"{when}, {minutes} minutes.",
        *([f"Where: {slot.hours.link}"] if slot.hours.link else []),
    ]


def title(desk: "Desk") -> str:
    """How the event is called on both sides."""
    return f"Office hour with {desk.mentor}" if desk.mentor else "Office hour"


def _content(desk: "Desk", slot: Slot, one: Due, eml: bool) -> bytes:
    from mentordesk.ical import Attendee, Organizer, Single, single_message

    event = Single(
        f"{one.row['id']}@mentordesk", slot.start, slot.end, slot.hours.zone,
        desk.zone_of(slot.hours.zone), title(desk), one.stamp, slot.hours.link,
    )  # fmt: skip
    organizer = Organizer(desk.mentor, desk.email)
    guest = Attendee(one.row["name"], one.address)
    data = single_message(event, one.method, one.sequence, organizer, guest, zones.tz_bytes)
    return _mail(desk, slot, one, data) if eml else data


def _mail(desk: "Desk", slot: Slot, one: Due, data: bytes) -> bytes:
    from mentordesk.outbox.eml import invitation_mail

    subject = _SUBJECTS[one.method].format(title=title(desk))
    number = f"{one.row['id']} {one.method} {one.sequence} {iso(one.stamp)} {desk.email}"
    return invitation_mail(
        sender=(desk.mentor, desk.email),
        to=[(one.row["name"], one.address)],
        subject=subject,
        text="\n".join([subject, "", *said(desk, slot, one), ""]),
        calendar=data,
        method=one.method,
        at=one.stamp,
        message_id=f"{sha256(number.encode()).hexdigest()[:32]}@mentordesk",
    )


def _paths(target: Path, found: list[Due], eml: bool) -> list[Path]:
    """A name for each message, with a number where there are several."""
    if not target.is_dir():
        more = range(2, len(found) + 1)
        return [target, *(target.with_stem(f"{target.stem}-{number}") for number in more)]
    end = ".eml" if eml else ".ics"
    several = len(found) > 1
    return [
        target / f"{slug(one.row['name']) or 'hour'}{f'-{n}' if several else ''}"
        f"-hour-{_FILES[one.method]}{end}"
        for n, one in enumerate(found, 1)
    ]
