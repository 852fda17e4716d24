"""A month as a grid of six weeks: numbers, signs, and as many things a day as there is room for."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rich.cells import cell_len

from mentordesk.domain.days import CALL, GAP, WEEKS, DaysPage, Entry
from mentordesk.domain.rules import DAY_NAMES, MONTHS
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.entries import Piece, part_of, sign
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Seg, fit, pad

TODAY = "▸"
ROOMY = 17
"""Cells of a day from which on a thing says when it begins."""


def month_lines(
    page: DaysPage, month: int, look: Look, width: int, height: int
) -> list[list[Piece]]:
    """The grid in `width` cells and at most `height` lines; the key of a piece is its day."""
    cells, tall = width // 7, max((height - 1) // WEEKS, 1)
    by_day = page.by_day()
    lines = [[Piece(" " + pad(name[:3], cells - 1), "dim") for name in DAY_NAMES]]
    for week in range(WEEKS):
        days = [page.first + timedelta(days=7 * week + n) for n in range(7)]
        drawn = [_day(day, month, by_day, page.today, look, cells, tall) for day in days]
        lines += [[piece for day in drawn for piece in day[y]] for y in range(tall)]
    return lines


def _day(
    day: date,
    month: int,
    by_day: Mapping[date, Sequence[Entry]],
    today: date,
    look: Look,
    cells: int,
    tall: int,
) -> list[list[Piece]]:
    """One day: its number with signs or a count, and below it what stands there."""
    entries = by_day.get(day, ())
    off = day.month != month
    number = f"{TODAY if day == today else ' '}{day.day}"
    if day.day == 1:
        number += f" {MONTHS[day.month - 1]}"
    part = "accent" if day == today else "dim" if off else "strong"
    listed = _listed(entries, tall - 1)
    left = [(f"{number} ", part)]
    room = cells - cell_len(number) - 2
    signs = _signs(entries, room) if tall < 3 else _more(entries, listed)
    lines = [[*left, *signs], *(_line(one, look, cells) for one in listed)]
    lines += [[] for _ in range(tall - len(lines))]
    tone = "off" if off else ""
    return [_filled(line, cells, f"day:{day.isoformat()}", tone) for line in lines]


def _listed(entries: Sequence[Entry], room: int) -> Sequence[Entry]:
    """What there is room for; where it is one line, a call before all else."""
    if room == 1:
        return sorted(entries, key=lambda one: (one.kind != CALL, one.kind == GAP))[:1]
    return entries[:room]


def _more(entries: Sequence[Entry], listed: Sequence[Entry]) -> list[Seg]:
    """How many there are more than are listed."""
    left = len(entries) - len(listed)
    return [(f"+{left}", "dim")] if left else []


def _signs(entries: Sequence[Entry], room: int) -> list[Seg]:
    """A sign for each thing; where there are too many, the first ones and how many there are."""
    if len(entries) <= room:
        return [sign(one) for one in entries]
    said = f"+{len(entries) - max(room - 3, 1)}"
    return [*(sign(one) for one in entries[: max(room - 3, 1)]), (said, "dim")]


def _line(entry: Entry, look: Look, cells: int) -> list[Seg]:
    """A thing in a cell: its sign and title, and when it begins where that leaves room."""
    begins = f"{words.clock(entry.start, look)} " if entry.start and cells >= ROOMY else ""
    text = fit(f"{entry.sign} {begins}{entry.title}", cells - 2)
    return [(" ", ""), (text, part_of(entry))]


def _filled(line: Sequence[Seg], cells: int, key: str, tone: str) -> list[Piece]:
    used = sum(cell_len(text) for text, _ in line)
    pieces = [Piece(text, part, key, tone) for text, part in line]
    return [*pieces, Piece(" " * (cells - used), "", key, tone)]
