"""`calendar`: everything that has a day, as a list, a week or a month."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from mentordesk.cli import output, words
from mentordesk.cli.door import Door, pass_door
from mentordesk.cli.options import json_option
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import DAY_NAMES
from mentordesk.domain.text import fitted

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.days import DaysPage, Entry

_CELL = 10
_TITLE, _SOURCE = 22, 8
"""Cells for the title of a busy time, and for the calendar that it is from."""
_YEARS = 100
"""How far the calendar looks either way."""


@click.command("calendar")
@click.argument("day", metavar="[DAY]", default="")
@click.option("--week", "view", flag_value="week", help="The week that DAY is in.")
@click.option("--month", "view", flag_value="month", help="The month, as a grid and as a list.")
@click.option("--weeks", type=click.IntRange(1, 52), default=4, help="How far the list goes; 4.")
@json_option
@pass_door
def calendar(door: Door, day: str, view: str | None, weeks: int, as_json: bool) -> None:
    """Show calls, milestones, gaps, hours, workshops and busy times by day.

    From DAY on, today unless said; or the week or month it is in. DAY may be past; without a year
    it is the nearest such day.
    """
    from mentordesk.domain.days import month_of, week_of

    desk = door.read()
    first = _shown(desk, day) if day else desk.today()
    span = (first, first + timedelta(weeks=weeks, days=-1))
    if view:
        span = week_of(first) if view == "week" else month_of(first)
    page = desk.pages.days(*span)
    if as_json:
        from mentordesk.cli import shapes_days  # only for those who asked for JSON

        output.as_json(shapes_days.page(desk, page))
        return
    if view == "month":
        _grid(page, first)
        within = [one for one in page.entries if one.day.month == first.month]
        page = page._replace(entries=within)
    _list(desk, page)


def _shown(desk: "Desk", typed: str) -> date:
    """The day that was typed, past or to come. Raises Refusal beyond what slots and calls reach."""
    from mentordesk.dates import read_any_day

    day = read_any_day(typed, desk.today())
    if abs(day.year - desk.today().year) > _YEARS:
        raise Refusal(f"{words.day_words(day, desk.today())} is out of sight. Give a nearer day.")
    return day


def _grid(page: "DaysPage", shown: date) -> None:
    """Six weeks: each day with a sign for each thing on it."""
    by_day = page.by_day()
    output.say(f"{shown:%B %Y}")
    output.say("".join(f" {name[:3]:<{_CELL - 1}}" for name in DAY_NAMES).rstrip())
    for week in range(0, (page.last - page.first).days + 1, 7):
        days = [page.first + timedelta(days=week + n) for n in range(7)]
        output.say("".join(_cell(day, by_day.get(day, []), page.today) for day in days).rstrip())


def _cell(day: date, entries: "list[Entry]", today: date) -> str:
    mark, room = ">" if day == today else " ", _CELL - 5
    signs = "".join(one.sign for one in entries)
    if len(signs) > room:
        kept = room - 2
        signs = f"{signs[:kept]}+{len(signs) - kept}"
    return f"{mark}{day.day:<2} {signs:<{_CELL - 4}}"


def _list(desk: "Desk", page: "DaysPage") -> None:
    if not page.entries:
        output.say("Nothing is on these days.")
        return
    output.table(list(_rows(desk, page)), indent=0)


def _rows(desk: "Desk", page: "DaysPage") -> Iterator[tuple[str, ...]]:
    """A row a thing; its day is said once."""
    before: date | None = None
    for one in page.entries:
        day = "" if one.day == before else words.day_words(one.day, page.today)
        before = one.day
        span = "all day"
        if one.start:
            span = f"{one.start.astimezone(desk.tz):%H:%M}"
            span += f"–{one.end.astimezone(desk.tz):%H:%M}" if one.end else ""
        there = words.there(desk, one.start, one.zone) if one.start else ""
        until = f"until {words.day_words(one.last, page.today)}" if one.last else ""
        title, note = _fitted(one)
        said = ", ".join(part for part in (one.said, until, note) if part)
        yield day, one.sign, span, title, there, said


def _fitted(one: "Entry") -> tuple[str, str]:
    """Title and note; those of busy times are the words of others, and cut to a line."""
    from mentordesk.domain.days import BUSY

    if one.kind != BUSY:
        return one.title, one.note
    return fitted(one.title, _TITLE), fitted(one.note, _SOURCE)
