"""JSON shapes of what comes back from other calendars; docs/json.md has them in words."""

from typing import TYPE_CHECKING

from mentordesk.cli import shapes
from mentordesk.cli.shapes import Shape

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.desk.busy import BusyCalendar
    from mentordesk.domain.answering import Answer, Counter, Finding


def finding(file: str, one: "Finding") -> Shape:
    """What a file said, and what became of it."""
    return {
        "file": file,
        "kind": one.kind,
        "says": one.sentence,
        "changed": one.counts,
        "who": one.handle or None,
        "answer": one.partstat or None,
        "day": shapes.day(one.day),
        "comment": one.comment,
        "proposal": one.counter_id or None,
        "remarks": list(one.remarks),
    }


def answer(one: "Answer") -> Shape:
    """What a guest said to the slot, or to a date of it."""
    return {
        "who": one.handle,
        "address": one.address,
        "answer": one.partstat,
        "day": shapes.day(one.day),
        "on": shapes.day(one.on),
        "from": shapes.day(one.since),
        "until": shapes.day(one.until),
        "comment": one.comment,
        "delegate": one.delegate or None,
        "at": shapes.instant(one.at),
    }


def proposal(desk: "Desk", one: "Counter") -> Shape:
    """Another time that a guest proposed."""
    return {
        "id": one.id,
        "who": one.handle,
        "day": shapes.day(one.day),
        "was": shapes.instant(one.was),
        "start": shapes.instant(one.start),
        "local": shapes.local(desk, one.start),
        "minutes": one.minutes,
        "comment": one.comment,
    }


def busy(one: "BusyCalendar") -> Shape:
    """A calendar that counts as busy."""
    return {
        "name": one.name,
        "file": one.origin,
        "read_at": shapes.instant(one.read_at),
        "soon": one.soon,
        "remarks": list(one.left_out),
    }
