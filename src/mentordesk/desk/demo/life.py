"""One person's months as a row of moments: each is named first, and lived when the clock is there.

Several such lives are played side by side (`fill`), so that everything is written in the order in
which it would have been.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from mentordesk.desk.demo.script import Crew, Missed, Newcomer, Person, Scene, Skipped, Talk, dated
from mentordesk.desk.demo.stage import Stage
from mentordesk.domain.sessions import Session

Moments = Iterator[datetime]
_EARLY = (2, 0, 1, 4, -1)
"""Minutes before its end at which a call is closed, in turn; nobody is always on the dot."""


def life(stage: Stage, person: Person) -> Moments:
    """Welcome somebody, fix the slot, live through its dates, and what happened lately."""
    desk, theirs = stage.desk, stage.desk.zone_of(person.zone)
    slot = stage.week.slot(person.standing, len(person.scenes), theirs)
    yield stage.afternoon(slot.starts_on - timedelta(days=6))
    _welcome(stage, person)
    yield stage.afternoon(slot.starts_on - timedelta(days=3))
    standing = person.standing
    series = desk.slots.set(
        person.handle,
        slot.rule,
        slot.wall,
        minutes=standing.minutes,
        zone=slot.zone,
        starts_on=slot.starts_on,
        count=standing.meetings,
        place=standing.place,
    )
    for number, (day, scene) in enumerate(zip(series.days(), person.scenes, strict=False)):
        yield from _scene(stage, person, scene, day, number)
    for step in person.lately:
        yield stage.afternoon(stage.day_of(stage.now, -step.days))
        step.act(stage, person.handle)


def arrival(stage: Stage, person: Newcomer) -> Moments:
    """Somebody asks, and goes the programme's way in for as far as they have got."""
    first = person.steps[0].days
    yield stage.afternoon(stage.day_of(stage.now, -first - 2))
    stage.desk.intake.add(
        person.name,
        handle=person.handle,
        playbook=person.playbook,
        zone=person.zone,
        referrer=person.referrer,
    )
    stage.desk.words.note(person.handle, person.background, "background")
    for step in person.steps:
        yield stage.afternoon(stage.day_of(stage.now, -step.days))
        step.act(stage, person.handle)


def _gather(stage: Stage, person: Person, crew: Crew) -> None:
    """A group begins, and its members join."""
    groups = stage.desk.groups
    groups.add(
        person.name,
        handle=person.handle,
        playbook=person.playbook,
        track=crew.track,
        tool=crew.tool,
        outcome=crew.outcome,
        mode="online",
    )
    for name, zone in crew.members:
        stage.desk.people.edit(groups.join(person.handle, name).handle, zone=zone)


def _welcome(stage: Stage, person: Person) -> None:
    if person.crew:
        _gather(stage, person, person.crew)
    else:
        _add(stage, person)
    for step in person.first:
        step.act(stage, person.handle)


def _add(stage: Stage, person: Person) -> None:
    stage.desk.people.add(
        person.name,
        handle=person.handle,
        playbook=person.playbook,
        zone=person.zone,
        pronouns=person.pronouns,
        email=person.email,
        location=person.location,
        contact=person.contact,
    )


def _scene(stage: Stage, person: Person, scene: Scene, day: date, number: int) -> Moments:
    match scene:
        case Skipped(reason):
            yield stage.afternoon(day - timedelta(days=3))
            stage.desk.slots.skip(person.handle, day, reason)
        case Missed(notes):
            yield from _missed(stage, person.handle, notes, day)
        case _:
            yield from _prepared(stage, person.handle, scene, day)
            yield from _talk(stage, person, scene, day, number)


def _missed(stage: Stage, who: str, notes: str, day: date) -> Moments:
    """The mentor waits for as long as the playbook says."""
    desk = stage.desk
    start = desk.slots.of(who).occurrence(day).start
    yield start
    session = desk.calls.start(who)
    desk.calls.save_notes(session.id, notes)
    yield start + timedelta(minutes=desk.playbooks.of(session.mentorship_id).wait_minutes)
    desk.calls.no_show(session.id)


def _prepared(stage: Stage, who: str, talk: Talk, day: date) -> Moments:
    """What is done before the call: move it, add to its agenda."""
    if talk.moved:
        yield stage.afternoon(day - timedelta(days=2))
        stage.move(who, day, talk.moved, "it did not suit both that week")
    for title, minutes in talk.own:
        yield stage.afternoon(day - timedelta(days=1))
        stage.desk.calls.add_point(who, title, minutes)


def _talk(stage: Stage, person: Person, talk: Talk, day: date, number: int) -> Moments:
    """The call itself: notes line by line, the wrap-up in its reserve, and what follows."""
    desk, who = stage.desk, person.handle
    one = desk.slots.of(who).occurrence(day)
    yield one.start + timedelta(minutes=6 * talk.late)
    session = desk.calls.start(who)
    if talk.late:
        desk.calls.late(session.id)
    if person.crew:
        desk.groups.rolls.all_here(session.id)
        desk.groups.rolls.say(session.id, talk.roll)
    stage.settle(who, person.keeps)
    yield from _typing(stage, session, talk.notes)
    stage.aim(who, talk.goals, talk.met)
    _mark(stage, who, talk.parked)
    if talk.extend:
        session = desk.calls.extend(session.id, talk.extend, "both had the time")
    assert session.timebox
    yield session.timebox.end(stage.moment) - timedelta(minutes=_EARLY[number % len(_EARLY)])
    _close(stage, session, talk)
    stage.keep_dates(who)
    for step in talk.after:
        yield stage.afternoon(stage.day_of(one.start, step.days))
        step.act(stage, who)


def _typing(stage: Stage, session: Session, notes: str) -> Moments:
    """Type the notes in the time before the wrap-up, each line stored as it is done."""
    assert session.timebox
    start, box = stage.moment, session.timebox
    lines = dated(notes, start.astimezone(stage.desk.tz)).splitlines(keepends=True)
    pace = (box.wrap_up(start) - start) / (len(lines) + 1)
    for done in range(1, len(lines) + 1):
        yield (start + done * pace).replace(microsecond=0)
        stage.desk.calls.save_notes(session.id, "".join(lines[:done]))


def _mark(stage: Stage, who: str, parked: tuple[str, ...]) -> None:
    for point in stage.desk.calls.agenda(who):
        later = bool(parked) and point.title.startswith(parked)
        stage.desk.calls.mark_point(point.id, "parked" if later else "done")


def _close(stage: Stage, session: Session, talk: Talk) -> None:
    """Answer as the wrap-up screen would: the next date stands there already."""
    page = stage.desk.pages.wrap_up(session.id)
    here = stage.moment.astimezone(stage.desk.tz)
    answers = {
        asked.key: asked.answer if asked.becomes == "next" else dated(said, here)
        for asked in page.questions
        if (said := talk.answers.get(asked.key, "")) or asked.becomes == "next"
    }
    choice = "confirm" if page.next else ""
    stage.desk.calls.close(session.id, answers=answers, next_choice=(choice, None))
