"""The end of a call: answers become things, and everything is written in one transaction."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mentordesk.desk.answer_outcomes import AnswerOutcomes
from mentordesk.desk.coming import next_meeting
from mentordesk.desk.next_dates import NextChoice, choice_of, fix_one
from mentordesk.domain.cadence import Occurrence, Series
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.playbook import Playbook, Question
from mentordesk.domain.readers import ME
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import clean, clip
from mentordesk.domain.timebox import Timebox
from mentordesk.store import calls, words
from mentordesk.store.connection import iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_RUNS = (
    "SELECT id FROM agenda_item"
    " WHERE session_id = ? AND started_at IS NOT NULL AND ended_at IS NULL"
)
CHOICES = ("", "confirm", "skip", "move")


class Closing:
    """What happens between the last question and the recap."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def answer(self, session: Session, key: str, text: str) -> None:
        """Keep an answer while the call still runs."""
        playbook = self.desk.playbooks.of(session.mentorship_id)
        question = next((q for q in playbook.wrap_up if q.key == key), None)
        if question is None:
            raise unknown_question(key, playbook)
        with self.desk.writing(f"answer: {question.key}", undoable=False):
            self._keep(session, question, text, blank=True)
        self.desk.tell("session", session.id)

    def close(
        self,
        session: Session,
        answers: Mapping[str, str],
        next_choice: NextChoice,
        ended: datetime | None = None,
    ) -> Session:
        """Write everything that follows from a call that was held, until now unless said."""
        desk = self.desk
        playbook = desk.playbooks.of(session.mentorship_id)
        found = desk.people.by_mentorship(session.mentorship_id)
        for key in set(answers) - {q.key for q in playbook.wrap_up}:
            raise unknown_question(key, playbook)
        choice = self._choice(found, session, playbook, answers, next_choice)
        with desk.writing(f"close the call with {found.mentee.name}"):
            session = desk.calls.under_way(session.id)
            slot = next_meeting(desk, found, desk.now(), but=session.day)
            slot = self._arrange(found, session, slot, choice)
            known = words.answers(desk.store, session.id) | dict(answers)
            becoming = AnswerOutcomes(desk, found, session, playbook, slot)
            for question in playbook.wrap_up:
                text = known.get(question.key, "").strip()
                made = becoming.become(question, text) if text else ""
                cleared = question.key in answers and bool(becoming.offer.get(question.key))
                self._keep(session, question, text, made, blank=cleared)
            self._end(found, session, ended)
        desk.tell("session", session.id)
        return desk.calls.session(session.id)

    def missed(self, session: Session) -> Session:
        """Write everything that follows from a call to which nobody came."""
        desk = self.desk
        playbook = desk.playbooks.of(session.mentorship_id)
        found = desk.people.by_mentorship(session.mentorship_id)
        with desk.writing(f"no-show of {found.mentee.name}") as store:
            session = desk.calls.under_way(session.id)
            desk.calls.end_pause(session.id)
            desk.calls.attend(session, "no-show", unless_known=found.is_group)
            desk.promises.insert(
                found,
                f"Follow up with {found.mentee.name} about the missed call",
                "me",
                desk.today() + timedelta(days=playbook.follow_up_days),
                session_id=session.id,
                readers=ME,
            )
            start = session.started or desk.now()
            desk.words.spend(
                found, "no-show", start, playbook.missed_minutes, session_id=session.id
            )
            self._settle_notes(session)
            store.update("session", session.id, state="missed", ended_at=iso(desk.now()))
        desk.tell("session", session.id)
        return desk.calls.session(session.id)

    def _choice(
        self,
        found: Relation,
        session: Session,
        playbook: Playbook,
        answers: Mapping[str, str],
        given: NextChoice,
    ) -> NextChoice:
        """The choice about the next date: as given, else as answered by a word or a date."""
        if given[0] not in CHOICES:
            raise Refusal(f"“{given[0][:20]}” is nothing to do with a date. Confirm, skip or move.")
        known = words.answers(self.desk.store, session.id) | dict(answers)
        said = [known.get(q.key, "") for q in playbook.wrap_up if q.becomes == "next"]
        return given if given[0] or not said else choice_of(self.desk, found, said[0])

    def _arrange(
        self,
        found: Relation,
        session: Session,
        slot: tuple[Series, Occurrence] | None,
        choice: NextChoice,
    ) -> tuple[Series, Occurrence] | None:
        """Confirm, skip, move or fix the next date; the meeting that will now be the next."""
        desk, (word, wall) = self.desk, choice
        if not word:
            return slot
        if slot is None and wall:
            fix_one(desk, found, wall)
            return next_meeting(desk, found, desk.now(), but=session.day)
        if slot is None:
            raise Refusal(
                f"{found.mentee.name} has no next date to {word}. Set one with:"
                f" mentordesk slot set {found.mentee.handle} --weekly tue 18:00"
            )
        one = slot[1]
        who = f"{found.mentee.handle}/{found.mentorship.playbook}"
        if word == "confirm":
            desk.slots.confirm(who, one.day)
        elif word == "skip":
            desk.slots.skip(who, one.day)
        elif wall is None:
            raise Refusal("Say when: move the next call to a day and a time, such as thu 18:00.")
        else:
            desk.slots.move(who, one.day, wall)
            desk.slots.confirm(who, one.day)
        return next_meeting(desk, found, desk.now(), but=session.day)

    def _keep(
        self, session: Session, question: Question, text: str, made: str = "", blank: bool = False
    ) -> None:
        """Store an answer; an empty one only where `blank`, as what was offered is not wanted."""
        store = self.desk.store
        known = store.value(
            "SELECT id FROM answer WHERE session_id = ? AND question = ?", session.id, question.key
        )
        body = clean(text).strip()
        if known:
            store.update("answer", known, body=body, made=made)
        elif body or blank:
            self.desk.insert(
                "answer",
                session_id=session.id,
                question=question.key,
                body=body,
                made=made,
                readers=question.readers,
            )

    def _end(self, found: Relation, session: Session, said: datetime | None) -> None:
        desk, ended = self.desk, self.desk.now()
        desk.calls.end_pause(session.id)
        if not found.is_group:  # who of a group came is known from the roll-call alone
            desk.calls.attend(session, "attended", unless_known=True)
        if box := session.timebox:
            ended = _as_said(box, said, ended) if said else _ended(box, ended)
            worked = box.worked(ended)
            for row in desk.store.rows(_RUNS, session.id):
                desk.store.update("agenda_item", row["id"], ended_at=iso(ended))
            desk.words.spend(found, "call", box.started, worked, session_id=session.id)
        self._settle_notes(session)
        desk.store.update("session", session.id, state="held", ended_at=iso(ended))
        desk.recaps.keep_drafts(session.id)

    def _settle_notes(self, session: Session) -> None:
        """The notes are no longer typed into: from now on they can be searched."""
        note = calls.notes(self.desk.store, session.id)
        if note:
            self.desk.store.update("note", note["id"], state="")
            self.desk.calls.versions.settle(session)


def _ended(box: Timebox, now: datetime) -> datetime:
    """When the talk was over: now, unless as long again has gone by since its end.

    Somebody who closes a call the next morning has not talked through the night.
    """
    end = box.end(now)
    return end if now - end > end - box.started else now


def _as_said(box: Timebox, said: datetime, now: datetime) -> datetime:
    """When the talk was over by the mentor's own word. Raises Refusal where it cannot have been."""
    if not box.started <= said <= now:
        raise Refusal(
            "The call cannot have ended then: give a time between its beginning and now,"
            " with its day if that was not today."
        )
    return said


def unknown_question(key: str, playbook: Playbook) -> Refusal:
    """The refusal of a key that the programme does not ask about."""
    keys = ", ".join(question.key for question in playbook.wrap_up)
    return Refusal(f"“{clip(key, 30)}” is no closing question of {playbook.title}. Use {keys}.")
