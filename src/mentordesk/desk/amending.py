"""The wrap-up of a call that is over, changed: the answers, what they made, and the recap."""

from collections.abc import Mapping

from mentordesk.desk.closing import Closing, unknown_question
from mentordesk.desk.coming import next_meeting
from mentordesk.desk.following import Following
from mentordesk.desk.next_dates import NextChoice, choice_of
from mentordesk.domain.errors import Refusal
from mentordesk.domain.playbook import Question
from mentordesk.domain.rules import day_words
from mentordesk.domain.sessions import Session

_NONE = {
    "planned": "has not begun",
    "missed": "was missed",
    "cancelled": "was called off",
    "skipped": "was skipped",
}


class Amending(Closing):
    """The verb about closing questions once the call is closed."""

    def amend(
        self,
        session: Session,
        answers: Mapping[str, str],
        next_choice: NextChoice = ("", None),
        typing: str = "",
    ) -> None:
        """Change answers; what they made follows, and a recap that nobody has edited.

        `next_choice` is as for closing, about the date that comes next now. What has the same name
        for `typing` is taken back as one. Raises Refusal for a call that was not held.
        """
        desk = self.desk
        playbook = desk.playbooks.of(session.mentorship_id)
        found = desk.people.by_mentorship(session.mentorship_id)
        asked = {question.key: question for question in playbook.wrap_up}
        for key in set(answers) - set(asked):
            raise unknown_question(key, playbook)
        self.refuse_unheld(session)
        with desk.writing(f"change the wrap-up with {found.mentee.name}", typing=typing):
            drafts = desk.recaps.drafts(session.id)
            slot = next_meeting(desk, found, desk.now(), but=session.day)
            if next_choice[0]:
                slot = self._arrange(found, session, slot, next_choice)
            following = Following(desk, found, session, playbook, slot)
            for key, text in answers.items():
                self._follow(following, asked[key], text)
            desk.recaps.follow(session.id, drafts)
        desk.tell("session", session.id)

    def choice(self, session: Session, text: str) -> NextChoice:
        """What an answer about the next date does to it now: nothing once another call began."""
        found = self.desk.people.by_mentorship(session.mentorship_id)
        return ("", None) if self.is_past(session) else choice_of(self.desk, found, text)

    def is_past(self, session: Session) -> bool:
        """Whether another call has begun since, so that the next date is history."""
        return bool(
            self.desk.store.value(
                "SELECT 1 FROM session WHERE mentorship_id = ? AND started_at > ?"
                " AND state IN ('running', 'held', 'missed')",
                session.mentorship_id,
                self.desk.store.value("SELECT started_at FROM session WHERE id = ?", session.id),
            )
        )

    def _follow(self, following: Following, question: Question, text: str) -> None:
        store, session = self.desk.store, following.session
        row = store.row(
            "SELECT body, made FROM answer WHERE session_id = ? AND question = ?",
            session.id,
            question.key,
        )
        before, made = (row["body"], row["made"]) if row else ("", "")
        if row and text.strip() == before:
            return
        if question.becomes != "next" or not self.is_past(session):
            made = following.follow(question, before, made, text)
        self._keep(session, question, text, made, blank=True)

    def refuse_unheld(self, session: Session) -> None:
        """Raise Refusal for a call that was not held: it has no wrap-up."""
        if session.state == "held":
            return
        found = self.desk.people.by_mentorship(session.mentorship_id)
        moment = session.started or session.planned_start
        day = day_words(moment.astimezone(self.desk.tz).date(), self.desk.today())
        raise Refusal(
            f"The call with {found.mentee.name} on {day} {_NONE.get(session.state, 'goes on')},"
            " so there is no wrap-up to change."
        )
