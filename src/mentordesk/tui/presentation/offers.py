"""Office hours and workshops in lines: what is free, who comes, and what is still to prepare."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, islice
from typing import TYPE_CHECKING

from mentordesk.domain.inviting import Preview
from mentordesk.domain.offers import Hours, Slot, Workshop, booking_words
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, Seg, blank, fit, hanging, heading, pad, plain

if TYPE_CHECKING:
    from mentordesk.desk.hour_plans import Plan

EMPTY = (
    "No hours are offered, and no workshop is coming.\n"
    "a offers hours to book, w notes a workshop to coach at."
)
SHOWN = 4
"""Days of hours that are being typed."""
_NAME = 22
"""Columns of who has booked."""
_TIMES = 7
"""Beginnings of slots on a line."""


def offers_headline(slots: Sequence[Slot], workshops: Sequence[Workshop], gone: int) -> Row:
    """How many slots are free, how many workshops come, who holds an invitation to none."""
    free = sum(slot.booking is None for slot in slots)
    said = f" · {free} of {words.counted(len(slots), 'slot')} free"
    more = f" · {words.counted(len(workshops), 'workshop')}"
    left: list[Seg] = [(" Hours and workshops", "strong"), (said + more, "")]
    if gone:
        left.append((f" · ! {gone} to be told", "warn"))
    return Row("", left)


def offers_rows(
    slots: Iterable[Slot], workshops: Sequence[Workshop], past: Iterable[Slot], look: Look
) -> list[Row]:
    """Workshops first, for they are to be prepared; what is to be noted; then the slots by day."""
    rows = [row for one in workshops for row in _workshop(one, look)]
    if rows:
        rows = [heading("workshops"), *rows, blank()]
    if over := [_over(slot, look) for slot in past]:
        rows += [heading("were they there?"), *over, blank()]
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
    left: list[Seg] = [
        (f"{look.here(slot.start):%H:%M}–{look.here(slot.end):%H:%M}  ", "strong"),
        *_whose(slot, look, over=False),
    ]
    return Row(f"slot:{slot.start.isoformat()}", left)


def _over(slot: Slot, look: Look) -> Row:
    at = f"{words.day(look.here(slot.start).date(), look.today)} {look.here(slot.start):%H:%M}  "
    return Row(f"past:{slot.start.isoformat()}", [(at, "strong"), *_whose(slot, look, over=True)])


def _whose(slot: Slot, look: Look, over: bool) -> list[Seg]:
    """Who comes, how far it is with them, and what about; where nobody does, the place."""
    booked = slot.booking
    if booked is None:
        return [(pad("free", _NAME), "dim"), (slot.hours.link, "dim")]
    if look.shared:
        return [("taken", "dim")]
    reply = booked.reply
    said, loud = booking_words(booked), bool(reply and reply.partstat == "DECLINED")
    comment = f"“{reply.comment}”" if reply and reply.comment else ""
    more = " · ".join(part for part in (booked.text, comment) if part)
    if over:
        return [(pad(booked.name, _NAME), ""), (more, "dim")]
    also = f" · {more}" if more else ""
    return [(pad(booked.name, _NAME), ""), (said, "warn" if loud else "dim"), (also, "dim")]


def hours_words(hours: Hours) -> str:
    """Hours in a few words: `every Tuesday 17:00, 2 slots of 30 min`."""
    each = f"{words.counted(hours.slots, 'slot')} of {words.length(hours.minutes)}"
    return f"{hours.rule.spoken()} {hours.wall_time:%H:%M}, {each}"


def offer_lines(plan: "Plan", look: Look) -> list[str]:
    """Hours that are being typed: in words, their first days, and what deserves a thought."""
    first = plan.hours[0]
    each = f"{words.counted(first.slots, 'slot')} of {words.length(first.minutes)}"
    said = f"{plan.rule.spoken()} {first.wall_time:%H:%M}–{_end(first)}: {each}"
    days = groupby(plan.slots, key=lambda slot: look.here(slot.start).date())
    shown = [_times(day, list(of), look) for day, of in islice(days, SHOWN)]
    return [said, *shown, *(f"! {remark}" for remark in plan.remarks)]


def _end(hours: Hours) -> str:
    minutes = hours.wall_time.hour * 60 + hours.wall_time.minute + hours.slots * hours.minutes
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _times(day: date, slots: list[Slot], look: Look) -> str:
    """A day with when its slots begin; of many the first ones and the last."""
    at = [f"{look.here(one.start):%H:%M}" for one in slots]
    if len(at) > _TIMES:
        at = [*at[: _TIMES - 2], "…", at[-1]]
    return f"{words.day(day, look.today)} {' '.join(at)}"


def told_rows(preview: Preview, width: int) -> list[Row]:
    """What is to be told of office hours: each message, then who cannot be told."""
    rows: list[Row] = []
    for one in preview.messages:
        (name, address), *_ = one.to
        rows += hanging("", ("✉ ", "accent"), one.subject, width, "strong")
        rows += hanging("", ("  → ", "dim"), f"{name} <{address}>", width, "dim")
        for sentence in one.sentences:
            rows += hanging("", ("  · ", "dim"), sentence, width)
        rows.append(blank())
    for said in preview.remarks:
        rows += hanging("", ("! ", "warn"), said, width, "warn")
    if not rows:
        rows = [plain("Everybody who has booked a slot knows what there is to know.")]
    return [row._replace(key=f"line:{n}") for n, row in enumerate(rows)]
