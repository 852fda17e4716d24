"""The standing slot: set, skip, move, confirm, gap, end. Each counts up what calendars compare."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.cadence import Occurrence, Rule, Series, clock_trouble, instant
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import FOR_MENTEE, stored
from mentordesk.domain.text import one_line
from mentordesk.store import slots as rows
from mentordesk.store.connection import iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

LONGEST_RUN = 520
LOOK_AHEAD = timedelta(days=84)


class Slots:
    """The verbs about series and their dates."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def plan(
        self,
        who: str,
        rule: Rule,
        wall_time: time,
        *,
        minutes: int = 0,
        zone: str = "",
        starts_on: date | None = None,
        count: int = 0,
        until: date | None = None,
        place: str = "",
        force: bool = False,
    ) -> Series:
        """What `set` would store, checked but not stored: for previews.

        Without minutes, count and until the playbook decides; without a zone the mentor's own.
        Raises Refusal for an impossible length, end or zone, a first time that a clock change
        jumps over, and (unless `force`) a slot that overlaps another.
        """
        desk = self.desk
        found = desk.people.find(who)
        playbook = desk.playbooks.of(found.mentorship.id)
        tz = desk.zone_of(zone or desk.zone)
        first = next(rule.days_from(starts_on or self._first_day(wall_time, zone)))
        length = minutes or playbook.minutes
        if not 5 <= length <= 600:
            raise Refusal(f"{length} minutes is no length for a call. Give 5 to 600.")
        if count and until:
            raise Refusal("Give the number of meetings or the last day, not both.")
        if count < 0 or count > LONGEST_RUN:
            raise Refusal(f"{count} meetings is no run. Give 1 to {LONGEST_RUN}.")
        if until and until < first:
            raise Refusal(f"The last day {until} lies before the first meeting on {first}.")
        if not count and not until and playbook.weeks:
            until = first + timedelta(weeks=playbook.weeks) - timedelta(days=1)
        check_wall(datetime.combine(first, wall_time), tz, zone or desk.zone)
        series = Series(
            id=desk.new_id(),
            mentorship_id=found.mentorship.id,
            rule=rule,
            wall_time=wall_time,
            minutes=length,
            zone=str(tz),
            tz=tz,
            starts_on=first,
            count=count,
            until=until,
            place=one_line(place),
        )
        if not force:
            self._refuse_overlap(series)
        return series

    def set(self, who: str, rule: Rule, wall_time: time, **wishes: object) -> Series:
        """Fix the standing slot (wishes as in `plan`); an earlier one ends before it begins."""
        desk = self.desk
        found = desk.people.find(who)
        series = self.plan(who, rule, wall_time, **wishes)  # type: ignore[arg-type]
        earlier = rows.current_series(desk.store, found.mentorship.id)
        with desk.writing(f"set the slot of {found.mentee.name}") as store:
            if earlier:
                self._cut(earlier, series.starts_on - timedelta(days=1))
            store.insert(
                "series",
                {
                    "id": series.id,
                    "mentorship_id": series.mentorship_id,
                    "rule": str(series.rule),
                    "wall_time": series.wall_time.isoformat("minutes"),
                    "zone": series.zone,
                    "starts_on": series.starts_on.isoformat(),
                    "until_day": series.until.isoformat() if series.until else None,
                    "place": series.place,
                    "minutes": series.minutes,
                    "count": series.count,
                    "uid": f"{desk.new_id()}@mentordesk",
                    "sequence": 0,
                    "stamp": iso(desk.now()),
                },
            )
        desk.tell("series", series.id)
        return self.of(who)

    def of(self, who: str) -> Series:
        """The slot of a mentee. Raises Refusal that says how to set one."""
        found = self.desk.people.find(who)
        series = rows.current_series(self.desk.store, found.mentorship.id)
        if series is None:
            raise Refusal(
                f"{found.mentee.name} has no standing slot yet. Set one with: mentordesk slot set"
                f" {found.mentee.handle} --weekly tue 18:00 --minutes 45"
            )
        return series

    def occurrence(self, who: str, day: date) -> tuple[Series, Occurrence]:
        """The meeting on a day: by its day in the rule, or by the day it was moved to."""
        series = self.of(who)
        moved = [d for d, c in series.changes.items() if c.moved_to and c.moved_to.date() == day]
        for number, one in enumerate(series.days(), 1):
            if one == day or one in moved:
                return series, series.occurrence(one, number)
            if one > day + timedelta(days=400):
                break
        near = series.next_after(instant(datetime.combine(day, time()), series.tz))
        hint = f" The next one is on {near.day:%a} {near.day}." if near else ""
        raise Refusal(f"There is no meeting on {day:%a} {day}.{hint}")

    def skip(self, who: str, day: date, reason: str = "") -> Occurrence:
        """Leave one date out; both sides' calendars lose it with the next export."""
        return self._say(who, day, "skip", state="skipped", moved_to=None, reason=reason)

    def confirm(self, who: str, day: date) -> Occurrence:
        """Note that both sides have said they will be there."""
        series, one = self.occurrence(who, day)
        if not one.happens:
            raise Refusal(
                f"The meeting on {day:%a} {day} is {one.state}; move it to have it again."
            )
        found = self.desk.people.find(who)
        with self.desk.writing(f"confirm {day} with {found.mentee.name}"):
            self.keep(series, one.day, {"confirmed": 1})
        self.desk.tell("series", series.id)
        return self.occurrence(who, one.day)[1]

    def move(
        self, who: str, day: date, wall: datetime, minutes: int = 0, reason: str = ""
    ) -> Occurrence:
        """Move one date to another wall time of the slot's zone. Raises Refusal if it cannot be."""
        series, one = self.occurrence(who, day)
        check_wall(wall, series.tz, series.zone)
        start = instant(wall, series.tz)
        if start < self.desk.now():
            raise Refusal(f"{wall:%a %Y-%m-%d %H:%M} is past. Move it to a time to come.")
        end = start + timedelta(minutes=minutes or series.minutes)
        self._refuse_clash(series, one.day, start, end)
        moved = wall.isoformat(timespec="minutes")
        return self._say(
            who, day, "move", state="moved", moved_to=moved, minutes=minutes, reason=reason
        )

    def gap(self, who: str, first: date, last: date, reason: str = "") -> Sequence[Occurrence]:
        """Agree on days without meetings, both ends included; the dates that fall out."""
        series = self.of(who)
        if last < first:
            raise Refusal(f"The gap ends on {last}, before it begins on {first}.")
        found = self.desk.people.find(who)
        with self.desk.writing(f"gap for {found.mentee.name}") as store:
            store.insert(
                "gap",
                {
                    "id": self.desk.new_id(),
                    "series_id": series.id,
                    "first_day": first.isoformat(),
                    "last_day": last.isoformat(),
                    "reason": one_line(reason),
                    "readers": stored(FOR_MENTEE),
                },
            )
            self._count_up(series)
        self.desk.tell("series", series.id)
        since = instant(datetime.combine(first, time()), series.tz)
        until = instant(datetime.combine(last + timedelta(days=1), time()), series.tz)
        return [one for one in self.of(who).between(since, until) if one.state == "gap"]

    def end(self, who: str, last: date) -> Series:
        """Let the slot end with the meetings up to and including a day."""
        series = self.of(who)
        found = self.desk.people.find(who)
        with self.desk.writing(f"end the slot of {found.mentee.name}"):
            self._cut(series, last)
        self.desk.tell("series", series.id)
        return self.of(who)

    def keep(self, series: Series, day: date, columns: dict[str, str | int | None]) -> None:
        """Write what is said of one date inside a transaction that is under way."""
        store = self.desk.store
        known = store.value(
            "SELECT id FROM occurrence WHERE series_id = ? AND day = ?", series.id, day.isoformat()
        )
        if known:
            store.update("occurrence", known, **columns)
            return
        blank: dict[str, str | int | None] = {
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

    def rearrange(
        self, series: Series, day: date, state: str, wall: datetime | None = None
    ) -> None:
        """Skip or move a date inside a transaction; both sequences rise (RFC 5546 §2.1.4)."""
        sequence = series.sequence + 2  # above what the series itself is counted up to
        moved = wall.isoformat(timespec="minutes") if wall else None
        known = series.changes.get(day)
        self.keep(
            series,
            day,
            {
                "state": state,
                "moved_to": moved,
                "confirmed": 0,
                "sequence": max(sequence, (known.sequence if known else 0) + 1),
                "stamp": iso(self.desk.now()),
            },
        )
        self._count_up(series)

    def _say(self, who: str, day: date, verb: str, **columns: str | int | None) -> Occurrence:
        series, one = self.occurrence(who, day)
        found = self.desk.people.find(who)
        wall = columns.get("moved_to")
        with self.desk.writing(f"{verb} {one.day} with {found.mentee.name}"):
            moved = datetime.fromisoformat(str(wall)) if wall else None
            self.rearrange(series, one.day, str(columns["state"]), moved)
            extra = {"reason": one_line(str(columns.get("reason") or ""))}
            self.keep(series, one.day, {**extra, "minutes": columns.get("minutes", 0)})
        self.desk.tell("series", series.id)
        return self.occurrence(who, one.day)[1]

    def _count_up(self, series: Series) -> None:
        self.desk.store.update(
            "series", series.id, sequence=series.sequence + 1, stamp=iso(self.desk.now())
        )

    def _cut(self, series: Series, last: date) -> None:
        if series.last_day and series.last_day <= last:
            return
        self.desk.store.update("series", series.id, until_day=last.isoformat(), count=0)
        self._count_up(series)

    def _first_day(self, wall_time: time, zone: str) -> date:
        """Today, if the time is still ahead in the slot's zone, else tomorrow."""
        here = self.desk.now().astimezone(self.desk.zone_of(zone or self.desk.zone))
        return here.date() + timedelta(days=0 if here.time() < wall_time else 1)

    def _refuse_overlap(self, series: Series) -> None:
        now = self.desk.now()
        mine = series.between(now, now + LOOK_AHEAD)
        for one in mine:
            self._refuse_clash(series, one.day, one.start, one.end)

    def _refuse_clash(self, series: Series, day: date, start: datetime, end: datetime) -> None:
        """Refuse when somebody else, or another date of this slot, has these minutes."""
        others: dict[str, Relation] = {}
        for other in rows.all_series(self.desk.store):
            own = other.mentorship_id == series.mentorship_id
            if own and other.id != series.id:
                continue
            for one in other.between(start - timedelta(hours=10), end):
                if (own and one.day == day) or not one.happens or one.end <= start:
                    continue
                name = self._name(other.mentorship_id, others)
                here = start.astimezone(self.desk.tz)
                raise Refusal(
                    f"{here:%a %d %b %Y %H:%M} is taken: {name},"
                    f" {one.start.astimezone(self.desk.tz):%H:%M}"
                    f"–{one.end.astimezone(self.desk.tz):%H:%M}. Choose another time."
                )

    def _name(self, mentorship_id: str, known: dict[str, Relation]) -> str:
        if mentorship_id not in known:
            known[mentorship_id] = self.desk.people.by_mentorship(mentorship_id)
        return known[mentorship_id].mentee.name


def check_wall(wall: datetime, tz: object, zone: str) -> None:
    """Refuse a wall time that a clock change jumps over; one it repeats means the first of both."""
    if clock_trouble(wall, tz) == "missing":  # type: ignore[arg-type]
        raise Refusal(
            f"{wall:%H:%M} does not exist on {wall:%a %d %b %Y} in {zone}: the clocks jump over it."
            " Choose another time."
        )
