"""Months as people type them: `2026-11`, `nov`, `this`, `last`."""

from datetime import date, timedelta

from mentordesk.dates import MONTH_NAMES
from mentordesk.domain.errors import Refusal
from mentordesk.domain.text import clip


def read_month(text: str, today: date) -> date:
    """The first day of a month that has begun: by number, by name, `this` or `last`.

    A name without a year is the last such month. Raises Refusal for anything else.
    """
    typed = text.strip().casefold()
    this = today.replace(day=1)
    if typed in ("this", "this month", ""):
        return this
    if typed in ("last", "last month"):
        return (this - timedelta(days=1)).replace(day=1)
    return _named(typed, this) or _numbered(typed) or _refuse(text)


def _named(typed: str, this: date) -> date | None:
    word, _, year = typed.partition(" ")
    fits = (at for at, name in enumerate(MONTH_NAMES, 1) if name.startswith(word))
    month = next(fits, 0) if len(word) > 2 else 0
    if not month:
        return None
    if year.isdecimal() and len(year) == 4:
        return date(int(year), month, 1)
    return None if year else date(this.year - (month > this.month), month, 1)


def _numbered(typed: str) -> date | None:
    year, _, month = typed.partition("-")
    if len(year) == 4 and (year + month).isdecimal() and 1 <= int(month or 0) <= 12:
        return date(int(year), int(month), 1) if int(year) else None
    return None


def _refuse(text: str) -> date:
    raise Refusal(f"“{clip(text, 20)}” is no month. Try 2026-11, nov, this or last.")
