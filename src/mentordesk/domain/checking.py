"""Lists to tick: which time of a list is meant, and what of it is ticked."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.programme_people import Checklist
from mentordesk.domain.text import clip

MENTORS = "mentor"
"""`when` of a list that is the mentor's own, whoever they mentor."""
EACH_MEETING = ("regular", "before", "after")
"""`when` of lists that begin anew for every meeting."""
MOMENTS = {
    "start": "before it begins",
    "first": "first meeting",
    "second": "second meeting",
    "regular": "every meeting",
    "before": "before a meeting",
    "after": "after a meeting",
    "monthly": "looked at every month",
    "decision": "before a decision",
    "end": "at the end",
    "mentor": "for the mentor",
}
"""The moments of programme_people.CHECKED in words."""


class Tick(NamedTuple):
    """One item that was ticked, in the playbook's own words."""

    item: str
    day: date
    text: str = ""


class Item(NamedTuple):
    """One line of a list: `n` counts from 1, `ticked_on` is None while it is open."""

    n: int
    text: str
    ticked_on: date | None = None
    said: str = ""


class Listed(NamedTuple):
    """A checklist as it stands; `occasion` is the week of one that begins anew, else ''."""

    key: str
    title: str
    when: str
    items: tuple[Item, ...]
    occasion: str = ""

    @property
    def left(self) -> int:
        """How many items are not ticked."""
        return sum(item.ticked_on is None for item in self.items)


def iso_week(day: date) -> str:
    """The week that a day is in (ISO 8601): `2026-W48`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def occasion(one: Checklist, today: date) -> str:
    """Which time of a list is meant: its week where every meeting begins it anew, else ''."""
    return iso_week(today) if one.when in EACH_MEETING else ""


def standing(one: Checklist, time: str, ticks: Iterable[Tick]) -> Listed:
    """A list with what of it is ticked; a tick is known by the words it was given to."""
    known = {tick.item: tick for tick in ticks}
    items = tuple(_item(n, text, known.get(text)) for n, text in enumerate(one.items, 1))
    return Listed(one.key, one.title, one.when, items, time)


def _item(n: int, text: str, tick: Tick | None) -> Item:
    return Item(n, text, tick.day, tick.text) if tick else Item(n, text)


def chosen(listed: Listed, typed: str | int) -> Item:
    """The item that was meant: its number, or words that only it has. Raises Refusal."""
    wanted = str(typed).strip()
    if wanted.isdecimal() and 1 <= int(wanted) <= len(listed.items):
        return listed.items[int(wanted) - 1]
    folded = wanted.casefold()
    found = [item for item in listed.items if folded and folded in item.text.casefold()]
    if len(found) == 1:
        return found[0]
    many = "several items have" if found else "no item has"
    raise Refusal(
        f"In “{listed.title}” {many} “{clip(wanted, 40)}”. Give a number from 1 to"
        f" {len(listed.items)}."
    )
