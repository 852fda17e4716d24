"""The desk with somebody's hand on its clock, and what several people in the demo need of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentordesk.desk.demo.week import Week
from mentordesk.domain.cadence import Occurrence, instant

if TYPE_CHECKING:
    from mentordesk.desk import Desk


class Stage:
    """A desk whose clock says `moment`; `now` is the real present."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.now = self.moment = desk.now()
        self.week = Week(self.now, desk.tz, desk.zone)

    @contextmanager
    def played(self) -> Iterator[None]:
        """Hold the desk's clock, and let go of it however the play ends."""
        real, self.desk.clock = self.desk.clock, lambda: self.moment
        try:
            yield
        finally:
            self.desk.clock = real

    def afternoon(self, day: date) -> datetime:
        """A quiet moment of a day, or now if that is still to come."""
        return min(instant(datetime.combine(day, time(14, 10)), self.desk.tz), self.now)

    def coming(self, who: str, nth: int) -> Occurrence:
        """The coming meeting with somebody, counted from 0, left out ones left out."""
        meetings = (m.occurrence for m in self.desk.pages.slot(who, nth + 12).meetings)
        return [one for one in meetings if one.happens][nth]

    def move(self, who: str, day: date, hour: time, reason: str) -> None:
        """Move a meeting to another day of work, at an hour of the mentor's clock."""
        series = self.desk.slots.of(who)
        here = datetime.combine(self.week.elsewhere(day), hour)
        there = instant(here, self.desk.tz).astimezone(series.tz).replace(tzinfo=None)
        self.desk.slots.move(who, day, there, reason=reason)

    def settle(self, who: str, keeps: tuple[str, ...]) -> None:
        """Tick off what was promised and asked before, but for what `keeps` has words of."""
        for promise in self.desk.promises.list(who=who):
            if not any(words in promise.action.text for words in keeps):
                self.desk.promises.done(promise.action.id)
        page = self.desk.pages.brief(who)
        for note in (*page.questions, *page.stuck):
            if not any(words in note.body for words in keeps):
                self.desk.words.settle(note.id)

    def keep_dates(self, who: str) -> None:
        """Settle what of the programme's dates is due with somebody, as one does after a call."""
        mine = self.desk.people.find(who).address
        for line in self.desk.attention.list():
            if line.does == "milestone" and (line.address == mine or not line.name):
                self.desk.milestones.done(line.address, line.ref)

    def aim(self, who: str, goals: tuple[tuple[str, str, str], ...], met: tuple[str, ...]) -> None:
        """Set goals (horizon, text, measure), and mark those that begin with `met` as met."""
        for goal in self.desk.goals.list(who):
            if met and goal.text.startswith(met):
                self.desk.goals.done(goal.id)
        for horizon, text, measure in goals:
            self.desk.goals.add(who, text, horizon, measure=measure)

    def day_of(self, moment: datetime, days: float = 0) -> date:
        """The mentor's date of a moment, or of some days later."""
        return moment.astimezone(self.desk.tz).date() + timedelta(days=days)
