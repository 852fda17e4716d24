"""A week as seven columns of hours: what takes time is a block, what takes all day is above."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rich.cells import cell_len

from mentordesk.domain.days import BUSY, DaysPage, Entry
from mentordesk.domain.rules import DAY_NAMES
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.entries import Piece, part_of
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Seg, fit

GUTTER = 6
ROOMY = 20
"""Lines from which on an hour has two."""
EARLY, LATE = 8, 20
"""Hours that are always shown, where there is room."""
_HOUR = 60
Numbered = tuple[int, Entry]


class Slot(NamedTuple):
    """One line of the grid: the minutes of the day from `start` on, `long` of them."""

    start: int
    long: int

    @property
    def end(self) -> int:
        """The minute after it."""
        return self.start + self.long


def week_lines(page: DaysPage, look: Look, width: int, height: int) -> list[list[Piece]]:
    """The grid in `width` cells and at most `height` lines; a piece's key is its thing or day."""
    cells = (width - GUTTER) // 7
    days = [page.first + timedelta(days=n) for n in range(7)]
    numbered = list(enumerate(page.entries))
    above = [_above(day, numbered) for day in days]
    timed = [[(n, e) for n, e in numbered if e.day == day and e.start] for day in days]
    tall = 1 + min(max(map(len, above)), 1 if height < 24 else 2)
    slots = _slots([e for column in timed for _, e in column], look, height - tall)
    lines = [_names(days, page.today, cells)]
    lines += [_all_day(days, above, y, cells, tall - 1) for y in range(tall - 1)]
    now = _minute_now(look) if page.first <= page.today <= page.last else -1
    for slot in slots:
        lines.append(_gutter(slot, now))
        for day, column in zip(days, timed, strict=True):
            lines[-1] += _cell(slot, day, column, look, cells)
    return lines


def _names(days: Sequence[date], today: date, cells: int) -> list[Piece]:
    line = [Piece(" " * GUTTER)]
    for day in days:
        mark = "▸" if day == today else " "
        name = f"{mark}{DAY_NAMES[day.weekday()][:3]} {day.day}"
        part = "accent" if day == today else "strong"
        line += _filled([(name, part)], cells, f"head:{day.isoformat()}")
    return line


def _above(day: date, numbered: Sequence[Numbered]) -> list[Numbered]:
    """What takes all of a day, or several."""
    return [(n, e) for n, e in numbered if not e.start and day in e.days()]


def _all_day(
    days: Sequence[date], above: Sequence[Sequence[Numbered]], y: int, cells: int, tall: int
) -> list[Piece]:
    line = [Piece(" " * GUTTER)]
    for day, found in zip(days, above, strict=True):
        if y >= len(found):
            line += _filled([], cells, f"day:{day.isoformat()}")
            continue
        n, entry = found[y]
        more = f" +{len(found) - tall}" if y == tall - 1 and len(found) > tall else ""
        text = fit(f"{entry.sign} {entry.title}", cells - 2 - len(more)) + more
        line += _filled([(" ", ""), (text, part_of(entry))], cells, f"entry:{n}")
    return line


def _minute_now(look: Look) -> int:
    here = look.here(look.now)
    return here.hour * _HOUR + here.minute


def _gutter(slot: Slot, now: int) -> list[Piece]:
    """The hour of a line; the one that the clock is in is marked."""
    here = slot.start <= now < slot.end
    said = f"{slot.start // _HOUR:02}:00" if slot.start % _HOUR == 0 else "     "
    return [Piece(f"{said}▸" if here else f"{said} ", "accent" if here else "dim")]


def _slots(timed: Sequence[Entry], look: Look, room: int) -> list[Slot]:
    """Half hours if there is room for them, else hours; empty ones are the first to go."""
    spans = [_span(entry, look) for entry in timed]
    first = min([EARLY * _HOUR, *(start for start, _ in spans)]) // _HOUR
    last = max([LATE * _HOUR, *(end for _, end in spans)])
    last = -(-last // _HOUR)
    hours = range(first, last)
    full = {h for h in hours if any(s < (h + 1) * _HOUR and e > h * _HOUR for s, e in spans)}
    halves = room >= ROOMY and 2 * len(full) <= room
    most = room // 2 if halves else room
    wanted = sorted(hours, key=lambda h: (h not in full, abs(h - (EARLY + LATE) / 2)))
    shown = sorted(wanted[:most])
    if halves:
        return [Slot(_HOUR * h + half, 30) for h in shown for half in (0, 30)]
    return [Slot(_HOUR * h, _HOUR) for h in shown]


def _span(entry: Entry, look: Look) -> tuple[int, int]:
    """First minute and the one after the last, on the mentor's clock; none goes past midnight."""
    assert entry.start
    begins = look.here(entry.start)
    start = begins.hour * _HOUR + begins.minute
    minutes = int((entry.end - entry.start).total_seconds() // 60) if entry.end else 0
    return start, min(start + max(minutes, 15), 24 * _HOUR)


def _cell(slot: Slot, day: date, column: Sequence[Numbered], look: Look, cells: int) -> list[Piece]:
    """What one column has in one line: what begins here, else what goes on, else nothing."""
    begin = [(n, e) for n, e in column if slot.start <= _span(e, look)[0] < slot.end]
    if begin:
        return _head(begin, slot, look, cells)
    on = [(n, e) for n, e in column if _span(e, look)[0] < slot.start < _span(e, look)[1]]
    if on:
        return _body(*on[0], slot, look, cells)
    return _filled([], cells, f"day:{day.isoformat()}")


def _head(begin: Sequence[Numbered], slot: Slot, look: Look, cells: int) -> list[Piece]:
    (n, entry), *more = begin
    minute = _span(entry, look)[0]
    at = words.clock(entry.start, look) if entry.start else ""
    when = at[2:] if minute != slot.start else ""
    also = f" +{len(more)}" if more else ""
    text = fit(f"{entry.sign}{when} {entry.title}", cells - 2 - len(also)) + also
    return _block([(text, part_of(entry) or "strong")], cells, n, entry)


def _body(n: int, entry: Entry, slot: Slot, look: Look, cells: int) -> list[Piece]:
    """The second line of a block says the other clock, if it says anything else."""
    second = slot.start - _span(entry, look)[0] <= slot.long
    there = ""
    if second and cells >= 14 and entry.start and entry.zone:
        there = words.over_there(entry.start, entry.zone, look)
    return _block([(fit(f"│ {there}", cells - 2), "dim")], cells, n, entry)


def _block(line: Sequence[Seg], cells: int, n: int, entry: Entry) -> list[Piece]:
    """A piece of a block, one cell apart from its neighbour."""
    tone = "" if entry.kind == BUSY or entry.is_faded else "block"
    used = sum(cell_len(text) for text, _ in line)
    key = f"entry:{n}"
    inner = [Piece(text, part, key, tone) for text, part in line]
    return [Piece(" "), *inner, Piece(" " * (cells - 1 - used), "", key, tone)]


def _filled(line: Sequence[Seg], cells: int, key: str) -> list[Piece]:
    used = sum(cell_len(text) for text, _ in line)
    return [*(Piece(text, part, key) for text, part in line), Piece(" " * (cells - used), "", key)]
