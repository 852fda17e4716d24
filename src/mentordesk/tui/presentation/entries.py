"""Things of a calendar in lines: sign, when on both clocks, who, and what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from mentordesk.domain.days import BUSY, CALL, GAP, HOURS, MILESTONE, Entry
from mentordesk.domain.rules import day_words
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, fit, heading, pad, wrap

ALL_DAY = "all day"
NARROW = 56
"""Cells below which a thing takes two lines or more."""
_SOURCE = 16
"""Cells for the name of the calendar that a busy time is from: its title is more."""
VIEWS = {"month": "Month", "week": "Week", "agenda": "Agenda"}


class Piece(NamedTuple):
    """A stretch of a line in a grid: its part, the thing or day that it belongs to, and a ground.

    `tone` is '', `block` for what takes time, `off` for what lies outside.
    """

    text: str
    part: str = ""
    key: str = ""
    tone: str = ""


def part_of(entry: Entry, now_due: bool = True) -> str:
    """How a thing is painted: what waits is warm, what is over or elsewhere steps back."""
    if entry.state in ("due", "open", "missed"):
        return "warn" if now_due else "dim"
    if entry.state == "running":
        return "accent"
    return "dim" if entry.is_faded else ""


def sign(entry: Entry) -> Seg:
    """The sign of a thing, in the accent where it stands for somebody's time to come."""
    part = part_of(entry)
    return entry.sign, part or ("good" if entry.confirmed else "accent")


def views_line(view: str, title: str, said: str) -> Row:
    """The headline: what is looked at, and the views there are; the one in use stands out."""
    what = "".join(f" · {one}" for one in (title, said) if one)
    left: list[Seg] = [(" Calendar", "strong"), (what, "")]
    right: list[Seg] = []
    for name, shown in VIEWS.items():
        right.append((f" {shown} ", "tab" if name == view else "dim"))
    return Row("", left, [*right, (" ", "")])


def view_at(x: int, width: int) -> str:
    """The view whose name stands in a column of a headline of this width; '' beside them."""
    place = width - 1 - sum(len(shown) + 2 for shown in VIEWS.values())
    for name, shown in VIEWS.items():
        if place <= x < place + len(shown) + 2:
            return name
        place += len(shown) + 2
    return ""


def day_title(day: date, today: date, entries: Sequence[Entry], *, shared: bool = False) -> Row:
    """The line above what stands on a day; a `shared` screen does not know that nothing does."""
    title = f"{day_words(day, today)} · {words.near(day, today)}"
    return heading(title if entries or shared else f"{title} · nothing")


def entry_rows(entry: Entry, look: Look, key: str) -> list[Row]:
    """A thing in one line, or in two where there is little room."""
    faded = "dim" if entry.is_faded else ""
    lead: list[Seg] = [
        sign(entry),
        (f" {pad(_span(entry, look), 11)} ", faded or "strong"),
    ]
    there = words.over_there(entry.start, entry.zone, look) if entry.start and entry.zone else ""
    said = _said(entry)
    tone = part_of(entry) or "dim"
    if look.width >= NARROW:
        clock = f"  {there}" if there else ""
        room = look.width - 16 - cell_len(clock)
        said = fit(said, room - min(cell_len(entry.title), 20) - 2)
        title = fit(entry.title, room - cell_len(said) - 2)
        return [Row(key, [*lead, (title, faded), (clock, "dim")], [(said, tone)] if said else ())]
    more = " · ".join(part for part in (there, said) if part)
    below = wrap(more, look.width - 3) if more else []
    first = Row(key, [*lead, (fit(entry.title, look.width - 14), faded)])
    return [first, *(Row("", [("  " + line, tone)]) for line in below)]


def _span(entry: Entry, look: Look) -> str:
    if entry.start is None:
        return ALL_DAY
    begins = words.clock(entry.start, look)
    return f"{begins}–{words.clock(entry.end, look)}" if entry.end else begins


def _said(entry: Entry) -> str:
    """State and note; a gap says until when, a milestone whose it is."""
    until = f"until {words.day(entry.last, entry.day)}" if entry.last else ""
    if entry.kind == MILESTONE:
        return " · ".join(part for part in (entry.note, entry.said) if part)
    if entry.kind == HOURS and entry.note:
        return f"{entry.said}: {entry.note}"
    note = f"({entry.note})" if entry.note and entry.kind in (CALL, GAP) else entry.note
    if entry.kind == BUSY:
        return " · ".join(part for part in (entry.said, until, fit(entry.note, _SOURCE)) if part)
    return " ".join(part for part in (entry.said, until, note) if part)


def list_rows(entries: Iterable[tuple[int, Entry]], look: Look) -> Iterator[Row]:
    """Several things, each under the number it has on its page."""
    for n, entry in entries:
        yield from entry_rows(entry, look, f"entry:{n}")
