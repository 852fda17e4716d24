"""Surveys: a round each time they are due, everybody's replies, and the date that they settle."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.survey_rounds import FILLED_IN, Rounds, is_by
from mentordesk.domain.errors import Refusal
from mentordesk.domain.feedback import SIDES, Asker, Round, WeekLine, replied
from mentordesk.domain.people import Relation
from mentordesk.domain.programme_events import Asked, Survey
from mentordesk.domain.readers import FOR_MENTEE, Audience, stored
from mentordesk.domain.rules import monday_of
from mentordesk.domain.text import clean, clip
from mentordesk.store import feedback as rows
from mentordesk.store import people

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

STAND_UP = "stand-up"


class Surveys:
    """The verbs about surveys."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def of(self, who: str) -> Sequence[Round]:
        """Each of the programme's surveys at the round that is to be looked at now.

        None on a shared screen, where what was answered is hidden and would be there as not given.
        """
        if self.desk.is_shared:
            return []
        found = self.desk.people.find(who)
        surveys = self.desk.playbooks.of(found.mentorship.id).surveys
        ahead = self.desk.milestones.ahead(found) if surveys else []
        return [Rounds(self.desk, found, one, ahead).shown() for one in surveys]

    def show(self, who: str, key: str, day: date | None = None) -> Round:
        """A survey's round that is asked now, else the last one that was answered; or of a day.

        Raises Refusal for a survey that is not there, or a day of which nothing is known.
        """
        rounds = self._rounds(self.desk.people.find(who), key)
        if day is None:
            return rounds.shown()
        if day not in rounds.said and day not in rounds.settled and day != rounds.current().day:
            known = ", ".join(f"{one}" for one in sorted(rounds.said)) or "none"
            raise Refusal(f"“{rounds.survey.title}” has no round of {day}. It has: {known}.")
        return rounds.of(day)

    def rounds(self, who: str, key: str) -> Sequence[date]:
        """The days of the rounds that somebody has answered, the last one first."""
        return sorted(self._rounds(self.desk.people.find(who), key).said, reverse=True)

    def week(self, who: str, key: str) -> Sequence[WeekLine]:
        """For a stand-up: how the week went with everybody under the same programme.

        It is the week of the round that is asked now, from Monday on; empty for other surveys.
        """
        found = self.desk.people.find(who)
        playbook = self.desk.playbooks.of(found.mentorship.id)
        if not any(m.kind == STAND_UP and m.survey == key for m in playbook.milestones):
            return []
        day = min(self.show(who, key).day, self.desk.today())
        monday = monday_of(day)
        everybody = people.whose(self.desk.store).values()
        return [
            rows.week(self.desk.store, one.mentorship.id, one.mentee.name, monday, self.desk.tz)
            for one in sorted(everybody, key=lambda one: one.mentee.name)
            if one.mentorship.playbook == found.mentorship.playbook
            and one.mentorship.status == "active"
        ]

    def answer(
        self,
        who: str,
        key: str,
        question: str,
        text: str,
        side: str = "",
        readers: Audience | None = None,
        day: date | None = None,
    ) -> Round:
        """Keep a reply, in place of an earlier one; '' takes it back. The round as it is then.

        `side` is mentor or mentee, whoever the survey asks first unless said; of a group, `who`
        names one member, or all of them. When everybody has answered everything, the milestone is
        settled. Raises Refusal for what is not there, or a reply of another kind.
        """
        rounds = self._rounds(self.desk.people.find(who), key)
        asked = _question(rounds.survey, question)
        seen = asked.readers if readers is None else readers
        words = replied(asked, clean(text))
        return self._say(rounds, side, question, words, seen, day)

    def done(
        self, who: str, key: str, side: str = "", text: str = "", day: date | None = None
    ) -> Round:
        """Note that somebody has filled a survey in, here or in the programme's form."""
        rounds = self._rounds(self.desk.people.find(who), key)
        return self._say(rounds, side, FILLED_IN, clean(text).strip(), FOR_MENTEE, day)

    def _rounds(self, found: Relation, key: str) -> Rounds:
        playbook = self.desk.playbooks.of(found.mentorship.id)
        survey = next((one for one in playbook.surveys if one.key == key), None)
        if survey is None:
            known = ", ".join(one.key for one in playbook.surveys) or "none"
            raise Refusal(f"{playbook.title} has no survey “{clip(key, 30)}”. It has: {known}.")
        return Rounds(self.desk, found, survey, self.desk.milestones.ahead(found))

    def _say(
        self,
        rounds: Rounds,
        side: str,
        question: str,
        text: str,
        readers: Audience,
        day: date | None,
    ) -> Round:
        """Write one reply and settle the date once nothing is missing, in one transaction."""
        speakers, now, survey = _speakers(rounds, side), rounds.current(), rounds.survey
        at = day or now.day
        verb = "answer" if question else "filled in"
        with self.desk.writing(f"{verb}: {clip(survey.title, 40)}"):
            for one in speakers:
                self._keep(rounds, at, one, question, text, readers)
            after = self._rounds(rounds.found, survey.key).of(at)
            if at == now.day and now.is_open and after.is_answered:
                after = self._settle(rounds, after)
        self.desk.tell("survey", rounds.found.mentorship.id)
        return after

    def _settle(self, rounds: Rounds, answered: Round) -> Round:
        """Mark the milestone that names this survey as done."""
        one = next((m for m in rounds.playbook.milestones if m.key == answered.milestone), None)
        if one is not None:
            who = ", ".join(reply.who.name for reply in answered.replies)
            said = f"answered by {who}"
            self.desk.milestones.mark(rounds.found, one, "done", answered.day, said)
        return answered._replace(state="done")

    def _keep(
        self,
        rounds: Rounds,
        at: date,
        asked: Asker,
        question: str,
        text: str,
        readers: Audience,
    ) -> None:
        """Write a reply, or change the one that is there; words that never came make no row."""
        store = self.desk.store
        known = next(
            (r for r in rounds.said.get(at, ()) if r["question"] == question and is_by(r, asked)),
            None,
        )
        if known:
            store.update("survey_answer", known["id"], body=text, readers=stored(readers))
        elif text or question == FILLED_IN:
            self.desk.insert(
                "survey_answer",
                mentorship_id=rounds.found.mentorship.id,
                mentee_id=asked.mentee_id or None,
                survey=rounds.survey.key,
                round=at.isoformat(),
                side=asked.side,
                question=question,
                body=text,
                day=self.desk.today().isoformat(),
                readers=readers,
            )


def _question(survey: Survey, key: str) -> Asked:
    asked = next((one for one in survey.questions if one.key == key), None)
    if asked is None:
        keys = ", ".join(one.key for one in survey.questions)
        has = f"It has: {keys}." if keys else "It is a form elsewhere: mentordesk survey done."
        raise Refusal(f"“{clip(key, 30)}” is no question of “{survey.title}”. {has}")
    return asked


def _speakers(rounds: Rounds, side: str) -> list[Asker]:
    """Who speaks: the side that was said, else the mentor where both are asked; a group is all."""
    if side and side not in SIDES:
        raise Refusal(f"“{clip(side, 20)}” is no side. Use {' or '.join(SIDES)}.")
    found, wanted = rounds.found, side or ("mentee" if rounds.survey.by == "mentee" else "mentor")
    same = [one for one in rounds.askers if one.side == wanted]
    mine = [one for one in same if found.is_group or one.mentee_id in ("", found.mentee.id)]
    if not mine:
        whom = "the mentor" if rounds.survey.by == "mentor" else "the mentee"
        raise Refusal(f"“{rounds.survey.title}” asks {whom} only. Leave the side out.")
    return mine
