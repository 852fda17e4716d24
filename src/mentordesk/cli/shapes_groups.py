"""The JSON shapes of groups (docs/json.md): the group, its members, who came to what, the roll."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.cli.shapes import Shape, day

if TYPE_CHECKING:
    from mentordesk.domain.groups import Attendance, GroupPage, Line, Member, StepAt


def member(one: "Member") -> Shape:
    """Somebody who is or was in a group."""
    return {
        "name": one.name,
        "handle": one.handle,
        "zone": one.zone,
        "joined_on": day(one.joined_on),
        "left_on": day(one.left_on),
        "speaks": one.speaks,
    }


def step(one: "StepAt | None") -> Shape | None:
    """Where a group is in its outline."""
    if one is None:
        return None
    return {
        "number": one.number,
        "total": one.total,
        "title": one.title,
        "outline": one.outline,
    }


def group(page: "GroupPage") -> Shape:
    """A group with everybody in it."""
    return {
        "who": page.relation.address,
        "name": page.relation.mentee.name,
        "programme": page.playbook.slug,
        "status": page.relation.mentorship.status,
        "outcome": page.outcome,
        "tool": page.tool,
        "mode": page.mode,
        "most": page.playbook.group_most,
        "held": page.attendance.held,
        "step": step(page.step),
        "members": [member(one) for one in page.members],
        "away": [one.handle for one in page.away],
    }


def attendance(found: "Attendance") -> Shape:
    """Who came to what."""
    return {
        "least": found.least,
        "meetings": [
            {"session": one.session_id, "day": day(one.day), "number": one.number,
             "state": one.state}
            for one in found.meetings
        ],
        "members": [_line(one) for one in found.lines],
    }  # fmt: skip


def _line(one: "Line") -> Shape:
    return {
        "name": one.member.name,
        "handle": one.member.handle,
        "statuses": list(one.statuses),
        "held": one.held,
        "came": one.came,
    }


def roll(found: "Sequence[tuple[Member, str]]") -> list[Shape]:
    """What is known of who is here."""
    return [
        {"name": one.name, "handle": one.handle, "status": status or None} for one, status in found
    ]
