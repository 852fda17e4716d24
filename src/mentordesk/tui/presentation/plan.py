"""The action plan as a list or, where there is room, as a table; gaps; promises of both sides."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from mentordesk.domain.pages import BriefPage
from mentordesk.domain.planning import Change, Gap, PlanPage, PlanRow, columns
from mentordesk.domain.plans import in_order
from mentordesk.domain.programme_people import Column
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.promises import action_row
from mentordesk.tui.presentation.rows import (
    Row,
    Seg,
    blank,
    fit,
    hanging,
    heading,
    pad,
    plain,
    wrap,
)

EARLIER = 3  # of the changes of a row, the newest
NO_MEASURE = "no measure yet"
_MARKS = {"open": "○ ", "done": "✓ ", "closed": "✓ ", "dropped": "× "}


def way(page: PlanPage, look: Look) -> list[Seg]:
    """Where the mentorship stands: all stations where there is room, else the one it is at."""
    if not look.is_wide:
        return [("now: ", "dim"), (f"{page.station} ", "accent")]
    pieces: list[Seg] = []
    for n, one in enumerate(page.stations):
        pieces += [(" → ", "dim")] if n else []
        pieces.append((one, "accent" if one == page.station else "dim"))
    return [*pieces, (" ", "")]


def as_shown(rows: Iterable[PlanRow]) -> list[PlanRow]:
    """Open rows by their place, then the others by theirs."""
    return sorted(rows, key=lambda row: (not row.is_open, row.position))


def plan_rows(page: PlanPage, opened: str, look: Look) -> list[Row]:
    """The rows of the plan, the one whose id is `opened` with all its cells."""
    shown = as_shown(page.rows)
    hints = [plain(hint, "dim") for hint in page.hints]
    if not shown:
        none = look.nothing(f"The plan has no row yet. {look.hint('plan.add')}")
        return [*hints, plain(none, "dim")]
    draw = _table if look.is_wide else _list
    return [*hints, *draw(page, shown, opened, look)]


def _list(page: PlanPage, rows: Sequence[PlanRow], opened: str, look: Look) -> list[Row]:
    found: list[Row] = []
    for row in rows:
        found += _line(row, look)
        if row.id == opened:
            found += _whole(page, row, look)
        elif row.is_open:
            measure = f"     {fit(row.measure, look.width - 8)}" if row.measure else ""
            found.append(Row("", [(measure or f"     {NO_MEASURE}", "dim")]))
    return found


def _line(row: PlanRow, look: Look) -> list[Row]:
    """A row's goal with its next day at the right."""
    faded = "" if row.is_open else "dim"
    day = due_words(row, look)
    mark: Seg = (f"{row.position:>2} {_MARKS[row.state]}", "accent" if row.is_open else "dim")
    first, *rest = hanging(f"row:{row.id}", mark, row.goal, look.width - 4 - len(day), faded)
    return [first._replace(right=[(day, "dim")]), *rest]


def due_words(row: PlanRow, look: Look) -> str:
    """By when a row is to be done; that its day has passed is said calmly."""
    due = row.next_due(look.today)
    if not row.is_open:
        return f"{row.state} {words.day(row.done_on, look.today)} " if row.done_on else ""
    if due is None:
        return ""
    return f"{'was for' if due < look.today else 'by'} {words.day(due, look.today)} "


def _whole(page: PlanPage, row: PlanRow, look: Look) -> list[Row]:
    """Every cell but the goal, under its title, and what stood there before."""
    rows: list[Row] = []
    for column in columns(page.playbook):
        if column.key != "goal":
            rows.append(plain_at(5, column.title, "dim"))
            text = _cell(row, column.key, look)
            rows += [plain_at(7, line) for line in wrap(text or "–", look.width - 10)]
    return [*rows, *_changes(page.changes.get(row.id, ()), look), blank()]


def _changes(changes: Sequence[Change], look: Look) -> list[Row]:
    return [
        plain_at(
            5, f"until {words.day(one.day, look.today)} {one.cell}: {one.was}", "dim", look.width
        )
        for one in changes[:EARLIER]
    ]


