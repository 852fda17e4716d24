"""Office hours that are over: who came, who did not, and what still has to be noted."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.offers import NO_SHOW, Booking, Slot
from mentordesk.store import offers as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_A_DAY = timedelta(days=1)


def booked(desk: "Desk", weeks: int) -> list[Slot]:
    """Slots of the last weeks that somebody had booked and that have begun, the latest first."""
    first, last = desk.today() - timedelta(weeks=weeks), desk.today() + _A_DAY
    every = rows.all_slots(desk.store, desk.zone_of, first, last)
    return [one for one in reversed(every) if one.booking and one.start <= desk.now()]


def held(desk: "Desk", start: datetime, minutes: int) -> tuple[Slot, bool]:
    """Note that whoever booked a slot was there; see Desk.hours.held."""
    _, booking = _to_note(desk, start)
    with desk.writing(f"office hour with {booking.name}") as store:
        slot, booking = _to_note(desk, start)  # unless another program has just noted it
        mine = _mentorship(desk, booking)
        store.update("booking", booking.id, state="held")
        if mine:
            found = desk.people.by_mentorship(mine)
            length = minutes or slot.hours.minutes
            desk.words.spend(found, "office-hour", slot.start, length, note=booking.text)
    desk.tell("offers", slot.hours.id)
    return slot, bool(mine)


def no_show(desk: "Desk", start: datetime) -> Slot:
    """Note that whoever booked a slot did not come; no time is counted."""
    _, booking = _to_note(desk, start)
    with desk.writing(f"no-show of {booking.name}") as store:
        slot, booking = _to_note(desk, start)  # unless another program has just noted it
        store.update("booking", booking.id, state=NO_SHOW)
    desk.tell("offers", slot.hours.id)
    return slot


def counts(desk: "Desk", slot: Slot) -> bool:
    """Whether the time of a booked slot is that of a mentee."""
    return bool(slot.booking and _mentorship(desk, slot.booking))


def _mentorship(desk: "Desk", booking: Booking) -> str:
    row = desk.store.row("SELECT mentorship_id FROM booking WHERE id = ?", booking.id)
    return row["mentorship_id"] or "" if row else ""


def _to_note(desk: "Desk", start: datetime) -> tuple[Slot, Booking]:
    """The booked slot that began then. Raises Refusal for one that is free, to come or noted."""
    slot, spoken = _past(desk, start), desk.hours.spoken
    if slot.booking is None:
        raise Refusal(f"Nobody has booked {spoken(slot)}. Log it: mentordesk log WHO")
    if (state := slot.booking.state) != "open":
        word = "a no-show" if state == NO_SHOW else state
        raise Refusal(f"{spoken(slot)} is noted as {word} already. Undo takes it back.")
    return slot, slot.booking


def _past(desk: "Desk", start: datetime) -> Slot:
    if start > desk.now():
        raise Refusal("That slot is still to come. Note it when it was held.")
    day = start.astimezone(desk.tz).date()
    every = rows.all_slots(desk.store, desk.zone_of, day - _A_DAY, day + _A_DAY)
    found = next((slot for slot in every if slot.start == start), None)
    if found is None:
        raise Refusal("No slot of yours began then. See: mentordesk hours list --past")
    return found
