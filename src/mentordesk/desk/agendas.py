"""The agenda of a call: composed for the next one, kept while it runs."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mentordesk.desk.coming import next_meeting
from mentordesk.desk.preparing import prepare_next
from mentordesk.domain.agenda import STATES, Point, coming_again, current
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME, Audience, stored
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import clip, one_line
from mentordesk.store import calls as rows
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

USUAL = 5
"""Minutes of an item of the mentor's own, where neither they nor the agenda say."""

MORE = 3
"""Minutes that an item gets more where the playbook does not say how many."""


class Agendas:
    """The verbs about agenda items."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def agenda(self, who: str) -> Sequence[Point]:
        """The agenda as it stands: of the running call, else composed for the next one."""
        found = self.desk.people.find(who)
        session = rows.running(self.desk.store, found.mentorship.id)
        if session:
            return rows.points(self.desk.store, session.id)
        playbook = self.desk.playbooks.of(found.mentorship.id)
        return prepare_next(self.desk, found, playbook).points

    def add_point(
        self, who: str, title: str, minutes: int | None = None, readers: Audience = ME
    ) -> Sequence[Point]:
        """Add something of the mentor's own to the running agenda, or to the next one.

        Without `minutes` it gets as many as the running agenda gives to one topic, else 5.
        """
        if not one_line(title):
            raise Refusal(
                "An agenda item needs words.", shell="mentordesk session agenda --add 'her CV'"
            )
        if minutes is not None and not 1 <= minutes <= 240:
            raise Refusal(f"{minutes} minutes is no length for an agenda item. Give 1 to 240.")
        found = self.desk.people.find(who)
        running = rows.running(self.desk.store, found.mentorship.id)
        length = minutes or self._usual(running)
        with self.desk.writing(f"add to the agenda: {clip(title, 40)}") as store:
            session_id = running.id if running else self.plan(found)
            last = store.value(
                "SELECT max(position) FROM agenda_item WHERE session_id = ?"
                " AND source <> 'wrap-up'",
                session_id,
            )
            position = 0 if last is None else int(last) + 1
            self._make_room(session_id, position)
            own = Point(one_line(title), length, "own", readers=readers)
            write_point(self.desk, session_id, own, position)
            self.turn(session_id)
        self.desk.tell("session", session_id)
        return self.agenda(who)

    def mark_point(self, point_id: str, state: str) -> None:
        """Mark an agenda item as open, done, parked (it comes again) or dropped (it does not)."""
        if state not in STATES:
            raise Refusal(f"“{state}” is no state of an agenda item. Use {', '.join(STATES)}.")
        row = self._item(point_id)
        with self.desk.writing(f"{state}: {clip(row['title'], 40)}") as store:
            store.update("agenda_item", point_id, state=state)
            self.turn(row["session_id"])
        self.desk.tell("session")

    def more(self, point_id: str, minutes: int = 0) -> int:
        """Give an item more minutes, the playbook's own or three unless said; how many."""
        row = self._item(point_id)
        minutes = minutes or self._more_minutes(row["session_id"])
        if not 1 <= minutes <= 120:
            raise Refusal(f"{minutes} minutes is no extension of an item. Give 1 to 120.")
        with self.desk.writing(f"{minutes} min more: {clip(row['title'], 40)}") as store:
            store.update("agenda_item", point_id, minutes=row["minutes"] + minutes)
        self.desk.tell("session")
        return minutes

    def _more_minutes(self, session_id: str) -> int:
        session = rows.session(self.desk.store, session_id)
        if session is None:
            return MORE
        playbook = self.desk.playbooks.of(session.mentorship_id)
        return playbook.agenda(session.agenda).more_minutes or MORE

    def _item(self, point_id: str) -> Row:
        row = self.desk.store.row("SELECT * FROM agenda_item WHERE id = ?", point_id)
        if row is None:
            raise Refusal(
                "That item is only composed so far. Start the call to mark it:"
                " mentordesk session start WHO"
            )
        return row

    def turn(self, session_id: str) -> None:
        """Stamp which item the call is about from now on, inside a transaction under way."""
        session, now = rows.session(self.desk.store, session_id), self.desk.now()
        if session is None or session.timebox is None or session.state != "running":
            return
        points = rows.points(self.desk.store, session_id)
        about = current(points)
        for point in points:
            runs = point.started is not None and point.ended is None
            if point is about and not runs:
                used = round(point.spent(session.timebox, now).total_seconds())
                fresh = {"started_at": iso(now), "ended_at": None, "used": used}
                self.desk.store.update("agenda_item", point.id, **fresh)
            elif runs and point is not about:
                self.desk.store.update("agenda_item", point.id, ended_at=iso(now))

    def talked_through(self, mentorship_id: str, titles: Collection[str]) -> None:
        """Tick what the running agenda of a mentorship has under these titles and still open."""
        running = rows.running(self.desk.store, mentorship_id)
        for point in rows.points(self.desk.store, running.id) if running else ():
            if point.state == "open" and point.title in titles:
                self.mark_point(point.id, "done")

    def coming_again(self, session_id: str) -> Sequence[Point]:
        """What a call left open or parked: it stands on the next one's agenda."""
        return coming_again(rows.points(self.desk.store, session_id))

    def usual_minutes(self, who: str) -> int:
        """Minutes that an item added now would get unless said."""
        found = self.desk.people.find(who)
        return self._usual(rows.running(self.desk.store, found.mentorship.id))

    def _usual(self, running: Session | None) -> int:
        """Minutes of one topic in the agenda of a call; 5 where topics do not go by the clock."""
        if running is None:
            return USUAL
        playbook = self.desk.playbooks.of(running.mentorship_id)
        return playbook.agenda(running.agenda).item_minutes or USUAL

    def _make_room(self, session_id: str, position: int) -> None:
        """Move the wrap-up behind a new item."""
        for row in self.desk.store.rows(
            "SELECT id, position FROM agenda_item WHERE session_id = ? AND position >= ?",
            session_id,
            position,
        ):
            self.desk.store.update("agenda_item", row["id"], position=row["position"] + 1)

    def plan(self, found: Relation) -> str:
        """The meeting under preparation, made now if there is none; its id."""
        desk = self.desk
        planned = rows.planned(desk.store, found.mentorship.id)
        if planned:
            return planned.id
        now, running = desk.now(), rows.running(desk.store, found.mentorship.id)
        slot = next_meeting(desk, found, now, but=running.day if running else "")
        start = slot[1].start if slot else now
        prepared = prepare_next(desk, found, desk.playbooks.of(found.mentorship.id))
        return desk.insert(
            "session",
            mentorship_id=found.mentorship.id,
            series_id=slot[0].id if slot else None,
            day=slot[1].day.isoformat() if slot else None,
            agenda=prepared.template.key,
            state="planned",
            planned_start=iso(start),
            planned_end=None,
            started_at=None,
            ended_at=None,
            minutes=prepared.minutes,
            reserve=prepared.reserve,
            hard_stop=int(prepared.hard_stop),
            place="",
        )


def write_point(desk: "Desk", session_id: str, point: Point, position: int) -> None:
    """Store a point under a session; one of the mentor's own that waits there only moves."""
    store = desk.store
    if point.id and point.source == "own":
        store.update("agenda_item", point.id, position=position, minutes=point.minutes)
        return
    made = desk.new_id()
    fresh = replace(point, lineage=point.lineage or made)
    store.insert(
        "agenda_item",
        {
            "id": made,
            "session_id": session_id,
            "title": fresh.title,
            "source": fresh.source,
            "state": fresh.state,
            "lineage": fresh.lineage,
            "ref": fresh.ref,
            "prompts": "\n".join(one_line(prompt) for prompt in fresh.prompts),
            "readers": stored(fresh.readers),
            "position": position,
            "minutes": fresh.minutes,
        },
    )
