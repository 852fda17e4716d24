"""`goal add`, `set`, `list` and `edit`: targets one by one, and a set at a time."""

import re
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.goal_options import for_option, id_argument, ids_of
from mentordesk.cli.options import (
    OneOf,
    Words,
    day_of,
    json_option,
    readers_of,
    text_of,
    typed_readers,
    who_argument,
    words_argument,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.desk import Desk
    from mentordesk.domain.plans import Goal

_AIM = re.compile(r"--(\d+|short|long|role)(?:=(.*))?", re.DOTALL)
_KIND = "What it is about: a project, a skill, career … or a word of yours."


class Targets(Words):
    """Takes `--30 TEXT` and `--45=TEXT` for whatever horizons the playbook has."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `--30 TEXT` as `--in 30 TEXT`."""
        spelled: list[str] = []
        for arg in args:
            found = _AIM.fullmatch(arg)
            spelled += [arg] if found is None else ["--in", found[1]]
            if found and found[2] is not None:
                spelled.append(found[2])
        return super().parse_args(ctx, spelled)


@click.command("add", cls=Words)
@who_argument
@words_argument
@click.option(
    "--horizon", default="", metavar="H",
    help="Days as the playbook has them (the farthest unless said), short, long or role.",
)  # fmt: skip
@click.option("--due", metavar="DAY", help="By when, if not at the end of the horizon.")
@click.option("--measure", default="", metavar="TEXT", help="How you will see that it worked.")
@click.option("--kind", default="", metavar="K", help=_KIND)
@for_option
@pass_door
def add(
    door: Door,
    who: str,
    words: tuple[str, ...],
    horizon: str,
    due: str | None,
    measure: str,
    kind: str,
    readers: str | None,
) -> None:
    """Set a goal.

    One in days joins the newest set, or begins the next when all of that one is settled.
    """
    text, chosen = text_of(words), readers_of(readers)
    desk = door.write()
    day = day_of(desk, due) if due else None
    made = desk.goals.add(who, text, horizon.lower(), day, measure, chosen, kind)
    output.say(f"Goal: {made.text}{_by(desk, made)}")


@click.command("set", cls=Targets)
@who_argument
@click.option(
    "--in", "aims", metavar="H TEXT", nargs=2, multiple=True,
    help="A target for a horizon; --30 TEXT is short for --in 30 TEXT.",
)  # fmt: skip
@click.option(
    "--rest", default="stay", type=OneOf("way to leave them", ("stay", "carry", "unmet", "drop")),
    metavar="R",
    help="What becomes of open ones of earlier sets: stay (unless said), carry, unmet or drop.",
)  # fmt: skip
@pass_door
def set_goals(door: Door, who: str, aims: tuple[tuple[str, str], ...], rest: str) -> None:
    """Set the next targets; the earlier set is kept.

    For example: mentordesk goal set ada --30 "first pull request" --60 "a talk draft". What is
    set on one day is one set.
    """
    desk = door.write()
    made = desk.goals.renew(who, aims, rest)
    output.say(f"Set {made.number}")
    output.table(goal_rows(desk, made.goals))
    if left := [g for g in desk.goals.list(who) if g.is_open and 0 < g.set_no < made.number]:
        output.say("Still open from before; goal done, unmet, carry or drop settles one.")
        output.table(goal_rows(desk, left))


@click.command("list")
@who_argument
@click.option("--all", "every", is_flag=True, help="Settled ones too.")
@click.option("--sets", is_flag=True, help="Set by set, each with what became of it.")
@json_option
@pass_door
def list_goals(door: Door, who: str, every: bool, sets: bool, as_json: bool) -> None:
    """List somebody's goals, or their sets of targets."""
    desk = door.read()
    if sets:
        _list_sets(desk, who, as_json)
        return
    found = [one for one in desk.goals.list(who) if every or one.is_open]
    if as_json:
        output.as_json([shapes.goal(one) for one in found])
    elif not found:
        output.say(f"No goal is open. Set one with: mentordesk goal add {who} 'first talk'")
    else:
        output.table(goal_rows(desk, found), indent=0)
        _say_the_way(desk, who, found)


def _say_the_way(desk: "Desk", who: str, goals: "Sequence[Goal]") -> None:
    """How much of what a role asks for is met, and what is missing on the way."""
    from mentordesk.domain.planning import readiness

    asked = desk.plans.page(who).requirements
    for one in goals:
        if said := readiness(asked.get(one.id, ())):
            output.say(f"{one.text}: {said}")
    if missing := desk.gaps.list(who, every=False):
        output.say(f"Gaps: {'; '.join(gap.text for gap in missing)}")


@click.command("edit")
@id_argument
@click.option("--text", metavar="TEXT", help="Other words.")
@click.option("--measure", metavar="TEXT", help="How you will see that it worked.")
@click.option("--kind", metavar="K", help=_KIND)
@click.option("--horizon", default="", metavar="H", help="Another horizon.")
@click.option("--due", metavar="DAY", help="Another day.")
@click.option("--outcome", metavar="TEXT", help="What came of it.")
@for_option
@pass_door
def edit(
    door: Door, /, id: str, horizon: str, due: str | None, readers: str | None, **said: str | None
) -> None:
    """Change a goal's words, measure, kind, horizon or day.

    ID is the beginning of an id as `mentordesk goal list` shows it.
    """
    desk = door.write()
    day = day_of(desk, due) if due else None
    given = {name: text for name, text in said.items() if text is not None}
    made = desk.goals.edit(id, horizon=horizon, due=day, readers=typed_readers(readers), **given)
    output.say(f"Goal: {made.text}{_by(desk, made)}")


def goal_rows(desk: "Desk", goals: "Sequence[Goal]") -> list[tuple[str, ...]]:
    """One row a goal: short id, horizon, words, what it is about, measure, its day or outcome."""
    ids = ids_of([one.id for one in goals])
    return [
        (
            ids[one.id],
            one.horizon,
            one.text,
            one.kind,
            f"measured by {one.measure}" if one.measure else "",
            _stands(desk, one),
        )
        for one in goals
    ]


def _stands(desk: "Desk", one: "Goal") -> str:
    from mentordesk.domain.planning import outcome_word

    if not one.is_open:
        return f"{outcome_word(one)}: {one.outcome}" if one.outcome else outcome_word(one)
    today = desk.today()
    if one.due and one.due < today:
        return f"its day was {words.day_words(one.due, today)}"
    return words.by(one.due, today)


def _list_sets(desk: "Desk", who: str, as_json: bool) -> None:
    from mentordesk.cli.shapes_planning import goal_set

    found = desk.goals.sets(who)
    if as_json:
        output.as_json([goal_set(one) for one in found])
    elif not found:
        output.say(f"No targets yet. Set some with: mentordesk goal set {who} --30 'first talk'")
    else:
        for one in reversed(found):
            on = f", {words.day_words(one.set_on, desk.today())}" if one.set_on else ""
            output.say(f"Set {one.number}{on}")
            output.table(goal_rows(desk, one.goals))


def _by(desk: "Desk", made: "Goal") -> str:
    from mentordesk.dates import echo_day

    return f", by {echo_day(made.due, desk.today())}" if made.due else ""
