"""`slot change`: the standing slot from a date on, saying only what is to be another."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import MINUTES, day_of, forcible, who_argument
from mentordesk.cli.slot_page import print_slot
from mentordesk.domain.rules import short_day
from mentordesk.domain.slot_policy import stays

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.slot_change import Changing


@click.command("change")
@who_argument
@click.argument("new", metavar="[NEW…]", nargs=-1)
@click.option("--from", "start", metavar="DAY", help="From this day on; the next date unless said.")
@click.option("--every", type=click.IntRange(1, 52), help="Every n-th week or month.")
@click.option("--minutes", type=MINUTES, metavar="N", help="Another length.")
@click.option(
    "--tz", "zone", default="", metavar="ZONE", help="Another zone, same time by its clock."
)
@click.option("--count", type=click.IntRange(1, 1000), help="Ends after so many more meetings.")
@click.option("--until", metavar="DAY", help="Ends on this day, included.")
@click.option("--place", metavar="TEXT", help="Where: a link, a room.")
@click.option(
    "--force", is_flag=True, help="Even if it overlaps another slot, or your office hours."
)
@pass_door
@click.pass_context
def change(
    ctx: click.Context,
    door: Door,
    who: str,
    new: tuple[str, ...],
    start: str | None,
    every: int | None,
    minutes: int | None,
    zone: str,
    count: int | None,
    until: str | None,
    place: str | None,
    force: bool,
) -> None:
    """Change the slot from a date on; what you do not name stays.

    NEW is a time, a weekday or both: 18:30, thu, thu 18:30, 3tu 18:30. Skipped and moved dates and
    gaps stay where the new rule has their days. A run that is set to follow takes the place, length
    and zone, too, and keeps its own day and time.
    """
    from mentordesk.dates.slots import read_change

    if count and until:
        raise click.UsageError("Give either --count or --until", ctx)
    if not new and (every, minutes, zone, count, until, place) == (
        None,
        None,
        "",
        None,
        None,
        None,
    ):
        raise click.UsageError("Say what is to be another, such as 18:30 or --every 2", ctx)
    desk = door.write()
    since = day_of(desk, start) if start else None
    was = desk.slots.plan_change(who, since, force=True).was
    rule, at = read_change(" ".join(new), was.rule, was.wall_time) if new else (was.rule, None)
    wishes = {
        "rule": rule.every(every) if every else rule,
        "wall_time": at,
        "minutes": minutes or 0,
        "zone": zone,
        "count": count or 0,
        "until": day_of(desk, until) if until else None,
        "place": place,
        "force": force,
    }
    with forcible():
        planned = desk.slots.plan_change(who, since, **wishes)
        made = desk.slots.change(who, since, **wishes)
    _remarks(desk, who, planned)
    print_slot(desk, who, 4, made)


def _remarks(desk: "Desk", who: str, planned: "Changing") -> None:
    """Name the dates of which something was said that falls away, and the run that stays."""
    for one in planned.lost:
        day = words.day_words(one.start.astimezone(desk.tz).date(), desk.today())
        output.say(f"! {day} was {one.state}; the new slot has no such date.")
    if run := planned.stays:
        handle, first = desk.people.find(who).mentee.handle, run.starts_on
        output.say(
            f"! {stays(run, desk.today())} Change it with: mentordesk slot change {handle}"
            f" --from '{short_day(first).lower()} {first.year}' {planned.series.wall_time:%H:%M}"
        )
