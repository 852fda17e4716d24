"""Goals in columns by horizon, and every promise under them."""

from collections.abc import Iterable, Sequence

from mentordesk.domain.pages import BriefPage
from mentordesk.domain.plans import Goal, in_order
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import Look
from mentordesk.tui.presentation.mentee import action_row
from mentordesk.tui.presentation.rows import Row, blank, hanging, heading, plain

COLUMNS = ("30", "60", "90")
_MARKS = {"open": "○ ", "met": "✓ ", "dropped": "× "}


def goal_columns(goals: Sequence[Goal], look: Look) -> list[list[Row]]:
    """Three columns, 30, 60 and 90 days; farther and other horizons under the last one."""
    columns = [_column(goals, horizon, look) for horizon in COLUMNS]
    others = [goal for goal in goals if goal.horizon not in COLUMNS]
    for horizon in dict.fromkeys(goal.horizon for goal in others):
        columns[-1] += [heading(horizon), *_goals(others, horizon, look)]
    return columns


def _column(goals: Iterable[Goal], horizon: str, look: Look) -> list[Row]:
    rows = _goals(goals, horizon, look)
    return [heading(f"{horizon} days"), *(rows or [plain("–", "dim")])]


def _goals(goals: Iterable[Goal], horizon: str, look: Look) -> list[Row]:
    rows: list[Row] = []
    for goal in (goal for goal in goals if goal.horizon == horizon):
        done = goal.state != "open"
        late = not done and goal.due and goal.due < look.today
        mark = (_MARKS.get(goal.state, "· "), "dim" if done else "warn" if late else "accent")
        rows += hanging(f"goal:{goal.id}", mark, goal.text, look.width - 3, "dim" if done else "")
        if goal.due and not done:
            rows.append(
                Row("", [(f"  by {words.day(goal.due, look.today)}", "warn" if late else "dim")])
            )
    return rows


def action_rows(page: BriefPage, look: Look) -> list[Row]:
    """Promises of both sides; those kept since the last call below."""
    mine = [a for a in in_order(page.actions) if a.owner == "me"]
    theirs = [a for a in in_order(page.actions) if a.owner != "me"]
    rows: list[Row] = []
    for title, actions in (
        ("promised by me", mine),
        ("promised by them", theirs),
        ("kept", page.done_lately),
    ):
        if actions:
            rows += [
                heading(title),
                *(row for a in actions for row in action_row(a, look)),
                blank(),
            ]
    return rows[:-1] or [
        heading("promised"),
        plain(f"Nothing yet. {look.hint('plan.promise')}", "dim"),
    ]
