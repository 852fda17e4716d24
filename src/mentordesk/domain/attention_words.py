"""How Today says since or until when, and what of the playbook a line follows from."""

from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.text import counted

if TYPE_CHECKING:
    from mentordesk.domain.programme_milestone import Milestone

Mark = tuple[str, str, str]
"""Whom a line is about (an address or a programme), its rule, and its occasion."""


def when(day: date, today: date) -> str:
    """`today`, `yesterday`, `5 days ago`, `tomorrow`, `in 5 days`."""
    ahead = (day - today).days
    if ahead < 0:
        return days_ago(day, today)
    return ("today", "tomorrow")[ahead] if ahead < 2 else f"in {ahead} days"


def days_ago(day: date, today: date) -> str:
    """`yesterday`, or `5 days ago`."""
    days = (today - day).days
    return "yesterday" if days == 1 else f"{days} days ago"


def why(one: "Milestone", weeks: int = 0) -> str:
    """What the playbook says of when: ` (the playbook says every 3 months)`; `weeks` is the run."""
    said = _why(one, weeks)
    return f" (the playbook says {said})" if said else ""


def _why(one: "Milestone", weeks: int) -> str:
    for count, unit in (
        (one.every_months, "month"), (one.every_weeks, "week"), (one.every_sessions, "call"),
    ):  # fmt: skip
        if count:
            return f"every {unit}" if count == 1 else f"every {counted(count, unit)}"
    if one.percent:
        return "halfway" if one.percent == 50 else f"{one.percent} % of the way"
    if one.step:
        return "with its step of the outline"
    if one.after == "end":
        return f"at the end of {weeks} weeks" if weeks else "at the end"
    return _offset(one)


def _offset(one: "Milestone") -> str:
    for count, unit in ((one.months, "month"), (one.weeks, "week"), (one.days, "day")):
        if count:
            return f"{counted(abs(count), unit)} {'after' if count > 0 else 'before'} the start"
    return ""
