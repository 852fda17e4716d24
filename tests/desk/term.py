"""A whole term lived through the desk in one go, and what Today said on each of its mornings."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from tests.builders import BERLIN
from tests.conftest import Clock

from mentordesk.desk import Desk
from mentordesk.domain.coming import Attention, CallLine
from mentordesk.domain.rules import Rule

MONDAY = date(2026, 9, 7)
"""Clocks change in Berlin on 25 October and in New York on 1 November."""
FIRST = date(2026, 9, 10)
NEVER = 999


class Term(NamedTuple):
    """A programme's term: its slot, what is answered at the end of each call, and what happens.

    Meetings are counted from 0: those skipped, missed and moved, those that were neither held nor
    recorded, the one in whose week nobody is there, as was agreed at the start, and the one in
    which the mentor promises something. `workshop` is the day of one to coach at, `booked` that of
    an hour that somebody has booked. `choice` is what is decided when the programme asks;
    `afterwards` are days after the term, of which only those are told on which something was said.
    `sources` say where in the programme's document a line comes from, by rule or `rule milestone`.
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
    away: int = NEVER
    promised: int = NEVER
    workshop: date | None = None
    booked: date | None = None
    choice: str = ""
    afterwards: int = 0


class Life:
    """One mentor who does everything a day later than asked, and one mentee in New York."""

    def __init__(self, desk: Desk, clock: Clock, term: Term) -> None:
        self.desk, self.clock, self.term = desk, clock, term
        self.lived: list[str] = []
        self.at(MONDAY, 7)
        self.who = desk.people.add(
            "Kim Vale", playbook=term.playbook, zone="America/New_York"
        ).address
        if term.outline:
            desk.milestones.follow(self.who, term.outline)
        rule = Rule("WEEKLY", term.every, (FIRST.weekday(),))
        desk.slots.set(self.who, rule, time(18), starts_on=FIRST, count=term.meetings, minutes=60)
        self.dates = [FIRST + timedelta(weeks=n * term.every) for n in range(20)]
        self._agree()

    def _agree(self) -> None:
        """What is known on the first day: a week away, a workshop, an hour that is booked."""
        term, desk = self.term, self.desk
        if term.away != NEVER:
            monday = self.dates[term.away] - timedelta(days=3)
            desk.slots.gap(self.who, monday, monday + timedelta(days=6), "a conference")
        if term.workshop:
            desk.workshops.add("Pandas", term.workshop, wall_time=time(10), playbook=term.playbook)
        if term.booked:
            hours = datetime.combine(term.booked, time(17), BERLIN)
            desk.hours.set(hours.weekday(), time(17), playbook=term.playbook)
            desk.hours.book(hours, "Maya", "a talk about fixtures")

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
            self._live(day, bool(page.calls))
            lines = [*(lines or ["  ."]), *(f"      > {said}" for said in self.lived)]
            if lines != ["  ."] or n < term.days:
                yield "\n".join([f"{day:%a} {day.day} {day:%b %Y}", *lines])

    def _call(self, call: CallLine) -> str:
        here, there = (
            call.start.astimezone(tz).strftime("%H:%M")
            for tz in (self.desk.tz, self.desk.zone_of(call.zone))
        )
        return f"  {here}  call {call.number}, {there} in New York ({call.state})"

    def _line(self, line: Attention) -> str:
        source = self.term.sources.get(f"{line.rule} {line.ref}") or self.term.sources[line.rule]
        return f"  {'!' if line.urgent else '·'} {line.says}  [{source}]"

    def _live(self, day: date, has_call: bool) -> None:
        """Plan ahead, have the call, and settle what was due already yesterday.

        Who waited for somebody in vain leaves the rest for another day.
        """
        self.lived = []
        self._arrange(day)
        if has_call and self._meet(day) == "missed":
            return
        self.at(day, 20)
        # A decision comes last: after an end nothing else falls due.
        due = sorted(self.desk.attention.list(), key=lambda line: line.does == "decide")
        for line in due:
            if self._is_time(line, day, alone=due == [line]):
                done = SETTLED.get(line.does if line.does in SETTLED else line.rule)
                if done:
                    self.lived.append(f"{done(self, line)}: {line.says.partition(' (')[0]}")

    def _is_time(self, line: Attention, day: date, alone: bool) -> bool:
        """Whether the mentor does it today: the day after it was due, or later where one waits."""
        late = {
            "silence": timedelta(days=self._patience() + 2),
            "keep-in-touch": timedelta(weeks=13),
            "gap": timedelta(days=-7),
        }
        if line.rule == "no-date":
            return alone and "the run ended" in line.says
        return line.since < day - late.get(line.rule, timedelta())

    def _patience(self) -> int:
        mentorship = self.desk.people.find(self.who).mentorship.id
        return self.desk.playbooks.of(mentorship).silence_days

    def _arrange(self, day: date) -> None:
        """Three days before, a meeting is skipped or moved to the day after."""
        dates, term = self.dates, self.term
        if day == dates[term.skipped] - timedelta(days=3):
            self.desk.slots.skip(self.who, dates[term.skipped], "a trip")
            self.lived.append(f"the call of {dates[term.skipped]:%a %-d %b} is skipped")
        if day == dates[term.moved] - timedelta(days=3):
            later = datetime.combine(dates[term.moved] + timedelta(days=1), time(17))
            self.desk.slots.move(self.who, dates[term.moved], later)
            self.lived.append(
                f"the call of {dates[term.moved]:%a %-d %b} moves to {later:%a %H:%M}"
            )

    def _meet(self, day: date) -> str:
        """Have the call, or not; what became of it."""
        moved = self.term.moved
        moved_to = self.dates[moved] + timedelta(days=1)
        meeting = moved if day == moved_to else self.dates.index(day)
        if meeting in self.term.quiet:
            self.lived.append("no call, and nothing was recorded")
            return "quiet"
        self.at(day, 17 if meeting == moved else 18)
        session = self.desk.calls.start(self.who)
        if meeting in self.term.missed:
            self.clock.advance(10)
            self.desk.calls.no_show(session.id)
            self.lived.append("nobody came to the call")
            return "missed"
        if meeting == 0:
            for horizon in self.term.goals:
                self.desk.goals.add(self.who, f"target of {horizon} days", horizon)
        if meeting == self.term.promised:
            self.desk.promises.do(self.who, "ask Maya about a talk", due=day + timedelta(days=4))
        self.clock.advance(50)
        self.desk.calls.close(session.id, answers=self.term.answers)
        self.lived.append(f"they met: {session.agenda}")
        return "held"


