"""Single dates of the standing slot: found by their day, skipped, moved, confirmed."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mentordesk.desk.clashes import A_YEAR, FURTHEST, check_length, check_wall, refuse_clash
from mentordesk.desk.slot_policy import changes, extend, remarking
from mentordesk.desk.task_dates import follow
from mentordesk.domain.cadence import Occurrence, Series, clock_trouble, instant, midnight
from mentordesk.domain.coming import next_of
from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import FOR_MENTEE, stored
from mentordesk.domain.rules import day_words
from mentordesk.domain.slot_policy import Changed
from mentordesk.domain.text import city, one_line
from mentordesk.store import slots as rows
from mentordesk.store.connection import iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

Columns = dict[str, str | int | None]
_OVER = {"held": "has been held", "missed": "was missed", "running": "is under way"}
_OUT = {"skipped": "skipped", "gap": "in an agreed gap"}


class SlotDates:
    """The verbs about one meeting of a slot.

    A mentorship has one slot at a time; while one that was set anew has not begun, the earlier one
    goes on, and its dates can be skipped, moved and confirmed like any other.
    """

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def of(self, who: str) -> Series:
        """The slot of a mentee, the newest one. Raises Refusal that says how to set one."""
        return self.every(who)[-1]

    def every(self, who: str) -> Sequence[Series]:
        """The slots a mentee has had, the newest last. Raises Refusal that says how to set one."""
        found = self.desk.people.find(who)
        every = rows.all_series(self.desk.store, found.mentorship.id)
        if not every:
            raise Refusal(
                f"{found.mentee.name} has no standing slot yet. Set one with: mentordesk slot set"
                f" {found.mentee.handle} --weekly tue 18:00 --minutes 45"
            )
        return every

    def goes_on(self, who: str) -> bool:
        """Whether the slot comes again, and is not one single date."""
        return not self.of(who).is_single

    def occurrence(self, who: str, day: date) -> tuple[Series, Occurrence]:
        """The meeting on a day: one that the slot has there, else one that was moved there."""
        every = self.every(who)[::-1]
        own = [(series, one) for series in every if (one := self._on(series, day))]
        moved = [
            (series, one)
            for series in every
            for was, change in series.changes.items()
            if change.moved_to and change.moved_to.date() == day and (one := self._on(series, was))
        ]
        found = [pair for pair in (*own, *moved) if pair[1].happens] or own
        if not found:
            raise Refusal(f"There is no meeting on {self._spoken(day)}.{self._hint(every, day)}")
        return found[0]

    def shown_on(self, who: str, day: date) -> Occurrence:
        """The meeting that the mentor's own clock shows on a day, else the one of the rule's day.

        They differ where the slot keeps another zone's clock. Raises Refusal like `occurrence`.
        """
        shown = []
        if day <= self.desk.today() + FURTHEST:
            begins, ends = (midnight(day + timedelta(days=more), self.desk.tz) for more in (0, 1))
            shown = [one for series in self.every(who) for one in series.between(begins, ends)]
        if not shown:
            return self.occurrence(who, day)[1]
        return min(shown, key=lambda one: (not one.happens, one.day != day))

    def skip(self, who: str, day: date, reason: str = "", by: str = "") -> Occurrence:
        """Leave one date out; both sides' calendars lose it with the next export.

        `by` is the side that asked for it, `me` or `mentee`, '' when nobody says.
        """
        one = self.occurrence(who, day)[1]
        if one.state == "skipped":
            raise Refusal(f"The meeting on {self._here(one)} is skipped already. Name another one.")
        said: Columns = {"state": "skipped", "moved_to": None, "asked_by": by}
        return self._say(who, day, "skip", said, reason)

    def remarks(self, who: str, one: Occurrence | None = None) -> AbstractContextManager[list[str]]:
        """Collect what the programme says of a change that is made inside, as sentences.

        `one` is the meeting before it is changed: of it the notice is told, and how often.
        """
        return remarking(self.desk, who, one)

    def changes(self, who: str) -> Sequence[Changed]:
        """The dates that were moved or skipped, by day, with who asked and how early."""
        return changes(self.desk, who)

    def confirm(self, who: str, day: date) -> Occurrence:
        """Note that both sides have said they will be there."""
        series, one = self._to_come(who, day)
        if not one.happens:
            raise Refusal(
                f"The meeting on {self._here(one)} is {_OUT[one.state]}; move it to have it again."
            )
        found = self.desk.people.find(who)
        with self.desk.writing(f"confirm {self._spoken(day)} with {found.mentee.name}"):
            self._keep(series, one.day, {"confirmed": 1})
        self.desk.tell("series", series.id)
        return self.occurrence(who, one.day)[1]

    def move(
        self,
        who: str,
        day: date,
        wall: datetime,
        minutes: int = 0,
        reason: str = "",
        by: str = "",
        force: bool = False,
    ) -> Occurrence:
        """Move one date to another wall time of the slot's zone, `by` as for `skip`.

        Raises Refusal if it cannot be there, and (unless `force`) Taken where something else is.
        """
        self._movable(who, day, wall, minutes, force)
        moved = wall.isoformat(timespec="minutes")
        said: Columns = {
            "state": "moved", "moved_to": moved, "minutes": minutes, "asked_by": by,
        }  # fmt: skip
        return self._say(who, day, "move", said, reason)

    def plan_move(
        self, who: str, day: date, wall: datetime, minutes: int = 0, force: bool = False
    ) -> tuple[datetime, list[str]]:
        """When a moved date would begin, and what is in its way, in words. Refuses like `move`."""
        from mentordesk.domain.busy import in_the_way, taken  # only previews need it

        series, wanted = self._movable(who, day, wall, minutes, force)
        twice = clock_trouble(wall, series.tz) == "twice"
        said = ["this time comes twice; the first one is meant"] if twice else []
        busy = self.desk.busy.between(wanted.start, wanted.end)
        found = in_the_way(wanted.start, wanted.end, busy)
        return wanted.start, [*said, *(taken(one, self.desk.tz) for one in found)]

    def _movable(
        self, who: str, day: date, wall: datetime, minutes: int, force: bool
    ) -> tuple[Series, Occurrence]:
        """The slot, and the date as it would be at another wall time, if it can be there."""
        series, one = self._to_come(who, day)
        if abs(wall.date() - one.day) > A_YEAR:
            there, here = self._spoken(wall.date()), self._spoken(one.day)
            raise Refusal(f"{there} is too far away. Move it to within a year of {here}.")
        check_wall(wall, series.tz, series.zone)
        check_length(minutes or series.minutes)
        start = instant(wall, series.tz)
        if start < self.desk.now():
            raise Refusal(
                f"{self._spoken(wall.date())} {wall:%H:%M} is past. Move it to a later time."
            )
        end = start + timedelta(minutes=minutes or series.minutes)
        if one.happens and (one.start, one.end) == (start, end):
            where = "" if series.zone == self.desk.zone else f" {city(series.zone)}"
            at = f"{self._spoken(wall.date())} {wall:%H:%M}{where}"
            raise Refusal(f"It is on {at} already. Choose another time.")
        wanted = one._replace(start=start, end=end, state="moved")
        if not force:
            self._refuse_clash(who, series, wanted)
        return series, wanted

    def _refuse_clash(self, who: str, series: Series, wanted: Occurrence) -> None:
        from mentordesk.desk.slot_pages import their_zone  # only a date that moves needs it

        refuse_clash(
            self.desk,
            [wanted],
            lambda of, at: (of.id, at.day) == (series.id, wanted.day),
            their_zone(self.desk, self.desk.people.find(who), series),
        )

    def count_up(self, series: Series) -> None:
        """Say inside a transaction that calendars have to look again (RFC 5546 §2.1.4)."""
        self.desk.store.update(
            "series", series.id, sequence=series.sequence + 1, stamp=iso(self.desk.now())
        )

    def _on(self, series: Series, day: date) -> Occurrence | None:
        """What the slot has on a day of its own; None when there is nothing, or in no lifetime."""
        if day > self.desk.today() + FURTHEST:
            return None
        number, found = next(series.numbered(day), (0, None))
        return series.occurrence(day, number) if found == day else None

    def _hint(self, every: Sequence[Series], day: date) -> str:
        since = min(day, self.desk.today() + A_YEAR)
        found = next_of(every, midnight(since, every[0].tz))
        if found is None:
            return " None is left; set a slot with: mentordesk slot set WHO --weekly tue 18:00"
        return f" The next one is on {self._here(found[1])}."

    def _to_come(self, who: str, day: date) -> tuple[Series, Occurrence]:
        """The meeting on a day, of which something can still be said."""
        series, one = self.occurrence(who, day)
        if state := self._state(series, one):
            raise Refusal(f"The meeting on {self._here(one)} {_OVER[state]}. Name one to come.")
        return series, one

    def _state(self, series: Series, one: Occurrence) -> str:
        """What has become of a meeting: held, missed, running or '' for nothing yet."""
        state = self.desk.store.value(
            "SELECT state FROM session WHERE series_id = ? AND day = ?"
            " AND state IN ('held', 'missed', 'running')",
            series.id,
            one.day.isoformat(),
        )
        return str(state or "")

    def _here(self, one: Occurrence) -> str:
        """The day of a meeting on the mentor's clock, as lists show it."""
        return self._spoken(one.start.astimezone(self.desk.tz).date())

    def _spoken(self, day: date) -> str:
        return day_words(day, self.desk.today())

    def _say(self, who: str, day: date, verb: str, said: Columns, reason: str) -> Occurrence:
        """Skip or move a date; its own sequence rises above the one of the whole series."""
        series, one = self._to_come(who, day)
        found = self.desk.people.find(who)
        known = series.changes.get(one.day)
        rest: Columns = {
            "minutes": 0,
            "reason": one_line(reason),
            "confirmed": 0,
            "sequence": max(series.sequence + 2, (known.sequence if known else 0) + 1),
            "stamp": iso(self.desk.now()),
        }
        with self.desk.writing(f"{verb} {self._spoken(one.day)} with {found.mentee.name}"):
            self._keep(series, one.day, rest | said)
            self.count_up(series)
            extend(self.desk, series, one.happens - (said["state"] == "moved"))
            follow(self.desk, found, one.start.astimezone(self.desk.tz).date())
        self.desk.tell("series", series.id)
        return self.occurrence(who, one.day)[1]

    def _keep(self, series: Series, day: date, columns: Columns) -> None:
        """Write what is said of one date inside a transaction that is under way."""
        store = self.desk.store
        known = store.value(
            "SELECT id FROM occurrence WHERE series_id = ? AND day = ?", series.id, day.isoformat()
        )
        if known:
            store.update("occurrence", known, **columns)
            return
        blank: Columns = {
            "id": self.desk.new_id(),
            "series_id": series.id,
            "day": day.isoformat(),
            "state": "planned",
            "moved_to": None,
            "reason": "",
            "readers": stored(FOR_MENTEE),
            "stamp": None,
            "minutes": 0,
            "confirmed": 0,
            "sequence": 0,
        }
        store.insert("occurrence", blank | columns)
