"""Fixing the standing slot, with its first dates on both clocks while it is typed."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from textual.widget import Widget

from mentordesk.dates.slots import TRY, read_slot
from mentordesk.domain.cadence import Series
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.tui.dialogs.base import Dialog
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.schedule import preview_lines
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

SHOWN = 3


class SetSlot(Dialog[Series]):
    """What stays empty is the playbook's to say; an earlier slot ends where this one begins."""

    def __init__(self, desk: "Desk", relation: Relation) -> None:
        super().__init__(f"When do you meet {relation.mentee.name}?")
        self.desk, self.relation = desk, relation

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """When, how long, how often, from when, where."""
        playbook = self.desk.playbooks.of(self.relation.mentorship.id)
        yield "When", Entry(placeholder="tue 18:00", id="when")
        yield (
            "Minutes",
            Entry(placeholder=f"{playbook.minutes}, as the playbook says", id="minutes"),
        )
        yield "Meetings", Entry(placeholder=_run(playbook.weeks), id="count")
        yield "First day", Entry(placeholder="the next such day", id="start")
        yield "Where", Entry(placeholder="a link, a room; may stay empty", id="place")

    def echo(self) -> str:
        """The slot in words, its first dates on both clocks, and what deserves a warning."""
        if not self.value("when"):
            return TRY
        series = self._planned()
        page = self.desk.pages.preview(self.relation.address, series, SHOWN)
        look = Look(self.desk.now(), self.desk.tz, self.desk.zone_of)
        return "\n".join(preview_lines(page, self.relation.mentee.pronouns, look))

    def _planned(self) -> Series:
        rule, at = read_slot(self.value("when"))
        wishes = self._wishes()
        return self.desk.slots.plan(self.relation.address, rule, at, **wishes)

    def _wishes(self) -> "Wishes":
        from mentordesk.dates import read_day, read_minutes

        wishes: Wishes = {"place": self.value("place")}
        if minutes := self.value("minutes"):
            wishes["minutes"] = read_minutes(minutes)
        if count := self.value("count"):
            wishes["count"] = _number(count)
        if start := self.value("start"):
            wishes["starts_on"] = read_day(start, self.desk.today())
        return wishes

    def save(self) -> Series:
        """Fix it."""
        rule, at = read_slot(self.value("when"))
        return self.desk.slots.set(self.relation.address, rule, at, **self._wishes())


class Wishes(TypedDict, total=False):
    """What the mentor says beside when."""

    minutes: int
    count: int
    starts_on: date
    place: str


def _number(typed: str) -> int:
    if not typed.isdecimal():
        raise Refusal(f"“{typed[:20]}” is no number of meetings. Try 12, or leave it empty.")
    return int(typed[:6])


def _run(weeks: int) -> str:
    return f"{weeks} weeks, as the playbook says" if weeks else "12, or empty for no end"
