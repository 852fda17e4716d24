"""`study`: the hours somebody studies in, and how each week went."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, shapes_learning, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.gate import say_gate
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import (
    MINUTES,
    OneOf,
    audience_of,
    json_option,
    past_day_of,
    readers_option,
    who_argument,
)
from mentordesk.domain.study import KEPT, history, out_of, planned, spoken
from mentordesk.domain.text import short_length

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.study import StudyPage, StudyWeek


@click.group("study", cls=Group)
def study() -> None:
    """Keep study hours: plan them, and tell how each week went."""


@study.command("set")
@who_argument
@click.option(
    "--weekly", nargs=2, required=True, metavar="DAYS TIME", help="mon,thu 19:00, on their clock."
)
@click.option("--minutes", type=MINUTES, default=60, metavar="N", help="How long each is; 60.")
@click.option("--more", is_flag=True, help="Beside the hours planned already.")
@pass_door
def set_hours(door: Door, who: str, weekly: tuple[str, str], minutes: int, more: bool) -> None:
    """Plan the hours of every week.

    They take the place of the hours planned before, unless they are --more.
    """
    from mentordesk.dates import read_time
    from mentordesk.dates.slots import read_weekly

    desk = door.write()
    rule = read_weekly(weekly[0])
    page = desk.study.set(who, rule.weekdays, read_time(weekly[1]), minutes, more)
    _print_plan(desk, who, page)


@study.command("show")
@who_argument
@json_option
@pass_door
def show(door: Door, who: str, as_json: bool) -> None:
    """Show the hours, and how the weeks went."""
    desk = door.read()
    page = desk.study.page(who)
    if as_json:
        output.as_json(shapes_learning.study(page))
        return
    _print_plan(desk, who, page)
    if page.weeks:
        output.say(f"Lately: {history(page.weeks)}")
        output.table([_week_row(desk, one) for one in page.weeks[:12]])


@study.command("stop")
@who_argument
@pass_door
def stop(door: Door, who: str) -> None:
    """Let the plan end; how its weeks went is kept."""
    desk = door.write()
    desk.study.stop(who)
    output.say(f"{desk.people.find(who).mentee.name} has no study hours planned any more.")


@study.command("week")
@who_argument
@click.argument("kept", metavar="KEPT", type=OneOf("way a week goes", KEPT))
@click.option("--hours", type=click.FloatRange(0, 168), metavar="N", help="Hours studied: 9, 6.5.")
@click.option("--reason", default="", metavar="TEXT", help="What helped or got in the way.")
@click.option("--week", "day", metavar="DAY", help="Any day of that week: last mon, 16 nov.")
@readers_option
@pass_door
def week(
    door: Door,
    who: str,
    kept: str,
    hours: float | None,
    reason: str,
    day: str | None,
    readers: str | None,
) -> None:
    """Tell how a week's plan was kept: kept, partly or not.

    Without --week it is the week that ended last, or this one if that was told of already.
    """
    desk = door.write()
    when = past_day_of(desk, day)
    minutes = None if hours is None else round(hours * 60)
    told = desk.study.week(who, kept, minutes, reason, when, audience_of(readers))
    monday = words.day_words(told.monday, desk.today())
    output.say(f"Week of {monday}: {told.kept}{_done(told)}")
    say_gate(desk, who, audience_of(readers))


def _print_plan(desk: "Desk", who: str, page: "StudyPage") -> None:
    name, handle = desk.people.find(who).mentee.name, desk.people.find(who).mentee.handle
    if not page.slots:
        output.say(
            f"{name} has no study hours yet."
            f" Plan some with: mentordesk study set {handle} --weekly mon,thu 19:00 --minutes 90"
        )
        return
    zone = f" ({words.city(page.zone)})" if page.zone else ""
    output.say(f"{name} studies{zone}")
    output.table([(line,) for line in spoken(page.slots)])
    run = f", for {page.run} weeks" if page.run else ""
    output.say(f"A week has {out_of(planned(page.slots), page.hours)}{run if page.hours else ''}.")


def _week_row(desk: "Desk", one: "StudyWeek") -> tuple[str, str, str, str]:
    monday = f"week of {words.day_words(one.monday, desk.today())}"
    return monday, one.kept, _done(one).removeprefix(", "), one.reason


def _done(one: "StudyWeek") -> str:
    """Hours done of those planned, in plain words; '' when nobody said."""
    if one.minutes is None:
        return ""
    of = f" of {short_length(one.planned)}" if one.planned else ""
    return f", {short_length(one.minutes)}{of}"
