"""The stable JSON shapes of docs/json.md, made from the desk's read models.

Instants are UTC (`2026-11-24T17:00:00Z`); `local` is wall time in the mentor's zone; days are
`2026-11-24`; what is not there is null; readers are a list, empty for the mentor alone.
"""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentordesk.desk import Desk
    from mentordesk.domain.agenda import Point
    from mentordesk.domain.coming import Attention, CallLine
    from mentordesk.domain.notes import Note
    from mentordesk.domain.pages import DatedLine, Meeting, PersonLine
    from mentordesk.domain.plans import Action, Goal, Opportunity
    from mentordesk.domain.readers import Audience
    from mentordesk.domain.sessions import Session

Shape = dict[str, Any]


def instant(moment: datetime | None) -> str | None:
    """An instant in UTC to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def local(desk: "Desk", moment: datetime | None) -> str | None:
    """An instant as wall time in the mentor's zone, with its offset."""
    return moment.astimezone(desk.tz).isoformat(timespec="seconds") if moment else None


def day(value: date | None) -> str | None:
    """A day as ISO 8601."""
    return value.isoformat() if value else None


def readers(audience: "Audience") -> list[str]:
    """Who else may read it, in a fixed order."""
    from mentordesk.domain.readers import OTHERS

    return [word for word in OTHERS if word in audience]


def call(desk: "Desk", line: "CallLine | None") -> Shape | None:
    """A coming or running call."""
    if line is None:
        return None
    return {
        "who": line.address,
        "name": line.name,
        "programme": line.programme,
        "start": instant(line.start),
        "end": instant(line.end),
        "local": local(desk, line.start),
        "zone": line.zone,
        "number": line.number,
        "total": line.total,
        "state": line.state,
        "confirmed": line.confirmed,
        "place": line.place,
        "session": line.session_id or None,
    }


def attention(line: "Attention") -> Shape:
    """Something due."""
    return {
        "id": line.id,
        "rule": line.rule,
        "who": line.address or None,
        "name": line.name or None,
        "milestone": line.ref if line.does in ("milestone", "decide") else None,
        "since": day(line.since),
        "says": line.says,
        "urgent": line.urgent,
    }


def milestone(line: "DatedLine") -> Shape:
    """One time of a dated event of the programme."""
    return {
        "key": line.key,
        "title": line.title,
        "kind": line.kind,
        "by": line.by,
        "state": line.state,
        "due": day(line.due),
        "says": line.says,
        "why": line.why,
        "text": line.text,
        "settled_on": day(line.settled_on),
        "noted": list(line.noted),
    }


def person(line: "PersonLine") -> Shape:
    """One relation in the list of people."""
    return {
        "who": line.address,
        "name": line.name,
        "handle": line.handle,
        "programme": line.programme,
        "status": line.status,
        "zone": line.zone,
        "next": instant(line.next),
        "last": instant(line.last),
        "held": line.held,
        "total": line.total,
        "promised_by_me": line.mine,
        "promised_by_them": line.theirs,
        "archived": line.archived,
        "members": line.members,
    }


def action(one: "Action") -> Shape:
    """A promise."""
    return {
        "id": one.id,
        "text": one.text,
        "owner": one.owner,
        "who": one.who,
        "due": day(one.due),
        "state": one.state,
        "task": one.task,
        "proposed_by": one.proposed_by or None,
        "done_on": day(one.done_on),
        "readers": readers(one.readers),
    }


def goal(one: "Goal") -> Shape:
    """A goal."""
    return {
        "id": one.id,
        "text": one.text,
        "horizon": one.horizon,
        "due": day(one.due),
        "state": one.state,
        "measure": one.measure,
        "kind": one.kind,
        "outcome": one.outcome,
        "set": one.set_no or None,
        "set_on": day(one.set_on),
        "readers": readers(one.readers),
    }


def opportunity(one: "Opportunity") -> Shape:
    """Something to watch out for."""
    return {
        "id": one.id,
        "text": one.text,
        "state": one.state,
        "due": day(one.due),
        "source": one.source,
        "readers": readers(one.readers),
    }


def note(one: "Note") -> Shape:
    """A note."""
    return {
        "id": one.id,
        "kind": one.kind,
        "at": instant(one.at),
        "text": one.body,
        "state": one.state,
        "readers": readers(one.readers),
    }


def point(position: int, one: "Point") -> Shape:
    """One line of an agenda; `position` is what --tick and the like take."""
    return {
        "position": position,
        "title": one.title,
        "minutes": one.minutes,
        "source": one.source,
        "state": one.state,
        "carried": one.carried,
        "prompts": list(one.prompts),
        "readers": readers(one.readers),
    }


def points(agenda: "Sequence[Point]") -> list[Shape]:
    """An agenda."""
    return [point(position, one) for position, one in enumerate(agenda, 1)]


def meeting(desk: "Desk", one: "Meeting") -> Shape:
    """One date of a slot on both clocks."""
    found = one.occurrence
    return {
        "day": day(found.day),
        "number": found.number,
        "state": found.state,
        "confirmed": found.confirmed,
        "start": instant(found.start),
        "end": instant(found.end),
        "local": one.here.isoformat(timespec="minutes"),
        "theirs": one.there.isoformat(timespec="minutes") if one.there else None,
        "warning": one.warning,
        "reason": found.reason,
    }


def session(desk: "Desk", one: "Session | None") -> Shape | None:
    """A session with its clock as it stands."""
    if one is None:
        return None
    box, now = one.timebox, one.ended or desk.now()
    return {
        "id": one.id,
        "number": one.number,
        "agenda": one.agenda,
        "state": one.state,
        "planned_start": instant(one.planned_start),
        "minutes": one.minutes,
        "reserve": one.reserve,
        "hard_stop": one.hard_stop,
        "started": instant(one.started),
        "ended": instant(one.ended),
        "end": instant(box.end(now)) if box else None,
        "wrap_up": instant(box.wrap_up(now)) if box else None,
        "phase": box.phase(now) if box else None,
        "paused": box.is_paused if box else False,
        "extended": box.extended if box else 0,
        "place": one.place,
    }