def _decide(life: Life, line: Attention) -> str:
    life.desk.course.decide(line.address, life.term.choice)
    return f"decided to {life.term.choice}"


def _milestone(life: Life, line: Attention) -> str:
    life.desk.milestones.done(line.address, line.ref)
    return "done"


def _promise(life: Life, line: Attention) -> str:
    life.desk.promises.done(line.ref)
    return "done"


def _target(life: Life, line: Attention) -> str:
    life.desk.goals.done(line.ref)
    return "reached"


def _dismiss(life: Life, line: Attention) -> str:
    life.desk.attention.dismiss(line, "told them")
    return "told them"


def _write(life: Life, line: Attention) -> str:
    life.desk.words.log(life.who, "mail", 5, "asked how things are")
    return "wrote a mail"


def _complete(life: Life, line: Attention) -> str:
    life.desk.course.complete(line.address)
    return "closed it"


def _nominate(life: Life, line: Attention) -> str:
    life.desk.course.nominate(line.address, "the role")
    return "nominated"


def _workshop(life: Life, line: Attention) -> str:
    if "prepare" in line.says:
        life.desk.workshops.prep(line.ref, 60)
        return "read for an hour"
    life.desk.workshops.debrief(line.ref, "more exercises")
    return "noted"


SETTLED: Mapping[str, Callable[[Life, Attention], str]] = {
    "decide": _decide,
    "milestone": _milestone,
    "follow-up": _promise,
    "promise": _promise,
    "task": _promise,
    "target": _target,
    "escalate": _dismiss,
    "gap": _dismiss,
    "silence": _write,
    "keep-in-touch": _write,
    "no-date": _complete,
    "workshop": _workshop,
    "nominate": _nominate,
}
"""What the mentor does about a line, by what it asks for or by its rule."""
