"""What `session close` says of a call that is over, a line each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mentordesk.cli import words

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.people import Relation
    from mentordesk.domain.sessions import Session


def closed_lines(desk: "Desk", session: "Session", told: bool = False) -> Iterator[str]:
    """How long the call was, what is left open, when the next one is, and how to get the recap.

    Where the end was `told` there is nothing to remark on it.
    """
    found = desk.people.by_mentorship(session.mentorship_id)
    handle, name = found.mentee.handle, found.mentee.name
    yield f"Closed: call {session.number} with {name}{_spent(session)}."
    if not told:
        yield from _cut_short(desk, session)
    if found.is_group:
        yield from _roll(desk, session, handle)
    yield from (f"! {stranger.says}." for stranger in desk.pages.strangers(session.id))
    yield from _left_over(desk, session)
    yield from _next(desk, session, found)
    yield f"What {name} receives: mentordesk session recap {handle}"


def _spent(session: "Session") -> str:
    if session.timebox is None or session.ended is None:
        return ""
    return f", {words.length(session.timebox.worked(session.ended))}"


def _cut_short(desk: "Desk", session: "Session") -> Iterator[str]:
    """That a call closed long after its end counts up to the planned one."""
    if counted := desk.times.cut_short(session.id):
        yield (
            f"! {words.length(counted.minutes)} are counted, up to the planned end, for it was"
            " closed long after that. If it took longer:"
            f" mentordesk time edit {counted.id[:8]} --minutes N"
        )


def _roll(desk: "Desk", session: "Session", handle: str) -> Iterator[str]:
    if unsaid := desk.groups.rolls.unsaid(session.id):
        names = ", ".join(one.handle for one in unsaid)
        yield (f"Not said who came: {names}. Say it with: mentordesk session roll {handle} --all")


def _left_over(desk: "Desk", session: "Session") -> Iterator[str]:
    if left := desk.calls.coming_again(session.id):
        titles = " · ".join(point.title for point in left)
        yield f"{words.counted(len(left), 'item')} not ticked, so on the next agenda: {titles}"


def _next(desk: "Desk", session: "Session", found: "Relation") -> Iterator[str]:
    """When the next meeting is, and whether it is confirmed; else that none is fixed."""
    line, handle = desk.pages.brief(found.address).next, found.mentee.handle
    if line is None:
        yield from _unfixed(desk, session, handle)
        return
    day = line.start.astimezone(desk.tz).date()
    confirm = f"not confirmed: mentordesk slot confirm {handle} {day}"
    alone = "" if line.total or desk.slots.goes_on(found.address) else ", this once"
    said = "confirmed" if line.confirmed else confirm
    yield f"Next: {words.moment(desk, line.start)}{alone}, {said}"


def _unfixed(desk: "Desk", session: "Session", handle: str) -> Iterator[str]:
    """That what was answered about the next date is no date, and that it is not forgotten."""
    from mentordesk.desk.next_dates import promised_date

    if made := promised_date(desk, session):
        yield (
            f"! No next date is fixed. You promised: {made}. Set it with:"
            f" mentordesk slot set {handle} --weekly tue 18:00, and --count 1 for one meeting"
        )
