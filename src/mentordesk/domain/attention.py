"""What is due and why: one rule a function, numbers from the playbook, no state changed.

Each rule looks at the facts of one mentorship and returns a line for Today, or None.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from mentordesk.domain.coming import Attention


class Promised(NamedTuple):
    """An open promise of the mentor's with a day."""

    id: str
    text: str
    due: date


class Facts(NamedTuple):
    """What the rules know of one mentorship; days are the mentor's own.

    `missed_on` is the day of a missed call since which nothing was heard; `follow_up` the open
    promise that it has made, `followed_up` whether that is kept. `running_until` is the day on
    which the call that began on `running_since` was to end.
    """

    address: str
    name: str
    status: str
    started_on: date
    last_contact: date | None
    missed_on: date | None
    next_start: datetime | None
    running_since: date | None
    promises: Sequence[Promised]
    silence_days: int
    follow_up: str = ""
    followed_up: bool = False
    running_until: date | None = None


Rule = Callable[[Facts, date], Iterable[Attention]]


def follow_up(facts: Facts, today: date) -> Iterable[Attention]:
    """A call was missed and nothing has been heard since: follow up with who misses."""
    missed = facts.missed_on
    if missed and wants_follow_up(facts):
        says = f"follow up: {facts.name} missed the call on {missed:%a} {missed.day}"
        does = "done" if facts.follow_up else "log"
        name = facts.name
        yield Attention("follow-up", facts.address, name, missed, says, True, does, facts.follow_up)


def wants_follow_up(facts: Facts) -> bool:
    """Whether nobody has said anything since a missed call, nor ticked its follow-up off."""
    return facts.missed_on is not None and not facts.followed_up


def my_promises(facts: Facts, today: date) -> Iterable[Attention]:
    """The mentor's own promises that are due today or were before."""
    told = facts.follow_up if wants_follow_up(facts) else ""
    for promise in facts.promises:
        if promise.due <= today and promise.id != told:
            when = "today" if promise.due == today else days_ago(promise.due, today)
            says = f"my promise to {facts.name}: {promise.text}, due {when}"
            late = promise.due < today
            yield Attention(
                "promise", facts.address, facts.name, promise.due, says, late, "done", promise.id
            )


def silence(facts: Facts, today: date) -> Iterable[Attention]:
    """No contact of any kind for longer than the playbook allows; a call under way is contact."""
    since = facts.last_contact or facts.started_on
    quiet = 0 if facts.running_since else (today - since).days
    if facts.silence_days and facts.status == "active" and quiet > facts.silence_days:
        rule = f"(the playbook says {facts.silence_days})"
        says = f"quiet: {facts.name}, {quiet} days since anything {rule}"
        yield Attention("silence", facts.address, facts.name, since, says, False, "log")


def no_next_date(facts: Facts, today: date) -> Iterable[Attention]:
    """Nothing is fixed: meetings that are not fixed do not happen."""
    if facts.status == "active" and facts.next_start is None and facts.running_since is None:
        says = f"no next date with {facts.name}"
        yield Attention("no-date", facts.address, facts.name, today, says, False, "slot")


def left_open(facts: Facts, today: date) -> Iterable[Attention]:
    """A call that was to end on an earlier day was never closed."""
    since = facts.running_since
    if since and (facts.running_until or since) < today:
        says = f"the call with {facts.name} on {since:%a} {since.day} was never closed"
        yield Attention("left-open", facts.address, facts.name, since, says, True, "call")


RULES: tuple[Rule, ...] = (left_open, follow_up, my_promises, silence, no_next_date)


def due(everybody: Iterable[Facts], today: date) -> list[Attention]:
    """Every line that is due, what can be lost by waiting first, then the oldest."""
    found = [line for facts in everybody for rule in RULES for line in rule(facts, today)]
    return sorted(found, key=lambda line: (not line.urgent, line.since, line.address, line.says))


def days_ago(day: date, today: date) -> str:
    """`yesterday`, or `5 days ago`."""
    days = (today - day).days
    return "yesterday" if days == 1 else f"{days} days ago"
