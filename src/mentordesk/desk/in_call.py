"""What the screen of a call shows: it is opened in a hurry, so nothing else is imported here."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from mentordesk.desk.coming import how_many, next_line
from mentordesk.desk.contact import boundary
from mentordesk.domain.call_page import Aim, CallPage
from mentordesk.domain.errors import Refusal
from mentordesk.domain.plans import Goal
from mentordesk.domain.playbook import Glance
from mentordesk.domain.sessions import Session
from mentordesk.domain.waiting import waiting
from mentordesk.store import calls, people, plans
from mentordesk.store.views import mentee

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.owners import Stranger
    from mentordesk.domain.people import Relation


def known(desk: "Desk", session_id: str) -> Session:
    """A session by id. Raises Refusal when it is gone."""
    session = calls.session(desk.store, session_id)
    if session is None:
        raise Refusal("That session is gone. Go back and open it again.")
    return session


def call(desk: "Desk", session: Session) -> CallPage:
    """The call screen."""
    store, mentorship = desk.store, session.mentorship_id
    found = people.relations(store, mentorship)[0]
    playbook = _glance(desk, session)
    note = calls.notes(store, session.id)
    read = "SELECT line, kind, thing_id, dismissed FROM capture WHERE note_id = ?"
    marks = store.rows(read, note["id"]) if note else []
    began = (session.started or session.planned_start).astimezone(desk.tz).date()
    before = [a for a in mentee.promised(store, mentorship, began) if a.session_id != session.id]
    total = how_many(store, mentorship)
    agenda = calls.points(store, session.id)
    body = note["body"] if note else ""
    recorded = session.state == "running" and calls.is_recorded(store, session.id)
    someone_came = recorded or calls.is_known(store, session.id)
    made = {row["line"]: row["kind"] for row in marks if row["thing_id"]}
    goals = plans.goals(store, mentorship)
    return CallPage(
        mentee=found.mentee,
        mentorship=found.mentorship,
        playbook=playbook,
        address=found.address,
        session=session,
        total=total,
        agenda=agenda,
        promised=before,
        notes=body,
        stored_at=datetime.fromisoformat(note["updated_at"]) if note else None,
        marks=made,
        suggested={
            row["line"]: row["kind"] for row in marks if not (row["thing_id"] or row["dismissed"])
        },
        undated=_undated(body, made, began),
        strangers=_strangers(desk, found, session, body, made),
        recorded=recorded,
        waiting=waiting(session, playbook.wait_minutes, body, agenda, someone_came),
        boundary=boundary(desk, found),
        goal=_far_goal(goals),
        aims=_aims(desk, session, goals),
        next=next_line(desk, found, playbook.title, total, but=session.day),
        late=calls.is_late(store, session.id),
        step=desk.groups.step(mentorship) if playbook.has_steps else None,
        roll=desk.groups.rolls.roll(session.id) if found.is_group else (),
    )


def _glance(desk: "Desk", session: Session) -> Glance:
    """What the call shows of its playbook, which is read only where that does not tell it."""
    found = people.glance(desk.store, session.mentorship_id, session.agenda)
    return found or Glance.of(desk.playbooks.of(session.mentorship_id), session.agenda)


def _undated(body: str, marks: Mapping[int, str], today: date) -> dict[int, str]:
    """Lines of promises and opportunities that end in a ` by …` which is no day to come."""
    lines = body.split("\n") if marks else []
    asked = [
        (at, lines[at])
        for at, kind in marks.items()
        if kind in ("action", "opportunity") and at < len(lines) and " by " in lines[at]
    ]
    if not asked:
        return {}
    from mentordesk.dates.due import unread_day  # only typed lines need it (docs/decisions/0011)

    return {at: said for at, line in asked if (said := unread_day(line, today))}


def _strangers(
    desk: "Desk", found: "Relation", session: Session, body: str, made: Mapping[int, str]
) -> "dict[int, Stranger]":
    """Owners whom nobody knows, by their line."""
    if not made:
        return {}
    from mentordesk.desk.strangers import in_notes  # only typed lines have an owner

    return in_notes(desk, found, session, body.split("\n"), made)


def _aims(desk: "Desk", session: Session, goals: Sequence[Goal]) -> list[Aim]:
    """The open goals, the nearest day first, with how each stood when it was last looked at."""
    mine = [one for one in goals if one.is_open]
    if not mine:
        return []
    from mentordesk.store import planning  # a call without goals needs no marks

    marks, aims = planning.marks(desk.store, session.mentorship_id), []
    for one in mine:
        last = next(iter(marks.get(one.id, ())), None)
        said = (last.mark, last.session_id == session.id) if last else ("", False)
        aims.append(Aim(one, *said))
    return sorted(aims, key=lambda one: (one.goal.due is None, one.goal.due or date.max))


def _far_goal(goals: list[Goal]) -> str:
    """The goal with the longest horizon in days, as the call screen shows it at the bottom."""
    running = [g for g in goals if g.state == "open" and g.horizon.isdigit()]
    if not running:
        return ""
    far = max(running, key=lambda g: int(g.horizon))
    return f"{far.horizon} days: {far.text}"
