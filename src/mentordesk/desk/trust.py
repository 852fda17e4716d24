"""What the two agreed on: answers of each side, ground rules, and how contact is kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.desk.past import past_day
from mentordesk.domain.agreement import (
    KINDS,
    AgreementPage,
    Said,
    Topic,
    check_side,
    find,
    items_filled,
    topics,
)
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import FOR_MENTEE, ME, Audience, stored
from mentordesk.domain.text import clip, one_line
from mentordesk.store import trust as rows
from mentordesk.store import words
from mentordesk.store.connection import Value

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.notes import Note

_SAME = ("mentorship_id", "about_id", "kind", "side", "question", "readers")
"""What a new answer has in common with the one before."""


class Trust:
    """The verbs about expectations, boundaries and ground rules; and incidents, for you alone."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def page(self, who: str) -> AgreementPage:
        """Everything that was agreed on, with what the programme asks and nobody answered yet."""
        found = self.desk.people.find(who)
        return AgreementPage(
            mentee=found.mentee,
            address=found.address,
            playbook=self.desk.playbooks.of(found.mentorship.id),
            topics=self._topics(found),
            policy=self.desk.contact.policy(who),
            permissions=self.desk.permissions.list(who),
        )

    def answer(
        self,
        who: str,
        question: str,
        text: str,
        side: str = "mentee",
        *,
        kind: str = "expectation",
        on: date | None = None,
        readers: Audience = FOR_MENTEE,
    ) -> Said:
        """Note what a side says to a question, beside what it said before.

        `question` is a key of the playbook, the beginning of one or of a question; other words are
        a question of the two's own, of this `kind`. Nothing is written for the same answer again.
        Raises Refusal or Ambiguous.
        """
        found = self.desk.people.find(who)
        topic = find(self._topics(found), question) or self._own(question, kind)
        said = one_line(text)
        if not said:
            raise Refusal(
                "An answer needs words.", shell="mentordesk agreement set ada time '2 hours a week'"
            )
        whose = check_side(side, topic.kind)
        known = topic.standing(whose)
        if known and known.text == said:
            return known
        return self._agree(found, topic, whose, said, on, readers)

    def rule(self, who: str, text: str, readers: Audience = FOR_MENTEE) -> Said:
        """Agree on a ground rule. Raises Refusal without words."""
        found = self.desk.people.find(who)
        said = one_line(text)
        if not said:
            raise Refusal(
                "A ground rule needs words.", shell="mentordesk agreement rule ada 'no phones'"
            )
        return self._agree(found, Topic("rule", "", ""), "both", said, None, readers)

    def revise(self, prefix: str, text: str) -> Said:
        """Put new words in place of an answer or a rule; the old ones stay to be read.

        Raises Refusal without words.
        """
        row = one_row(self.desk.store, "agreement", prefix)
        said = one_line(text)
        if not said:
            raise Refusal("That needs words. To take it back: mentordesk agreement withdraw ID")
        with self.desk.writing(f"revise: {clip(row['text'], 40)}"):
            if not row["question"]:
                self.withdraw(row["id"])
            same = {name: row[name] for name in _SAME}
            return self._insert(same | {"text": said, "day": self.desk.today().isoformat()})

    def withdraw(self, prefix: str, on: date | None = None) -> str:
        """Take back an answer or a ground rule, keep it in the history, and return its words.

        Raises Refusal when it was withdrawn before.
        """
        row = one_row(self.desk.store, "agreement", prefix)
        if row["withdrawn_on"]:
            raise Refusal(f"“{clip(row['text'], 60)}” was withdrawn on {row['withdrawn_on']}.")
        day = past_day(self.desk, on)
        with self.desk.writing(f"withdraw: {clip(row['text'], 40)}") as store:
            store.update("agreement", row["id"], withdrawn_on=day.isoformat())
        self.desk.tell("agreement", row["id"])
        return str(row["text"])

    def incident(self, who: str, text: str) -> "Note":
        """Note a breach of the code of conduct; nobody else ever reads it."""
        return self.desk.words.note(who, text, "incident", ME)

    def incidents(self, who: str) -> "Sequence[Note]":
        """The incidents that were noted, newest first."""
        found = self.desk.people.find(who)
        where = "mentorship_id = ? AND kind = 'incident'"
        return words.notes(self.desk.store, where, found.mentorship.id)

    def _topics(self, found: Relation) -> list[Topic]:
        playbook = self.desk.playbooks.of(found.mentorship.id)
        return topics(playbook, rows.said(self.desk.store, found.mentorship.id, found.about))

    def _own(self, question: str, kind: str) -> Topic:
        ask = one_line(question)
        if not ask:
            raise Refusal("Say what it is an answer to: a key of `mentordesk agreement show WHO`.")
        if kind not in KINDS:
            raise Refusal(f"“{clip(kind, 20)}” is no kind of agreement. Use {', '.join(KINDS)}.")
        return Topic(kind, ask, ask)

    def _agree(
        self,
        found: Relation,
        topic: Topic,
        side: str,
        text: str,
        on: date | None,
        readers: Audience,
    ) -> Said:
        row: dict[str, Value] = {
            "mentorship_id": found.mentorship.id,
            "about_id": found.about,
            "kind": topic.kind,
            "side": side,
            "question": topic.key,
            "text": text,
            "day": past_day(self.desk, on).isoformat(),
            "readers": stored(readers),
        }
        with self.desk.writing(f"agree with {found.mentee.name}: {clip(text, 40)}"):
            made = self._insert(row)
            self._tick(found)
            return made

    def _tick(self, found: Relation) -> None:
        """Tick what the running agenda asks for, once the two have talked it through."""
        playbook = self.desk.playbooks.of(found.mentorship.id)
        filled = items_filled(playbook, self._topics(found))
        self.desk.calls.talked_through(found.mentorship.id, filled)

    def _insert(self, row: Mapping[str, Value]) -> Said:
        made = self.desk.new_id()
        self.desk.store.insert("agreement", {"id": made, **row, "withdrawn_on": None})
        self.desk.tell("agreement", made)
        return rows.agreed(self.desk.store, made)
