"""The roll-call: who came to the meeting of a group, was late, had told you, did not come."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.groups import STATUSES, Member, named
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import clip
from mentordesk.store import Store, calls
from mentordesk.store.connection import Row

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Rolls:
    """The verbs of a roll-call. Nobody is marked unless the mentor has said so."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def session(self, found: Relation) -> Session:
        """The meeting that is meant: the running one, else the last one that was held.

        Raises Refusal before the first.
        """
        store, mentorship = self.desk.store, found.mentorship.id
        session = calls.running(store, mentorship) or calls.last_held(store, mentorship)
        if session is None:
            raise Refusal(
                f"There was no meeting with {found.mentee.name} yet."
                f" Start one with: mentordesk session start {found.mentee.handle}"
            )
        return session

    def say(self, session_id: str, said: Sequence[tuple[str, str]]) -> Sequence[tuple[Member, str]]:
        """Note for members, by name, how it stands with them; the roll as it is then.

        Who did not come gets a follow-up by the playbook's days. Raises Refusal for somebody who is
        no member, for a status that is none, and for late before the agreed time.
        """
        desk = self.desk
        session = desk.calls.session(session_id)
        found = desk.people.by_mentorship(session.mentorship_id)
        there = self._there(session)
        marks = [
            (named(who.partition("/")[0], there) or desk.groups.member(found, who), _status(status))
            for who, status in said
        ]
        for member, status in marks:
            if status == "late":
                desk.calls.refuse_early(session, member.name)
        with desk.writing(f"roll-call of {found.mentee.name}"):
            for member, status in marks:
                self._mark(found, session, member, status)
        desk.tell("session", session.id)
        return self.roll(session.id)

    def ahead(
        self, found: Relation, said: Sequence[tuple[str, str]]
    ) -> Sequence[tuple[Member, str]]:
        """Note for the next meeting what members said beforehand; who is away as it stands.

        It counts once that meeting has begun. Raises Refusal for anything but excused, cancelled
        and attended, which takes it back.
        """
        desk = self.desk
        marks = [(desk.groups.member(found, who), _beforehand(word)) for who, word in said]
        with desk.writing(f"next time in {found.mentee.name}") as store:
            session_id = desk.calls.plan(found)
            for member, status in marks:
                if status:
                    self._write(session_id, member, status)
                elif known := _attendance(store, session_id, member):
                    store.delete("attendance", known["id"])
        desk.tell("session", session_id)
        return self.away(found)

    def away(self, found: Relation) -> Sequence[tuple[Member, str]]:
        """Members who have said that they cannot come to the next meeting."""
        planned = calls.planned(self.desk.store, found.mentorship.id)
        return [pair for pair in self.roll(planned.id) if pair[1]] if planned else []

    def all_here(self, session_id: str) -> Sequence[tuple[Member, str]]:
        """Note that everybody came of whom nothing was said yet; the roll as it is then."""
        unsaid = [(one.handle, "attended") for one in self.unsaid(session_id)]
        return self.say(session_id, unsaid) if unsaid else self.roll(session_id)

    def roll(self, session_id: str) -> Sequence[tuple[Member, str]]:
        """Each member with the status that is stored, '' where nothing was said."""
        session = self.desk.calls.session(session_id)
        rows = self.desk.store.rows(
            "SELECT mentee_id, status FROM attendance WHERE session_id = ?", session_id
        )
        known = {row["mentee_id"]: row["status"] for row in rows}
        return [(one, known.get(one.id, "")) for one in self._there(session)]

    def _there(self, session: Session) -> list[Member]:
        """Who is in the group, and who was on the day of a meeting and has left since."""
        day = (session.started or session.planned_start).astimezone(self.desk.tz).date()
        every = self.desk.groups.ever(session.mentorship_id)
        return [one for one in every if one.left_on is None or one.is_in_on(day)]

    def unsaid(self, session_id: str) -> Sequence[Member]:
        """Members of whom nobody has said whether they came."""
        return [member for member, status in self.roll(session_id) if not status]

    def _mark(self, found: Relation, session: Session, member: Member, status: str) -> None:
        known = _attendance(self.desk.store, session.id, member)
        was = known["status"] if known else ""
        self._write(session.id, member, status)
        if (was == "no-show") != (status == "no-show"):
            self._follow_up(found, session, member, status)

    def _write(self, session_id: str, member: Member, status: str) -> None:
        key = {"session_id": session_id, "mentee_id": member.id}
        self.desk.store.put("attendance", key, {"status": status}, self.desk.new_id)

    def _follow_up(self, found: Relation, session: Session, member: Member, status: str) -> None:
        """Promise to write to who did not come, or let that go when they were there after all."""
        desk = self.desk
        text = f"Follow up with {member.name} about the missed call"
        if status == "no-show":
            plan = desk.playbooks.of(found.mentorship.id)
            due = desk.today() + timedelta(days=plan.follow_up_days)
            desk.promises.insert(
                found, text, "me", due, session_id=session.id, readers=ME, about=member.id
            )
            return
        made = desk.store.value(
            "SELECT id FROM action WHERE session_id = ? AND about_id = ? AND text = ?"
            " AND state = 'open'",
            session.id,
            member.id,
            text,
        )
        if made:
            desk.store.update("action", made, state="dropped", done_on=desk.today().isoformat())


def _attendance(store: Store, session_id: str, member: Member) -> Row | None:
    return store.row(
        "SELECT id, status FROM attendance WHERE session_id = ? AND mentee_id = ?",
        session_id,
        member.id,
    )


def _beforehand(word: str) -> str:
    """What may be said of a meeting that is still to come; '' for somebody who will be there."""
    status = _status(word)
    if status in ("late", "no-show"):
        raise Refusal(f"Nobody is {status} to a meeting still to come. Say excused or cancelled.")
    return "" if status == "attended" else status


def _status(word: str) -> str:
    """The stored status that a word means. Raises Refusal for another word."""
    folded = word.casefold().strip()
    if folded in STATUSES.values():
        return folded
    for name, status in STATUSES.items():
        if folded and name.startswith(folded):
            return status
    raise Refusal(f"“{clip(word, 20)}” says nothing of who came. Use {', '.join(STATUSES)}.")
