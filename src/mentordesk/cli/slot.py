"""`slot`: the standing slot, and what happens to single dates of it."""

from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.lazy import Group
from mentordesk.cli.options import MINUTES, OneOf, day_of, forcible, json_option, who_argument
from mentordesk.cli.slot_change import change
from mentordesk.cli.slot_changes import changes
from mentordesk.cli.slot_page import print_slot, print_untold, slot_shape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from mentordesk.dates.slots import Typed
    from mentordesk.desk import Desk
    from mentordesk.domain.cadence import Occurrence, Series

_day_argument = click.argument("day", metavar="DATE")
_by = click.option(
    "--by",
    type=OneOf("side", ("me", "mentee")),
    metavar="SIDE",
    help="Who asked for it: me or mentee.",
)
_reason = click.option("--reason", default="", metavar="TEXT", help="Why, for yourself.")


@click.group("slot", cls=Group)
def slot() -> None:
    """Keep the standing slot: set, preview, skip, move, end."""


@slot.command("set")
@who_argument
@click.argument("when", metavar="[WHEN…]", nargs=-1)
@click.option("--weekly", nargs=2, metavar="DAYS TIME", help="tue 18:00, or tue,thu 18:00.")
@click.option("--monthly", nargs=2, metavar="DAY TIME", help="3tu 18:00, -1th 18:00, or 15 18:00.")
@click.option("--every", type=click.IntRange(1, 52), help="Every n-th week or month.")
@click.option("--minutes", type=MINUTES, metavar="N", help="Length; the playbook's unless said.")
@click.option(
    "--tz", "zone", default="", metavar="ZONE", help="The slot's zone; yours unless said."
)
@click.option(
    "--from",
    "start",
    metavar="DAY",
    help="First day it may happen; until then an earlier slot goes on. Now unless said.",
)
@click.option("--count", type=click.IntRange(1, 1000), help="Ends after so many meetings.")
@click.option("--until", metavar="DAY", help="Ends on this day, included.")
@click.option("--place", default="", metavar="TEXT", help="Where: a link, a room.")
@click.option(
    "--force", is_flag=True, help="Even if it overlaps another slot, or your office hours."
)
@pass_door
@click.pass_context
def set_slot(
    ctx: click.Context,
    door: Door,
    who: str,
    when: tuple[str, ...],
    weekly: tuple[str, str] | None,
    monthly: tuple[str, str] | None,
    every: int | None,
    minutes: int | None,
    zone: str,
    start: str | None,
    count: int | None,
    until: str | None,
    place: str,
    force: bool,
) -> None:
    """Fix the weekly or monthly slot.

    WHEN is tue 18:00, tue and thu 18:00-19:30, every 2 weeks tue 18:00, third tue 18:00; --weekly
    or --monthly say the same. Its first dates are shown on both clocks. Times are wall time in your
    own zone (or --tz) and stay so when clocks change.
    """
    if sum(map(bool, (when, weekly, monthly))) != 1:
        raise click.UsageError("Say when once: tue 18:00, or --weekly or --monthly", ctx)
    if count and until:
        raise click.UsageError("Give either --count or --until", ctx)
    said = _read(when, weekly, monthly)
    desk = door.write()
    with forcible():
        made = desk.slots.set(
            who,
            said.rule.every(every) if every else said.rule,
            said.at,
            minutes=minutes or said.minutes,
            zone=zone,
            starts_on=day_of(desk, start) if start else None,
            count=count or 0,
            until=day_of(desk, until) if until else None,
            place=place,
            force=force,
        )
    print_slot(desk, who, 3, made)


@slot.command("preview")
@who_argument
@click.option("--weeks", type=click.IntRange(1, 520), default=12, help="How many dates; 12.")
@json_option
@pass_door
def preview(door: Door, who: str, weeks: int, as_json: bool) -> None:
    """Show the next dates on both clocks, with warnings."""
    desk = door.read()
    if as_json:
        output.as_json(slot_shape(desk, who, weeks))
    else:
        print_slot(desk, who, weeks)


@slot.command("skip")
@who_argument
@_day_argument
@_by
@_reason
@pass_door
def skip(door: Door, who: str, day: str, by: str | None, reason: str) -> None:
    """Leave out one date."""
    desk = door.write()
    chosen = desk.slots.shown_on(who, day_of(desk, day))
    with desk.slots.remarks(who, chosen) as remarks:
        desk.slots.skip(who, chosen.day, reason, by or "")
    _said(desk, who, f"{_echo(desk, _here(desk, chosen))} is skipped.", remarks)


