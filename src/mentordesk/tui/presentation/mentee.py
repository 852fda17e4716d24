"""A mentee's page in lines: the headline, and the brief that is read in thirty seconds."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from mentordesk.domain.agenda import Point
from mentordesk.domain.course import countdown
from mentordesk.domain.course import left as ahead
from mentordesk.domain.notes import Note
from mentordesk.domain.pages import BriefPage
from mentordesk.domain.plans import Action, Goal, Opportunity, farness, in_order
from mentordesk.domain.text import clean
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.getting_on import how_rows, remember_rows, topic_rows
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, hanging, heading, pad, wrap

GROUP = "group"
TABS = ("brief", "timeline", "plan", "progress", "schedule", "agreement", "milestones")
NARROW = 80  # columns of the narrowest terminal that is served
GIST = 5  # lines of the last recap that a narrow page has room for; the timeline has all of it
SOON = 28  # days before its planned end from which a headline says so
DOORS = {"watching": "◌ ", "spotted": "! ", "offered": "→ ", "taken": "✓ ", "declined": "× "}
KEPT = 3  # of the promises kept since the last call, the newest
_MARKS = {"open": "○", "done": "✓", "parked": "‖", "dropped": "×"}


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
    many = words.count(page.members, "person", "people") if page.mentorship.group else ""
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


def brief_columns(
    page: BriefPage, look: Look, gist: int = GIST, *, dense: bool = False
) -> tuple[list[Row], list[Row]]:
    """The brief in two columns, what was and what comes; `gist` lines of the last recap.

    A dense one, for a short terminal, has no empty lines and tells of kept promises in one.
    """
    stuck = page.learning.topics if page.learning else ()
    was = (
        [*remember_rows(page, look), *recap_rows(page, look, gist)],
        _section("promised", promise_rows(page, look, dense=dense)),
        _section("open questions", note_rows(page.questions, "? ", look)),
        _section("stuck points", topic_rows(stuck, look)),
        _section("how it goes", how_rows(page, look)),
    )
    comes = (
        _section(agenda_title(page), agenda_rows(page.agenda, look)),
        _section("goals", goal_rows(page.goals, look)),
        _section("watching out for", watch_rows(page.watching, look)),
        _section("wins", note_rows(page.wins, "+ ", look)),
        _section("the way to its end", way_rows(page, look)),
    )
    return _stacked(was, dense), _stacked(comes, dense)


def _stacked(sections: Iterable[Sequence[Row]], dense: bool) -> list[Row]:
    """Sections one under the other, each but the first with an empty line above its heading."""
    rows: list[Row] = []
    for section in sections:
        if rows and section and not dense and rows[-1].left and section[0].heading:
            rows.append(blank())
        rows += section
    return rows


def way_rows(page: BriefPage, look: Look) -> list[Row]:
    """How far it is on its way to its planned end; nothing without one."""
    count = countdown(page.mentorship.started_on, page.ends_on, look.today)
    if count is None:
        return []
    until = f"until {words.day(count.ends_on, look.today)} "
    return [Row("", [(ahead(count), "warn" if count.days <= 0 else "")], [(until, "dim")])]


def _section(title: str, rows: Sequence[Row]) -> list[Row]:
    return [heading(title), *rows] if rows else []


def _when(page: BriefPage, look: Look) -> str:
    if page.last_day is None:
        return ""
    return f" · {words.day(page.last_day, look.today)}, {words.near(page.last_day, look.today)}"


def recap_rows(page: BriefPage, look: Look, gist: int) -> list[Row]:
    """The beginning of what the mentee was told, then of what only the mentor knows.

    What is watched out for has a section of its own.
    """
    if page.last_day is None:
        never = Row("", [("No call yet. ", ""), ("s starts the first one.", "dim")])
        return [heading("last time"), never]
    told = _told(page.last_recap, look.width - 2)
    watched = {f"- {one.text}" for one in page.watching}
    kept = [line for line in page.last_private.split("\n") if line.strip() not in watched]
    private = _titled(_told("\n".join(kept), look.width - 6)[:gist])
    rows = _titled(told[:gist]) if len(told) > gist else told
    rows += [
        Row("", [("    " if n else "me: ", "dim"), (row.left[0][0], "dim")])
        for n, row in enumerate(private)
    ]
    more = "more on the timeline " if len(told) > gist else ""
    none = [Row("", [("No recap was written.", "dim")])]
    return [heading(f"last time{_when(page, look)}", more), *(rows or none)]


def _titled(rows: list[Row]) -> list[Row]:
    """Without a title at the end: with nothing under it, it says nothing."""
    while rows and rows[-1].left[0][1] == "dim":
        rows = rows[:-1]
    return rows


def _told(markdown: str, cells: int) -> list[Row]:
    """A recap as it reads aloud: titles dimmed, the first one left out, for the page has it."""
    lines = clean(markdown).replace("**", "").strip().split("\n")
    if lines[0].startswith("# "):
        del lines[0]
    return [
        Row("", [(piece, "dim" if line.startswith("#") else "")])
        for line in lines
        for piece in wrap(line.lstrip("# "), cells)
        if piece
    ]


def promise_rows(page: BriefPage, look: Look, *, dense: bool = False) -> list[Row]:
    """Both sides' promises, the mentor's own first; the ones kept lately below.

    Dense, those that were kept before today share a line.
    """
    lately = page.done_lately[:KEPT]
    before = [one.text for one in lately if dense and one.done_on != look.today]
    kept = [one for one in lately if one.text not in before]
    shown = [*in_order(page.actions), *kept]
    rows = [row for action in shown for row in action_row(action, look)]
    if before:
        said = fit(" · ".join(before), look.width - 13)
        rows.append(Row("", [("✓ kept     ", "dim"), (said, "dim")]))
    return rows or [
        Row("", [("Nothing promised on either side. ", "dim"), (look.hint("plan.promise"), "dim")])
    ]


def action_row(action: Action, look: Look) -> list[Row]:
    """One promise: who, what, until when."""
    done = action.state != "open"
    mark: Seg = (_MARKS.get(action.state, "·") + " ", "dim" if done else "accent")
    owner = pad(action.who or action.owner, 8) + " "
    due = due_words(action, look)
    task = [("own idea ", "dim")] if action.proposed_by and not done else []
    task += [("task ", "accent")] if action.task and not done else []
    right = [*task, (due, "warn" if _late(action, look) else "dim")] if due or task else []
    room = look.width - 13 - sum(len(text) for text, _ in right)
    first, *rest = wrap(action.text, max(room, 20))
    return [
        Row(f"action:{action.id}", [mark, (owner, "dim"), (first, "dim" if done else "")], right),
        *(Row("", [(" " * 11 + line, "dim" if done else "")]) for line in rest[:3]),
    ]


def due_words(action: Action, look: Look) -> str:
    """Until when: `by Fri 27 Nov`, `due yesterday`, `done Tue 24 Nov`."""
    if action.state != "open":
        return f"{action.state} {words.day(action.done_on, look.today)} " if action.done_on else ""
    if action.due is None:
        return ""
    close = abs((action.due - look.today).days) < 2 or _late(action, look)
    return (
        f"due {words.near(action.due, look.today)} "
        if close
        else f"by {words.day(action.due, look.today)} "
    )


def _late(action: Action, look: Look) -> bool:
    return bool(action.state == "open" and action.due and action.due < look.today)


def note_rows(notes: Iterable[Note], mark: str, look: Look) -> list[Row]:
    """Questions, stuck points and wins, each as it was written."""
    return [
        row
        for note in notes
        for row in hanging(f"note:{note.id}", (mark, "accent"), note.body, look.width - 3)[:4]
    ]


def agenda_title(page: BriefPage) -> str:
    """Whether it is the agenda of the running call or of the next, and how long that is."""
    minutes = sum(point.minutes for point in page.agenda if point.state != "dropped")
    return f"agenda {'now' if page.running else 'for next time'} · {minutes} min"


def agenda_rows(points: Sequence[Point], look: Look) -> list[Row]:
    """The agenda: what is carried says how often."""
    return [point_row(point, n, look) for n, point in enumerate(points) if point.state != "dropped"]


def point_row(point: Point, n: int, look: Look) -> Row:
    """One item of the agenda."""
    carried = f"carried ×{point.carried} " if point.carried else ""
    mark = "▒" if point.source == "wrap-up" else _MARKS.get(point.state, "○")
    faded = "dim" if point.state in ("done", "parked") or point.source == "wrap-up" else ""
    title = fit(point.title, look.width - 10 - len(carried))
    return Row(
        f"point:{n}",
        [(mark + " ", "dim"), (carried, "warn"), (title, faded)],
        [(f"{point.minutes or '':>3} ", "dim")],
    )


def goal_rows(goals: Iterable[Goal], look: Look) -> list[Row]:
    """What is aimed for, the nearest horizon first."""
    return [
        row
        for goal in sorted(goals, key=lambda one: farness(one.horizon))
        for row in hanging(
            f"goal:{goal.id}", (pad(horizon(goal), 6), "dim"), goal.text, look.width - 3
        )
    ]


def horizon(goal: Goal) -> str:
    """A goal's horizon in a short word: `30 d`, `long`."""
    return f"{goal.horizon} d" if goal.horizon.isdigit() else goal.horizon


def watch_rows(found: Iterable[Opportunity], look: Look) -> list[Row]:
    """What the mentor looks out for or has offered, with its deadline."""
    rows = []
    for one in found:
        by = f"by {words.day(one.due, look.today)} " if one.due else ""
        first, *rest = hanging(
            f"watch:{one.id}", (DOORS[one.state], "accent"), one.text, look.width - 4 - len(by)
        )
        rows += [first._replace(right=[(by, "dim")] if by else ()), *rest]
    return rows
