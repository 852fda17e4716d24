"""The standing slot: fixed, or changed from a day on, its dates on both clocks meanwhile."""

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING, Any, ClassVar

from textual.widget import Widget

from mentordesk.dates.slots import TRY, read_line, slot_text
from mentordesk.domain.cadence import Occurrence, Series
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.rules import LONGEST_RUN, Rule
from mentordesk.domain.slot_policy import stays
from mentordesk.tui.dialogs.taking import TakesTime
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.schedule import preview_lines, slot_words
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.slot_change import Changing

SHOWN = 4
NO_RUN = f"{{}} meetings is no run. Give 1 to {LONGEST_RUN}, or the last day, such as 18 dec."
AHEAD = 60
_CHANGING = ("rule", "wall_time", "minutes", "zone", "place")
"""Dates that are looked through for what deserves a warning: a year of a weekly slot."""


class SetSlot(TakesTime[Series]):
    """What stays empty is the playbook's to say. Where a slot goes on it is changed from a day on:

    skipped and moved dates stay as far as the new one has their days.
    """

    HELP: ClassVar[str | None] = """
    # The slot

    **When**: `tue 18:00`, `tue,thu 18:00`, `every 2 tue 18:00`, `3tu 18:00` for the third Tuesday
    of the month, `-1th 18:00` for the last Thursday, `15 18:00` for the 15th. In more words, too:
    `every other tue from 18:00 to 19:30`, `third tue of the month 6pm`; an end makes the length.

    **From**: the first day of it, or the day from which a slot that goes on changes; empty means
    the next one. **Zone**: whose clock the time keeps. **Ends**: a number of meetings (`12`) or
    the last day (`18 dec`).

    The lines below are the dates as they would be, on both clocks, and what deserves a thought:
    weeks in which the clocks disagree, times that a clock change jumps over or has twice, calls
    and other calendars in the way. A time that another call or your office hours have can be taken
    all the same: press Enter once more.
    """

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        self.desk, self.relation = desk, relation
        self.was = self._going_on()
        name = relation.mentee.name
        super().__init__(f"The slot of {name}" if self.was else f"When do you meet {name}?")

    def _going_on(self) -> Series | None:
        """The run that has the next dates, None when there is none to change."""
        runs = self.desk.pages.slot(self.relation.address, 1).runs
        return next((run for run in runs if not run.is_single), None)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """When, from which day on, how long, on whose clock, until when, where."""
        was, playbook = self.was, self.desk.playbooks.of(self.relation.mentorship.id)
        when = slot_text(was.rule, was.wall_time) if was else ""
        length, zone = (str(was.minutes), was.zone) if was else ("", "")
        begins = "the next one" if was else "the next such day"
        yield "When", Entry(when, placeholder="tue 18:00", id="when")
        yield "From", Entry(placeholder=begins, id="start")
        hint = f"{playbook.minutes}, as the playbook says"
        yield "Minutes", Entry(length, placeholder=hint, id="minutes")
        yield "Zone", Entry(zone, placeholder=f"{self.desk.zone}, your own", id="zone")
        yield "Ends", Entry(placeholder=_end(was, playbook.weeks), id="ends")
        place = was.place if was else ""
        yield "Where", Entry(place, placeholder="a link, a room; may stay empty", id="place")

    def echo(self) -> str:
        """The slot in words, its first dates on both clocks, and what deserves a warning."""
        if not self.value("when"):
            return TRY
        (series, change), taken = self.foreseen(self._planned)
        said = series._replace(id="", place="")  # which stands in a field above
        page = self.desk.pages.preview(self.relation.address, said, AHEAD)
        look = Look(self.desk.now(), self.desk.tz, self.desk.zone_of)
        first, *dates = preview_lines(page, self.relation.mentee.pronouns, look, SHOWN)
        lines = [first, *taken, *dates]
        if change is None:
            return "\n".join(lines)
        if not change.in_place and _differ(change.was, series):
            lines.insert(1, f"until then {slot_words(change.was._replace(place=''))}")
        kept = [f"! {stays(change.stays, self.desk.today())}"] if change.stays else []
        return "\n".join([*lines, *kept, *self._lost(change.lost)])

    def _lost(self, lost: Iterable[Occurrence]) -> list[str]:
        """Dates that were moved or left out, of which the new slot has no day."""
        days = [f"{one.day:%a} {one.day.day} {one.day:%b} ({one.state})" for one in lost]
        return [f"! no longer a date of it: {', '.join(days)}"] if days else []

    def _planned(self, force: bool) -> tuple[Series, "Changing | None"]:
        """The slot as it would be, and how it comes from the one that goes on."""
        rule, at, wishes = self._said()
        start = wishes.pop("starts_on", None)
        if self.was:
            changes = self._changes(rule, at, wishes)
            start = start or self._since(self.was)
            address = self.relation.address
            change = self.desk.slots.plan_change(address, start, force=force, **changes)
            return change.series, change
        wishes |= {"force": force} | ({"starts_on": start} if start else {})
        return self.desk.slots.plan(self.relation.address, rule, at, **wishes), None

    def _said(self) -> tuple[Rule, time, dict[str, Any]]:
        """What is typed; an end beside the time is its length, unless another one is typed."""
        rule, at, lasts = read_line(self.value("when"))
        wishes = self._wishes()
        usual = self.was.minutes if self.was else lasts
        typed = wishes.get("minutes", usual)
        if lasts and typed not in (usual, lasts):
            raise Refusal(
                f"By its end it takes {lasts} minutes, by Minutes {typed}. Leave one out."
            )
        return rule, at, wishes | ({"minutes": lasts} if lasts else {})

    def _wishes(self) -> dict[str, Any]:
        """What is said beside when; what is empty is left to the desk."""
        from mentordesk.dates import read_day, read_minutes
        from mentordesk.dates.numbers import read_number

        wishes: dict[str, Any] = {"place": self.value("place")}
        if minutes := self.value("minutes"):
            wishes["minutes"] = read_minutes(minutes)
        if zone := self.value("zone"):
            wishes["zone"] = zone
        if ends := self.value("ends"):
            wishes |= (
                {"count": read_number(ends, 1, LONGEST_RUN, NO_RUN)}
                if ends.isdecimal()
                else {"until": self._day(ends)}
            )
        if start := self.value("start"):
            wishes["starts_on"] = read_day(start, self.desk.today())
        return wishes

    def _day(self, typed: str) -> date:
        from mentordesk.dates import read_any_day, read_day

        try:
            read_any_day(typed, self.desk.today())
        except Refusal:
            raise Refusal(
                f"“{typed[:20]}” is no number of meetings and no day. Try 12, or 18 dec."
            ) from None
        return read_day(typed, self.desk.today())  # which says so of one that is past

    def _changes(self, rule: Rule, at: time, wishes: dict[str, Any]) -> dict[str, Any]:
        """What is another than it was; a change needs one."""
        was = self.was
        assert was
        said = {"rule": rule, "wall_time": at, **wishes}
        same = {name: getattr(was, name) for name in _CHANGING}
        return {name: value for name, value in said.items() if same.get(name) != value}

    def take(self, *, force: bool) -> Series:
        """Fix it, or change it."""
        rule, at, wishes = self._said()
        address = self.relation.address
        if self.was is None:
            return self.desk.slots.set(address, rule, at, force=force, **wishes)
        start = wishes.pop("starts_on", None)
        changes = self._changes(rule, at, wishes)
        if not changes:
            raise Refusal(f"Nothing is another: it is {slot_words(self.was)} already.")
        since = start or self._since(self.was)
        return self.desk.slots.change(address, since, force=force, **changes)

    def _since(self, was: Series) -> date | None:
        """From when on a run changes without a day: one to come from its first day."""
        return was.starts_on if was.starts_on > self.desk.today() else None


def _differ(was: Series, series: Series) -> bool:
    """Whether a slot is another in more than its first and last day."""
    return any(getattr(was, name) != getattr(series, name) for name in _CHANGING)


def _end(was: Series | None, weeks: int) -> str:
    """What an empty end means."""
    if was and was.last_day:
        return f"{was.last_day:%a} {was.last_day.day} {was.last_day:%b %Y}, as it was"
    if was:
        return "never, as it was; or 12, or 18 dec"
    return f"{weeks} weeks, as the playbook says" if weeks else "12, or 18 dec, or empty for no end"
