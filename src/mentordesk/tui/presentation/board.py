"""Plans across everybody, in lines: what is due this week, promised, aimed for, and unmeasured."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from mentordesk.domain.planning import Aimed, Board, Planned, Promised
from mentordesk.domain.plans import farness
from mentordesk.domain.text import one_line
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.parts import Part
from mentordesk.tui.presentation.rows import Row, Seg, blank, heading, pad, plain

WEEK, PROMISED, TARGETS, UNMEASURED = "this week", "promised", "targets", "no measure"
OWNERS = ("", "me", "mentee", "network")
SPOKEN = {"me": "mine", "mentee": "of mentees", "network": "of others"}
_EMPTY = {
    WEEK: "Nothing is due this week.",
    PROMISED: "Nothing is promised. On a mentee's page, p notes what somebody will do.",
    TARGETS: "Nothing is aimed for. On a mentee's page, g notes a goal.",
    UNMEASURED: "Every row of every plan has a measure.",
}


class Due(NamedTuple):
    """A thing with a day: its key, whose it is, what it says, and who owes it."""

    key: str
    name: str
    owner: str
    who: str
    text: str
    day: date | None
    address: str


def dues(board: Board, owner: str, today: date) -> list[Due]:
    """Everything open, by day; targets and rows of plans are nobody's alone, so of no owner."""
    found = [_promise(one) for one in board.promises if owner in ("", one.action.owner)]
    if not owner:
        found += [_target(one) for one in board.targets]
        found += [_row(one, today) for one in board.rows]
    return sorted(found, key=lambda one: (one.day or date.max, one.owner != "me", one.name))


def of_week(board: Board, owner: str, today: date) -> list[Due]:
    """What is due until Sunday, and what was due before."""
    sunday = today + timedelta(days=6 - today.weekday())
    return [one for one in dues(board, owner, today) if one.day and one.day <= sunday]


def parts(board: Board, owner: str, today: date) -> list[Part]:
    """The parts of the page with how much is in each."""
    promised = [one for one in board.promises if owner in ("", one.action.owner)]
    return [
        Part(WEEK, len(of_week(board, owner, today))),
        Part(PROMISED, len(promised)),
        Part(TARGETS, len(board.targets)),
        Part(UNMEASURED, sum(one.row.lacks_measure for one in board.rows)),
    ]


def board_headline(board: Board, owner: str, look: Look) -> Row:
    """How much is promised on either side, and how much of the mentor's own is late.

    On a shared screen, where not all is there, only whose.
    """
    mine = [one.action for one in board.promises if one.action.owner == "me"]
    late = sum(bool(one.due and one.due < look.today) for one in mine)
    said = f" · {len(mine)} promised by me{f', {late} late' if late else ''}"
    said += f" · {len(board.promises) - len(mine)} by others"
    right = f"only {SPOKEN[owner]} " if owner else ""
    return Row(
        "",
        [(" Plans", "strong"), ("" if look.shared else said, "")],
        [(right, "accent")] if right else (),
    )


def board_rows(board: Board, part: str, owner: str, look: Look) -> list[Row]:
    """One part of the page."""
    if part == WEEK:
        rows = _week(of_week(board, owner, look.today), look)
    elif part == PROMISED:
        rows = _promises(board, owner, look)
    elif part == TARGETS:
        rows = _targets(board.targets, look)
    else:
        rows = _unmeasured(board.rows, look)
    return rows or [plain(look.nothing(_EMPTY[part]), "dim")]


def _week(found: Sequence[Due], look: Look) -> list[Row]:
    late = [one for one in found if one.day and one.day < look.today]
    return _sections([("its day has passed", late), ("until Sunday", found[len(late) :])], look)


def _promises(board: Board, owner: str, look: Look) -> list[Row]:
    every = [_promise(one) for one in board.promises if owner in ("", one.action.owner)]
    titles = (("me", "by me"), ("mentee", "by mentees"), ("network", "by others"))
    return _sections(
        [(title, [one for one in every if one.owner == kind]) for kind, title in titles], look
    )


def _sections(sections: Iterable[tuple[str, Sequence[Due]]], look: Look) -> list[Row]:
    rows: list[Row] = []
    for title, found in sections:
        if found:
            rows += [heading(title), *(due_line(one, look) for one in found), blank()]
    return rows[:-1]


def due_line(one: Due, look: Look) -> Row:
    """Whose it is, what, who owes it, and by when; only a promise can be late."""
    is_promise = one.key.startswith("action:")
    late = bool(one.day and one.day < look.today)
    right = _by(one.day, is_promise, look)
    name, who = (16, 9) if look.width < 100 else (26, 15)
    left: list[Seg] = [
        ("○ ", "accent"),
        (pad(one.name, name) + " ", ""),
        (pad(one.who, who) + " ", "dim"),
        (one_line(one.text), ""),
    ]
    return Row(one.key, left, [(right, "warn" if late and is_promise else "dim")])


def _by(day: date | None, is_promise: bool, look: Look) -> str:
    if day is None:
        return ""
    if abs((day - look.today).days) < 2 or (is_promise and day < look.today):
        return f"{'due ' if is_promise else ''}{words.near(day, look.today)} "
    return f"{'was for' if day < look.today else 'by'} {words.day(day, look.today)} "


def _targets(targets: Sequence[Aimed], look: Look) -> list[Row]:
    """By person, the nearest horizon first."""
    rows: list[Row] = []
    for (name, _), found in groupby(targets, key=lambda one: (one.name, one.address)):
        rows.append(heading(name))
        for one in sorted(found, key=lambda each: farness(each.goal.horizon)):
            rows.append(_target_line(one, look))
        rows.append(blank())
    return rows[:-1]


def _target_line(one: Aimed, look: Look) -> Row:
    goal = one.goal
    horizon = f"{goal.horizon} d" if goal.horizon.isdecimal() else goal.horizon
    said = [one.mark.replace("-", " "), _by(goal.due, False, look).strip()]
    right = " · ".join(part for part in said if part) + " "
    text = f"{goal.text} ({goal.measure})" if goal.measure and look.width >= 100 else goal.text
    left: list[Seg] = [
        ("○ ", "accent"),
        (pad(horizon, 6), "dim"),
        (one_line(text), ""),
    ]
    return Row(f"goal:{goal.id}", left, [(right, "dim")])


def _unmeasured(rows: Sequence[Planned], look: Look) -> list[Row]:
    lacking = [one for one in rows if one.row.lacks_measure]
    return [due_line(_row(one, look.today), look) for one in lacking]


def _promise(one: Promised) -> Due:
    act = one.action
    key = f"action:{act.id}"
    return Due(key, one.name, act.owner, act.who or act.owner, act.text, act.due, one.address)


def _target(one: Aimed) -> Due:
    goal = one.goal
    return Due(f"goal:{goal.id}", one.name, "", "target", goal.text, goal.due, one.address)


def _row(one: Planned, today: date) -> Due:
    row = one.row
    day = row.next_due(today)
    return Due(f"row:{row.id}", one.name, "", "plan", row.goal, day, one.address)
