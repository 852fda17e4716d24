"""`time`: what was spent on whom, put right by hand, and the budget it goes into."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_doors, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    MINUTES,
    Words,
    day_of,
    json_option,
    past_moment_of,
    text_of,
    who_argument,
)
from mentordesk.domain.effort import bar

if TYPE_CHECKING:
    from datetime import date

    from mentordesk.desk import Desk
    from mentordesk.domain.effort import Budget, Entry

NONE = "No time was spent then. Calls and `mentordesk log` are counted by themselves; add other"
NONE += " time with: mentordesk time add WHO prep 30"
_yes = click.option("--yes", "sure", is_flag=True, help="Even if it is longer than a working day.")
_month = click.option("--month", metavar="M", help="2026-11, nov, last; this month unless said.")


@click.group("time", cls=Group)
def time() -> None:
    """Keep the time: list, add, edit, drop, budget."""


@time.command("add", cls=Words)
@who_argument
@click.argument("kind", metavar="KIND")
@click.argument("minutes", metavar="MINUTES", type=MINUTES)
@click.argument("note", metavar="[NOTE…]", nargs=-1)
@click.option("--at", metavar="WHEN", help="When it began: yesterday 15:00; else it ends now.")
@_yes
@pass_door
def add(
    door: Door, who: str, kind: str, minutes: int, note: tuple[str, ...], at: str | None, sure: bool
) -> None:
    """Note time that no call and no log has.

    KIND is one of the programme's (prep, mail …) or the desk's own; MINUTES is 45, 45m or 1h30.
    """
    desk = door.write()
    said = text_of(note) if note else ""
    made = desk.times.add(who, kind, minutes, said, at=past_moment_of(desk, at), sure=sure)
    _say(desk, "Noted", made)
    say_over(desk, made.address, made.start.astimezone(desk.tz).date())


@time.command("list")
@click.argument("who", metavar="[WHO]", required=False, default="")
@_month
@click.option("--kind", default="", metavar="K", help="Only of one kind.")
@json_option
@pass_door
def list_all(door: Door, who: str, month: str | None, kind: str, as_json: bool) -> None:
    """List the time of a month, oldest first."""
    desk = door.read()
    found = desk.times.list(who, month=_read_month(desk, month), kind=kind)
    if as_json:
        output.as_json([shapes_doors.entry(desk, one) for one in found])
    elif not found:
        output.say(NONE)
    else:
        from mentordesk.desk.ids import short

        ids = short([one.id for one in found])
        logged = desk.times.logged(found)
        table = [_row(desk, one, ids[one.id], logged.get(one.id, "")) for one in found]
        output.table(table, indent=0)
        output.say(f"{words.length(sum(one.minutes for one in found))} in all")


@time.command("edit")
@click.argument("id", metavar="ID")
@click.option("--minutes", type=MINUTES, metavar="N", help="Another length.")
@click.option("--kind", metavar="K", help="Another kind.")
@click.option("--note", metavar="TEXT", help="Another note.")
@click.option("--at", metavar="WHEN", help="When it began.")
@_yes
@pass_door
def edit(
    door: Door,
    id: str,
    minutes: int | None,
    kind: str | None,
    note: str | None,
    at: str | None,
    sure: bool,
) -> None:
    """Put an entry right, whoever made it.

    ID is the beginning of an id as `mentordesk time list` shows.
    """
    desk = door.write()
    when = past_moment_of(desk, at)
    made = desk.times.edit(id, minutes=minutes, kind=kind, note=note, at=when, sure=sure)
    _say(desk, "It is", made)


@time.command("drop")
@click.argument("id", metavar="ID")
@pass_door
def drop(door: Door, id: str) -> None:
    """Take an entry away; `undo` returns it."""
    gone = door.write().times.drop(id)
    output.say(f"Dropped: {words.length(gone.minutes)} of {gone.kind} with {gone.name}")


@time.command("budget")
@click.argument("who", metavar="[WHO]", required=False, default="")
@click.option("--playbook", default="", metavar="P", help="Only those under one programme.")
@click.option("--month", metavar="M", help="A month as a whole: 2026-11, nov, last.")
@click.option("--week", metavar="DAY", help="The week of a day: today, last mon, 9 nov.")
@json_option
@pass_door
@click.pass_context
def budget(
    ctx: click.Context,
    door: Door,
    who: str,
    playbook: str,
    month: str | None,
    week: str | None,
    as_json: bool,
) -> None:
    """Show how much of a budget is used, in total and by kind.

    By week or by month as the programme has it. Weeks begin on Monday.
    """
    if month and week:
        raise click.UsageError("Give either --month or --week", ctx)
    desk = door.read()
    day = day_of(desk, week, past=True) if week else _read_month(desk, month)
    per = "week" if week else "month" if month else ""
    found = desk.times.budgets(who, playbook=playbook, per=per, day=day)
    if as_json:
        output.as_json([shapes_doors.budget(one) for one in found])
    elif not found:
        output.say("Nobody is active there. See everyone with: mentordesk mentee list")
    else:
        for one in found:
            _print(desk, one)


def _print(desk: "Desk", one: "Budget") -> None:
    since = words.day_words(one.first, desk.today())
    title = f"{one.per} from {since}"
    output.say(f"{one.name} ({one.address}) · {title} · {spent(one)}")
    rows = [("in all", bar(one.minutes, one.budget), _of(one.minutes, one.budget))]
    rows += [
        (used.title, bar(used.minutes, used.budget), _of(used.minutes, used.budget))
        for used in one.kinds
    ]
    output.table(rows if one.kinds else rows[:1])


def say_over(desk: "Desk", who: str, day: "date") -> None:
    """Say so when more was spent than the playbook allows in the period a day lies in."""
    for one in desk.times.budgets(who, day=day):
        since = words.day_words(one.first, desk.today())
        when = f"This {one.per}" if desk.today() <= one.last else f"The {one.per} from {since}"
        if one.budget and one.minutes > one.budget:
            output.say(f"! {when}: {spent(one)}.")
        for kind in one.kinds:
            if kind.budget and kind.minutes > kind.budget:
                output.say(f"! {when}, {kind.title}: {_of(kind.minutes, kind.budget)}.")


def spent(one: "Budget") -> str:
    """What is used of what, in words: `2 h of 4 h`, `2 h, without a budget`."""
    said = words.length(one.minutes)
    if not one.budget:
        return f"{said}; the budget is {one.rule}" if one.rule else f"{said}, without a budget"
    over = one.minutes - one.budget
    more = f", {words.length(over)} over" if over > 0 else ""
    return f"{said} of {words.length(one.budget)}{more}"


def _of(minutes: int, budget: int) -> str:
    return f"{words.length(minutes)} of {words.length(budget)}" if budget else words.length(minutes)


def _read_month(desk: "Desk", typed: str | None) -> "date | None":
    from mentordesk.dates.months import read_month

    return read_month(typed, desk.today()) if typed else None


def _say(desk: "Desk", verb: str, one: "Entry") -> None:
    counts = f", as {one.counts}" if one.counts and one.counts.casefold() != one.kind else ""
    output.say(
        f"{verb}: {words.length(one.minutes)} of {one.kind} with {one.name},"
        f" {words.moment(desk, one.start)}{counts} ({one.id[:8]})"
    )
    for other in desk.times.clashes(one):
        output.say(
            f"! {words.length(other.minutes)} of {other.kind} from"
            f" {words.moment(desk, other.start)} on lie in the same time ({other.id[:8]})"
        )


def _row(desk: "Desk", one: "Entry", short_id: str, logged: str) -> tuple[str, ...]:
    of = "" if one.counts.casefold() in ("", one.kind) else one.counts
    return (
        short_id,
        *words.day_and_time(desk, one.start),
        f"{words.length(one.minutes):>11}",
        one.kind,
        of,
        "billable" if one.billable else "",
        one.note or logged,
        one.address,
    )
