"""`goal`: the group; what it holds is imported when it runs."""

import click

from mentordesk.cli.lazy import Entry, LazyGroup

_SETS = "mentordesk.cli.goal_sets"
_STATE = "mentordesk.cli.goal_state"
_DETAIL = "mentordesk.cli.goal_detail"
COMMANDS = {
    "add": Entry(f"{_SETS}:add", "Set a goal."),
    "set": Entry(f"{_SETS}:set_goals", "Set the next targets; the earlier set is kept."),
    "list": Entry(f"{_SETS}:list_goals", "List somebody's goals, or their sets of targets."),
    "show": Entry(f"{_DETAIL}:show", "Show everything known of a goal."),
    "edit": Entry(f"{_SETS}:edit", "Change a goal's words, measure, kind, horizon or day."),
    "mark": Entry(f"{_STATE}:mark", "Note how a goal stands today."),
    "done": Entry(f"{_STATE}:done", "Mark a goal as met."),
    "unmet": Entry(f"{_STATE}:unmet", "Note that a goal was not met."),
    "drop": Entry(f"{_STATE}:drop", "Give a goal up; it stays in the history."),
    "carry": Entry(f"{_STATE}:carry", "Take an open goal over into the next set."),
    "reopen": Entry(f"{_STATE}:reopen", "Aim for a goal again."),
    "smart": Entry(f"{_DETAIL}:smart", "Say what makes a goal SMART, as far as it is known."),
    "require": Entry(f"{_DETAIL}:require", "Write down what a role asks for."),
    "meets": Entry(f"{_DETAIL}:meets", "Note that something a role asks for is met."),
}


@click.command("goal", cls=LazyGroup, table=COMMANDS)
def goal() -> None:
    """Keep somebody's goals: 30, 60, 90 days and beyond.

    Targets in days come in sets; a new set keeps the one before with what became of it. None of
    them is a hard requirement.
    """
