"""`plan`: the group; what it holds is imported when it runs."""

import click

from mentordesk.cli.lazy import Entry, LazyGroup

_ROWS = "mentordesk.cli.plan_rows"
_TABLE = "mentordesk.cli.plan_table"
COMMANDS = {
    "show": Entry(f"{_TABLE}:show", "Show somebody's action plan."),
    "add": Entry(f"{_ROWS}:add", "Add a row; only its goal is needed."),
    "edit": Entry(f"{_ROWS}:edit", "Change cells of a row; the old words are kept."),
    "history": Entry(f"{_ROWS}:history", "Show what a row said before."),
    "done": Entry(f"{_ROWS}:done", "Note that a row was carried out."),
    "drop": Entry(f"{_ROWS}:drop", "Let a row go; it stays in the history."),
    "reopen": Entry(f"{_ROWS}:reopen", "Work on a row again."),
    "move": Entry(f"{_ROWS}:move", "Put a row at another place."),
    "export": Entry(f"{_TABLE}:export", "Write the plan as a table for somebody."),
    "board": Entry(f"{_TABLE}:board", "Show what is aimed for and planned across everybody."),
}


@click.command("plan", cls=LazyGroup, table=COMMANDS)
def plan() -> None:
    """Keep somebody's action plan, and hand it over as a table.

    A row has a goal, the steps of mentee, mentor and others, barriers, a measure and target days;
    the playbook names the columns.
    """
