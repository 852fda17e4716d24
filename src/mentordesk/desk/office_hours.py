"""Office hours: slots that come every week, and who has booked one."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.desk.clashes import A_YEAR, refuse_clash
from mentordesk.domain.cadence import Occurrence
from mentordesk.domain.errors import Nobody, Refusal
from mentordesk.domain.offers import Booking, Hours, Slot, to_paste
from mentordesk.domain.offers import slots as slots_of
from mentordesk.domain.readers import ME, stored
from mentordesk.domain.rules import DAY_NAMES, DAYS, day_words
from mentordesk.domain.text import one_line
from mentordesk.store import offers as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

MOST = 20
"""Slots in a row; more do not fit a day."""


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
        starts_on: date | None = None,
        until: date | None = None,
        link: str = "",
        force: bool = False,
    ) -> tuple[Hours, str]:
        """Offer slots one after the other every week; a sentence if that is more than is kept up.

        Their length is the playbook's unless said. Raises Refusal for what does not fit a day,
        and (unless `force`) for what overlaps a call or other hours within a year.
        """
        desk = self.desk
        programme = desk.playbooks.find(playbook or desk.default_playbook)
        length = minutes or programme.slot_minutes or programme.minutes
        if not 1 <= slots <= MOST or not 5 <= length <= 600 or slots * length > 24 * 60:
            raise Refusal(f"{slots} slots of {length} minutes do not fit a day.")
        if until and until < (starts_on or desk.today()):
            raise Refusal("The last day lies before the first one. Give a later one.")
        made, first = desk.new_id(), starts_on or desk.today()
        wanted = Hours(
            made, programme.slug, weekday, wall_time, desk.zone, length, slots, first, until
        )
        if not force:
            self._refuse_overlap(wanted)
        with desk.writing(f"office hours on {DAY_NAMES[weekday]}") as store:
            store.insert(
                "office_hour",
                {
                    "id": made,
                    "playbook": programme.slug,
                    "weekday": DAYS[weekday],
                    "wall_time": wall_time.isoformat("minutes"),
                    "zone": desk.zone,
                    "minutes": length,
                    "slots": slots,
                    "starts_on": first.isoformat(),
                    "until_day": until.isoformat() if until else None,
                    "link": one_line(link),
                },
            )
        desk.tell("offers", made)
        found = next(one for one in rows.all_hours(desk.store) if one.id == made)
        return found, self._too_many(programme.slug, programme.slots_a_week)

    def end(self, weekday: int, last: date) -> None:
        """Let the hours of a weekday end with a day. Raises Refusal when there are none."""
        desk = self.desk
        running = [one for one in self._running() if one.weekday == weekday]
        if not running:
            raise Refusal(f"There are no office hours on {DAY_NAMES[weekday]}.")
        with desk.writing(f"end the office hours on {DAY_NAMES[weekday]}") as store:
            for one in running:
                store.update("office_hour", one.id, until_day=last.isoformat())
        desk.tell("offers", running[0].id)

    def slots(self, weeks: int = 2) -> Sequence[Slot]:
        """Every slot from now on for some weeks, with who has booked it."""
        desk, today = self.desk, self.desk.today()
        first, last = today - timedelta(days=1), today + timedelta(weeks=weeks)
        every = rows.all_slots(desk.store, desk.zone_of, first, last)
        return [slot for slot in every if slot.end > desk.now()]

    def text(self, weeks: int = 2) -> str:
        """The slots that are free, to paste into a chat; '' when none is."""
        return to_paste((slot for slot in self.slots(weeks) if not slot.booking), self.desk.tz)

    def ics(self) -> bytes:
        """The slots as weekly events that take no time, without the days they are booked on.

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

    def invite(
        self,
        start: datetime,
        target: Path,
        *,
        email: str = "",
        eml: bool = False,
        force: bool = False,
    ) -> tuple[list[Path], list[str]]:
        """Invite who has booked the slot that begins then, and take back what others had of it.

        The files, and in words what they say. Raises Refusal when nothing is due, an address is
        missing on either side, or something else is there.
        """
        from mentordesk.desk.hour_invites import due, said, write

        slot = self._at(start)
        found = due(self.desk, slot, email)
        paths = write(self.desk, slot, found, target, eml=eml, force=force)
        told = (f"{one.row['name']} <{one.address}>" for one in found)
        words = (" ".join(said(self.desk, slot, one)) for one in found)
        return paths, [f"{who}: {what}" for who, what in zip(told, words, strict=True)]

    def book(self, start: datetime, name: str, about: str = "") -> Slot:
        """Note who comes to the slot that begins then: a mentee, or anybody by name.

        Raises Refusal when it is taken, or none begins then.
        """
        desk, slot = self.desk, self._at(start)
        if slot.booking:
            raise Refusal(f"{self._spoken(slot)} is taken by {slot.booking.name}.")
        if not one_line(name):
            raise Refusal("Say who comes: mentordesk hours book 'tue 17:00' Maya")
        try:
            found = desk.people.find(name)
        except Nobody:
            found = None
        with desk.writing(f"book {self._spoken(slot)}") as store:
            store.insert(
                "booking",
                {
                    "id": desk.new_id(),
                    "office_hour_id": slot.hours.id,
                    "mentorship_id": found.mentorship.id if found else None,
                    "day": slot.day.isoformat(),
                    "name": found.mentee.name if found else one_line(name),
                    "text": one_line(about),
                    "state": "open",
                    "slot": slot.number,
                    "readers": stored(ME),
                },
            )
        desk.tell("offers", slot.hours.id)
        return self._at(start)

    def free(self, start: datetime) -> Booking:
        """Make the slot that begins then free again, and return who had it.

        Raises Refusal when it is free, or none begins then.
        """
        desk, slot = self.desk, self._at(start)
        if slot.booking is None:
            raise Refusal(f"{self._spoken(slot)} is free already.")
        with desk.writing(f"free {self._spoken(slot)}") as store:
            store.update("booking", slot.booking.id, state="dropped")
        desk.tell("offers", slot.hours.id)
        return slot.booking

    def held(self, start: datetime, minutes: int = 0) -> tuple[Slot, bool]:
        """Note that whoever booked a slot was there, and whether it counts as time of a mentee.

        It counts as an office hour, in the slot's length unless said. Raises Refusal for a slot
        that is free, still to come or noted before, or that nobody can find.
        """
        desk, slot = self.desk, self._past(start)
        booking = slot.booking
        if booking is None:
            raise Refusal(f"Nobody has booked {self._spoken(slot)}. Log it: mentordesk log WHO")
        row = desk.store.row("SELECT mentorship_id, state FROM booking WHERE id = ?", booking.id)
        if row is None or row["state"] == "held":
            raise Refusal(f"{self._spoken(slot)} is noted as held already. Undo takes it back.")
        mine = row["mentorship_id"]
        with desk.writing(f"office hour with {booking.name}") as store:
            store.update("booking", booking.id, state="held")
            if mine:
                found = desk.people.by_mentorship(mine)
                length = minutes or slot.hours.minutes
                desk.words.spend(found, "office-hour", slot.start, length, note=booking.text)
        desk.tell("offers", slot.hours.id)
        return slot, bool(mine)

    def _past(self, start: datetime) -> Slot:
        """The slot that began then. Raises Refusal for one to come."""
        desk = self.desk
        if start > desk.now():
            raise Refusal("That slot is still to come. Note it when it was held.")
        day = start.astimezone(desk.tz).date()
        around = (day - timedelta(days=1), day + timedelta(days=1))
        every = rows.all_slots(desk.store, desk.zone_of, *around)
        found = next((slot for slot in every if slot.start == start), None)
        if found is None:
            raise Refusal("No slot of yours began then. See: mentordesk hours list")
        return found

    def _refuse_overlap(self, wanted: Hours) -> None:
        """Refuse when one of the slots of the first year is another one's time."""
        desk, last = self.desk, wanted.starts_on + A_YEAR
        every = slots_of([wanted], {}, {wanted.zone: desk.tz}, wanted.starts_on, last)
        refuse_clash(
            desk,
            [Occurrence(one.day, one.start, one.end, "planned", one.number) for one in every],
            lambda *_: False,
        )

    def _at(self, start: datetime) -> Slot:
        coming = self.slots(52)
        found = next((slot for slot in coming if slot.start == start), None)
        if found:
            return found
        if not coming:
            raise Refusal("There are no office hours. Offer some: mentordesk hours set tue 17:00")
        when = start.astimezone(self.desk.tz)
        raise Refusal(
            f"No slot begins on {day_words(when.date(), self.desk.today())} {when:%H:%M}."
            f" The next one is {self._spoken(coming[0])}."
        )

    def _spoken(self, slot: Slot) -> str:
        here = slot.start.astimezone(self.desk.tz)
        return f"{day_words(here.date(), self.desk.today())} {here:%H:%M}"

    def _running(self) -> list[Hours]:
        today = self.desk.today()
        every = rows.all_hours(self.desk.store)
        return [one for one in every if one.until is None or one.until >= today]

    def _too_many(self, playbook: str, most: int) -> str:
        offered = sum(one.slots for one in self._running() if one.playbook == playbook)
        if not most or offered <= most:
            return ""
        return f"That makes {offered} slots a week; the playbook says {most} that you can keep up."
