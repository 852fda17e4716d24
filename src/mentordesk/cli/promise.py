"""`do`, `done` and `promises`: what either side, or the network, said they would do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import Words, day_of, json_option, text_of, who_argument, words_argument
from mentordesk.cli.together import each

if TYPE_CHECKING:
    from datetime import date

    from mentordesk.desk import Desk
    from mentordesk.domain.plans import Action

NONE = "Nothing is promised. Promise something with: mentordesk do WHO 'send the link' --due fri"


@click.command("do", cls=Words)
@who_argument
@words_argument
@click.option("--owner", metavar="O", help="me (unless said), WHO, or network:NAME.")
@click.option("--due", metavar="DAY", help="By when: fri, next tue, in 2 weeks, 2026-12-01.")
@click.option("--task", is_flag=True, help="Their task: the next call starts with it.")
@click.option("--row", default="", metavar="ID", help="The row of the plan that it is a step of.")
@click.option("--by-mentee", is_flag=True, help="It was the mentee's own idea.")
@pass_door
def do(
    door: Door,
    who: str,
    words: tuple[str, ...],
    owner: str | None,
    due: str | None,
    task: bool,
    row: str,
    by_mentee: bool,
) -> None:
    """Promise something, or write down their promise."""
    text = text_of(words)
    desk = door.write()
    day = day_of(desk, due) if due else None
    whose = "mentee" if owner == who or (task and owner is None) else owner or "me"
    made = desk.promises.do(
        who, text, owner=whose, due=day, task=task, by_mentee=by_mentee, row=row
    )
    output.say(f"{_owner(made)}: {made.text}{_by(desk, made)}")


@click.command("done")
@click.argument("ids", metavar="ID…", nargs=-1, required=True)
@pass_door
def done(door: Door, ids: tuple[str, ...]) -> None:
    """Tick off promises.

    ID is the beginning of an id as `mentordesk promises` shows it.
    """
    desk = door.write()
    for said in each(desk, ids, "promises done", desk.promises.done):
        output.say(f"Done: {said}")


@click.command("promises")
@click.argument("who", metavar="[WHO]", required=False, default="")
@click.option("--owner", default="", metavar="O", help="Only of me, mentee, network or a name.")
@click.option("--all", "every", is_flag=True, help="Kept and dropped ones too.")
@json_option
@pass_door
def promises(door: Door, who: str, owner: str, every: bool, as_json: bool) -> None:
    """List what is promised, by day."""
    desk = door.read()
    found = desk.promises.list(owner=owner.removeprefix("network:"), who=who, every=every)
    if as_json:
        output.as_json(
            [{"for": p.address, "name": p.name, **shapes.action(p.action)} for p in found]
        )
    elif not found:
        output.say(NONE)
    else:
        rows = action_rows(desk, [p.action for p in found])
        output.table([(*row, p.address) for row, p in zip(rows, found, strict=True)], indent=0)


def action_rows(desk: "Desk", actions: "Sequence[Action]") -> list[tuple[str, ...]]:
    """One row a promise: short id, state, owner, words, day."""
    from mentordesk.desk.ids import short

    ids = short([p.action.id for p in desk.promises.list(every=True)])
    return [
        (ids[one.id], _mark(one), _owner(one), one.text, _due(one, desk.today())) for one in actions
    ]


def _mark(action: "Action") -> str:
    return {"open": "○", "done": "✓"}.get(action.state, "×")


def _due(action: "Action", today: "date") -> str:
    """The day of a promise; how late it is matters only while it is open."""
    if action.is_open or not action.due:
        return words.by(action.due, today)
    return f"by {words.day_words(action.due, today)}"


def _owner(action: "Action") -> str:
    said = [*(["task"] if action.task else []), *(["own idea"] if action.proposed_by else [])]
    return f"{action.who} ({', '.join(said)})" if said else action.who


def _by(desk: "Desk", action: "Action") -> str:
    from mentordesk.dates import echo_day

    return f", by {echo_day(action.due, desk.today())}" if action.due else ""
