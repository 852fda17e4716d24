"""Pages that need rules as well as rows: the brief and the wrap-up."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.coming import how_many, next_line, next_meeting
from mentordesk.desk.contact import boundary
from mentordesk.desk.learning_facts import getting_on
from mentordesk.desk.preparing import prepare_next
from mentordesk.desk.slot_pages import meeting, their_zone, with_busy
from mentordesk.domain.manner import reminder
from mentordesk.domain.pages import Asked, BriefPage, Meeting
from mentordesk.domain.people import ENDED, Relation
from mentordesk.domain.playbook import Question
from mentordesk.domain.sessions import Session
from mentordesk.store import calls, course, plans, words
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
    total = how_many(store, mentorship)
    line = next_line(desk, found, playbook.title, total, but=running.day if running else "")
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


def planned(desk: "Desk", found: Relation) -> date | None:
    """The last day as planned; None without one, and once it is over."""
    if found.mentorship.status in ENDED:
        return None
    playbook = desk.playbooks.of(found.mentorship.id)
    return course.ends_on(desk.store, found.mentorship, playbook)


def closing_questions(desk: "Desk", session: Session) -> list[Asked]:
    """The playbook's questions, prefilled from what was answered or typed during the call."""
    from mentordesk.desk.answer_outcomes import made_by_notes  # a brief asks no closing questions
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
