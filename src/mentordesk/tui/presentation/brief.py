"""The brief in lines: what is read in thirty seconds before a call."""

from collections.abc import Iterable, Sequence

from mentordesk.domain.agenda import Point
from mentordesk.domain.course import countdown
from mentordesk.domain.course import left as ahead
from mentordesk.domain.notes import Note
from mentordesk.domain.pages import BriefPage
from mentordesk.domain.plans import Goal, Opportunity, farness
from mentordesk.domain.text import clean
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.getting_on import how_rows, remember_rows, topic_rows
from mentordesk.tui.presentation.look import NOT_SHOWN, Look
from mentordesk.tui.presentation.promises import promise_rows
from mentordesk.tui.presentation.rows import Row, blank, fit, hanging, heading, pad, wrap

GIST = 5  # lines of the last recap that a narrow page has room for; the timeline has all of it
DOORS = {"watching": "◌ ", "spotted": "! ", "offered": "→ ", "taken": "✓ ", "declined": "× "}
_MARKS = {"open": "○", "done": "✓", "parked": "‖", "dropped": "×"}


def brief_columns(
    page: BriefPage, look: Look, gist: int = GIST, *, dense: bool = False
) -> tuple[list[Row], list[Row]]:
    """The brief in two columns, what was and what comes; `gist` lines of the last recap.

    A dense one, for a short terminal, has no empty lines and tells of kept promises in one.
    """
    stuck = page.learning.topics if page.learning else ()
    was = (
        _section("background", _background(page, look)),
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


def _background(page: BriefPage, look: Look) -> list[Row]:
    """What came about somebody: to be read, there is nothing to do about it."""
    return [row._replace(key="") for row in note_rows(page.background, "· ", look)]


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
        if look.shared:
            never = Row("", [(NOT_SHOWN, "dim")])
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
    none = [Row("", [(look.nothing("No recap was written."), "dim")])]
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
