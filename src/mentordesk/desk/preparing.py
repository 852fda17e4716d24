"""What the next meeting's agenda is made of: facts of the mentorship, composed by the domain."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.desk.coming import minutes_of, next_meeting
from mentordesk.domain.agenda import LEFT, Point, coming_again, compose
from mentordesk.domain.errors import Refusal
from mentordesk.domain.notes import Note
from mentordesk.domain.people import Relation
from mentordesk.domain.plans import Action
from mentordesk.domain.playbook import Agenda, Playbook
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import clip, one_line
from mentordesk.store import calls, plans, slots, words

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Prepared(NamedTuple):
    """The agenda of a meeting that is about to be: its template, length and points."""

    template: Agenda
    minutes: int
    reserve: int
    hard_stop: bool
    number: int
    points: list[Point]


def prepare(
    desk: "Desk",
    found: Relation,
    playbook: Playbook,
    start: datetime,
    minutes: int = 0,
    agenda: str = "",
) -> Prepared:
    """Compose the agenda of the meeting that starts at `start`; nothing is written.

    `agenda` is the key of the one that the mentor chose, '' for whichever it is its turn. Raises
    Refusal for a key that the playbook has not.
    """
    store, mentorship = desk.store, found.mentorship.id
    last = calls.last_held(store, mentorship)
    number = last.number + 1 if last else 1
    template = _chosen(playbook, agenda) if agenda else _in_turn(desk, found, playbook, start, last)
    length = minutes or playbook.minutes_for(template)
    settled = _settled(desk, playbook, mentorship)
    template = template._replace(items=tuple(i for i in template.items if i.title not in settled))
    left = _left_over(desk, last.id) if last else []
    reserve = min(playbook.reserve_for(template), length // 2)
    points = compose(
        template,
        length,
        reserve,
        task=_task(desk, mentorship),
        carried=[point for point in left if point.title not in settled],
        questions=[one_line(q.body) for q in _questions(desk, mentorship)],
        own=_own(desk, mentorship),
    )
    return Prepared(template, length, reserve, playbook.hard_stop_for(template), number, points)


def _settled(desk: "Desk", playbook: Playbook, mentorship: str) -> set[str]:
    """Titles of items that there is nothing left to talk about: their milestone is settled."""
    asks = {item.title: item.until for item in playbook.items() if item.until}
    if not asks:
        return set()
    done = desk.store.rows(
        "SELECT DISTINCT milestone FROM milestone_mark WHERE mentorship_id = ?", mentorship
    )
    keys = {row["milestone"] for row in done}
    return {title for title, key in asks.items() if key in keys}


def _in_turn(
    desk: "Desk", found: Relation, playbook: Playbook, start: datetime, last: Session | None
) -> Agenda:
    """The agenda whose turn it is at `start`, after the `last` meeting that was held."""
    mentorship, number = found.mentorship.id, last.number + 1 if last else 1
    new_month = bool(last and last.started and _month(desk, last.started) != _month(desk, start))
    return playbook.agenda_for(
        number,
        new_month,
        desk.milestones.track(mentorship) if playbook.tracks else "",
        max(1, number + _shift(desk, mentorship)) if playbook.tracks else 0,
        last=_is_last(desk, found, playbook, start),
    )


def _chosen(playbook: Playbook, key: str) -> Agenda:
    """The agenda with this key. Raises Refusal with the keys there are."""
    found = next((one for one in playbook.agendas if one.key == key.strip().casefold()), None)
    if found is None:
        known = ", ".join(one.key for one in playbook.agendas)
        raise Refusal(f"{playbook.title} has no agenda “{clip(key, 30)}”. It has: {known}.")
    return found


def _questions(desk: "Desk", mentorship: str) -> list[Note]:
    """Open questions that all who come may read."""
    return words.open_ones(desk.store, mentorship, "question", alone=False)


def _shift(desk: "Desk", mentorship: str) -> int:
    """How many steps of its outline a mentorship is ahead of its meetings; below 0 it stayed."""
    found = desk.store.value("SELECT shift FROM outline WHERE mentorship_id = ?", mentorship)
    return int(found or 0)


def prepare_next(desk: "Desk", found: Relation, playbook: Playbook) -> Prepared:
    """Compose the agenda of the next meeting, in the length the slot has for it."""
    slot = next_meeting(desk, found, desk.now())
    if slot is None:
        return prepare(desk, found, playbook, desk.now())
    return prepare(desk, found, playbook, slot[1].start, minutes_of(slot[1]))


def _is_last(desk: "Desk", found: Relation, playbook: Playbook, start: datetime) -> bool:
    """Whether no other meeting of the slot comes after one; a slot without end has no last."""
    if not any(agenda.when == "last" for agenda in playbook.agendas):
        return False
    series = slots.current_series(desk.store, found.mentorship.id)
    if series is None or series.last_day is None:
        return False
    return series.next_after(start + timedelta(minutes=series.minutes)) is None


def latest_task(desk: "Desk", mentorship: str) -> Action | None:
    """The newest weekly task that was not dropped: what the next meeting begins with."""
    tasks = plans.actions(
        desk.store,
        "mentorship_id = ? AND task = 1 AND state <> 'dropped' AND about_id IS NULL",
        mentorship,
    )
    return tasks[-1] if tasks else None


def _task(desk: "Desk", mentorship: str) -> Point | None:
    task = latest_task(desk, mentorship)
    if task is None:
        return None
    since = desk.store.value(
        "SELECT count(*) FROM session WHERE mentorship_id = ? AND state = 'held'"
        " AND started_at > (SELECT created_at FROM action WHERE id = ?)",
        mentorship,
        task.id,
    )
    if since and not task.is_open:
        return None
    done = " (done)" if not task.is_open else ""
    return Point(
        f"Task: {task.text}{done}",
        source="task",
        carried=int(since),
        ref=task.id,
        readers=task.readers,
    )


def _left_over(desk: "Desk", session_id: str) -> list[Point]:
    """What the last meeting did not finish; each will have been carried once more."""
    left = coming_again(calls.points(desk.store, session_id))
    return [replace(p, carried=p.carried + 1, source="carried", state="open") for p in left]


def _own(desk: "Desk", mentorship: str) -> list[Point]:
    """The mentor's own points: those left from calls that did not take place, those that wait."""
    planned = calls.planned(desk.store, mentorship)
    waiting = calls.points(desk.store, planned.id) if planned else []
    left = [replace(p, id="", state="open") for p in calls.unspoken(desk.store, mentorship)]
    return left + [p for p in waiting if p.source == "own" and p.state in LEFT]


def _month(desk: "Desk", moment: datetime) -> tuple[int, int]:
    local = moment.astimezone(desk.tz)
    return local.year, local.month
