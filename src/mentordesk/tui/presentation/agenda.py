"""The agenda of a running call and what was promised, as rows that fit a pane."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from mentordesk.domain.agenda import Point, current
from mentordesk.domain.call_page import Aim
from mentordesk.domain.plans import Action
from mentordesk.domain.text import one_line
from mentordesk.tui.presentation.look import day
from mentordesk.tui.presentation.rows import Row, Seg, fit, hanging, heading, pad, plain, wrap

CURRENT = "▸"
_MARKS = {"done": ("✓ ", "good"), "parked": ("‖ ", "dim"), "dropped": ("× ", "dim")}
ROOMY = 34
"""Cells from which on a promise also shows the day it is due."""
WIDEST_OWNER = 8
EMPTY = "Nothing planned: a adds an item."


def agenda_rows(
    points: Sequence[Point],
    promised: Sequence[Action],
    today: date,
    cells: int,
    lines: int,
    spent: int | None = None,
    aims: Sequence[Aim] = (),
) -> list[Row]:
    """Items, then promises, in a pane of `cells` by `lines`, and the goals where there is room.

    Titles wrap when there is room for all; on a crowded day the current one does and, from the
    top, as many as there is room for, and `carried ×2` is short `×2`. The current one's prompts
    follow while room is left; `spent` are its whole minutes so far, said as `4/7`.
    """
    now = current(points)
    promises = _promises(promised, today, cells)
    room = lines - len(promises)
    items = [
        _point(point, point is now, cells, "carried ", wrapped=True, spent=spent)
        for point in points
    ]
    if sum(map(len, items)) > room:
        items = _crowded(points, cells, room, spent)
    spare = room - sum(map(len, items))
    found: list[Row] = []
    for point, rows in zip(points, items, strict=True):
        found += rows
        found += _prompts(point, cells, spare) if point is now else []
    room = lines - max(1, len(found)) - len(promises)
    return [*(found or [plain(EMPTY, "dim")]), *promises, *_aims(aims, cells, room)]


def _crowded(points: Sequence[Point], cells: int, room: int, spent: int | None) -> list[list[Row]]:
    now = current(points)
    items = [
        _point(point, point is now, cells, "", wrapped=point is now, spent=spent)
        for point in points
    ]
    spare = room - sum(map(len, items))
    for n, point in enumerate(points):
        is_open = point.state == "open"
        whole = _point(point, point is now, cells, "", wrapped=is_open, spent=spent)
        more = len(whole) - len(items[n])
        if more <= spare:
            items[n] = whole
            spare -= more
    return items


def _point(
    point: Point, is_current: bool, cells: int, word: str, wrapped: bool, spent: int | None
) -> list[Row]:
    state = point.state if point.state in ("parked", "dropped") else ""
    right: list[Seg] = [(state or f"{point.minutes or ''}", "dim")]
    if is_current and spent is not None and point.minutes:
        right = [(f"{spent}/{point.minutes}", "warn" if spent >= point.minutes else "accent")]
    room = cells - 3 - cell_len(right[0][0])
    carried = f"{word}×{point.carried} " if point.carried else ""
    title = carried + point.title
    first, *rest = wrap(title, room) if wrapped else [fit(title, room)]
    part = "strong" if is_current else "dim" if point.state != "open" else ""
    head: list[Seg] = [(first, part)]
    if carried and first.startswith(carried):
        head = [(carried, "warn"), (first[len(carried) :], part)]
    row = Row(f"point:{point.id}", [_mark(point, is_current), *head], right)
    return [row, *(Row("", [("  " + line, part)]) for line in rest)]


def _mark(point: Point, is_current: bool) -> Seg:
    if point.state in _MARKS:
        return _MARKS[point.state]
    if is_current:
        return f"{CURRENT} ", "accent"
    return ("▒ ", "warn") if point.source == "wrap-up" else ("  ", "")


def _prompts(point: Point, cells: int, spare: int) -> list[Row]:
    """The first prompts that fit whole into the spare lines."""
    found: list[Row] = []
    for prompt in point.prompts:
        rows = hanging("", ("  · ", "dim"), prompt, cells, "dim")
        if len(found) + len(rows) > spare:
            break
        found += rows
    return found


def _promises(promised: Sequence[Action], today: date, cells: int) -> list[Row]:
    if not promised:
        return []
    wide = min(max(cell_len(_owner(action)) for action in promised), WIDEST_OWNER)
    rows = [_promise(action, today, cells, wide) for action in promised]
    return [heading("promised last time "), *rows]


def _aims(aims: Sequence[Aim], cells: int, room: int) -> list[Row]:
    """The goals with how they stand: as many as there is room for, none rather than one of many."""
    if not aims or room <= min(len(aims), 2):
        return []
    return [heading("goals "), *(_aim(one, cells) for one in aims[: room - 1])]


def _aim(one: Aim, cells: int) -> Row:
    mark: Seg = ("✓ ", "good") if one.is_new else ("○ ", "")
    right: list[Seg] = [(one.mark.replace("-", " "), "" if one.is_new else "dim")]
    room = cells - 3 - cell_len(right[0][0])
    return Row(f"goal:{one.goal.id}", [mark, (fit(one.goal.text, room), "")], right)


def _owner(action: Action) -> str:
    return one_line(action.who) if action.owner != "me" else "me"


def _promise(action: Action, today: date, cells: int, wide: int) -> Row:
    mark: Seg = ("○ ", "") if action.is_open else ("✓ ", "good")
    overdue = bool(action.is_open and action.due and action.due < today)
    right: list[Seg] = []
    if overdue:
        right = [("late", "warn")]
    elif action.due and cells >= ROOMY:
        right = [(day(action.due, today), "dim")]
    room = cells - 2 - wide - 1 - sum(1 + cell_len(text) for text, _ in right)
    part = "" if action.is_open else "dim"
    owner = pad(_owner(action), wide) + " "
    return Row(
        f"action:{action.id}", [mark, (owner, "accent"), (fit(action.text, room), part)], right
    )
