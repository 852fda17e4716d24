"""Pages that need rules as well as rows: the brief, the call, the wrap-up, the slot."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from mentordesk.desk.coming import next_meeting
from mentordesk.desk.contact import boundary
from mentordesk.desk.getting_on import getting_on
from mentordesk.desk.preparing import prepare_next
from mentordesk.desk.slot_pages import meeting, their_zone, with_busy
from mentordesk.domain.cadence import total_of
from mentordesk.domain.coming import CallLine
from mentordesk.domain.course import ENDED
from mentordesk.domain.manner import reminder
from mentordesk.domain.pages import Aim, Asked, BriefPage, CallPage, Meeting
from mentordesk.domain.people import Relation
from mentordesk.domain.plans import Goal
from mentordesk.domain.playbook import Playbook, Question
from mentordesk.domain.sessions import Session
from mentordesk.domain.waiting import waiting
from mentordesk.store import calls, course, learning, plans, slots, words
from mentordesk.store.connection import Store
from mentordesk.store.views import mentee

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

FIRST = 2
"""Meetings before which the brief says what came about somebody; later the timeline has it."""


def brief(desk: "Desk", found: Relation) -> BriefPage:
    """Thirty seconds before a call."""
    store, mentorship = desk.store, found.mentorship.id
    playbook = desk.playbooks.of(mentorship)
    last = calls.last_held(store, mentorship)
    running = calls.running(store, mentorship)
    total = _total(store, mentorship)
    line = next_line(desk, found, playbook, total, but=running.day if running else "")
    last_day = last.started.astimezone(desk.tz).date() if last and last.started else None
    known = mentee.promised(store, mentorship, last_day)
    number = running.number if running else (last.number + 1 if last else 1)
    return BriefPage(
        mentee=found.mentee,
        mentorship=found.mentorship,
        playbook=playbook,
        address=found.address,
        number=number,
        total=total,
        next=line,
        boundary=boundary(desk, found),
        last_day=last_day,
        last_recap=(words.recap(store, last.id, "mentee") or "") if last else "",
        last_private=(words.recap(store, last.id, "private") or "") if last else "",
        actions=[a for a in known if a.is_open],
        done_lately=[a for a in known if not a.is_open],
        questions=words.open_ones(store, mentorship, "question"),
        stuck=words.open_ones(store, mentorship, "stuck"),
        wins=words.notes(store, "mentorship_id = ? AND kind = 'win'", mentorship)[:5],
        watching=plans.opportunities(store, mentorship),
        goals=[g for g in plans.goals(store, mentorship) if g.state == "open"],
        agenda=calls.points(store, running.id)
        if running
        else prepare_next(desk, found, playbook).points,
        running=running,
        ends_on=planned(desk, found),
        step=desk.groups.step(mentorship) if playbook.tracks else None,
        members=len(found.mentorship.members) if found.mentorship.group else 0,
        reminder=reminder(playbook.reminders, number) if desk.reminders and not running else "",
        learning=getting_on(desk, found, playbook),
        background=words.background(store, mentorship) if number <= FIRST else (),
    )


def _total(store: Store, mentorship: str) -> int:
    """How many meetings there are in all, 0 without end."""
    every = slots.all_series(store, mentorship)
    return total_of(every, slots.apart(store).get(mentorship, 0))


def planned(desk: "Desk", found: Relation) -> date | None:
    """The last day as planned; None without one, and once it is over."""
    if found.mentorship.status in ENDED:
        return None
    playbook = desk.playbooks.of(found.mentorship.id)
    return course.ends_on(desk.store, found.mentorship, playbook)


def call(desk: "Desk", session: Session) -> CallPage:
    """The call screen."""
    store, mentorship = desk.store, session.mentorship_id
    found = desk.people.by_mentorship(mentorship)
    playbook = desk.playbooks.of(mentorship)
    note = calls.notes(store, session.id)
    read = "SELECT line, kind, thing_id, dismissed FROM capture WHERE note_id = ?"
    marks = store.rows(read, note["id"]) if note else []
    began = (session.started or session.planned_start).astimezone(desk.tz).date()
    before = [a for a in mentee.promised(store, mentorship, began) if a.session_id != session.id]
    total = _total(store, mentorship)
    agenda = calls.points(store, session.id)
    body = note["body"] if note else ""
    recorded = session.state == "running" and learning.is_recorded(store, session.id)
    someone_came = recorded or calls.is_known(store, session.id)
    made = {row["line"]: row["kind"] for row in marks if row["thing_id"]}
    goals = plans.goals(store, mentorship)
    from mentordesk.desk.strangers import in_notes  # the brief types nothing

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
        strangers=in_notes(desk, found, session, body.split("\n"), made) if made else {},
        recorded=recorded,
        waiting=waiting(session, playbook.wait_minutes, body, agenda, someone_came),
        boundary=boundary(desk, found),
        goal=_far_goal(goals),
        aims=_aims(desk, session, goals),
        next=next_line(desk, found, playbook, total, but=session.day),
        late=calls.is_late(store, session.id),
        step=desk.groups.step(mentorship) if playbook.tracks else None,
        roll=desk.groups.rolls.roll(session.id) if found.is_group else (),
    )


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


def closing_questions(desk: "Desk", session: Session) -> list[Asked]:
    """The playbook's questions, prefilled from what was answered or typed during the call."""
    from mentordesk.desk.becoming import made_by_notes  # a brief asks no closing questions
    from mentordesk.domain.prefill import filled, offered

    playbook = desk.playbooks.of(session.mentorship_id)
    known = words.answers(desk.store, session.id)
    offer = offered(playbook.wrap_up, made_by_notes(desk, session.id))
    typed = {key: filled(made) for key, made in offer.items()}
    return [_asked(desk, session, question, known, typed) for question in playbook.wrap_up]


