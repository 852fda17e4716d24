"""A whole term lived through the desk in one go, and what Today said on each of its mornings."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from tests.builders import BERLIN
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.coming import Attention, CallLine
from mentordesk.domain.course import ENDED
from mentordesk.domain.rules import Rule

MONDAY = date(2026, 9, 7)
"""Clocks change in Berlin on 25 October and in New York on 1 November."""
FIRST = date(2026, 9, 10)


class Term(NamedTuple):
    """A programme's term: its slot, what is answered at the end of each call, and what happens.

    Meetings are counted from 0: those skipped, missed and moved, and those that were neither held
    nor recorded. `choice` is what is decided when the programme asks; `afterwards` are days after
    the term, of which only those are told on which something was said. `sources` say where in the
    programme's document a line comes from, by rule or `rule milestone`.
    """

    playbook: str
    sources: Mapping[str, str]
    days: int = 91
    every: int = 1
    meetings: int = 0
    outline: str = ""
    answers: Mapping[str, str] = {}
    goals: tuple[str, ...] = ()
    skipped: int = 2
    missed: tuple[int, ...] = (4,)
    moved: int = 5
    quiet: tuple[int, ...] = (7, 8)
    choice: str = ""
    afterwards: int = 0


class Life:
    """One mentor who does everything a day later than asked, and one mentee in New York."""

    def __init__(self, desk: Desk, clock: Clock, term: Term) -> None:
        self.desk, self.clock, self.term = desk, clock, term
        self.at(MONDAY, 7)
        self.who = desk.people.add(
            "Kim Vale", playbook=term.playbook, zone="America/New_York"
        ).address
        if term.outline:
            desk.milestones.follow(self.who, term.outline)
        rule = Rule("WEEKLY", term.every, (FIRST.weekday(),))
        series = desk.slots.set(
            self.who, rule, time(18), starts_on=FIRST, count=term.meetings, minutes=60
        )
        days = series.days()
        self.dates = [day for day in (next(days, date.max) for _ in range(20)) if day < date.max]

    def at(self, day: date, hour: int, minute: int = 0) -> None:
        """Put the clock to a wall time in Berlin."""
        local = datetime.combine(day, time(hour, minute), BERLIN)
        self.clock.now = local.astimezone(UTC)

    def mornings(self) -> Iterator[str]:
        """What Today says at eight, a paragraph a day; then the day is lived."""
        term = self.term
        for n in range(term.days + term.afterwards):
            day = MONDAY + timedelta(days=n)
            self.at(day, 8)
            page = self.desk.pages.today()
            lines = [self._call(call) for call in page.calls]
            lines += [self._line(line) for line in page.due]
            if lines or n < term.days:
                yield "\n".join([f"{day:%a} {day.day} {day:%b %Y}", *(lines or ["  ."])])
            self._live(day)

    def _call(self, call: CallLine) -> str:
        here, there = (
            call.start.astimezone(tz).strftime("%H:%M")
            for tz in (self.desk.tz, self.desk.zone_of(call.zone))
        )
        return f"  {here}  call {call.number}, {there} in New York ({call.state})"

    def _line(self, line: Attention) -> str:
        source = self.term.sources.get(f"{line.rule} {line.ref}") or self.term.sources[line.rule]
        return f"  {'!' if line.urgent else '·'} {line.says}  [{source}]"

    def _live(self, day: date) -> None:
        """Plan ahead, have the call, and settle what was due already yesterday."""
        self._arrange(day)
        meeting = self._meeting(day)
        if meeting is not None and not self._is_over():
            self._meet(day, meeting)
        self.at(day, 20)
        # A decision comes last: after an end nothing else falls due.
        due = sorted(self.desk.attention.list(), key=lambda line: line.does == "decide")
        for line in due:
            if line.since < day and line.does == "decide":
                self.desk.course.decide(line.address, self.term.choice)
            elif line.rule == "no-date" and "the run ended" in line.says and due == [line]:
                self.desk.course.complete(line.address)
            elif line.rule == "keep-in-touch" and line.since < day - timedelta(weeks=13):
                self.desk.words.log(self.who, "mail", 5, "a friendly word")
            elif line.since < day and line.does == "milestone":
                self.desk.milestones.done(line.address, line.ref)
            elif line.since < day and line.rule in ("follow-up", "promise", "task"):
                self.desk.promises.done(line.ref)
            elif line.since < day and line.rule == "target":
                self.desk.goals.done(line.ref)
            elif line.rule == "escalate":
                self.desk.attention.dismiss(line, "told them")
            elif line.rule == "silence" and line.since < day - timedelta(days=self._patience() + 2):
                self.desk.words.log(self.who, "mail", 5, "asked how things are")

    def _is_over(self) -> bool:
        return self.desk.people.find(self.who).mentorship.status in ENDED

    def _patience(self) -> int:
        mentorship = self.desk.people.find(self.who).mentorship.id
        return self.desk.playbooks.of(mentorship).silence_days

    def _arrange(self, day: date) -> None:
        """Three days before, a meeting is skipped or moved to the day after."""
        dates, term = self.dates, self.term
        if day == dates[term.skipped] - timedelta(days=3):
            self.desk.slots.skip(self.who, dates[term.skipped], "a trip")
        if day == dates[term.moved] - timedelta(days=3):
            later = datetime.combine(dates[term.moved] + timedelta(days=1), time(17))
            self.desk.slots.move(self.who, dates[term.moved], later)

    def _meeting(self, day: date) -> int | None:
        days = dict(zip(self.dates, range(99), strict=False))
        del days[self.dates[self.term.skipped]]
        moved = self.dates[self.term.moved]
        days[moved + timedelta(days=1)] = days.pop(moved)
        return days.get(day)

    def _meet(self, day: date, meeting: int) -> None:
        if meeting in self.term.quiet:
            return
        self.at(day, 17 if meeting == self.term.moved else 18)
        session = self.desk.calls.start(self.who)
        if meeting in self.term.missed:
            self.clock.advance(10)
            self.desk.calls.no_show(session.id)
            return
        if meeting == 0:
            for horizon in self.term.goals:
                self.desk.goals.add(self.who, f"target of {horizon} days", horizon)
        self.clock.advance(50)
        self.desk.calls.close(session.id, answers=self.term.answers)
