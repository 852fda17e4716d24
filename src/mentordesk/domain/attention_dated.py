"""Which of a programme's dated events are due: milestones that nobody has settled, and gaps."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

from mentordesk.domain.attention_words import when
from mentordesk.domain.coming import Attention
from mentordesk.domain.programme_dates import falls, last_of, later, newest
from mentordesk.domain.programme_milestone import Milestone

if TYPE_CHECKING:
    from mentordesk.domain.attention import Facts


def milestones(course: "Facts", today: date) -> Iterator[tuple[Milestone, date]]:
    """Every milestone whose day has come, or is so near that it has notice, and is not settled.

    Of one that repeats only the newest time speaks: what lapsed is over.
    """
    for one, previous in in_turn(course):
        due = due_by(course, one, today + timedelta(days=one.notice_days), previous)
        if due and not is_settled(course, one, due):
            yield one, due


def is_settled(course: "Facts", one: Milestone, due: date) -> bool:
    """Whether it was done or skipped: this time of it, or ever if it comes only once."""
    if one.kind == "review" and one.every_months and course.reviewed:
        # A meeting with the monthly agenda since the time before was this one.
        before = later(due, months=-one.every_months)
        return course.reviewed > before or (one.key, due) in course.settled
    if one.repeats or _asks_again(course, one):
        return (one.key, due) in course.settled
    return any(key == one.key for key, _ in course.settled)


def _asks_again(course: "Facts", one: Milestone) -> bool:
    """A decision at the end comes again at another end that the mentor has set."""
    return bool(course.end_is_set and one.decision and one.after == "end")


def coming(course: "Facts", one: Milestone, previous: date | None, today: date) -> date | None:
    """The first day from today on for which nobody has settled it; None if it has no day yet."""
    if one.every_sessions or one.step:
        due = due_by(course, one, date.max, previous)
        return due if due and due >= today and not is_settled(course, one, due) else None
    for day in falls(one, course.started_on, course.ends_on, previous):
        if one.repeats and course.ends_on and day > last_of(one, course.ends_on):
            return None
        if day >= today and not is_settled(course, one, day):
            return day
    return None


def in_turn(course: "Facts") -> Iterator[tuple[Milestone, date | None]]:
    """Each milestone with the first day of the one before it, if it counts from that.

    Hours to book are only for those who offer any.
    """
    every = course.numbers.milestones
    last: date | None = None
    for one, following in zip_longest(every, every[1:]):
        previous = last if one.after == "previous" else None
        if one.kind != "slots" or course.numbers.slots_a_week:
            yield one, previous
        if following and following.after == "previous":
            last = next(falls(one, course.started_on, course.ends_on, previous), None)


def due_by(course: "Facts", one: Milestone, until: date, previous: date | None) -> date | None:
    """The last day up to `until` on which a milestone falls, by the calendar or by calls."""
    if one.every_sessions:
        rounds = len(course.held) // one.every_sessions
        day = course.held[rounds * one.every_sessions - 1] if rounds else None
    elif one.step:
        day = _with_its_step(course, course.steps.get(one.step, 0))
        day = day and day + timedelta(days=one.days)
    else:
        day = newest(one, until, course.started_on, course.ends_on, previous)
        return day and _known(course, one, day)
    return day if day and day <= until else None


def _known(course: "Facts", one: Milestone, day: date) -> date:
    """The day itself; what was due before it began is due when the desk first knew of it."""
    if one.repeats or day >= course.started_on or not course.known_on:
        return day
    return max(day, course.known_on)


def _with_its_step(course: "Facts", step: int) -> date | None:
    """The day of the call in which a step of the outline is, or is going to be, talked about."""
    if step and len(course.held) >= step:
        return course.held[step - 1]
    return course.next_day if step and len(course.held) == step - 1 else None


def planned_gap(facts: "Facts", today: date) -> Iterable[Attention]:
    """Weeks without calls begin soon: settle what is to be done by then."""
    near = gaps_ahead(facts.gaps, facts.numbers.gap_days, today)
    for first, last in near if facts.is_active else ():
        says = (
            f"no calls with {facts.name} from {first:%a} {first.day} to {last:%a} {last.day},"
            f" beginning {when(first, today)}"
        )
        yield facts.line("gap", first, says)


def gaps_ahead(
    gaps: Iterable[tuple[date, date]], notice: int, today: date
) -> list[tuple[date, date]]:
    """The gaps that begin today or so few days from now, each once; none for a notice of 0."""
    near = {gap for gap in gaps if 0 <= (gap[0] - today).days <= notice}
    return sorted(near) if notice else []