def _asked(
    desk: "Desk",
    session: Session,
    question: Question,
    known: Mapping[str, str],
    typed: Mapping[str, str],
) -> Asked:
    answered = question.key in known
    text = known.get(question.key, typed.get(question.key, ""))
    if not answered and question.becomes == "next":
        date = next_date(desk, session)
        text = "" if date is None else f"{date.here:%a} {date.here.day} {date.here:%b %H:%M}"
    return Asked(question.key, question.ask, question.becomes, question.hint, text, answered)


def next_date(desk: "Desk", session: Session) -> Meeting | None:
    """The meeting after this one, in both clocks; None when none is fixed."""
    found = desk.people.by_mentorship(session.mentorship_id)
    slot = next_meeting(desk, found, desk.now(), but=session.day)
    if slot is None:
        return None
    [line] = with_busy(desk, [meeting(desk, *slot, their_zone(desk, found, slot[0]))])
    return line


def next_line(
    desk: "Desk", found: Relation, playbook: Playbook, total: int, but: str = ""
) -> CallLine | None:
    """The next meeting as a line of a list; `total` meetings are planned, 0 without end."""
    last = calls.last_held(desk.store, found.mentorship.id)
    slot = next_meeting(desk, found, desk.now(), but=but)
    if slot is None:
        return None
    series, one = slot
    return CallLine(
        start=one.start,
        end=one.end,
        name=found.mentee.name,
        address=found.address,
        programme=playbook.title,
        zone=found.mentee.zone or series.zone,
        number=(last.number if last else 0) + 1,
        total=total,
        state=one.state,
        confirmed=one.confirmed,
        place=series.place,
    )


def _aims(desk: "Desk", session: Session, goals: Sequence[Goal]) -> list[Aim]:
    """The open goals, the nearest day first, with how each stood when it was last looked at."""
    from mentordesk.store import planning  # a brief without goals needs no marks

    mine = [one for one in goals if one.is_open]
    marks = planning.marks(desk.store, session.mentorship_id) if mine else {}
    aims = []
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
