"""Which round of a survey is meant: what is due, what was begun, what comes, or the last one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from mentordesk.domain.feedback import Asker, Replies, Round
from mentordesk.domain.pages import DatedLine
from mentordesk.domain.people import Relation
from mentordesk.domain.programme_events import Survey
from mentordesk.store import feedback as rows
from mentordesk.store.connection import Row

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

FILLED_IN = ""
"""The question of a row that says that somebody has filled in the whole of a survey."""


class Rounds:
    """The rounds of one survey in one mentorship, as they stand when this is made."""

    def __init__(
        self, desk: "Desk", found: Relation, survey: Survey, ahead: Sequence[DatedLine]
    ) -> None:
        self.desk, self.found, self.survey = desk, found, survey
        self.playbook = desk.playbooks.of(found.mentorship.id)
        self.naming = [m.key for m in self.playbook.milestones if m.survey == survey.key]
        lines = [line for line in ahead if line.key in self.naming]
        self.line = min(
            lines, key=lambda one: (one.state != "due", one.due or date.max), default=None
        )

    @cached_property
    def askers(self) -> list[Asker]:
        """Everybody whom the survey asks: the mentor first, then each member there is now."""
        mentor = Asker("mentor", self.desk.mentor or "me")
        mentees = [
            Asker("mentee", one.name, one.id)
            for one in self.desk.groups.members(self.found.mentorship.id)
        ]
        return [one for one in (mentor, *mentees) if self.survey.by in (one.side, "both")]

    @cached_property
    def said(self) -> Mapping[date, Sequence[Row]]:
        """Every reply by the day of its round."""
        found: dict[date, list[Row]] = {}
        for row in rows.replies(self.desk.store, self.found.mentorship.id, self.survey.key):
            found.setdefault(date.fromisoformat(row["round"]), []).append(row)
        return found

    @cached_property
    def settled(self) -> Mapping[date, str]:
        """The days of the milestones that name this survey, with what became of each."""
        marks = self.desk.store.rows(
            "SELECT milestone, due_on, state FROM milestone_mark WHERE mentorship_id = ?",
            self.found.mentorship.id,
        )
        return {
            date.fromisoformat(row["due_on"]): row["state"]
            for row in marks
            if row["milestone"] in self.naming
        }

    def current(self) -> Round:
        """The round that a reply belongs to now."""
        if self.line and self.line.due:
            return self.of(self.line.due)
        begun = max(self.said, default=None)
        if begun and begun not in self.settled and not self.of(begun).is_answered:
            return self.of(begun)
        if self.line or not self.naming:
            return self.of(self.desk.today())
        return self.of(max(self.settled, default=self.desk.today()))

    def shown(self) -> Round:
        """The round to look at: the one that is asked now, else the last that was answered."""
        now = self.current()
        if now.state in ("due", "begun") or now.day in self.said:
            return now
        return self.of(max(self.said)) if self.said else now

    def of(self, day: date) -> Round:
        """The round of a day, with everybody's replies."""
        found = [self._replies(one, self.said.get(day, ())) for one in self.askers]
        link = self.playbook.links.get(self.survey.link, "")
        key = self.line.key if self.line else next(iter(self.naming), "")
        return Round(self.survey, day, self._state(day, found), key, link, found)

    def _state(self, day: date, replies: Sequence[Replies]) -> str:
        """What became of a round: settled by its date, or without one by the last reply."""
        if known := self.settled.get(day):
            return known
        if self.line and self.line.due == day:
            return self.line.state
        if not self.naming and all(one.done_on for one in replies):
            return "done"
        return "begun" if day in self.said else "no day yet"

    def _replies(self, who: Asker, said: Iterable[Row]) -> Replies:
        """One person's replies; all of them, or the word that it is filled in, make it whole."""
        mine = [row for row in said if is_by(row, who)]
        answers = {row["question"]: row["body"] for row in mine if row["question"] != FILLED_IN}
        filled = next((row for row in mine if row["question"] == FILLED_IN), None)
        keys = [one.key for one in self.survey.questions]
        whole = bool(keys) and all(answers.get(key) for key in keys)
        days = [row["day"] for row in mine] if whole else []
        last = filled["day"] if filled else max(days, default=None)
        return Replies(who, answers, date.fromisoformat(last) if last else None)


def is_by(row: Row, who: Asker) -> bool:
    """Whether a reply is this person's."""
    return row["side"] == who.side and (row["mentee_id"] or "") == who.mentee_id
