"""Deciding how it goes on: what lies beside the question, and what becomes of the answer."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mentordesk.desk.course_ends import Ends
from mentordesk.domain.attention_dated import milestones
from mentordesk.domain.course import VERDICTS, Taken
from mentordesk.domain.errors import Refusal
from mentordesk.domain.evidence import Known, Section, markdown, sections
from mentordesk.domain.people import ENDED, Relation
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_events import Choice, Decision
from mentordesk.domain.readers import ME, stored
from mentordesk.domain.text import clean, clip
from mentordesk.store import course as rows
from mentordesk.store import evidence


class Offer(NamedTuple):
    """A decision as it is put to the mentor; `due` is the day it is due, None for no day."""

    relation: Relation
    decision: Decision
    due: date | None
    since: date
    evidence: Sequence[Section]
    text: str


class Decisions(Ends):
    """The verbs about decisions: the desk lays out, the mentor decides."""

    def offer(self, who: str, key: str = "") -> Offer:
        """A decision of the playbook with its evidence: the named one, else the one that is due.

        Raises Refusal when the playbook has none of that name, or several and none is due.
        """
        found = self.desk.people.find(who)
        playbook = self.desk.playbooks.of(found.mentorship.id)
        due = self._due(found)
        one = self._chosen(playbook, key, due, found.mentee.handle)
        known = self._known(found, playbook, one)
        return Offer(
            found,
            one,
            due.get(one.key),
            known.since,
            sections(known, one.evidence),
            markdown(f"{one.title} {found.mentee.name}", known, one.evidence),
        )

    def decide(
        self,
        who: str,
        choice: str,
        decision: str = "",
        text: str = "",
        *,
        side: str = "",
        reason: str = "",
        told: bool = False,
    ) -> Taken:
        """Store a decision with its evidence and do what it says, no more.

        One that ends the mentorship ends it; one that ends it early needs the `side` whose wish it
        is. The milestone that asked for it is settled. Raises Refusal when it is over already.
        """
        desk = self.desk
        offer = self.offer(who, decision)
        found, one = offer.relation, offer.decision
        if found.mentorship.status in ENDED:
            raise Refusal(
                f"{found.mentee.name} is {found.mentorship.status}, so there is nothing to decide."
                f" Take it up again with: mentordesk mentee resume {found.mentee.handle}"
            )
        chosen = _choice(one, choice)
        if chosen.verdict == "exit" and not side:
            raise Refusal(
                f"“{chosen.title}” ends it early. Say whose wish it is: mentor, mentee, programme."
            )
        with desk.writing(f"decide on {found.mentee.name}: {clip(chosen.title, 40)}"):
            made = self._write(offer, chosen, text)
            self._settle(found, one, chosen)
            if chosen.verdict == "exit":
                self.exit(found.address, side, reason or chosen.title, told=told)
            elif chosen.verdict in VERDICTS:
                self._end(found.address, VERDICTS[chosen.verdict], chosen.title, None)
        desk.tell("decision", made)
        return next(one for one in self.decisions(found.address) if one.id == made)

    def decisions(self, who: str) -> list[Taken]:
        """What was decided, oldest first."""
        mentorship = self.desk.people.find(who).mentorship.id
        playbook = self.desk.playbooks.of(mentorship)
        return rows.decisions(self.desk.store, mentorship, playbook)

    def _known(self, found: Relation, playbook: Playbook, one: Decision) -> Known:
        """The facts since the same decision was last taken, else since the start."""
        desk, mentorship = self.desk, found.mentorship
        taken = rows.decisions(desk.store, mentorship.id, playbook)
        before = [past.day for past in taken if past.decision == one.key]
        since = before[-1] if before else mentorship.started_on
        return evidence.known(desk.store, mentorship.id, since, desk.today(), desk.tz, taken)

    def _due(self, found: Relation) -> dict[str, date]:
        """The decisions that a milestone asks for just now, with their days."""
        if found.mentorship.status in ENDED or found.mentee.archived_at:
            return {}
        facts = self.desk.milestones.facts(found)
        today = self.desk.today()
        return {one.decision: day for one, day in milestones(facts, today) if one.decision}

    def _chosen(self, playbook: Playbook, key: str, due: dict[str, date], handle: str) -> Decision:
        by_key = {one.key: one for one in playbook.decisions}
        if key in by_key:
            return by_key[key]
        if not key and (due or len(by_key) == 1):
            return by_key[min(due, key=lambda one: due[one])] if due else playbook.decisions[0]
        if not by_key:
            raise Refusal(
                f"{playbook.title} asks for no decision. End it with: mentordesk mentee complete"
                f" {handle}, or before its time with: mentordesk mentee exit {handle} --by mentee"
            )
        known = ", ".join(by_key)
        if key:
            raise Refusal(f"{playbook.title} has no decision “{clip(key, 30)}”. It has: {known}.")
        raise Refusal(f"{playbook.title} has several decisions. Say which: {known}.")

    def _write(self, offer: Offer, chosen: Choice, text: str) -> str:
        desk, made = self.desk, self.desk.new_id()
        desk.store.insert(
            "decision",
            {
                "id": made,
                "mentorship_id": offer.relation.mentorship.id,
                "decision": offer.decision.key,
                "choice": chosen.key,
                "verdict": chosen.verdict,
                "day": desk.today().isoformat(),
                "text": clean(text).strip(),
                "evidence": offer.text,
                "readers": stored(ME),
            },
        )
        return made

    def _settle(self, found: Relation, one: Decision, chosen: Choice) -> None:
        """The milestones that ask for it now are done; one that comes again waits for its day."""
        if one.key not in self._due(found):
            return
        facts = self.desk.milestones.facts(found)
        for asks, _ in list(milestones(facts, self.desk.today())):
            if asks.decision == one.key:
                self.desk.milestones.done(found.address, asks.key, chosen.title)


def _choice(one: Decision, key: str) -> Choice:
    for choice in one.choices:
        if choice.key == key:
            return choice
    known = ", ".join(choice.key for choice in one.choices)
    raise Refusal(f"“{clip(key, 30)}” is no choice here. Choose one of: {known}.")
