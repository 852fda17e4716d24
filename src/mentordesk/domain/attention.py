"""What is due and why: one rule a function, numbers from the playbook, no state changed.

Each rule looks at the facts of one mentorship and gives lines for Today. What a programme has
dated is in attention_dated, what follows an end in attention_ended.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from mentordesk.domain.attention_dated import milestones, planned_gap
from mentordesk.domain.attention_words import Mark, days_ago, when, why
from mentordesk.domain.coming import Attention, in_order
from mentordesk.domain.programme_milestone import Milestone

SHARED = ("stand-up", "timesheet", "slots", "onboarding")
"""Kinds of milestones that the mentor owes once, however many mentees there are."""
WAITED_FOR = (
    "decision", "survey", "touch base", "slide draft", "slide final", "showcase", "stop point",
    "report", "stand-up", "timesheet", "close-out",
)  # fmt: skip
"""Kinds for which somebody else waits on their day."""


class Promised(NamedTuple):
    """An open promise with a day: of the mentor's, or the mentee's weekly task."""

    id: str
    text: str
    due: date


class Target(NamedTuple):
    """An open goal with a horizon in days and its day."""

    id: str
    text: str
    horizon: str
    due: date


class Numbers(NamedTuple):
    """What a playbook says of when Today speaks; 0 is no rule."""

    silence_days: int = 0
    escalate_after: int = 0
    prep_days: int = 0
    gap_days: int = 0
    target_days: int = 0
    weeks: int = 0
    slots_a_week: int = 0
    keep_in_touch_weeks: int = 0
    week_minutes: int = 0
    milestones: Sequence[Milestone] = ()


class Facts(NamedTuple):
    """What the rules know of one mentorship; days are the mentor's own.

    `missed_on` is the day of a missed call since which nothing was heard; `follow_up` the open
    promise that it has made, `followed_up` whether that is kept. `running_until` is the day on
    which the call that began on `running_since` was to end. `missed_in_a_row` counts since the
    last call that was held, and `held` are the days of those that were, if a rule needs them.
    `reviewed` is the day of the last call with the monthly agenda.
    `steps` are the numbers of the outline's steps by their marks. `settled` are milestones that
    were done or skipped, by key and due day. `end_is_set` is whether the mentor has said when it
    ends. `ended_on` is the day it was over; `left_on` that of an end before its time of which
    those in `tells` have not been told. `known_on` is the day the desk first heard of it.
    `nominate` is what the playbook asks for after a graduation, '' once there is a nomination.
    """

    address: str
    name: str
    status: str
    started_on: date
    last_contact: date | None = None
    missed_on: date | None = None
    next_start: datetime | None = None
    running_since: date | None = None
    running_until: date | None = None
    promises: Sequence[Promised] = ()
    numbers: Numbers = Numbers()
    follow_up: str = ""
    followed_up: bool = False
    programme: str = ""
    ends_on: date | None = None
    next_day: date | None = None
    missed_in_a_row: int = 0
    held: Sequence[date] = ()
    reviewed: date | None = None
    task: Promised | None = None
    targets: Sequence[Target] = ()
    gaps: Sequence[tuple[date, date]] = ()
    steps: Mapping[str, int] = {}
    settled: Collection[tuple[str, date]] = ()
    end_is_set: bool = False
    ended_on: date | None = None
    left_on: date | None = None
    tells: str = ""
    known_on: date | None = None
    nominate: str = ""

    @property
    def is_active(self) -> bool:
        """Whether the programme's calendar goes on: nothing falls due while it rests."""
        return self.status == "active"

    @property
    def known_since(self) -> date:
        """The first day of which the desk can know anything."""
        return max(self.started_on, self.known_on or self.started_on)

    def line(
        self,
        rule: str,
        since: date,
        says: str,
        *,
        urgent: bool = False,
        does: str = "brief",
        ref: str = "",
        occasion: str = "",
    ) -> Attention:
        """A line of Today about this mentorship; its occasion is `since` unless it has another."""
        occasion = occasion or since.isoformat()
        return Attention(rule, self.address, self.name, since, says, urgent, does, ref, occasion)


Rule = Callable[[Facts, date], Iterable[Attention]]


def follow_up(facts: Facts, today: date) -> Iterable[Attention]:
    """A call was missed and nothing has been heard since: follow up with who misses."""
    missed = facts.missed_on
    if missed and wants_follow_up(facts):
        says = f"follow up: {facts.name} missed the call on {missed:%a} {missed.day}"
        does = "done" if facts.follow_up else "log"
        yield facts.line("follow-up", missed, says, urgent=True, does=does, ref=facts.follow_up)


def wants_follow_up(facts: Facts) -> bool:
    """Whether nobody has said anything since a missed call, nor ticked its follow-up off."""
    return facts.missed_on is not None and not facts.followed_up


def escalation(facts: Facts, today: date) -> Iterable[Attention]:
    """As many calls in a row were missed as the playbook lets pass before others are told."""
    limit, missed, since = facts.numbers.escalate_after, facts.missed_in_a_row, facts.missed_on
    if limit and missed >= limit and since and facts.is_active:
        says = (
            f"{facts.name} missed {missed} calls in a row: tell the programme"
            f" (the playbook says after {limit})"
        )
        yield facts.line("escalate", since, says, urgent=True)


