"""Promises of both sides in lines, as the brief and the plan have them."""

from mentordesk.domain.pages import BriefPage
from mentordesk.domain.plans import Action, in_order
from mentordesk.tui.presentation import look as words
from mentordesk.tui.presentation.look import NOT_SHOWN, Look
from mentordesk.tui.presentation.rows import Row, Seg, fit, pad, plain, wrap

KEPT = 3  # of the promises kept since the last call, the newest
_MARKS = {"open": "○", "done": "✓", "parked": "‖", "dropped": "×"}


def promise_rows(page: BriefPage, look: Look, *, dense: bool = False) -> list[Row]:
    """Both sides' promises, the mentor's own first; the ones kept lately below.

    Dense, those that were kept before today share a line.
    """
    lately = page.done_lately[:KEPT]
    before = [one.text for one in lately if dense and one.done_on != look.today]
    kept = [one for one in lately if one.text not in before]
    shown = [*in_order(page.actions), *kept]
    rows = [row for action in shown for row in action_row(action, look)]
    if before:
        said = fit(" · ".join(before), look.width - 13)
        rows.append(Row("", [("✓ kept     ", "dim"), (said, "dim")]))
    if look.shared and not rows:
        return [plain(NOT_SHOWN, "dim")]
    return rows or [
        Row("", [("Nothing promised on either side. ", "dim"), (look.hint("plan.promise"), "dim")])
    ]


def action_row(action: Action, look: Look) -> list[Row]:
    """One promise: who, what, until when."""
    done = action.state != "open"
    mark: Seg = (_MARKS.get(action.state, "·") + " ", "dim" if done else "accent")
    owner = pad(action.who or action.owner, 8) + " "
    due = due_words(action, look)
    task = [("own idea ", "dim")] if action.proposed_by and not done else []
    task += [("task ", "accent")] if action.task and not done else []
    right = [*task, (due, "warn" if _late(action, look) else "dim")] if due or task else []
    room = look.width - 13 - sum(len(text) for text, _ in right)
    first, *rest = wrap(action.text, max(room, 20))
    return [
        Row(f"action:{action.id}", [mark, (owner, "dim"), (first, "dim" if done else "")], right),
        *(Row("", [(" " * 11 + line, "dim" if done else "")]) for line in rest[:3]),
    ]


def due_words(action: Action, look: Look) -> str:
    """Until when: `by Fri 27 Nov`, `due yesterday`, `done Tue 24 Nov`."""
    if action.state != "open":
        return f"{action.state} {words.day(action.done_on, look.today)} " if action.done_on else ""
    if action.due is None:
        return ""
    close = abs((action.due - look.today).days) < 2 or _late(action, look)
    return (
        f"due {words.near(action.due, look.today)} "
        if close
        else f"by {words.day(action.due, look.today)} "
    )


def _late(action: Action, look: Look) -> bool:
    return bool(action.state == "open" and action.due and action.due < look.today)
