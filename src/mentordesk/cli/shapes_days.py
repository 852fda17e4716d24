"""JSON shape of days of the calendar; docs/json.md has it in words."""

from typing import TYPE_CHECKING

from mentordesk.cli import shapes
from mentordesk.cli.shapes import Shape

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.days import DaysPage, Entry


def page(desk: "Desk", one: "DaysPage") -> Shape:
    """Some days, with everything that stands on them."""
    return {
        "first": shapes.day(one.first),
        "last": shapes.day(one.last),
        "today": shapes.day(one.today),
        "entries": [_entry(desk, entry) for entry in one.entries],
    }


def _entry(desk: "Desk", one: "Entry") -> Shape:
    return {
        "kind": one.kind,
        "state": one.state,
        "day": shapes.day(one.day),
        "last": shapes.day(one.last or one.day),
        "start": shapes.instant(one.start),
        "end": shapes.instant(one.end),
        "local": shapes.local(desk, one.start),
        "title": one.title,
        "who": one.address,
        "zone": one.zone,
        "confirmed": one.confirmed,
        "note": one.note,
    }
