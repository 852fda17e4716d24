"""JSON shapes of opportunities, introductions and time; docs/json.md has them in words."""

from typing import TYPE_CHECKING

from mentordesk.cli import shapes
from mentordesk.cli.shapes import Shape

if TYPE_CHECKING:
    from mentordesk.desk import Desk
    from mentordesk.domain.doors import Meant, Opening, Step
    from mentordesk.domain.effort import Budget, Entry


def opening(one: "Opening") -> Shape:
    """An opportunity with whose it is and what became of it."""
    return {
        **shapes.opportunity(one.opportunity),
        "for": one.address,
        "name": one.name,
        "noted_on": shapes.day(one.noted_on),
        "steps": [_step(step) for step in one.steps],
    }


def _step(step: "Step") -> Shape:
    return {
        "state": step.state,
        "day": shapes.day(step.day),
        "text": step.text,
        "readers": shapes.readers(step.readers),
    }


def introduction(meant: "Meant") -> Shape:
    """Two people to bring together."""
    one = meant.introduction
    return {
        "id": one.id,
        "for": meant.address,
        "name": meant.name,
        "person": one.person,
        "contact": one.contact,
        "text": one.text,
        "state": one.state,
        "mentee_agreed_on": shapes.day(one.mentee_agreed_on),
        "other_agreed_on": shapes.day(one.other_agreed_on),
        "made_on": shapes.day(one.made_on),
        "outcome": one.outcome,
        "readers": shapes.readers(one.readers),
    }


def entry(desk: "Desk", one: "Entry") -> Shape:
    """Time that was spent."""
    return {
        "id": one.id,
        "for": one.address,
        "name": one.name,
        "kind": one.kind,
        "counts_as": one.counts,
        "billable": one.billable,
        "start": shapes.instant(one.start),
        "local": shapes.local(desk, one.start),
        "minutes": one.minutes,
        "note": one.note,
        "session": one.session_id or None,
        "touchpoint": one.touchpoint_id or None,
    }


def budget(one: "Budget") -> Shape:
    """What a mentorship took in a period, of what its playbook allows."""
    return {
        "for": one.address,
        "name": one.name,
        "programme": one.programme,
        "per": one.per,
        "first": shapes.day(one.first),
        "last": shapes.day(one.last),
        "minutes": one.minutes,
        "budget": one.budget,
        "rule": one.rule,
        "kinds": [used._asdict() for used in one.kinds],
    }
