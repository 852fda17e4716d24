"""Dates that were moved or skipped, as rows."""

from collections.abc import Sequence

from mentordesk.domain.slot_policy import Changed, in_month
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.rows import Row, pad, wrap

INDENT, REASON = 18, 50
"""Cells before a reason, and those that a line of it takes."""


def changed_rows(changes: Sequence[Changed], look: Look) -> list[Row]:
    """A row a date, its reason on a line below."""
    return [row for n, one in in_month(changes) for row in _rows(n, one, look)]


def _rows(n: int, one: Changed, look: Look) -> list[Row]:
    start = one.start.astimezone(look.tz)
    by = f"by {one.by} · " if one.by else ""
    first = Row(
        f"changed:{one.start.isoformat()}",
        [
            (pad(f"{words.day(start.date(), look.today)} {start:%H:%M}", INDENT), ""),
            (pad(one.state, 9), "dim" if one.state == "skipped" else "accent"),
            (f"{by}{one.notice} h notice", ""),
        ],
        [(f"{n} in {one.day:%b %Y} ", "dim")],
    )
    return [first, *(Row("", [(" " * INDENT + line, "dim")]) for line in wrap(one.reason, REASON))]
