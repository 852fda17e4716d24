"""The words a cast is written in: who somebody is, what was said, and what happened in between.

Days count from the day something happens; `lately` counts them back from now. `{+6}` in a text is
the day six days later.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mentordesk.domain.rules import MONTHS

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.demo.stage import Stage

DECENT = (time(18), time(12, 30), time(8, 30))


class Standing(NamedTuple):
    """How often, and on which day of the week from now on: `next`, `today`, or another day of work,
    `soon`, `middle`, `late` or `last`.

    `hours` are the mentor's, best first; 0 `minutes` are the playbook's, 0 `meetings` have no
    end. `idle` dates lie between the last scene and now: the run was over, or rested. `theirs`: it
    keeps their clock, so that the mentor's hour is another when clocks change.
    """

    cadence: str
    day: str
    hours: tuple[time, ...] = DECENT
    minutes: int = 0
    meetings: int = 0
    place: str = ""
    idle: int = 0
    theirs: bool = False


class Step(Protocol):
    """Something that happens outside of a call."""

    @property
    def days(self) -> float:
        """How long after the call, or before now."""

    def act(self, stage: "Stage", who: str) -> None:
        """Do it, by a verb of the desk."""


class Log(NamedTuple):
    """Support by chat, mail or the like."""

    days: float
    kind: str
    minutes: int
    text: str

    def act(self, stage: "Stage", who: str) -> None:
        """Log it."""
        stage.desk.words.log(who, self.kind, self.minutes, self.text)


class Remark(NamedTuple):
    """Something about somebody that nobody else reads."""

    kind: str
    text: str
    days: float = 0

    def act(self, stage: "Stage", who: str) -> None:
        """Write it down."""
        stage.desk.words.note(who, self.text, self.kind)


class Promised(NamedTuple):
    """A promise of the mentor's, made between calls and due some days after."""

    days: float
    text: str
    due: int

    def act(self, stage: "Stage", who: str) -> None:
        """Promise it."""
        stage.desk.promises.do(who, self.text, due=stage.desk.today() + timedelta(self.due))


class Kept(NamedTuple):
    """A promise that is kept between calls, by some of its words."""

    days: float
    words: str

    def act(self, stage: "Stage", who: str) -> None:
        """Tick it off."""
        for promise in stage.desk.promises.list(who=who):
            if self.words in promise.action.text:
                stage.desk.promises.done(promise.action.id)


class Point(NamedTuple):
    """An item of the mentor's own for the agenda of the next call."""

    days: float
    title: str
    minutes: int

    def act(self, stage: "Stage", who: str) -> None:
        """Put it there."""
        stage.desk.calls.add_point(who, self.title, self.minutes)


class Skip(NamedTuple):
    """One of the coming meetings, counted from 0, is left out."""

    days: float
    nth: int
    reason: str

    def act(self, stage: "Stage", who: str) -> None:
        """Skip it."""
        stage.desk.slots.skip(who, stage.coming(who, self.nth).day, self.reason)


class Move(NamedTuple):
    """One of the coming meetings, counted from 0, goes to another day of work at that hour."""

    days: float
    nth: int
    hour: time
    reason: str

    def act(self, stage: "Stage", who: str) -> None:
        """Move it."""
        stage.move(who, stage.coming(who, self.nth).day, self.hour, self.reason)


class Invite(NamedTuple):
    """They are told of the slot as it stands then, and may answer; only a mentor with an address
    can do that.
    """

    days: float
    answer: str = ""

    def act(self, stage: "Stage", who: str) -> None:
        """Write it, as if it had been sent; read the answer as it would have come."""
        desk = stage.desk
        if not desk.email:
            return
        messages = desk.invites.preview(who).messages
        desk.invites.write(who, desk.invites.open_folder(desk.invites.outbox()), eml=True)
        if self.answer:
            asked = messages[0].data.decode().replace("\r\n ", "").replace("REQUEST", "REPLY")
            answer = asked.replace("PARTSTAT=NEEDS-ACTION", f"PARTSTAT={self.answer}")
            desk.replies.read(answer.encode(), "answer.ics")


class Gap(NamedTuple):
    """Days without meetings, agreed on beforehand."""

    days: float
    first: int
    last: int
    reason: str

    def act(self, stage: "Stage", who: str) -> None:
        """Agree on them."""
        today = stage.desk.today()
        first, last = today + timedelta(self.first), today + timedelta(self.last)
        stage.desk.slots.gap(who, first, last, self.reason)


class Pause(NamedTuple):
    """The mentorship rests."""

    days: float
    reason: str

    def act(self, stage: "Stage", who: str) -> None:
        """Let it rest."""
        stage.desk.people.pause(who, self.reason)


class Deed(NamedTuple):
    """Anything else, by the verb of the desk that does it."""

    days: float
    verb: "Callable[[Desk, str], object]"

    def act(self, stage: "Stage", who: str) -> None:
        """Do it."""
        self.verb(stage.desk, who)


class Talk(NamedTuple):
    """One call: the notes as they were typed, the answers at its end, and what came of it.

    `met` and `parked` are the first words of goals and agenda items; `moved` is the hour it was
    moved to, on another day; `roll` says of members of a group that they did not simply come.
    """

    notes: str
    answers: Mapping[str, str]
    goals: tuple[tuple[str, str, str], ...] = ()
    met: tuple[str, ...] = ()
    own: tuple[tuple[str, int], ...] = ()
    parked: tuple[str, ...] = ()
    late: bool = False
    extend: int = 0
    moved: time | None = None
    after: tuple[Step, ...] = ()
    roll: tuple[tuple[str, str], ...] = ()


class Skipped(NamedTuple):
    """A date that was left out, and why."""

    reason: str


class Missed(NamedTuple):
    """A call to which nobody came, and what was typed while waiting."""

    notes: str


Scene = Talk | Skipped | Missed


class Crew(NamedTuple):
    """What makes a group of it: the outline, the tool, the outcome, and names with their zones."""

    track: str
    tool: str
    outcome: str
    members: tuple[tuple[str, str], ...]


class Person(NamedTuple):
    """Somebody in the demo, or a group, with every date of their slot that is past.

    `keeps` are words of promises and questions that stay open; the others are settled at the next
    call.
    """

    name: str
    handle: str
    playbook: str
    zone: str
    pronouns: str
    email: str
    location: str
    contact: str
    standing: Standing
    scenes: tuple[Scene, ...]
    first: tuple[Step, ...] = ()
    lately: tuple[Step, ...] = ()
    keeps: tuple[str, ...] = ()
    crew: Crew | None = None


class Newcomer(NamedTuple):
    """Somebody who is on the way in; the steps count their days back from now."""

    name: str
    handle: str
    playbook: str
    zone: str
    referrer: str
    background: str
    steps: tuple[Step, ...]


def dated(text: str, day: datetime) -> str:
    """The text with its days: `{+6}` becomes the day six days later, such as `12 Dec`."""

    def later(found: re.Match[str]) -> str:
        when = day + timedelta(days=int(found[1]))
        return f"{when.day} {MONTHS[when.month - 1]}"

    return re.sub(r"\{\+(\d+)\}", later, text)
