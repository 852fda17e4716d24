"""`plan show`, `export` and `board`: a plan to look at, to hand over, and across everybody."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.goal_options import ids_of
from mentordesk.cli.options import OneOf, json_option, who_argument

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.planning import Board, PlanPage, PlanRow

_STATES = {"open": "○", "done": "✓"}
whom_option = click.option(
    "--for", "whom", type=OneOf("reader of a plan", ("mentee", "coordinator")), default="mentee",
    metavar="WHO", help="mentee (unless said) or coordinator; it holds what they may read.",
)  # fmt: skip
every_option = click.option("--all", "every", is_flag=True, help="Rows that are done, too.")


@click.command("show")
@who_argument
@click.option(
    "--format", "form", type=OneOf("format", ("md", "csv")), metavar="F",
    help="As the table that `plan export` writes: md or csv.",
)  # fmt: skip
@whom_option
@every_option
@json_option
@pass_door
def show(door: Door, who: str, form: str | None, whom: str, every: bool, as_json: bool) -> None:
    """Show somebody's action plan."""
    desk = door.read()
    if form:
        _leave(desk, who, form, whom, every)
        return
    page = desk.plans.page(who)
    if as_json:
        from mentordesk.cli.shapes_planning import plan

        output.as_json(plan(page))
    else:
        _print(desk, page, every)


@click.command("export")
@who_argument
@click.option(
    "-o", "path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Into a file, .md or .csv; Markdown to stdout unless said.",
)  # fmt: skip
@whom_option
@every_option
@click.option("--force", is_flag=True, help="Even if a file is there.")
@pass_door
def export(door: Door, who: str, path: Path | None, whom: str, every: bool, force: bool) -> None:
    """Write the plan as a table for somebody.

    It holds what they may read and nothing else: GitHub's Markdown, or CSV (RFC 4180).
    """
    desk = door.read()
    if path is None or str(path) == "-":
        _leave(desk, who, "md", whom, every)
    else:
        desk.plans.write(who, path, whom, every, force)
        output.say(f"Wrote {path}, for the {whom}.")
        say_gate(desk, who, frozenset({whom}))


def _leave(desk: "Desk", who: str, form: str, whom: str, every: bool) -> None:
    """Print the table as it leaves, and on stderr who has not allowed that."""
    table = desk.plans.table(who, form, whom, every)
    say_gate(desk, who, frozenset({whom}), aside=True)
    output.data(table.encode())


@click.command("board")
@json_option
@pass_door
def board(door: Door, as_json: bool) -> None:
    """Show what is aimed for and planned across everybody."""
    desk = door.read()
    page = desk.plans.board()
    if as_json:
        from mentordesk.cli.shapes_planning import board as shape

        output.as_json(shape(page))
    elif not (page.promises or page.targets or page.rows):
        output.say("Nothing is aimed for yet. Set a goal with: mentordesk goal add WHO 'a talk'")
    else:
        _print_board(desk, page)


def _print(desk: "Desk", page: "PlanPage", every: bool) -> None:
    from mentordesk.domain.planning import columns

    shown = [row for row in page.rows if every or row.is_open]
    way = " → ".join(f"[{one}]" if one == page.station else one for one in page.stations)
    output.say(f"{page.address} · {way}")
    for hint in page.hints:
        output.say(f"  {hint}")
    if not shown:
        output.say(f"No row yet. Add one with: mentordesk plan add {page.address} --goal 'a goal'")
    ids = ids_of([row.id for row in page.rows])
    titles = [(column.key, column.title) for column in columns(page.playbook)]
    for row in shown:
        _print_row(desk, row, ids[row.id], titles)


def _print_row(desk: "Desk", row: "PlanRow", short: str, titles: Sequence[tuple[str, str]]) -> None:
    output.say(
        f"{short}  {row.position}  {_STATES.get(row.state, '×')} {' '.join(row.goal.split())}"
    )
    cells = [(title, _cell(desk, row, key)) for key, title in titles if key != "goal"]
    output.table([cell for cell in cells if cell[1]], indent=6)


def _cell(desk: "Desk", row: "PlanRow", key: str) -> str:
    if key == "due":
        return ", ".join(words.day_words(day, desk.today()) for day in row.dues)
    if key == "measure" and row.lacks_measure:
        return "no measure yet"
    return " / ".join(line for line in row.cell(key).splitlines() if line.strip())


def _print_board(desk: "Desk", page: "Board") -> None:
    today = desk.today()
    if page.promises:
        mine = sum(one.action.owner == "me" for one in page.promises)
        output.say(f"Promised: {mine} by you, {len(page.promises) - mine} by others")
        output.say("  mentordesk promises lists them")
    if page.targets:
        output.say("Targets")
        output.table(
            [
                (
                    one.address,
                    one.goal.horizon,
                    one.goal.text,
                    one.mark,
                    words.by(one.goal.due, today),
                )
                for one in page.targets
            ]
        )
    if page.rows:
        output.say("Rows of plans")
        output.table([(one.address, *_planned(desk, one.row)) for one in page.rows])


def _planned(desk: "Desk", row: "PlanRow") -> tuple[str, ...]:
    due = row.next_due(desk.today())
    lacks = "no measure yet" if row.lacks_measure else ""
    return row.goal, lacks, words.by(due, desk.today())
