"""Stuck points and how well they are understood by now; questions brought before a call."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.domain.errors import Refusal
from mentordesk.domain.learning import LEVELS, Mark, Topic
from mentordesk.domain.notes import Note
from mentordesk.domain.readers import ME
from mentordesk.domain.text import clean, clip, one_line
from mentordesk.store import calls, learning, words
from mentordesk.store.connection import Row

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_BULLET = re.compile(r"^(?:[-*+•]|\d{1,3}[.)]|\?)\s+")


class Topics:
    """The verbs about what is not understood yet."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def list(self, who: str) -> Sequence[Topic]:
        """Stuck points, open ones first, each with its marks."""
        found = self.desk.people.find(who)
        return learning.topics(self.desk.store, found.mentorship.id, self.desk.tz)

    def mark(self, prefix: str, level: int, text: str = "") -> Mark:
        """Note that a topic was explained today, and how well it is understood, 1 to 5.

        Raises Refusal for another level, or what is no stuck point.
        """
        if level not in LEVELS:
            raise Refusal(f"{level} is no level. Give 1 (not at all) to 5 (could teach it).")
        row = self._stuck(prefix)
        desk = self.desk
        with desk.writing(f"{level} of 5: {clip(row['body'], 40)}"):
            desk.insert(
                "topic_mark",
                note_id=row["id"],
                day=desk.today().isoformat(),
                text=one_line(text),
                readers=ME,
                level=level,
            )
        desk.tell("note", row["id"])
        return Mark(level, desk.today(), one_line(text))

    def settle(self, prefix: str) -> str:
        """The topic is understood; it comes back no more. Its words."""
        return self.desk.words.settle(self._stuck(prefix)["id"])

    def reopen(self, prefix: str) -> str:
        """A topic that was settled, or a question that was answered, is open again; its words.

        Raises Refusal when it is open.
        """
        row = one_row(self.desk.store, "note", prefix, "body")
        if row["state"] != "settled":
            raise Refusal(
                f"“{clip(row['body'], 40)}” is not settled, so nothing is to be reopened."
            )
        with self.desk.writing(f"open again: {clip(row['body'], 40)}") as store:
            store.update("note", row["id"], state="open")
        self.desk.tell("note", row["id"])
        return str(row["body"])

    def questions(self, who: str, every: bool = False) -> Sequence[Note]:
        """Questions not answered yet, oldest first; answered ones too if said."""
        own = self.desk.people.find(who).mentorship.id
        if not every:
            return words.open_ones(self.desk.store, own, "question")
        return words.notes(self.desk.store, "mentorship_id = ? AND kind = 'question'", own)[::-1]

    def ask(self, who: str, text: str) -> Sequence[str]:
        """Take over questions a mentee sent, one a line; each stands on the next agenda.

        The marks of a pasted list are taken off, and a question that is open already is not asked
        twice. Returns the new ones. Raises Refusal when there is none.
        """
        found = self.desk.people.find(who)
        known = {one_line(note.body) for note in self.questions(who)}
        lines = [_BULLET.sub("", line.strip()) for line in clean(text).splitlines()]
        asked = [line for line in dict.fromkeys(map(one_line, lines)) if line]
        if not asked:
            raise Refusal(
                "There is no question.", shell="mentordesk question add ada 'why decorators?'"
            )
        fresh = [line for line in asked if line not in known]
        running = calls.running(self.desk.store, found.mentorship.id)
        with self.desk.writing(f"questions of {found.mentee.name}"):
            for line in fresh:
                session = running.id if running else ""
                self.desk.words.insert(found, line, "question", session_id=session)
        self.desk.tell("note", found.mentorship.id)
        return fresh

    def _stuck(self, prefix: str) -> Row:
        row = one_row(self.desk.store, "note", prefix, "body")
        if row["kind"] != "stuck":
            raise Refusal(
                f"“{clip(row['body'], 40)}” is no stuck point. Their ids are in:"
                " mentordesk topic list WHO"
            )
        return row