@slot.command("move")
@who_argument
@_day_argument
@click.argument("new", metavar="NEW…", nargs=-1, required=True)
@click.option("--minutes", type=MINUTES, metavar="N", help="Another length, this once.")
@_by
@_reason
@click.option("--force", is_flag=True, help="Even if something else is there.")
@pass_door
def move(
    door: Door,
    who: str,
    day: str,
    new: tuple[str, ...],
    minutes: int | None,
    by: str | None,
    reason: str,
    force: bool,
) -> None:
    """Move one date to another day or time.

    DATE is the day as the list shows it, NEW a day and time such as wed 19:00. A day alone keeps
    the time, a time alone the day; a weekday is the one in the week of DATE. Where the slot keeps
    another clock than yours (--tz), NEW is by that clock.
    """
    from mentordesk.dates.moves import read_move

    desk = door.write()
    chosen = desk.slots.shown_on(who, day_of(desk, day))
    series = desk.slots.occurrence(who, chosen.day)[0]
    now, began = (at.astimezone(series.tz) for at in (desk.now(), chosen.start))
    wall = read_move(" ".join(new), now, began.replace(tzinfo=None))
    with forcible(), desk.slots.remarks(who, chosen) as remarks:
        desk.slots.move(
            who,
            chosen.day,
            wall,
            minutes=minutes or 0,
            reason=reason,
            by=by or "",
            force=force,
        )
    was = _echo(desk, _here(desk, chosen))
    _said(desk, who, f"{was} is moved to {_moved(desk, series, wall)}.", remarks)


slot.add_command(change)
slot.add_command(changes)


@slot.command("confirm")
@who_argument
@_day_argument
@pass_door
def confirm(door: Door, who: str, day: str) -> None:
    """Write down that both sides have confirmed a date."""
    desk = door.write()
    chosen = desk.slots.shown_on(who, day_of(desk, day))
    desk.slots.confirm(who, chosen.day)
    output.say(f"{_echo(desk, _here(desk, chosen))} is confirmed.")


@slot.command("gap")
@who_argument
@click.argument("first", metavar="FROM")
@click.argument("last", metavar="TO")
@_reason
@pass_door
def gap(door: Door, who: str, first: str, last: str, reason: str) -> None:
    """Leave out every date from FROM to TO, both included."""
    from mentordesk.dates import read_span

    desk = door.write()
    begin, end = read_span(first, last, desk.today())
    with desk.slots.remarks(who) as remarks:
        out = desk.slots.gap(who, begin, end, reason)
    fall = words.counted(len(out), "date falls", "dates fall")
    output.say(f"No meetings from {_echo(desk, begin)} to {_echo(desk, end)}. {fall} out.")
    for remark in remarks:
        output.say(f"! {remark}")
    print_slot(desk, who, max(4, _up_to(desk, who, end)))


@slot.command("end")
@who_argument
@_day_argument
@pass_door
def end(door: Door, who: str, day: str) -> None:
    """End the slot; DATE is its last day."""
    desk = door.write()
    chosen = day_of(desk, day)
    desk.slots.end(who, chosen)
    output.say(f"The slot ends on {_echo(desk, chosen)}.")
    print_untold(desk, who)


def _read(
    when: tuple[str, ...], weekly: tuple[str, str] | None, monthly: tuple[str, str] | None
) -> "Typed":
    from mentordesk.dates import read_time
    from mentordesk.dates.slots import Typed, read_line, read_monthly, read_weekly

    if weekly:
        return Typed(read_weekly(weekly[0]), read_time(weekly[1]))
    if monthly:
        return Typed(read_monthly(monthly[0]), read_time(monthly[1]))
    return read_line(" ".join(when))


def _echo(desk: "Desk", day: "date") -> str:
    from mentordesk.dates import echo_day

    return echo_day(day, desk.today())


def _moved(desk: "Desk", series: "Series", wall: "datetime") -> str:
    """A new time on the mentor's clock, and on the slot's where it keeps another one."""
    from mentordesk.dates import echo_when
    from mentordesk.domain.cadence import instant
    from mentordesk.domain.rules import day_words

    here = instant(wall, series.tz).astimezone(desk.tz).replace(tzinfo=None)
    said = echo_when(here, desk.today())
    if series.zone == desk.zone:
        return said
    there = day_words(wall.date(), here.date())
    return f"{said}, by the slot's clock {there} {wall:%H:%M} {words.city(series.zone)}"


def _here(desk: "Desk", one: "Occurrence") -> "date":
    return one.start.astimezone(desk.tz).date()


def _up_to(desk: "Desk", who: str, last: "date") -> int:
    """How many dates there are up to a day and the first one after it."""
    meetings = desk.pages.slot(who, 520).meetings
    return sum(one.here.date() <= last for one in meetings) + 1


def _said(desk: "Desk", who: str, sentence: str, remarks: "Sequence[str]") -> None:
    output.say(sentence)
    for remark in remarks:
        output.say(f"! {remark}")
    print_slot(desk, who, 4)
