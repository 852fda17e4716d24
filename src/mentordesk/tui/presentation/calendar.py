"""The headlines of the calendar, and its agenda: the coming weeks as a list."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from mentordesk.domain.coming import CallLine
from mentordesk.domain.days import CALL, DaysPage, calls_among
from mentordesk.domain.rules import MONTHS, short_day
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.entries import entry_rows, views_line
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, heading
from mentordesk.tui.presentation.today import call_row

_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def month_headline(page: DaysPage, day: date, *, shared: bool = False) -> Row:
    """The month, and how many calls are in it; a `shared` screen may not show all of them."""
    calls = calls_among(one for one in page.entries if one.day.month == day.month)
    said = "" if shared else words.counted(calls, "call")
    return views_line("month", f"{_NAMES[day.month - 1]} {day.year}", said)


def week_headline(page: DaysPage, day: date, *, shared: bool = False) -> Row:
    """The week by its number and days, and how many calls are in it."""
    first = page.first
    begins = str(first.day) if first.month == page.last.month else short_day(first)
    span = f"{begins}–{page.last.day} {MONTHS[page.last.month - 1]} {page.last.year}"
    title = f"week {day.isocalendar().week} · {span}"
    said = "" if shared else words.counted(calls_among(page.entries), "call")
    return views_line("week", title, said)


def agenda_headline(calls: Sequence[CallLine], weeks: int, *, shared: bool = False) -> Row:
    """How many calls in how many weeks."""
    calls_said = "calls" if shared else words.counted(len(calls), "call")
    return views_line("agenda", calls_said, f"in the next {weeks} weeks")


def agenda_rows(calls: Sequence[CallLine], page: DaysPage, look: Look) -> list[Row]:
    """The coming weeks, a heading a day; each later call of a mentorship counts one on.

    What is no call stands between them; a gap on its first day, or today if that is over.
    """
    lines = [*_calls(calls, look), *_others(page, look)]
    rows: list[Row] = []
    day: date | None = None
    for of, _, _, drawn in sorted(lines, key=lambda line: line[:3]):
        if of != day:
            rows.append(heading(f"{words.day(of, look.today)} · {words.near(of, look.today)}"))
            day = of
        rows += drawn
    return rows


def _calls(calls: Sequence[CallLine], look: Look) -> list[tuple[date, float, int, list[Row]]]:
    seen: Counter[str] = Counter()
    lines = []
    for n, call in enumerate(calls):
        row = call_row(call._replace(number=call.number + seen[call.address]), look, f"call:{n}")
        seen[call.address] += call.state in ("planned", "moved", "running")
        lines.append((look.here(call.start).date(), call.start.timestamp(), n, [row]))
    return lines


def _others(page: DaysPage, look: Look) -> list[tuple[date, float, int, list[Row]]]:
    """What is no call, and calls that were left out; those that take all day come first."""
    lines = []
    for n, entry in enumerate(page.entries):
        if entry.kind != CALL or entry.state == "skipped":
            at = entry.start.timestamp() if entry.start else 0
            rows = entry_rows(entry, look, f"entry:{n}")
            lines.append((max(entry.day, page.first), at, n, rows))
    return lines