def my_promises(facts: Facts, today: date) -> Iterable[Attention]:
    """The mentor's own promises that are due today or were before."""
    told = facts.follow_up if wants_follow_up(facts) else ""
    for promise in facts.promises:
        if promise.due <= today and promise.id != told:
            says = f"my promise to {facts.name}: {promise.text}, due {when(promise.due, today)}"
            late, one = promise.due < today, promise.id
            yield facts.line(
                "promise", promise.due, says, urgent=late, does="done", ref=one, occasion=one
            )


def weekly_task(facts: Facts, today: date) -> Iterable[Attention]:
    """The mentee's task is due: ask how it went."""
    task = facts.task
    if task and task.due <= today and facts.is_active:
        says = f"task of {facts.name}: {task.text}, due {when(task.due, today)}"
        yield facts.line("task", task.due, says, does="done", ref=task.id, occasion=task.id)


def targets(facts: Facts, today: date) -> Iterable[Attention]:
    """Targets whose 30, 60 or 90 days are over, or will be so many days from now."""
    notice = facts.numbers.target_days
    for target in facts.targets if facts.is_active else ():
        if (target.due - today).days <= notice:
            rule = f" (the playbook says {notice} days before)" if target.due > today else ""
            says = (
                f"{target.horizon} days of {facts.name}: {target.text},"
                f" due {when(target.due, today)}{rule}"
            )
            one = target.id
            yield facts.line("target", target.due, says, does="plan", ref=one, occasion=one)


def preparation(facts: Facts, today: date) -> Iterable[Attention]:
    """The next call is so few days away that the playbook wants it prepared."""
    day, notice = facts.next_day, facts.numbers.prep_days
    if day and notice and facts.is_active and 0 < (day - today).days <= notice:
        days = "a day" if notice == 1 else f"{notice} days"
        says = f"prepare the call with {facts.name}, {when(day, today)} (the playbook says {days})"
        yield facts.line("prep", day, says)


def silence(facts: Facts, today: date) -> Iterable[Attention]:
    """No contact of any kind for longer than the playbook allows; a call under way is contact.

    A missed call asks for a word already. Before the desk knew somebody, it heard nothing.
    """
    since, allowed = facts.last_contact or facts.known_since, facts.numbers.silence_days
    told = facts.running_since or wants_follow_up(facts)
    quiet = 0 if told else (today - since).days
    if allowed and facts.is_active and quiet > allowed:
        says = f"quiet: {facts.name}, {quiet} days since anything (the playbook says {allowed})"
        yield facts.line("silence", since, says, does="log")


def no_next_date(facts: Facts, today: date) -> Iterable[Attention]:
    """Nothing is fixed: meetings that are not fixed do not happen."""
    if facts.is_active and facts.next_start is None and facts.running_since is None:
        over = facts.ends_on if facts.ends_on and facts.ends_on < today else None
        ended = f": the run ended {days_ago(over, today)}" if over else ""
        says = f"no next date with {facts.name}{ended}"
        last = facts.last_contact or facts.started_on
        yield facts.line("no-date", today, says, does="slot", occasion=last.isoformat())


def left_open(facts: Facts, today: date) -> Iterable[Attention]:
    """A call that was to end on an earlier day was never closed."""
    since = facts.running_since
    if since and (facts.running_until or since) < today:
        says = f"the call with {facts.name} on {since:%a} {since.day} was never closed"
        yield facts.line("left-open", since, says, urgent=True, does="call")


def dated(facts: Facts, today: date) -> Iterable[Attention]:
    """What the programme has dated: check-ins, decisions, reports, surveys and the like."""
    if facts.is_active:
        for one, due in milestones(facts, today):
            yield _dated(facts, one, due, today)


def after_the_end(facts: Facts, today: date) -> Iterable[Attention]:
    """What follows when it is over: telling those who must know, and staying in touch."""
    if not (facts.ended_on or facts.left_on):
        return ()
    # Many days, nobody has anything here.
    from mentordesk.domain.attention_ended import keep_in_touch, put_forward, tell

    return (*tell(facts, today), *put_forward(facts, today), *keep_in_touch(facts, today))


RULES: tuple[Rule, ...] = (
    left_open, follow_up, escalation, my_promises, dated, weekly_task, targets, preparation,
    planned_gap, silence, no_next_date, after_the_end,
)  # fmt: skip


def due(
    everybody: Iterable[Facts], today: date, marks: Mapping[Mark, date | None] | None = None
) -> list[Attention]:
    """Every line that is due, what can be lost by waiting first, then the oldest.

    `marks` are lines that were put off until a day, or dismissed (None). What the mentor owes a
    programme once, such as a stand-up, is one line for everybody under it.
    """
    hidden = marks or {}
    found = [line for facts in everybody for rule in RULES for line in rule(facts, today)]
    found.sort(key=in_order)
    shown: dict[Mark, Attention] = {}
    for line in found:
        mark = (line.scope, line.rule, line.occasion)
        until = hidden.get(mark, date.min)
        if until is not None and until <= today:
            shown.setdefault(mark, line)
    return list(shown.values())


def _dated(facts: Facts, one: Milestone, due: date, today: date) -> Attention:
    name = "" if one.kind in SHARED else facts.name
    whose = facts.name if name else facts.programme
    weeks = 0 if facts.end_is_set else facts.numbers.weeks
    says = f"{one.title}: {whose}, due {when(due, today)}{why(one, weeks)}"
    return Attention(
        rule=one.kind.replace(" ", "-"),
        address=facts.address,
        name=name,
        since=due,
        says=says,
        urgent=due <= today and one.kind in WAITED_FOR,
        does="decide" if one.decision else "milestone",
        ref=one.key,
        occasion=f"{one.key} {due}",
    )
