"""Pages that need rules as well as rows: the brief, the call, the wrap-up, the slot."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from mentordesk.desk.coming import next_meeting
from mentordesk.desk.contact import boundary
from mentordesk.desk.getting_on import getting_on
from mentordesk.desk.preparing import prepare_next
from mentordesk.domain.cadence import Occurrence, Series, clock_trouble
from mentordesk.domain.coming import CallLine
from mentordesk.domain.course import ENDED
from mentordesk.domain.manner import reminder
from mentordesk.domain.pages import Asked, BriefPage, CallPage, Meeting, SlotPage
from mentordesk.domain.people import Relation
from mentordesk.domain.plans import Goal
from mentordesk.domain.playbook import Playbook, Question
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import one_line
from mentordesk.domain.waiting import waiting
from mentordesk.store import calls, course, learning, plans, slots, words
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
    line = next_line(desk, found, playbook, but=running.day if running else "")
    last_day = last.started.astimezone(desk.tz).date() if last and last.started else None
    known = mentee.promised(store, mentorship, last_day)
    series = slots.current_series(store, mentorship)
    number = running.number if running else (last.number + 1 if last else 1)
    return BriefPage(
        mentee=found.mentee,
        mentorship=found.mentorship,
        playbook=playbook,
        address=found.address,
        number=number,
        total=series.total if series else 0,
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
    series = slots.current_series(store, mentorship)
    agenda = calls.points(store, session.id)
    body = note["body"] if note else ""
    recorded = session.state == "running" and learning.is_recorded(store, session.id)
    someone_came = recorded or calls.is_known(store, session.id)
    made = {row["line"]: row["kind"] for row in marks if row["thing_id"]}
    return CallPage(
        mentee=found.mentee,
        mentorship=found.mentorship,
        playbook=playbook,
        address=found.address,
        session=session,
        total=series.total if series else 0,
        agenda=agenda,
        promised=before,
        notes=body,
        stored_at=datetime.fromisoformat(note["updated_at"]) if note else None,
        marks=made,
        suggested={
            row["line"]: row["kind"] for row in marks if not (row["thing_id"] or row["dismissed"])
        },
        undated=_undated(body, made, began),
        recorded=recorded,
        waiting=waiting(session, playbook.wait_minutes, body, agenda, someone_came),
        boundary=boundary(desk, found),
        goal=_far_goal(plans.goals(store, mentorship)),
        next=next_line(desk, found, playbook, but=session.day),
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
    from mentordesk.dates import unread_day  # only typed lines need it (docs/decisions/0011)

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
    return _meeting(desk, *slot, their_zone(desk, found, slot[0])) if slot else None


def next_line(desk: "Desk", found: Relation, playbook: Playbook, but: str = "") -> CallLine | None:
    """The next meeting as a line of a list."""
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
        total=series.total,
        state=one.state,
        confirmed=one.confirmed,
        place=series.place,
    )


def slot(desk: "Desk", found: Relation, meetings: int) -> SlotPage:
    """The standing slot of somebody; the dates of an earlier one that still goes on come first."""
    every = slots.all_series(desk.store, found.mentorship.id)
    return _page(desk, found, every, every, meetings) if every else SlotPage(None, [], [])


def preview(desk: "Desk", found: Relation, series: Series, meetings: int) -> SlotPage:
    """A slot as it would be; the dates of one that is stored count on from an earlier slot's."""
    every = slots.all_series(desk.store, found.mentorship.id)
    known = [one for one in every if one.id == series.id]
    return _page(desk, found, every if known else [series], known or [series], meetings)


def _page(
    desk: "Desk",
    found: Relation,
    every: Sequence[Series],
    shown: Sequence[Series],
    meetings: int,
) -> SlotPage:
    """The next meetings of some slots, skipped ones included, with what deserves a warning.

    A meeting's number counts those that were held and those to come in every slot.
    """
    here = {series.id for series in shown}
    coming = [pair for pair in _coming(desk, found, every) if pair[0].id in here][:meetings]
    lines = [
        (series, _meeting(desk, series, one, their_zone(desk, found, series)))
        for series, one in coming
    ]
    runs = [[line for of, line in lines if of is series] for series in shown]
    shifts = dict.fromkeys(said for run in runs for said in _shifts(run))
    warnings = [*_nights(found.mentee.name, [line for _, line in lines]), *shifts]
    return SlotPage(shown[-1], [line for _, line in lines], warnings)


def _coming(
    desk: "Desk", found: Relation, every: Sequence[Series]
) -> list[tuple[Series, Occurrence]]:
    """What is not over in the next two years, by start; left-out dates have no number."""
    now = desk.now()
    over = slots.over(desk.store, now)
    last = calls.last_held(desk.store, found.mentorship.id)
    number = last.number if last else 0
    dates = sorted(
        (one.start, at, one)
        for at, series in enumerate(every)
        for one in series.between(now - timedelta(days=1), now + timedelta(days=760))
        if one.end > now and (series.id, one.day) not in over
    )
    numbered = []
    for _, at, one in dates:
        number += one.happens
        numbered.append((every[at], one._replace(number=number if one.happens else 0)))
    return numbered


def _meeting(desk: "Desk", series: Series, one: Occurrence, theirs: tzinfo | None) -> Meeting:
    there = one.start.astimezone(theirs) if theirs else None
    wall = datetime.combine(one.day, series.wall_time)
    trouble = clock_trouble(wall, series.tz) if one.state == "planned" else ""
    warning = {
        "missing": "the clocks jump over this time; it is kept an hour later by the clock",
        "twice": "this time comes twice; the first one is meant",
    }.get(trouble, "")
    return Meeting(one, one.start.astimezone(desk.tz), there, warning)


def _nights(name: str, lines: Iterable[Meeting]) -> Iterator[str]:
    """The first meeting that begins in their night, before seven or after nine in the evening."""
    for line in lines:
        if line.there and line.occurrence.happens and not 7 <= line.there.hour < 21:
            there = line.there
            yield (
                f"it is night for {one_line(name)}:"
                f" {there:%a} {there.day} {there:%b %H:%M} on their clock"
            )
            return


def _shifts(lines: Iterable[Meeting]) -> Iterable[str]:
    """Where one side's clock changes and the other's does not."""
    before: Meeting | None = None
    for line in lines:
        if line.occurrence.state != "planned":
            continue
        if before and before.there and line.there:
            mine = line.here.timetz().replace(tzinfo=None) != before.here.timetz().replace(
                tzinfo=None
            )
            others = line.there.time() != before.there.time()
            if mine or others:
                yield (
                    f"from {line.here:%a} {line.here.day} {line.here:%b %Y} on:"
                    f" {line.here:%H:%M} for you, {line.there:%H:%M} there"
                )
        before = line


def their_zone(desk: "Desk", found: Relation, series: Series) -> tzinfo | None:
    """The second clock: the mentee's, else the slot's where it is not the mentor's own."""
    zone = found.mentee.zone or series.zone
    return desk.zone_of(zone) if found.mentee.zone or zone != desk.zone else None


def _far_goal(goals: list[Goal]) -> str:
    """The goal with the longest horizon in days, as the call screen shows it at the bottom."""
    running = [g for g in goals if g.state == "open" and g.horizon.isdigit()]
    if not running:
        return ""
    far = max(running, key=lambda g: int(g.horizon))
    return f"{far.horizon} days: {far.text}"
