"""The lines above and below a call: who and how far, and what must not be forgotten meanwhile."""

from datetime import datetime

from rich.cells import cell_len

from mentordesk.domain.call_page import CallPage
from mentordesk.domain.text import city, one_line
from mentordesk.domain.timebox import clock
from mentordesk.domain.waiting import Waiting
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, fit

REC = "⏺ rec "
"""Said for as long as the recording runs, with the mentee's clock."""


def headline(
    page: CallPage, look: Look, waits: Waiting | None = None, *, still: bool = False
) -> Row:
    """Who, the programme and kind of meeting, the how-manieth; at the right the mentee's clock.

    While one `waits` it says how long instead, in whole minutes where clocks stand `still`.
    """
    session = page.session
    kind = page.playbook.kind
    count = f"{session.number} of {page.total}" if page.total else f"call {session.number}"
    said = f"{page.playbook.title} · {kind} · {count}"
    if page.step and not page.step.is_through:
        said = f"step {page.step.number} of {page.step.total}: {kind} · {page.playbook.title}"
    if waits:
        said = _waiting(waits, look.now, still)
    late = ", late" if page.late and not page.roll else ""
    rest = f"{late} · " + one_line(said)
    right = _their_clock(page, look)
    room = look.width - sum(cell_len(text) for text, _ in right) - cell_len(rest) - 3
    name = fit(page.mentee.name, max(room, 12))
    return Row("", [(f" {name}", "strong"), (rest, "dim")], right)


def doubts(page: CallPage) -> dict[int, str]:
    """What is said of the lines whose day or owner was not understood, by line."""
    days = {at: f"“{said}” is no day to come: try by fri" for at, said in page.undated.items()}
    return days | {at: one.says for at, one in page.strangers.items()}


def _waiting(one: Waiting, now: datetime, still: bool) -> str:
    """How long nobody has come, in words that also a stopped screen would say truly."""
    minutes = int(one.gone(now).total_seconds() // 60)
    if one.is_long(now):
        return f"nobody yet, {minutes} min waited"
    return f"waiting {minutes if still else clock(one.gone(now))} of {one.minutes} min"


def _their_clock(page: CallPage, look: Look) -> list[Seg]:
    there = look.there(look.now, page.mentee.zone)
    rec: list[Seg] = [(REC, "warn")] if page.recorded else []
    if there is None:
        return rec
    parted: list[Seg] = [("· ", "dim"), *rec] if rec else []
    first = fit(page.mentee.name.split(" ")[0], 12)
    place = f" {city(page.mentee.zone)} "
    if there.replace(tzinfo=None) == look.here(look.now).replace(tzinfo=None):
        return [(f"{first}: same clock,{place}", "dim"), *parted]
    return [(f"{first} ", "dim"), (f"{there:%H:%M}", "strong"), (place, "dim"), *parted]


def foot(page: CallPage, trouble: str, invite: str, width: int) -> Row:
    """Boundaries and the far goal, or the invitation that takes its place and comes first.

    Where room is short, so are the words; a boundary is the last to be cut. When storing fails,
    nothing but that.
    """
    if trouble:
        return Row("", [(f" NOT STORED: {fit(trouble, width - 13)}", "warn")])
    boundary, goal = page.boundary, page.goal
    if cell_len(boundary) + cell_len(invite or goal) + 4 > width:
        boundary = boundary.removeprefix("contact: ")
        goal = goal.replace(" days: ", " d: ", 1)
    right = invite or goal
    least = width // 3 if invite else width * 3 // 5
    boundary = fit(boundary, max(width - cell_len(right) - 4, least))
    right = fit(right, width - cell_len(boundary) - 4)
    part = "accent" if invite else "dim"
    return Row("", [(f" {boundary}", "")], [(f"{right} ", part)] if right else ())
