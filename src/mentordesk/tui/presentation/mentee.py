"""A mentee's page in lines: its headline, what is agreed, when the next call is, and its tabs."""

from collections.abc import Sequence

from rich.cells import cell_len

from mentordesk.domain.course import countdown
from mentordesk.domain.course import left as ahead
from mentordesk.domain.pages import BriefPage
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, fit

GROUP = "group"
TABS = ("brief", "timeline", "plan", "progress", "schedule", "agreement", "milestones")
NARROW = 80  # columns of the narrowest terminal that is served
SOON = 28  # days before its planned end from which a headline says so


def mentee_headline(page: BriefPage, look: Look) -> Row:
    """Who, under what, which meeting, how it stands; and what time it is over there."""
    name, there = f" {fit(page.mentee.name, 30)}", their_time(page, look) + " "
    room = look.width - cell_len(name) - cell_len(there) - 1
    said = _standing(page, look, room)
    return Row("", [(name, "strong"), (said, "")], [(there, "accent")])


def _standing(page: BriefPage, look: Look, room: int) -> str:
    """Under what, which meeting and how it stands, in so many cells: what is elsewhere, too, goes.

    The Group tab has its members, the Brief the weeks; last of all the programme is cut.
    """
    title, step = fit(page.playbook.title, 28), page.step
    counted = page.number <= page.total  # a run that is over says nothing of the next one
    which = f"{page.number} of {page.total}" if counted else f"session {page.number}"
    if step and not step.is_through:
        which = f"step {step.number} of {step.total}"
    many = words.counted(page.members, "person", "people") if page.mentorship.group else ""
    status = page.mentorship.status if page.mentorship.status != "active" else ""
    count = countdown(page.mentorship.started_on, page.ends_on, look.today)
    end = ahead(count) if count and count.days <= SOON else ""
    brief_end = end.rpartition(", ")[2]
    tries = ((many, end), ("", end), ("", brief_end), ("", ""))
    for members, until in tries:
        parts = [part for part in (title, which, members, status, until) if part]
        said = "".join(f" · {part}" for part in parts)
        if cell_len(said) <= room:
            return said
    rest = "".join(f" · {part}" for part in (which, status) if part)
    return f" · {fit(title, max(room - cell_len(rest) - 3, 8))}{rest}"


def their_time(page: BriefPage, look: Look) -> str:
    """The mentee's own time just now: `18:27 Lagos`."""
    there = look.there(look.now, page.mentee.zone)
    if there is None:
        return ""
    other_day = f"{there:%a} " if there.date() != look.today else ""
    return f"{other_day}{there:%H:%M} {words.city(page.mentee.zone)}"


def boundary_line(page: BriefPage, look: Look) -> Row:
    """What is agreed about contact and topics, and when the next call is."""
    agreed = page.boundary
    coming = next_call(page, look)
    if cell_len(agreed) + cell_len(coming) + 4 > look.width:
        coming = coming.rpartition(",")[0] or coming  # how far away it is stands on Today, too
    return Row("", [(" " + agreed, "dim")], [(coming + " ", "")])


def next_call(page: BriefPage, look: Look) -> str:
    """When the next call is, and how far away."""
    if page.running:
        return "● the call is running"
    if page.next is None:
        return "no next date"
    at = page.next.start
    day = words.day(look.here(at).date(), look.today)
    return f"next {day} {words.clock(at, look)}, {words.distance(at, look)}"


def tabs_of(page: BriefPage | None) -> tuple[str, ...]:
    """The tabs of a page: a group has one of its own behind the brief."""
    first, *rest = TABS
    return (first, GROUP, *rest) if page and page.mentorship.group else TABS


def tabs_line(chosen: str, tabs: Sequence[str] = TABS) -> Row:
    """The tabs, the chosen one set off."""
    left: list[Seg] = [(" ", "")]
    for tab in tabs:
        left += [(f" {tab.capitalize()} ", "tab" if tab == chosen else "dim"), (_gap(tabs), "")]
    return Row("", left)


def tab_at(x: int, tabs: Sequence[str] = TABS) -> str:
    """The tab at a column of that line, '' beside them."""
    start = 1
    for tab in tabs:
        if start <= x < start + len(tab) + 2:
            return tab
        start += len(tab) + 2 + len(_gap(tabs))
    return ""


def _gap(tabs: Sequence[str]) -> str:
    """A blank between two tabs, where all of them still fit a narrow terminal."""
    return " " if 1 + sum(len(tab) + 3 for tab in tabs) <= NARROW else ""
