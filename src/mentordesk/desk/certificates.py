"""Certificates: how far everybody is, from what the desk knows and from what the mentor says."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.survey_rounds import Rounds
from mentordesk.domain.attention import SHARED
from mentordesk.domain.criteria import (
    LEFT,
    MET,
    NOT_MET,
    Deeds,
    Standing,
    Verdict,
    counts,
    judged,
)
from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.programme_events import Certificate, Criterion
from mentordesk.domain.readers import ME
from mentordesk.domain.text import clip, one_line
from mentordesk.store import feedback as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Certificates:
    """The verbs about certificates."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def of(self, who: str) -> Sequence[Standing]:
        """Every certificate of the programme, for the mentor and for each member there is or was.

        Of a member of a group who is named it is theirs alone. On a shared screen there is none:
        each is about one person, and the evidence of it is hidden.
        """
        if self.desk.is_shared:
            return []
        found = self.desk.people.find(who)
        playbook = self.desk.playbooks.of(found.mentorship.id)
        answered = self._answered(found) if playbook.certificates else {}
        left = {one.id: one.left_on for one in self.desk.groups.ever(found.mentorship.id)}
        return [
            Standing(
                one.key, one.title, one.of, name, mentee_id,
                judged(one, self._deeds(found, one, mentee_id, answered)),
                left.get(mentee_id),
            )
            for one in playbook.certificates
            for name, mentee_id in self._whose(found, one)
            if not found.about or mentee_id == found.mentee.id
        ]  # fmt: skip

    def counting(self, who: str, milestone: str) -> Sequence[tuple[Standing, str]]:
        """Whose certificates a milestone that took place counts for, with the criterion's key.

        It counts for everybody there is until a tick is taken back: a group's date is kept once,
        and only the mentor has seen who was there.
        """
        found = self.desk.people.find(who)
        playbook = self.desk.playbooks.of(found.mentorship.id)
        by_key = {
            one.key: criterion.key
            for one in playbook.certificates
            for criterion in one.criteria
            if criterion.counts == "milestone" and criterion.milestone == milestone
        }
        return [
            (one, by_key[one.key])
            for one in (self.of(who) if by_key else ())
            if one.key in by_key
            and any(verdict.key == by_key[one.key] and verdict.met for verdict in one.criteria)
        ]

    def tick(self, who: str, key: str, criterion: str, text: str = "") -> Verdict:
        """Say that a criterion is met, with the evidence, for whom `who` names; a group is all.

        Raises Refusal for a certificate or criterion that is not there, or nobody to have it.
        """
        return self._say(who, key, criterion, text, met=True)

    def untick(self, who: str, key: str, criterion: str, text: str = "") -> Verdict:
        """Take a tick back; where the records say that it is met, say that it is not."""
        return self._say(who, key, criterion, text, met=False)

    def _say(self, who: str, key: str, criterion: str, text: str, met: bool) -> Verdict:
        """Keep the mentor's word only as far as it says something else than the records."""
        found = self.desk.people.find(who)
        certificate, one = self._criterion(found, key, criterion)
        answered, word = self._answered(found), "tick" if met else "untick"
        whose = [id for _, id in self._whose(found, certificate) if id in ("", found.mentee.id)]
        if certificate.of == "mentee" and found.is_group:
            whose = [member.id for member in self.desk.groups.members(found.mentorship.id)]
        if not whose:
            raise Refusal(f"Nobody in {found.mentee.name} can have it yet.")
        with self.desk.writing(f"{word}: {clip(one.says, 40)}"):
            for mentee in whose:
                shown = counts(one, self._deeds(found, certificate, mentee, answered))
                state = LEFT if shown.met == met and not text else MET if met else NOT_MET
                self._keep(found, certificate, one, mentee, state, one_line(text))
        self.desk.tell("certificate", found.mentorship.id)
        deeds = self._deeds(found, certificate, whose[0], answered)
        return next(v for v in judged(certificate, deeds) if v.key == criterion)

    def _keep(
        self,
        found: Relation,
        certificate: Certificate,
        one: Criterion,
        mentee_id: str,
        state: str,
        text: str,
    ) -> None:
        store, today = self.desk.store, self.desk.today().isoformat()
        known = store.value(
            "SELECT id FROM criterion_tick WHERE mentorship_id = ? AND certificate = ?"
            " AND criterion = ? AND coalesce(mentee_id, '') = ?",
            found.mentorship.id,
            certificate.key,
            one.key,
            mentee_id,
        )
        if known:
            store.update("criterion_tick", known, state=state, text=text, day=today)
        elif state != LEFT:
            self.desk.insert(
                "criterion_tick",
                mentorship_id=found.mentorship.id,
                mentee_id=mentee_id or None,
                certificate=certificate.key,
                criterion=one.key,
                state=state,
                text=text,
                day=today,
                readers=ME,
            )

    def _criterion(
        self, found: Relation, key: str, criterion: str
    ) -> tuple[Certificate, Criterion]:
        playbook = self.desk.playbooks.of(found.mentorship.id)
        one = next((c for c in playbook.certificates if c.key == key), None)
        if one is None:
            known = ", ".join(c.key for c in playbook.certificates) or "none"
            raise Refusal(
                f"{playbook.title} has no certificate “{clip(key, 30)}”. It has: {known}."
            )
        chosen = next((c for c in one.criteria if c.key == criterion), None)
        if chosen is None:
            known = ", ".join(c.key for c in one.criteria)
            raise Refusal(f"“{clip(criterion, 30)}” is no criterion of “{one.title}”: {known}.")
        return one, chosen

    def _whose(self, found: Relation, one: Certificate) -> list[tuple[str, str]]:
        """The names and ids of those who can have a certificate; the mentor's id is ''."""
        if one.of == "mentor":
            return [(self.desk.mentor or "me", "")]
        every = self.desk.groups.ever(found.mentorship.id)
        return [(member.name, member.id) for member in every]

    def _deeds(
        self,
        found: Relation,
        certificate: Certificate,
        mentee_id: str,
        answered: dict[str, dict[str, date]],
    ) -> Deeds:
        """What one person has to show."""
        store, mentorship = self.desk.store, found.mentorship.id
        playbook = self.desk.playbooks.of(mentorship)
        shared = frozenset(one.key for one in playbook.milestones if one.kind in SHARED)
        every = self.desk.groups.ever(mentorship)
        left = next((one.left_on for one in every if one.id == mentee_id), None)
        took_place = rows.took_place(store, mentorship, shared)
        return Deeds(
            meetings=rows.meetings(store, mentorship, self.desk.tz, mentee_id),
            settled={key: day for key, day in took_place.items() if not left or day <= left},
            answered=answered.get(mentee_id, {}),
            titles={one.key: one.title for one in playbook.milestones},
            said=rows.said(store, mentorship, certificate.key, mentee_id),
        )

    def _answered(self, found: Relation) -> dict[str, dict[str, date]]:
        """Who has answered the survey of which milestone, and when: by mentee, '' the mentor."""
        playbook = self.desk.playbooks.of(found.mentorship.id)
        by_key = {one.key: one for one in playbook.surveys}
        answers: dict[str, dict[str, date]] = {}
        for one in playbook.milestones:
            if survey := by_key.get(one.survey):
                rounds = Rounds(self.desk, found, survey, ())
                for day in sorted(rounds.said, reverse=True):
                    for reply in rounds.of(day).replies:
                        if reply.done_on:
                            mine = answers.setdefault(reply.who.mentee_id, {})
                            mine[one.key] = reply.done_on
        return answers
