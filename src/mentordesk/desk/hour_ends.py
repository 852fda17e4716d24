"""Letting office hours end: which slots are left, and who had booked one of those that are not."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.desk.clashes import check_near
from mentordesk.desk.hour_plans import running
from mentordesk.domain.errors import Refusal
from mentordesk.domain.offers import Hours, Slot, slot_on, slots
from mentordesk.domain.rules import DAY_NAMES
from mentordesk.domain.text import counted
from mentordesk.store import offers as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Ending(NamedTuple):
    """Hours with their last day: how many slots are left until then, and who falls out after it."""

    hours: tuple[Hours, ...]
    last: date
    left: int
    out: tuple[Slot, ...]

    @property
    def left_words(self) -> str:
        """How many slots are left until then: `8 slots until then`."""
        return f"{counted(self.left, 'slot')} until then"

    def loses(self, slot: Slot) -> str:
        """Who loses a slot that falls out: `Maya, who is invited`."""
        booking = slot.booking
        assert booking
        return f"{booking.name}{', who is invited,' if booking.invited else ''} loses it."


def on_weekday(desk: "Desk", weekday: int) -> list[Hours]:
    """The hours of a weekday that go on. Raises Refusal when there are none."""
    found = [one for one in running(desk) if weekday in one.rule.weekdays]
    if not found:
        raise Refusal(f"There are no office hours on {DAY_NAMES[weekday]}.")
    return found


def ending(desk: "Desk", which: Sequence[Hours], last: date) -> Ending:
    """What would be left and who would fall out, if hours ended with a day. Nothing is stored."""
    check_near(desk, last)
    zones = {one.zone: desk.zone_of(one.zone) for one in which}
    ended = [one._replace(until=last) for one in which]
    left = slots(ended, {}, zones, desk.today() - timedelta(days=1), last)
    out = [
        slot_on(one, day, number, zones[one.zone])._replace(booking=booking)
        for (of, day, number), booking in rows.taken(desk.store).items()
        for one in which
        if of == one.id and day > last and booking.state == "open"
    ]
    ahead = sorted((one for one in out if one.end > desk.now()), key=lambda one: one.start)
    return Ending(tuple(which), last, sum(one.end > desk.now() for one in left), tuple(ahead))


def end(desk: "Desk", which: Sequence[Hours], last: date) -> Ending:
    """Let hours end with a day, and make free what is booked after it."""
    spoken = " and ".join(dict.fromkeys(one.rule.spoken() for one in which))
    with desk.writing(f"end the office hours, {spoken}") as store:
        found = ending(desk, which, last)
        for one in which:
            store.update("office_hour", one.id, until_day=last.isoformat())
        for slot in found.out:
            assert slot.booking
            store.update("booking", slot.booking.id, state="dropped")
    desk.tell("offers", which[0].id)
    return found
