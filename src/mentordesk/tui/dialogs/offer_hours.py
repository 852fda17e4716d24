"""Offering hours: typed as a standing slot is, their first dates and what is in the way beside."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from mentordesk.desk.hour_plans import MOST, Plan, Wish
from mentordesk.tui.dialogs.taking import TakesTime
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.offers import offer_lines
from mentordesk.tui.widgets.choice import Choice
from mentordesk.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from mentordesk.desk import Desk

TRY = (
    "Try tue 17:00-19:00, tue and thu 18:00, every 2 weeks tue 18:00, or third tue 18:00."
    " Offer no more than you can keep up."
)
_SLOTS = f"“{{}}” is no number of slots. Give 1 to {MOST}, or leave it empty."


def programmes(desk: "Desk") -> list[tuple[str, str]]:
    """The programmes to choose from, the usual one first."""
    found = [(one.slug, one.title) for one in desk.playbooks.list() if not one.problem]
    return sorted(found, key=lambda one: one[0] != desk.default_playbook)


class OfferHours(TakesTime[str]):
    """When, and into how many slots of how many minutes it is divided; returns what is to be said.

    What stays empty follows from the rest, or is the playbook's to say.
    """

    HELP: ClassVar[str | None] = """
    # Hours to book

    **When**: typed as a standing slot is. `tue 17:00` is one slot, `tue 17:00-19:00` as many as fit
    in between; `tue and thu 18:00`, `every 2 weeks tue 18:00`, `third tue 18:00`, `15 18:00` for
    the 15th of every month. **Slots** come one after the other.

    **From** and **Last day**: empty is today, and no end. What is offered on two weekdays is ended
    for each by itself.

    The lines below are the slots as they would be, and what deserves a thought: calls and other
    calendars in the way, more slots a week than the programme says can be kept up.
    """

    def __init__(self, desk: "Desk") -> None:
        super().__init__("Hours to book")
        self.desk = desk

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """When, how many, how long, from which day to which, under which programme, where."""
        yield "When", Entry(placeholder="tue 17:00-19:00", id="when")
        yield "Slots", Entry(placeholder="as many as fit; 1 without an end", id="slots")
        yield "Minutes", Entry(placeholder="of each; as the programme has it", id="minutes")
        yield "From", Entry(placeholder="today", id="start")
        yield "Last day", Entry(placeholder="18 dec, or empty for no end", id="until")
        yield "Under", Choice(programmes(self.desk), id="playbook")
        yield "Where", Entry(placeholder="a link, a room; may stay empty", id="link")

    def echo(self) -> str:
        """The hours in words, their first dates, and what deserves a thought."""
        if not self.value("when"):
            return TRY
        plan, taken = self.foreseen(self._plan)
        look = Look(self.desk.now(), self.desk.tz, self.desk.zone_of)
        first, *rest = offer_lines(plan, look)
        return "\n".join([first, *taken, *rest])

    def on_choice_changed(self) -> None:
        """Another programme."""
        self.understand()

    def _plan(self, force: bool) -> Plan:
        return self.desk.hours.plan(self._wish(force))

    def _wish(self, force: bool) -> Wish:
        """What is typed. Raises Refusal that names what cannot be read."""
        from mentordesk.dates import read_day, read_minutes
        from mentordesk.dates.numbers import read_number
        from mentordesk.dates.slots import read_line

        today, slots, minutes = self.desk.today(), self.value("slots"), self.value("minutes")
        start, until = self.value("start"), self.value("until")
        begins = read_day(start, today) if start else None
        return Wish(
            *read_line(self.value("when")),
            slots=read_number(slots, 1, MOST, _SLOTS) if slots else 0,
            minutes=read_minutes(minutes) if minutes else 0,
            playbook=self.query_one(Choice).value,
            starts_on=begins,
            until=read_day(until, begins or today) if until else None,
            link=self.value("link"),
            force=force,
        )

    def take(self, *, force: bool) -> str:
        """Offer them."""
        made = self.desk.hours.offer(self._wish(force))
        look = Look(self.desk.now(), self.desk.tz, self.desk.zone_of)
        return f"Offered: {offer_lines(made, look)[0]}. u takes it back."
