"""Feedback: what the mentor gave and was given, and what the programme should hear."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.domain.errors import Refusal
from mentordesk.domain.feedback import DIRECTIONS, FORMS, TO_PROGRAMME, Feedback
from mentordesk.domain.people import Relation
from mentordesk.domain.programme_events import RECORDS
from mentordesk.domain.readers import FOR_COORDINATOR, Audience
from mentordesk.domain.text import clean, clip, one_line
from mentordesk.store import feedback as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

PREFERENCE = "feedback"
"""The key of the expectation that says how somebody likes to be given feedback."""


class FeedbackLog:
    """The verbs about feedback."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def add(
        self,
        who: str,
        text: str,
        direction: str = "given",
        form: str = "",
        changed: str = "",
        readers: Audience | None = None,
    ) -> Feedback:
        """Write feedback down; the mentee it is about may read it, the coordinator what is theirs.

        `direction` is given, received or to-programme, `form` in-person, written or ''; `changed`
        is what was done differently because of it. Raises Refusal without words.
        """
        found = self.desk.people.find(who)
        if direction not in DIRECTIONS:
            raise Refusal(f"“{clip(direction, 20)}” is no direction. Use {', '.join(DIRECTIONS)}.")
        if form and form not in FORMS:
            raise Refusal(f"“{clip(form, 20)}” is no form of feedback. Use {', '.join(FORMS)}.")
        if not clean(text).strip():
            raise Refusal(
                "Feedback needs words.", shell="mentordesk feedback add ada 'clear questions'"
            )
        seen = self.readers(found, direction) if readers is None else readers
        with self.desk.writing(f"feedback {direction}: {found.mentee.name}"):
            made = self.desk.insert(
                "feedback",
                mentorship_id=found.mentorship.id,
                about_id=found.about,
                direction=direction,
                form=form,
                text=clean(text).strip(),
                changed=one_line(changed),
                day=self.desk.today().isoformat(),
                readers=seen,
            )
        self.desk.tell("feedback", made)
        return rows.feedback(self.desk.store, "id = ?", made)[0]

    def changed(self, prefix: str, text: str) -> Feedback:
        """Say what was done differently because of feedback that is there.

        Raises Refusal without words.
        """
        row = one_row(self.desk.store, "feedback", prefix)
        if not one_line(text):
            raise Refusal("What was changed? Write it after the id.")
        with self.desk.writing(f"changed: {clip(row['text'], 40)}") as store:
            store.update("feedback", row["id"], changed=one_line(text))
        self.desk.tell("feedback", row["id"])
        return rows.feedback(self.desk.store, "id = ?", row["id"])[0]

    def list(self, who: str = "", direction: str = "") -> Sequence[Feedback]:
        """Feedback of one mentorship or of all, newest first; of one direction if it is named."""
        mentorship = self.desk.people.find(who).mentorship.id if who else ""
        return rows.feedback(
            self.desk.store,
            "(?1 = '' OR mentorship_id = ?1) AND (?2 = '' OR direction = ?2)",
            mentorship,
            direction,
        )

    def preference(self, who: str) -> str:
        """How somebody said they like to be given feedback, the last word of theirs; '' if never.

        It is the answer to the expectation with the key `feedback` (PyLadies, Set expectations).
        """
        found = self.desk.people.find(who)
        said = self.desk.store.value(
            "SELECT text FROM agreement WHERE mentorship_id = ?1 AND question = ?2"
            " AND side = 'mentee' AND withdrawn_on IS NULL AND coalesce(about_id, ?3) = ?3"
            " ORDER BY day DESC, created_at DESC, rowid DESC LIMIT 1",
            found.mentorship.id,
            PREFERENCE,
            found.about or "",
        )
        return one_line(str(said or ""))

    def readers(self, found: Relation, direction: str) -> Audience:
        """Who else may read feedback unless said: as the playbook has it."""
        if direction == TO_PROGRAMME:
            return FOR_COORDINATOR
        playbook = self.desk.playbooks.of(found.mentorship.id)
        return playbook.readers.get("feedback", RECORDS["feedback"])
