"""JSON shapes of office hours and workshops; docs/json.md has them in words."""

from typing import TYPE_CHECKING

from mentordesk.cli import shapes
from mentordesk.cli.shapes import Shape

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.offers import Slot, Workshop


def slot(desk: "Desk", one: "Slot") -> Shape:
    """A slot to book, or that is booked."""
    booked = one.booking
    reply = booked.reply if booked else None
    return {
        "start": shapes.instant(one.start),
        "end": shapes.instant(one.end),
        "local": shapes.local(desk, one.start),
        "playbook": one.hours.playbook,
        "link": one.hours.link,
        "free": booked is None,
        "name": booked.name if booked else "",
        "about": booked.text if booked else "",
        "state": booked.state if booked else "free",
        "invited": bool(booked and booked.invited),
        "answer": reply.partstat if reply else None,
        "answered_at": shapes.instant(reply.at) if reply else None,
        "comment": reply.comment if reply else "",
        "delegate": (reply.delegate or None) if reply else None,
    }


def workshop(one: "Workshop") -> Shape:
    """A workshop with what there is to prepare."""
    return {
        "id": one.id,
        "title": one.title,
        "day": shapes.day(one.day),
        "time": f"{one.wall_time:%H:%M}" if one.wall_time else None,
        "playbook": one.playbook,
        "role": one.role,
        "link": one.link,
        "prepare_from": shapes.day(one.prepare_from),
        "prep_minutes": one.prep_minutes,
        "prepared": one.prepared,
        "early": one.early,
        "state": one.state,
        "debrief": one.debrief,
    }
