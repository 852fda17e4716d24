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
    parts = [fit(page.playbook.title, 28)]
    if page.step and not page.step.is_through:
        parts.append(f"step {page.step.number} of {page.step.total}")
    else:
        parts.append(f"{page.number} of {page.total}" if page.total else f"session {page.number}")
    if page.mentorship.group:
        parts.append(words.count(page.members, "person", "people"))
    if page.mentorship.status != "active":
        parts.append(page.mentorship.status)
    count = countdown(page.mentorship.started_on, page.ends_on, look.today)
    if count and count.days <= SOON:
        parts.append(ahead(count))
    left: list[Seg] = [(f" {fit(page.mentee.name, 30)}", "strong"), (" · " + " · ".join(parts), "")]
    return Row("", left, [(their_time(page, look) + " ", "accent")])


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


def brief_columns(page: BriefPage, look: Look, gist: int = GIST) -> tuple[list[Row], list[Row]]:
    """The brief in two columns, what was and what comes; `gist` lines of the last recap."""
    stuck = page.learning.topics if page.learning else ()
    was = [
        *remember_rows(page, look),
        *_section(f"last time{_when(page, look)}", recap_rows(page, look, gist)),
        *_section("promised", promise_rows(page, look)),
        *_section("open questions", note_rows(page.questions, "? ", look)),
        *_section("stuck points", topic_rows(stuck, look)),
        *_section("how it goes", how_rows(page, look)),
    ]
    comes = [
        *_section(agenda_title(page), agenda_rows(page.agenda, look)),
        *_section("goals", goal_rows(page.goals, look)),
        *_section("watching out for", watch_rows(page.watching, look)),
        *_section("wins", note_rows(page.wins, "+ ", look)),
        *_section("the way to its end", way_rows(page, look)),
    ]
    return was[:-1], comes[:-1]


def way_rows(page: BriefPage, look: Look) -> list[Row]:
    """How far it is on its way to its planned end; nothing without one."""
    count = countdown(page.mentorship.started_on, page.ends_on, look.today)
    if count is None:
        return []
    until = f"until {words.day(count.ends_on, look.today)} "
    return [Row("", [(ahead(count), "warn" if count.days <= 0 else "")], [(until, "dim")])]


def _section(title: str, rows: Sequence[Row]) -> list[Row]:
    return [heading(title), *rows, blank()] if rows else []


def _when(page: BriefPage, look: Look) -> str:
    if page.last_day is None:
        return ""
    return f" · {words.day(page.last_day, look.today)}, {words.near(page.last_day, look.today)}"


def recap_rows(page: BriefPage, look: Look, gist: int) -> list[Row]:
    """The beginning of what the mentee was told, then of what only the mentor knows."""
    if page.last_day is None:
        return [Row("", [("No call yet. ", ""), ("s starts the first one.", "dim")])]
    told = _told(page.last_recap, look.width - 2)
    rows = told[:gist]
    while len(told) > gist and rows and rows[-1].left[0][1] == "dim":
        rows.pop()  # a title with nothing under it says nothing
    if len(told) > gist:
        rows.append(Row("", [("… all of it stands on the timeline", "dim")]))
    private = _told(page.last_private, look.width - 6)[:gist]
    rows += [
        Row("", [("    " if n else "me: ", "dim"), (row.left[0][0], "dim")])
        for n, row in enumerate(private)
    ]
    return rows or [Row("", [("No recap was written.", "dim")])]


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


def promise_rows(page: BriefPage, look: Look) -> list[Row]:
    """Both sides' promises, the mentor's own first; the ones kept lately below."""
    rows = [row for action in in_order(page.actions) for row in action_row(action, look)]
    rows += [row for action in page.done_lately[:KEPT] for row in action_row(action, look)]
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
