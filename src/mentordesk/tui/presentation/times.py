"""Time in lines: budgets as bars, and the entries of a month day by day."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from mentordesk.domain.effort import Budget, Entry, bar
from mentordesk.domain.rules import MONTHS
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, heading, pad

EMPTY = (
    "No time was spent in this month. Calls and logs (l) are counted by themselves;\na adds more."
)
BAR = 24


def times_headline(month: date, entries: Sequence[Entry], who: str) -> Row:
    """Which month, whose time, and how much."""
    said = f" · {MONTHS[month.month - 1]} {month.year}" + (f" · {fit(who, 30)}" if who else "")
    total = words.length(sum(one.minutes for one in entries))
    return Row("", [(" Time", "strong"), (said, "")], [(f"{total} ", "accent")])


def times_rows(
    entries: Sequence[Entry], budgets: Sequence[Budget], look: Look, *, alone: bool
) -> list[Row]:
    """Budgets first, by kind when only one mentorship is shown; then each day's entries."""
    rows = [row for one in budgets for row in _budget(one, look, alone)]
    if rows:
        rows = [heading("budget"), *rows, blank()]
    for day, group in groupby(entries, key=lambda one: look.here(one.start).date()):
        found = list(group)
        spent = words.length(sum(one.minutes for one in found))
        rows += [heading(words.day(day, look.today), f"{spent} ")]
        rows += [_entry(one, look, alone) for one in found]
    return rows


def _budget(one: Budget, look: Look, alone: bool) -> list[Row]:
    since = f"{one.per} from {words.day(one.first, look.today)}"
    name = since if alone else one.name
    first = _line(name, one.minutes, one.budget, look, f"budget:{one.address}")
    if not alone:
        per = f"a {one.per} " if one.budget else f"this {one.per} "
        return [first._replace(right=[*first.right, (per, "dim")])]
    return [first, *(_line(f"  {u.title}", u.minutes, u.budget, look) for u in one.kinds)]


def _line(name: str, minutes: int, budget: int, look: Look, key: str = "") -> Row:
    over = bool(budget) and minutes > budget
    wide = min(look.width - 2 * BAR - 2, 32)
    said = f"{words.length(minutes)} of {words.length(budget)}" if budget else words.length(minutes)
    left: list[Seg] = [
        (pad(name, wide) + " ", "" if key else "dim"),
        (bar(minutes, budget, BAR), "warn" if over else "accent"),
    ]
    return Row(key, left, [(("! " if over else "") + said + " ", "warn" if over else "dim")])


def _entry(one: Entry, look: Look, alone: bool) -> Row:
    counts = "" if one.counts.casefold() in ("", one.kind) else f" as {one.counts}"
    said = f"{one.kind}{counts}" + (", billable" if one.billable else "")
    left: list[Seg] = [
        (f"{look.here(one.start):%H:%M} ", "strong"),
        (f"{words.length(one.minutes):>8}  ", ""),
        ("" if alone else pad(one.name, 16) + " ", "dim"),
        (said, ""),
        (f"  {one.note}" if one.note else "", "dim"),
    ]
    return Row(f"time:{one.id}", left)


def closed(counted: Entry | None) -> str:
    """What is said when a call is closed; more where its time was cut at the planned end."""
    if counted is None:
        return "Closed. u takes it back."
    spent = words.length(counted.minutes)
    return f"Closed. {spent} are counted, up to the planned end; t corrects it, u takes it back."


def twice(others: Iterable[Entry], look: Look) -> str:
    """What else lies in the same time as an entry, in a sentence; '' for nothing."""
    said = [f"{words.length(o.minutes)} of {o.kind} at {look.here(o.start):%H:%M}" for o in others]
    return f"In the same time lie {', '.join(said)}: is it counted twice?" if said else ""
