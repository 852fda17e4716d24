"""How often, dates and criteria of a programme in words, as paper and screens say them."""

from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_events import Criterion, Decision, Milestone
from mentordesk.domain.text import counted

_AGAIN = (("every_weeks", "week"), ("every_months", "month"), ("every_sessions", "meeting"))


def how_often(found: Playbook) -> str:
    """How often a call is meant to be: `every week`, `every 2 weeks or as agreed`."""
    every = "every week" if found.every_weeks == 1 else f"every {found.every_weeks} weeks"
    return every + " or as agreed" * found.agreed


def whose(by: str) -> str:
    """Who is to see to something: `mentor`, `both sides`."""
    return "both sides" if by == "both" else by


def choices(one: Decision) -> str:
    """What can be decided: `continue / change / end`."""
    return " / ".join(choice.title for choice in one.choices)


def timing(one: Milestone) -> str:
    """When a milestone falls: `every week, on Friday`, `halfway`, `2 weeks before the end`."""
    return ", ".join(part for part in (_offset(one), _again(one), _day(one)) if part)


def takes(one: Criterion) -> str:
    """What a criterion takes: `2 meetings`, the milestone's key, or `a tick`."""
    if one.counts == "meetings":
        return counted(one.least, "meeting")
    return one.milestone or "a tick"


def _offset(one: Milestone) -> str:
    if one.percent:
        at = "halfway" if one.percent == 50 else f"at {one.percent} % of the term"
        return f"{_shift(one)} {at}" if one.days else at
    if one.step:
        at = f"the meeting of the {one.step}"
        return f"{_shift(one)} {at}" if one.days else f"with {at}"
    anchor = {"previous": "the one before"}.get(one.after, f"the {one.after}")
    if one.days or one.weeks or one.months:
        return f"{_shift(one)} {anchor}"
    return "" if one.repeats and one.after == "start" else f"at {anchor}"


def _shift(one: Milestone) -> str:
    sizes = ((one.months, "month"), (one.weeks, "week"), (one.days, "day"))
    parts = [counted(abs(size), unit) for size, unit in sizes if size]
    before = sum(size for size, _ in sizes) < 0
    return f"{' and '.join(parts)} {'before' if before else 'after'}"


def _again(one: Milestone) -> str:
    for key, unit in _AGAIN:
        if number := getattr(one, key):
            return f"every {unit}" if number == 1 else f"every {counted(number, unit)}"
    return ""


def _day(one: Milestone) -> str:
    if one.weekday:
        return f"on {one.weekday.capitalize()}"
    return f"on day {one.month_day} of the month" if one.month_day else ""