def plain_at(indent: int, text: str, part: str = "", width: int = 4000) -> Row:
    """A row of one piece of text, so many cells from the left."""
    return Row("", [(" " * indent + fit(text, width - indent - 2), part)])


def _cell(row: PlanRow, key: str, look: Look) -> str:
    if key == "due":
        return "\n".join(words.day(day, look.today) for day in row.dues)
    if key == "measure" and row.lacks_measure:
        return NO_MEASURE
    return row.cell(key)


def _table(page: PlanPage, rows: Sequence[PlanRow], opened: str, look: Look) -> list[Row]:
    """A table with the programme's columns; every cell is wrapped into its own."""
    shown = columns(page.playbook)
    room = (look.width - 6) // len(shown) - 2
    titles = [wrap(column.title, room) for column in shown]
    found = [
        Row("", [("     ", "")] + [(pad(cell, room) + "  ", "heading") for cell in line])
        for line in zip_longest(*titles, fillvalue="")
    ]
    for row in rows:
        found += [plain("─" * (look.width - 4), "rule"), *_table_row(row, shown, room, look)]
        if row.id == opened:
            found += _changes(page.changes.get(row.id, ()), look)
    return found


def _table_row(row: PlanRow, shown: Sequence[Column], room: int, look: Look) -> list[Row]:
    cells = [wrap(_cell(row, column.key, look), room) for column in shown]
    lines = list(zip_longest(*cells, fillvalue=""))
    faded = "" if row.is_open else "dim"
    found = []
    for n, line in enumerate(lines):
        mark: Seg = (f"{row.position:>2} {_MARKS[row.state]}", "accent" if row.is_open else "dim")
        pieces: list[Seg] = [mark if n == 0 else ("     ", "")]
        for text in line:
            pieces.append((pad(text, room) + "  ", "dim" if text == NO_MEASURE else faded))
        found.append(Row("" if n else f"row:{row.id}", pieces))
    return found


def gap_rows(page: PlanPage, look: Look) -> list[Row]:
    """What is missing, by kind, with what shows it and the row that closes it."""
    if not page.gaps:
        none = look.nothing(f"Nothing is noted as missing. {look.hint('plan.add')}")
        return [plain(none, "dim")]
    places = {row.id: row.position for row in page.rows}
    rows: list[Row] = []
    for title in dict.fromkeys(gap.kind for gap in page.gaps):
        of_kind = [gap for gap in page.gaps if gap.kind == title]
        rows += [heading(title), *(row for gap in of_kind for row in _gap(gap, places, look))]
        rows.append(blank())
    return rows[:-1]


def _gap(gap: Gap, places: dict[str, int], look: Look) -> list[Row]:
    is_open = gap.state == "open"
    mark: Seg = (_MARKS[gap.state], "accent" if is_open else "dim")
    right = f"row {places[gap.plan_row_id]} " if gap.plan_row_id in places else ""
    if gap.done_on:
        right = f"closed {words.day(gap.done_on, look.today)} "
    first, *rest = hanging(
        f"gap:{gap.id}", mark, gap.text, look.width - 4 - len(right), "" if is_open else "dim"
    )
    rows = [first._replace(right=[(right, "dim")]), *rest]
    return rows + ([plain_at(2, gap.evidence, "dim", look.width)] if gap.evidence else [])


def action_rows(page: BriefPage, look: Look) -> list[Row]:
    """Promises of both sides; those kept since the last call below."""
    mine = [a for a in in_order(page.actions) if a.owner == "me"]
    theirs = [a for a in in_order(page.actions) if a.owner != "me"]
    rows: list[Row] = []
    for title, actions in (
        ("promised by me", mine),
        ("promised by them", theirs),
        ("kept", page.done_lately),
    ):
        if actions:
            rows += [
                heading(title),
                *(row for a in actions for row in action_row(a, look)),
                blank(),
            ]
    return rows[:-1] or [
        heading("promised"),
        plain(f"Nothing yet. {look.hint('plan.promise')}", "dim"),
    ]
