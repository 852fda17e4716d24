"""Office hours: slots that come again and again, and who has booked one."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.desk.hour_plans import Plan, Wish, plan, running
from mentordesk.domain.errors import Nobody, Refusal
from mentordesk.domain.inviting import Preview
from mentordesk.domain.offers import Booking, Hours, Slot, to_paste
from mentordesk.domain.readers import ME, stored
from mentordesk.domain.rules import Rule, day_words, days_named
from mentordesk.domain.text import one_line
from mentordesk.store import bookings
from mentordesk.store import offers as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.desk.hour_ends import Ending


class OfficeHours:
    """The verbs about slots that people book; publish no more of them than you can keep."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def set(
        self,
        weekday: int,
        wall_time: time,
        *,
        slots: int = 1,
        minutes: int = 0,
        playbook: str = "",
        link: str = "",
        force: bool = False,
    ) -> tuple[Hours, str]:
        """Offer slots on a weekday from today on; a sentence if there is one to think of.

        Raises Refusal like `offer`.
        """
        rule = Rule("WEEKLY", 1, (weekday,))
        wish = Wish(rule, wall_time, 0, slots, minutes, playbook=playbook, link=link, force=force)
        plan = self.offer(wish)
        return plan.hours[0], " ".join(plan.remarks)

    def plan(self, wish: Wish) -> Plan:
        """What `offer` would make of a wish, with its slots; nothing is stored."""
        return plan(self.desk, wish)

    def offer(self, wish: Wish) -> Plan:
        """Offer slots one after the other, in every rhythm a standing slot has.

        Raises Refusal for what does not fit a day or into the time there is, and (unless the wish
        has `force`) for what overlaps a call or other hours within a year.
        """
        desk, days = self.desk, days_named(wish.rule.weekdays) or wish.rule.spoken()
        with desk.writing(f"office hours on {days}") as store:
            made = self.plan(wish)
            for one in made.hours:
                store.insert("office_hour", _columns(one))
        desk.tell("offers", made.hours[0].id)
        return made

    def running(self) -> list[Hours]:
        """The hours that go on."""
        return running(self.desk)

    def on(self, weekday: int) -> list[Hours]:
        """The hours of a weekday that go on. Raises Refusal when there are none."""
        from mentordesk.desk.hour_ends import on_weekday

        return on_weekday(self.desk, weekday)

    def ending(self, which: Sequence[Hours], last: date) -> "Ending":
        """What `end` would leave, and who had booked a slot after the last day."""
        from mentordesk.desk.hour_ends import ending

        return ending(self.desk, which, last)

    def end(self, which: Sequence[Hours], last: date) -> "Ending":
        """Let hours end with a day; slots that were booked after it are free from then on.

        Who had been invited to one of them is told by `invite`.
        """
        from mentordesk.desk.hour_ends import end

        return end(self.desk, which, last)

    def slots(self, weeks: int = 2) -> Sequence[Slot]:
        """Every slot from now on for some weeks, with who has booked it."""
        desk, today = self.desk, self.desk.today()
        first, last = today - timedelta(days=1), today + timedelta(weeks=weeks)
        every = rows.all_slots(desk.store, desk.zone_of, first, last)
        return [slot for slot in every if slot.end > desk.now()]

    def invited(self, who: str = "") -> Sequence[Slot]:
        """Booked slots of the year to come to which somebody is invited, or that one mentee."""
        name = self.desk.people.find(who).mentee.name if who else ""
        booked = ((slot, slot.booking) for slot in self.slots(52) if slot.booking)
        return [slot for slot, one in booked if one.invited and name in ("", one.name)]

    def text(self, weeks: int = 2) -> str:
        """The slots that are free, to paste into a chat; '' when none is."""
        return to_paste((slot for slot in self.slots(weeks) if not slot.booking), self.desk.tz)

    def ics(self) -> bytes:
        """The slots as events that take no time, without the days they are booked on.

        Nobody who has booked is named. Raises Refusal when there is none.
        """
        from mentordesk.desk.hour_files import events

        return events(self.desk)

    def availability(self) -> bytes:
        """The same as VAVAILABILITY (RFC 7953), which some servers go by. Raises like `ics`."""
        from mentordesk.desk.hour_files import availability

        return availability(self.desk)

    def write_ics(self, path: Path, data: bytes, force: bool = False) -> None:
        """Write one of the two into a file. Raises Refusal when something else is there."""
        from mentordesk.desk.exports import keep_foreign
        from mentordesk.outbox.files import write_whole

        keep_foreign(path, force)
        write_whole(path, data)

    def messages(self, start: datetime | None = None, email: str = "") -> Preview:
        """What is to be told about the slot that begins then, or about all of them; see `invite`.

        Nothing is stored. Who cannot be told of all of them is named in the remarks.
        """
        from mentordesk.desk.hour_invites import preview

        return preview(self.desk, self._at(start) if start else None, email)

    def invite(
        self,
        target: Path,
        start: datetime | None = None,
        *,
        email: str = "",
        eml: bool = False,
        force: bool = False,
    ) -> list[Path]:
        """Invite who has booked a slot to come, and take back what others had of it; the files.

        About the slot that begins at `start`, else about all to come. What is written counts as
        sent. Raises Refusal when nothing is due, an address is missing on either side, or something
        else is there.
        """
        from mentordesk.desk.hour_invites import write

        slot = self._at(start) if start else None
        return write(self.desk, slot, email, target, eml=eml, force=force)

    def gone(self) -> int:
        """How many hold an invitation to a slot that is theirs no more."""
        rows = bookings.untold(self.desk.store, self.desk.today())
        return sum(row["state"] == "dropped" for row in rows)

    def paths(self, preview: Preview, folder: Path, *, eml: bool = False) -> list[Path]:
        """The files of a folder into which `invite` would write what was previewed."""
        from mentordesk.desk.hour_invites import paths

        return paths(preview.messages, folder, eml)

    def book(self, start: datetime, name: str, about: str = "") -> Slot:
        """Note who comes to the slot that begins then: a mentee, or anybody by name.

        Raises Refusal when it is taken, or none begins then.
        """
        desk = self.desk
        with desk.writing(f"book {self._when(start)}") as store:
            slot = self._at(start)
            if slot.booking:
                raise Refusal(f"{self.spoken(slot)} is taken by {slot.booking.name}.")
            store.insert("booking", self._booking(slot, name, about))
        desk.tell("offers", slot.hours.id)
        return self._at(start)

    def _booking(self, slot: Slot, name: str, about: str) -> dict[str, str | int | None]:
        """A new row. Raises Refusal when nobody is named."""
        desk = self.desk
        if not one_line(name):
            raise Refusal("Say who comes: mentordesk hours book 'tue 17:00' Maya")
        try:
            found = desk.people.find(name)
        except Nobody:
            found = None
        return {
            "id": desk.new_id(),
            "office_hour_id": slot.hours.id,
            "mentorship_id": found.mentorship.id if found else None,
            "day": slot.day.isoformat(),
            "name": found.mentee.name if found else one_line(name),
            "text": one_line(about),
            "state": "open",
            "slot": slot.number,
            "readers": stored(ME),
        }

    def free(self, start: datetime) -> Booking:
        """Make the slot that begins then free again, and return who had it.

        Raises Refusal when it is free, or none begins then.
        """
        desk = self.desk
        with desk.writing(f"free {self._when(start)}") as store:
            slot = self._at(start)
            if slot.booking is None:
                raise Refusal(f"{self.spoken(slot)} is free already.")
            store.update("booking", slot.booking.id, state="dropped")
        desk.tell("offers", slot.hours.id)
        return slot.booking

    def past(self, weeks: int = 2) -> Sequence[Slot]:
        """Slots that were booked and have begun, the latest first; see the state of the booking."""
        from mentordesk.desk.hour_past import booked

        return booked(self.desk, weeks)

    def to_note(self) -> Sequence[Slot]:
        """Slots of the last two weeks of which nobody has said whether they were held."""
        over = (one for one in self.past(2) if one.end <= self.desk.now())
        return [one for one in over if one.booking and one.booking.state == "open"]

    def held(self, start: datetime, minutes: int = 0) -> tuple[Slot, bool]:
        """Note that whoever booked a slot was there, and whether it counts as time of a mentee.

        It counts as an office hour, in the slot's length unless said. Raises Refusal for a slot
        that is free, still to come or noted before, or that nobody can find.
        """
        from mentordesk.desk.hour_past import held

        return held(self.desk, start, minutes)

    def counts(self, slot: Slot) -> bool:
        """Whether the time of a booked slot is that of a mentee."""
        from mentordesk.desk.hour_past import counts

        return counts(self.desk, slot)

    def no_show(self, start: datetime) -> Slot:
        """Note that whoever booked a slot did not come. Raises Refusal like `held`."""
        from mentordesk.desk.hour_past import no_show

        return no_show(self.desk, start)

    def _at(self, start: datetime) -> Slot:
        coming = self.slots(52)
        found = next((slot for slot in coming if slot.start == start), None)
        if found:
            return found
        if not coming:
            raise Refusal("There are no office hours. Offer some: mentordesk hours set tue 17:00")
        raise Refusal(
            f"No slot begins on {self._when(start)}. The next one is {self.spoken(coming[0])}."
        )

    def spoken(self, slot: Slot) -> str:
        """A slot as its day and time on the mentor's clock: `Tue 1 Dec 17:30`."""
        return self._when(slot.start)

    def _when(self, start: datetime) -> str:
        here = start.astimezone(self.desk.tz)
        return f"{day_words(here.date(), self.desk.today())} {here:%H:%M}"


def _columns(one: Hours) -> dict[str, str | int | None]:
    return {
        "id": one.id,
        "playbook": one.playbook,
        "rule": str(one.rule),
        "wall_time": one.wall_time.isoformat("minutes"),
        "zone": one.zone,
        "minutes": one.minutes,
        "slots": one.slots,
        "starts_on": one.starts_on.isoformat(),
        "until_day": one.until.isoformat() if one.until else None,
        "link": one_line(one.link),
    }
