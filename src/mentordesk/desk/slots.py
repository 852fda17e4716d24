"""The standing slot as a whole: planned, set, interrupted, ended."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Any

from mentordesk.desk.clashes import (
    A_YEAR,
    check_length,
    check_near,
    check_wall,
    refuse_clash,
    refuse_ended,
)
from mentordesk.desk.slot_change import Changing, Wishes, planned, store
from mentordesk.desk.slot_dates import SlotDates
from mentordesk.desk.slot_policy import extend
from mentordesk.domain.cadence import Occurrence, Series, midnight
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import FOR_MENTEE
from mentordesk.domain.rules import LONGEST_RUN, Rule, day_words
from mentordesk.domain.text import one_line
from mentordesk.store import slots as rows
from mentordesk.store.connection import iso

A_YEAR_OF_DATES = 60


class Slots(SlotDates):
    """The verbs about series; those about their dates are in SlotDates."""

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
        Raises Refusal for a mentorship that is over, an impossible length, end or zone, a first
        time that a clock change jumps over, and (unless `force`) Taken for a slot that overlaps
        another within its first year.
        """
        desk = self.desk
        found = desk.people.find(who)
        refuse_ended(found)
        playbook = desk.playbooks.of(found.mentorship.id)
        tz = desk.zone_of(zone or desk.zone)
        length = minutes or playbook.minutes
        check_length(length)
        check_near(desk, starts_on)
        check_near(desk, until)
        first = next(rule.days_from(starts_on or self._first_day(wall_time, zone)))
        _check_run(desk.today(), first, count, until)
        if not count and not until and playbook.weeks:
            until = first + timedelta(weeks=playbook.weeks) - timedelta(days=1)
        check_wall(datetime.combine(first, wall_time), tz, str(tz))
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
            self._refuse_overlap(found, series)
        return series

    def set(self, who: str, rule: Rule, wall_time: time, **wishes: Any) -> Series:
        """Fix the standing slot (wishes as in `plan`).

        An earlier one goes on until `starts_on`; without that its coming dates are gone at once.
        """
        desk = self.desk
        found = desk.people.find(who)
        series = self.plan(who, rule, wall_time, **wishes)
        with desk.writing(f"set the slot of {found.mentee.name}") as store:
            for earlier in rows.all_series(store, found.mentorship.id):
                self.cut(earlier, self.last_kept(earlier, wishes.get("starts_on")))
            self.insert(series)
        desk.tell("series", series.id)
        return self.of(who)

    def plan_change(self, who: str, from_day: date | None = None, **wishes: Any) -> Changing:
        """What `change` would do, checked but not stored: for previews."""
        return planned(self, who, from_day, Wishes(**wishes))

    def change(self, who: str, from_day: date | None = None, **wishes: Any) -> Series:
        """Change the slot from a day on, else from its next meeting; the new one.

        `wishes` are those of `plan`, `rule` and `wall_time`; what is not among them stays, skipped
        and moved dates and gaps, too, where the new rule has their days. Calendars see the earlier
        slot end and a new one begin, because few of them read a RANGE (RFC 5545 §3.2.13), or the
        same one changed when no date of it lies before.
        Runs that are set to follow take the same place, length and zone; their days and times are
        their own. Raises Refusal as `plan`, and when no meeting is left.
        """
        desk = self.desk
        found = desk.people.find(who)
        change = self.plan_change(who, from_day, **wishes)
        with desk.writing(f"change the slot of {found.mentee.name}"):
            store(self, change)
        desk.tell("series", change.series.id)
        return next(one for one in self.every(who) if one.id == change.series.id)

    def warnings(self, who: str) -> list[str]:
        """What deserves a thought about the dates of a year to come, a sentence each.

        From when on the two clocks disagree, where a zone's law changes, what Outlook shows wrong.
        """
        return list(self.desk.pages.slot(who, A_YEAR_OF_DATES).warnings)

    def gap(self, who: str, first: date, last: date, reason: str = "") -> Sequence[Occurrence]:
        """Agree on days without meetings, both ends included; the dates that fall out."""
        found = self.desk.people.find(who)
        every = self.every(who)
        check_near(self.desk, first)
        if last < first:
            ends, begins = self._spoken(last), self._spoken(first)
            raise Refusal(f"The gap ends on {ends}, before it begins on {begins}. Swap the two.")
        if last - first > A_YEAR:
            raise Refusal(
                "That gap is longer than a year. Pause with: mentordesk mentee pause"
                f" {found.mentee.handle}"
            )
        with self.desk.writing(f"gap for {found.mentee.name}"):
            for series in every:
                if series is every[-1] or _has_days(series, first, last):
                    self._leave_out(series, first, last, reason)
                    extend(self.desk, series, _happening(series, first, last))
        self.desk.tell("series", every[-1].id)
        since = midnight(first, every[-1].tz)
        until = midnight(last + timedelta(days=1), every[-1].tz)
        dates = (one for series in self.every(who) for one in series.between(since, until))
        return [one for one in dates if one.state == "gap"]

    def end(self, who: str, last: date) -> Series:
        """Let the slot end with the meetings up to and including a day."""
        found = self.desk.people.find(who)
        every = self.every(who)
        check_near(self.desk, last)
        with self.desk.writing(f"end the slot of {found.mentee.name}"):
            for series in every:
                self.cut(series, last)
        self.desk.tell("series", every[-1].id)
        return self.of(who)

    def stop(self, who: str) -> None:
        """Let every slot have no dates from now on; a meeting that has begun stays."""
        found = self.desk.people.find(who)
        with self.desk.writing(f"end the slot of {found.mentee.name}"):
            for series in rows.all_series(self.desk.store, found.mentorship.id):
                self.cut(series, self.last_kept(series, None))
        self.desk.tell("series", found.mentorship.id)

    def insert(self, series: Series) -> None:
        """Write a new slot inside a transaction that is under way; its UID is made here."""
        uid = f"{self.desk.new_id()}@mentordesk"
        row = _columns(series) | {"uid": uid, "sequence": 0, "stamp": iso(self.desk.now())}
        self.desk.store.insert("series", row)

    def rewrite(self, series: Series) -> None:
        """Write a slot that keeps its identity, inside a transaction that is under way."""
        row = _columns(series)
        del row["id"]
        self.desk.store.update("series", series.id, **row)
        self.count_up(series._replace(sequence=series.sequence - 1))

    def _leave_out(self, series: Series, first: date, last: date, reason: str) -> None:
        self.desk.insert(
            "gap",
            series_id=series.id,
            first_day=first.isoformat(),
            last_day=last.isoformat(),
            reason=one_line(reason),
            readers=FOR_MENTEE,
        )
        self.count_up(series)

    def last_kept(self, earlier: Series, starts_on: object) -> date:
        """The last day of a slot that another one replaces: what has begun stays its own."""
        if isinstance(starts_on, date):
            return starts_on - timedelta(days=1)
        now = self.desk.now()
        today = now.astimezone(earlier.tz).date()
        one = self._on(earlier, today)
        begun = one and (one.start <= now or self._state(earlier, one))
        return today if begun else today - timedelta(days=1)

    def cut(self, series: Series, last: date) -> None:
        """Let a series have no days after `last`; one that ends by itself before is left alone."""
        if next(series.numbered(last + timedelta(days=1)), None):
            self.desk.store.update("series", series.id, until_day=last.isoformat(), count=0)
            self.count_up(series)

    def _first_day(self, wall_time: time, zone: str) -> date:
        """Today, if the time is still ahead in the slot's zone, else tomorrow."""
        here = self.desk.now().astimezone(self.desk.zone_of(zone or self.desk.zone))
        return here.date() + timedelta(days=0 if here.time() < wall_time else 1)

    def _refuse_overlap(self, found: Relation, series: Series) -> None:
        """Refuse when a meeting of the coming year, or of the slot's first one, is another's."""
        from mentordesk.desk.slot_pages import their_zone  # only what fixes a slot needs it

        begins = midnight(series.starts_on, series.tz)
        since = max(self.desk.now(), begins)
        refuse_clash(
            self.desk,
            series.between(since, since + A_YEAR),
            lambda other, _: other.mentorship_id == series.mentorship_id,
            their_zone(self.desk, found, series),
        )


def _columns(series: Series) -> dict[str, str | int | None]:
    """A slot as its row has it, without what calendars know of it."""
    return {
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
    }


def _check_run(today: date, first: date, count: int, until: date | None) -> None:
    if count and until:
        raise Refusal("Give the number of meetings or the last day, not both.")
    if count < 0 or count > LONGEST_RUN:
        raise Refusal(f"{count} meetings is no run. Give 1 to {LONGEST_RUN}.")
    if until and until < first:
        raise Refusal(
            f"The last day, {day_words(until, today)}, lies before the first meeting on"
            f" {day_words(first, today)}. Give a later one."
        )


def _has_days(series: Series, first: date, last: date) -> bool:
    _, day = next(series.numbered(first), (0, None))
    return day is not None and day <= last


def _happening(series: Series, first: date, last: date) -> int:
    """How many meetings of a slot are on its days from one to another, and would take place.

    One that was moved stays where it was moved to.
    """
    days = takewhile(last.__ge__, (day for _, day in series.numbered(first)))
    return sum(series.occurrence(day).state == "planned" for day in days)
