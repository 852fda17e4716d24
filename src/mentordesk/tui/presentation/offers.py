"""Office hours and workshops in lines: what is free, who comes, and what is still to prepare."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from mentordesk.domain.offers import Slot, Workshop
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, heading, pad

EMPTY = (
    "No hours are offered, and no workshop is coming.\n"
    "a offers hours to book, w notes a workshop to coach at."
)


def offers_headline(slots: Sequence[Slot], workshops: Sequence[Workshop]) -> Row:
    """How many slots are free, and how many workshops come."""
    free = sum(slot.booking is None for slot in slots)
    said = f" · {free} of {words.counted(len(slots), 'slot')} free"
    more = f" · {words.counted(len(workshops), 'workshop')}"
    return Row("", [(" Hours and workshops", "strong"), (said + more, "")])


def offers_rows(slots: Iterable[Slot], workshops: Sequence[Workshop], look: Look) -> list[Row]:
    """Workshops first, for they are to be prepared; then the slots day by day."""
    rows = [row for one in workshops for row in _workshop(one, look)]
    if rows:
        rows = [heading("workshops"), *rows, blank()]
    for day, group in groupby(slots, key=lambda slot: look.here(slot.start).date()):
        rows.append(heading(f"{words.day(day, look.today)} · {words.near(day, look.today)}"))
        rows += [_slot(slot, look) for slot in group]
    return rows


def _workshop(one: Workshop, look: Look) -> list[Row]:
    at = f" {one.wall_time:%H:%M}" if one.wall_time else ""
    near = _is_near(one, look.today)
    done = f"{words.length(one.prepared)} of {words.length(one.prep_minutes)} prepared "
    said = done if one.prep_minutes else ""
    if one.day < look.today:
        said, near = "what is there to learn from it? ", True
    left: list[Seg] = [
        ("! " if near else "· ", "warn" if near else "dim"),
        (f"{words.day(one.day, look.today)}{at}  ", "strong"),
        (one.title, ""),
    ]
    first = Row(f"workshop:{one.id}", left, [(said, "warn" if near else "dim")] if said else ())
    early = f"{one.early} min early" if one.early else ""
    about = " · ".join(part for part in (one.role, early, one.link) if part)
    return [first, Row("", [("  " + fit(about, look.width - 4), "dim")])] if about else [first]


def _is_near(one: Workshop, today: date) -> bool:
    return not one.is_prepared and today >= one.prepare_from


def _slot(slot: Slot, look: Look) -> Row:
    booked = slot.booking
    left: list[Seg] = [
        (f"{look.here(slot.start):%H:%M}–{look.here(slot.end):%H:%M}  ", "strong"),
        (pad(booked.name if booked else "free", 24) + " ", "" if booked else "dim"),
        (booked.text if booked else slot.hours.link, "dim"),
    ]
    return Row(f"slot:{slot.start.isoformat()}", left)
