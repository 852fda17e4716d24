"""`gap`: what is missing on the way to a goal or a role."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.goal_options import for_option, id_argument, ids_of, said_argument
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import json_option, readers_of, text_of, who_argument, words_argument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.desk import Desk
    from mentordesk.domain.planning import Gap

_evidence = click.option("--evidence", metavar="TEXT", help="By what one can tell.")
_row = click.option("--row", default="", metavar="ID", help="The row of the plan that closes it.")


@click.group("gap", cls=Group)
def gap() -> None:
    """Note what is missing on the way to a goal or a role.

    Days without calls are another thing: `mentordesk slot gap`.
    """


@gap.command("add")
@who_argument
@click.argument("kind", metavar="KIND")
@words_argument
@_evidence
@_row
@for_option
@pass_door
def add(
    door: Door,
    who: str,
    kind: str,
    words: tuple[str, ...],
    evidence: str | None,
    row: str,
    readers: str | None,
) -> None:
    """Note something that is missing.

    KIND is skill, knowledge or behaviour, or what the playbook has instead.
    """
    chosen, text = readers_of(readers), text_of(words)
    desk = door.write()
    made = desk.gaps.add(who, kind, text, evidence or "", row, chosen)
    output.say(f"Gap ({made.kind}): {made.text}")
    say_gate(desk, who, chosen)


@gap.command("list")
@who_argument
@click.option("--all", "every", is_flag=True, help="Closed ones too.")
@json_option
@pass_door
def list_gaps(door: Door, who: str, every: bool, as_json: bool) -> None:
    """List what is missing."""
    desk = door.read()
    found = desk.gaps.list(who, every)
    if as_json:
        from mentordesk.cli.shapes_planning import gap as shape

        output.as_json([shape(one) for one in found])
    elif not found:
        output.say(f"No gap is open. Note one with: mentordesk gap add {who} skill 'reading diffs'")
    else:
        output.table(_rows(desk, who, found), indent=0)


@gap.command("edit")
@id_argument
@click.option("--text", metavar="TEXT", help="Other words.")
@click.option("--kind", default="", metavar="KIND", help="Another kind.")
@_evidence
@_row
@pass_door
def edit(door: Door, /, id: str, kind: str, row: str, **said: str | None) -> None:
    """Change a gap, or say which row of the plan closes it."""
    given = {name: text for name, text in said.items() if text is not None}
    made = door.write().gaps.edit(id, kind=kind, row=row, **given)
    output.say(f"Gap ({made.kind}): {made.text}")


@gap.command("close")
@id_argument
@said_argument
@pass_door
def close(door: Door, id: str, words: tuple[str, ...]) -> None:
    """Note that a gap is closed.

    TEXT says by what one can tell. ID is the beginning of an id as `mentordesk gap list` shows it.
    """
    output.say(f"Closed: {door.write().gaps.close(id, ' '.join(words))}")


@gap.command("reopen")
@id_argument
@pass_door
def reopen(door: Door, id: str) -> None:
    """Note that a gap is there again."""
    output.say(f"Open again: {door.write().gaps.reopen(id)}")


def _rows(desk: "Desk", who: str, gaps: "Sequence[Gap]") -> list[tuple[str, ...]]:
    ids = ids_of([one.id for one in gaps])
    rows = {row.id: row.position for row in desk.plans.page(who).rows}
    return [
        (
            ids[one.id],
            one.kind,
            one.text,
            one.evidence,
            f"row {rows[one.plan_row_id]}" if one.plan_row_id else "",
            f"closed {words.day_words(one.done_on, desk.today())}" if one.done_on else "",
        )
        for one in gaps
    ]
