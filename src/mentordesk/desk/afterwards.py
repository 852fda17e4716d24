"""A call that was held without the desk: written down afterwards as one that was."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mentordesk.desk.agendas import write_point
from mentordesk.desk.clashes import check_length
from mentordesk.desk.coming import minutes_of
from mentordesk.desk.past import past_moment
from mentordesk.desk.preparing import prepare
from mentordesk.domain.cadence import Occurrence, Series
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.rules import day_words
from mentordesk.domain.sessions import Session
from mentordesk.store import slots
from mentordesk.store.connection import iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_NEAR = timedelta(hours=3)
"""How far from its time a meeting of the slot may have begun to be that meeting."""


class Afterwards:
    """The verb about a call that nobody started."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def held(self, who: str, at: datetime, minutes: int = 0) -> Session:
        """Write down a call that began then: who came, its time, and a recap to be written.

        Its length is the meeting's of the slot, else the playbook's, unless said. What was left
        over before it stays open. Raises Refusal for a call to come, or one that is there already.
        """
        desk, found = self.desk, self.desk.people.find(who)
        playbook = desk.playbooks.of(found.mentorship.id)
        start = past_moment(desk, at, "Start the call when it is time: mentordesk session start")
        here = self._meeting(found, start)
        length = minutes or (minutes_of(here[1]) if here else 0) or playbook.minutes
        check_length(length)
        end = start + timedelta(minutes=length)
        if end > desk.now():
            raise Refusal("That call is not over yet. Run it with: mentordesk session start WHO")
        self._refuse_twice(found, start, end, here)
        with desk.writing(f"log the call with {found.mentee.name}"):
            made = self._insert(found, start, end, length, here)
            session = desk.calls.session(made)
            if not found.is_group:  # who of a group came is known from the roll-call alone
                desk.calls.attend(session, "attended")
            desk.words.spend(found, "call", start, length, session_id=made)
            desk.recaps.keep_drafts(made)
        desk.tell("session", made)
        return desk.calls.session(made)

    def _meeting(self, found: Relation, start: datetime) -> tuple[Series, Occurrence] | None:
        """The meeting of the slot that it was, the nearest one around that time."""
        near = [
            (abs(one.start - start), series, one)
            for series in slots.all_series(self.desk.store, found.mentorship.id)
            for one in series.between(start - _NEAR, start + _NEAR)
            if one.happens
        ]
        first = min(near, key=lambda each: each[0], default=None)
        return first and (first[1], first[2])

    def _refuse_twice(
        self,
        found: Relation,
        start: datetime,
        end: datetime,
        here: tuple[Series, Occurrence] | None,
    ) -> None:
        known = self.desk.store.value(
            "SELECT state FROM session WHERE mentorship_id = ?"
            " AND state IN ('running', 'held', 'missed') AND ((series_id = ? AND day = ?)"
            " OR (started_at < ? AND coalesce(ended_at, planned_end) > ?))",
            found.mentorship.id,
            here[0].id if here else "",
            here[1].day.isoformat() if here else "",
            iso(end),
            iso(start),
        )
        if known:
            day = start.astimezone(self.desk.tz).date()
            raise Refusal(
                f"The call with {found.mentee.name} on {day_words(day, self.desk.today())} is"
                f" {known} already."
            )

    def _insert(
        self,
        found: Relation,
        start: datetime,
        end: datetime,
        length: int,
        here: tuple[Series, Occurrence] | None,
    ) -> str:
        desk = self.desk
        playbook = desk.playbooks.of(found.mentorship.id)
        prepared = prepare(desk, found, playbook, start, length)
        made = desk.insert(
            "session",
            mentorship_id=found.mentorship.id,
            series_id=here[0].id if here else None,
            day=here[1].day.isoformat() if here else None,
            agenda=prepared.template.key,
            state="held",
            planned_start=iso(here[1].start if here else start),
            planned_end=iso(end),
            started_at=iso(start),
            ended_at=iso(end),
            minutes=length,
            reserve=prepared.reserve,
            hard_stop=int(prepared.hard_stop),
            place=here[0].place if here else "",
        )
        for position, point in enumerate(p for p in prepared.points if p.source == "carried"):
            write_point(desk, made, point, position)
        return made
