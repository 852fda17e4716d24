"""Everything the desk knows of time as one calendar of the mentor's own, event by event.

It says when, whose in the form that is wanted, and where; nothing that was written about anybody.
Imported only by the verbs that write it: icalendar comes with it.
"""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from mentordesk import zones
from mentordesk.desk.hour_series import series_of
from mentordesk.domain.attention import SHARED
from mentordesk.domain.cadence import Series, instant
from mentordesk.domain.dated import dated
from mentordesk.domain.people import Relation
from mentordesk.domain.programme_dates import later
from mentordesk.domain.publishing import Wanted, called, names_nobody
from mentordesk.store import offers, people, slots
from mentordesk.store import publishing as rows
from mentordesk.store.views.coming import Schedule
from mentordesk.store.views.facts import facts

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_AN_HOUR = timedelta(hours=1)
"""How long a workshop is shown: the desk knows when it begins."""


class Gathering:
    """Fills a calendar, kind by kind, and counts what it put in."""

    def __init__(self, desk: "Desk", wanted: Wanted, now: datetime) -> None:
        from mentordesk.ical import DeskCalendar

        self.desk, self.store, self.form, self.now = desk, desk.store, wanted.names, now
        self.calendar = DeskCalendar(zones.tz_bytes, wanted.alarm)
        self.whose = people.whose(self.store)
        self.people = people.relations(self.store)
        self.slots = self._slots()
        self.calls = self._calls() + self._workshops()
        self.dates = self._dates()
        self.hours = self._hours()

    def _slots(self) -> int:
        """Every standing slot; of who rests, until then."""
        from mentordesk.ical import Published

        resting = rows.resting(self.store)
        found = 0
        for one in slots.all_series(self.store):
            series = _until(one, resting.get(one.mentorship_id))
            if next(series.days(), None) is None:
                continue
            who = self.whose[one.mentorship_id]
            item = self.desk.exports.published(series)
            self.calendar.series(
                Published(item.series, self._title(who), location=self._place(one.place, who))
            )
            found += 1
        return found

    def _calls(self) -> int:
        """Calls without a slot, as long as they took."""
        found = rows.singles(self.store)
        for row in found:
            start, end, stamp = map(_instant, (row["start"], row["end"], row["updated_at"]))
            who = self.whose[row["mentorship_id"]]
            end = max(end, start + timedelta(minutes=1))
            self._single(
                f"{row['id']}@mentordesk", start, end, self._title(who), stamp,
                self._place(row["place"], who),
            )  # fmt: skip
        return len(found)

    def _workshops(self) -> int:
        from mentordesk.ical import Day

        found = offers.workshops(self.store, "state <> 'dropped'")
        for one in found:
            uid, title = f"{one.id}@mentordesk", f"Workshop: {one.title}"
            stamp = _instant(
                self.store.value("SELECT updated_at FROM workshop WHERE id = ?", one.id)
            )
            if one.wall_time is None:
                self.calendar.day(Day(uid, one.day, title), stamp)
            else:
                start = instant(datetime.combine(one.day, one.wall_time), self.desk.tz)
                self._single(uid, start, start + _AN_HOUR, title, stamp, one.link)
        return len(found)

    def _dates(self) -> int:
        """The programmes' dates that are due or to come; what all share stands once."""
        from mentordesk.ical import Day

        desk, seen = self.desk, set[str]()
        schedule, stamps = Schedule(self.store), rows.stamps(self.store)
        today = self.now.astimezone(desk.tz).date()
        starts = {who: one.start for who, _, one, _ in schedule.next_ones(self.now)}
        every = facts(self.store, schedule, starts, today, desk.tz)
        for mentorship_id, course in zip(schedule.people, every, strict=True):
            last = course.ends_on or later(today, months=12)
            for day, one, state in dated(course, date.min, last, today):
                shared = one.kind in SHARED
                whose = self.whose[mentorship_id].mentorship.playbook if shared else mentorship_id
                uid = f"{one.key}-{day:%Y%m%d}-{whose}" if one.repeats else f"{one.key}-{whose}"
                if state == "done" or uid in seen:
                    continue
                seen.add(uid)
                name = course.programme if shared else self._name(self.whose[mentorship_id])
                self.calendar.day(Day(uid, day, f"{one.title}: {name}"), stamps[mentorship_id])
        return len(seen)

    def _hours(self) -> int:
        """Slots that are free to book, and those that are booked as dates of their own."""
        from mentordesk.ical import Published

        every = {one.id: one for one in offers.all_hours(self.store)}
        known, taken = rows.hours(self.store), rows.taken(self.store)
        for one in taken:
            hours = every[one.booking.hours_id]
            first = datetime.combine(one.booking.day, hours.wall_time)
            length = timedelta(minutes=hours.minutes)
            start = instant(first, self.desk.zone_of(hours.zone)) + one.booking.slot * length
            who = self.whose.get(one.mentorship_id or "")
            name = self._name(who) if who else called(one.booking.name, "", self.form)
            self._single(
                f"{one.booking.id}@mentordesk", start, start + length, f"Office hour: {name}",
                one.stamp, hours.link,
            )  # fmt: skip
        for one_hour in every.values():
            for number in range(one_hour.slots):
                booked = rows.days_of(taken, one_hour.id, number)
                tz = self.desk.zone_of(one_hour.zone)
                series = series_of(one_hour, number, tz, booked, *known[one_hour.id])
                if next(series.days(), None):
                    item = Published(series, "Office hour: free", location=one_hour.link)
                    self.calendar.series(item, free=True)
        return sum(one.slots for one in every.values())

    def _single(
        self, uid: str, start: datetime, end: datetime, title: str, stamp: datetime, place: str
    ) -> None:
        from mentordesk.ical import Single

        zone, tz = self.desk.zone, self.desk.tz
        self.calendar.single(Single(uid, start, end, zone, tz, title, stamp, place))

    def _title(self, who: Relation) -> str:
        return f"Mentoring: {self._name(who)}"

    def _name(self, who: Relation) -> str:
        return called(who.mentee.name, who.mentee.handle, self.form)

    def _place(self, place: str, who: Relation) -> str:
        """Where it is, unless the place itself gives a name away that is not to be seen."""
        mine = (one.mentee for one in self.people if one.mentorship.id == who.mentorship.id)
        hidden = all(names_nobody(place, one.name, one.handle, self.form) for one in mine)
        return place if hidden else ""


def _until(series: Series, rests: date | None) -> Series:
    """A slot without its days from the day on which its mentorship rests."""
    if rests is None:
        return series
    last = rests - timedelta(days=1)
    known = series.last_day
    return series._replace(count=0, until=min(last, known) if known else last)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
