"""The open goals of a call as rows: how each stands, and whether that was said in this call."""

from collections.abc import Sequence

from mentordesk.domain.call_page import Aim
from mentordesk.domain.text import one_line
from mentordesk.tui.presentation.rows import Row, Seg, fit, pad

WIDEST = 44


def standing_rows(aims: Sequence[Aim]) -> list[Row]:
    """A row a goal: its horizon, its words, and the last mark; a tick where this call said it."""
    return [_row(one) for one in aims]


def _row(one: Aim) -> Row:
    goal, mark = one.goal, one.mark.replace("-", " ")
    said: Seg = (mark, "good") if one.is_new else (f"was {mark}" if mark else "not yet", "dim")
    horizon = f"{goal.horizon} days" if goal.horizon.isdigit() else one_line(goal.horizon)
    return Row(
        f"goal:{goal.id}",
        [
            ("✓ ", "good") if one.is_new else ("○ ", ""),
            (pad(fit(horizon, 10), 11), "dim"),
            (fit(goal.text, WIDEST), ""),
        ],
        [said],
    )
