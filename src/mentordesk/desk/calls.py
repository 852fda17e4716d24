"""Running a call: start, extend, pause, close; its clock is computed from what is stored."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from mentordesk.desk.agendas import write_point
from mentordesk.desk.call_notes import CallNotes
from mentordesk.desk.clashes import check_length
from mentordesk.desk.closing import Closing
from mentordesk.desk.coming import minutes_of, next_meeting
from mentordesk.desk.next_dates import NextChoice
from mentordesk.desk.preparing import Prepared, prepare
from mentordesk.domain.cadence import Occurrence, Series
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import FOR_MENTEE
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import one_line
from mentordesk.domain.timebox import planned_end
from mentordesk.store import calls as rows
from mentordesk.store.connection import iso

EARLY = timedelta(hours=1)
STARTING = "start the call with"


class Calls(CallNotes):
    """The verbs about a call; those about its notes, agenda and who came are what it is made of."""

    def running(self) -> Session | None:
        """The call that is under way, whoever with."""
        return rows.running(self.desk.store)

    def of(self, who: str) -> Session:
        """The running call with somebody, or whatever runs for ''. Raises Refusal if none does."""
        if not who:
            session = self.running()
            if session is None:
                raise Refusal("No call is running. Start one with: mentordesk session start WHO")
            return session
        found = self.desk.people.find(who)
        session = rows.running(self.desk.store, found.mentorship.id)
        if session is None:
            handle = found.mentee.handle
            raise Refusal(
                f"No call with {found.mentee.name} is running."
                f" Start it with: mentordesk session start {handle}"
            )
        return session

    def start(self, who: str, minutes: int = 0, agenda: str = "") -> Session:
        """Start the call now, with the agenda composed: whichever it is its turn, unless said.

        `agenda` is a key of the playbook's, such as one that is only taken by hand. Raises Refusal
        while another call runs, and for a key that is not there.
        """
        desk = self.desk
        found = desk.people.find(who)
        now = desk.now()
        playbook = desk.playbooks.of(found.mentorship.id)
        with desk.writing(f"{STARTING} {found.mentee.name}"):
            self._refuse_second(found)
            slot = next_meeting(desk, found, now)
            here = slot[1] if slot and _is_due(slot[1], now) else None
            length = minutes or (minutes_of(here) if here else 0)
            prepared = prepare(desk, found, playbook, now, length, agenda)
            check_length(prepared.minutes)
            span = (here.start, here.end) if here and not minutes else None
            end = planned_end(now, span, prepared.minutes)
            session_id = self._begin(found, prepared, now, end, slot if here else None)
            self.turn(session_id)
        desk.tell("session", session_id)
        return self.session(session_id)

    def is_due(self, who: str) -> bool:
        """Whether a fixed call with somebody begins within the hour, or should be under way."""
        now = self.desk.now()
        slot = next_meeting(self.desk, self.desk.people.find(who), now)
        return slot is not None and _is_due(slot[1], now)

    def begun_last(self) -> bool:
        """Whether undo would take back the beginning of the call that runs, and so the call."""
        return self.desk.last_undo().startswith(STARTING) and self.running() is not None

    def extend(self, session_id: str, minutes: int, reason: str = "") -> Session:
        """Move the end, both sides having agreed; it is noted with the session."""
        if not 1 <= minutes <= 120:
            raise Refusal(f"{minutes} minutes is no extension. Give 1 to 120.")
        session = self.under_way(session_id)
        with self.desk.writing(f"extend by {minutes} min"):
            self.desk.insert(
                "extension",
                session_id=session.id,
                minutes=minutes,
                at=iso(self.desk.now()),
                reason=one_line(reason),
                readers=FOR_MENTEE,
            )
        self.desk.tell("session", session_id)
        return self.session(session_id)

    def pause(self, session_id: str) -> Session:
        """Let the call stand still."""
        session = self.under_way(session_id)
        if session.timebox and session.timebox.is_paused:
            raise Refusal("The call is paused already. Go on with: mentordesk session resume")
        with self.desk.writing("pause the call"):
            self.desk.insert(
                "pause",
                session_id=session.id,
                since=iso(self.desk.now()),
                until=None,
            )
        self.desk.tell("session", session_id)
        return self.session(session_id)

    def resume(self, session_id: str) -> Session:
        """Go on after a pause."""
        session = self.under_way(session_id)
        if not (session.timebox and session.timebox.is_paused):
            raise Refusal("The call is not paused. Pause it with: mentordesk session pause")
        with self.desk.writing("resume the call"):
            self.end_pause(session_id)
        self.desk.tell("session", session_id)
        return self.session(session_id)

    def no_show(self, session_id: str) -> Session:
        """Close the call because nobody came: attendance, follow-up and time by the playbook."""
        return Closing(self.desk).missed(self.under_way(session_id))

    def close(
        self,
        session_id: str,
        *,
        answers: Mapping[str, str] | None = None,
        next_choice: NextChoice = ("", None),
        ended: datetime | None = None,
    ) -> Session:
        """End the call: recap, tasks, promises, attendance, time and next date in one transaction.

        `next_choice` is ("confirm" | "skip" | "move" | "", wall time of the slot's zone for move).
        Without `ended` it ended now, or when it was to end if that is long past.
        """
        session = self.under_way(session_id)
        return Closing(self.desk).close(session, answers or {}, next_choice, ended)

    def left_behind(self) -> Session | None:
        """The running call if nobody can still be in it: it was never closed."""
        session = self.running()
        box = session.timebox if session else None
        return session if box and box.is_left_behind(self.desk.now()) else None

    def discard(self, session_id: str) -> None:
        """Call off a call that was started by mistake; its agenda and notes stay for undo."""
        session = self.under_way(session_id)
        name = self.desk.people.by_mentorship(session.mentorship_id).mentee.name
        with self.desk.writing(f"call off the call with {name}") as store:
            store.update("session", session.id, state="cancelled", ended_at=iso(self.desk.now()))
        self.desk.tell("session", session_id)

    def _refuse_second(self, found: Relation) -> None:
        other = self.running()
        if other is None:
            return
        name = self.desk.people.by_mentorship(other.mentorship_id).mentee.name
        if other.mentorship_id == found.mentorship.id:
            raise Refusal(f"The call with {name} is running. Go to it with: mentordesk call")
        raise Refusal(
            f"A call with {name} is running. Close it first with: mentordesk session close"
        )

    def _begin(
        self,
        found: Relation,
        prepared: Prepared,
        now: datetime,
        end: datetime,
        slot: tuple[Series, Occurrence] | None,
    ) -> str:
        store = self.desk.store
        planned = rows.planned(store, found.mentorship.id)
        session_id = planned.id if planned else self.desk.new_id()
        columns: dict[str, str | int | None] = {
            "series_id": slot[0].id if slot else None,
            "day": slot[1].day.isoformat() if slot else None,
            "agenda": prepared.template.key,
            "state": "running",
            "planned_start": iso(slot[1].start if slot else now),
            "planned_end": iso(end),
            "started_at": iso(now),
            "minutes": prepared.minutes,
            "reserve": prepared.reserve,
            "hard_stop": int(prepared.hard_stop),
            "place": slot[0].place if slot else "",
        }
        if planned:
            store.update("session", session_id, **columns)
        else:
            owner = {"id": session_id, "mentorship_id": found.mentorship.id, "ended_at": None}
            store.insert("session", owner | columns)
        waiting = {point.id for point in prepared.points}
        for point in rows.points(store, session_id):
            if point.id not in waiting:
                store.delete("agenda_item", point.id)
        for position, point in enumerate(prepared.points):
            write_point(self.desk, session_id, point, position)
        return session_id

    def end_pause(self, session_id: str) -> None:
        """End a running pause inside a transaction that is under way."""
        store = self.desk.store
        running = store.value(
            "SELECT id FROM pause WHERE session_id = ? AND until IS NULL", session_id
        )
        if running:
            store.update("pause", running, until=iso(self.desk.now()))


def _is_due(one: Occurrence, now: datetime) -> bool:
    return one.start - EARLY <= now < one.end
