"""How contact is kept: the policy the two agreed on, and what lies outside of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from mentordesk.domain.people import Relation
from mentordesk.domain.readers import FOR_MENTEE, Audience, stored
from mentordesk.store import trust as rows
from mentordesk.store.connection import iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.contact import Policy


class Contact:
    """The verbs about the contact policy. Nothing is refused by it; it is said."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def policy(self, who: str) -> "Policy | None":
        """What holds now, None when nothing was agreed; hours are those of the mentee's zone."""
        return next(iter(self.policies(who)), None)

    def policies(self, who: str) -> "Sequence[Policy]":
        """What was agreed on and when, the newest first."""
        found = self.desk.people.find(who)
        tz = self.desk.zone_of(found.mentee.zone or self.desk.zone)
        return rows.policies(self.desk.store, found.mentorship.id, tz)

    def agree(self, who: str, *, readers: Audience = FOR_MENTEE, **changes: Any) -> "Policy":
        """Change what was agreed on about contact, keeping what held before to be read.

        `changes` are fields of domain.contact.Policy; what is left out stays as it is.
        """
        from mentordesk.domain.contact import Policy, checked

        desk = self.desk
        found = desk.people.find(who)
        known = self.policy(who)
        blank = Policy(tz=desk.zone_of(found.mentee.zone or desk.zone))
        policy = checked((known or blank)._replace(**changes, day=desk.today()))
        if known and known._replace(day=None) == policy._replace(day=None):
            return known
        made = desk.new_id()
        with desk.writing(f"agree on contact with {found.mentee.name}") as store:
            store.insert(
                "contact_policy",
                {
                    "id": made,
                    "mentorship_id": found.mentorship.id,
                    "day": desk.today().isoformat(),
                    "readers": stored(readers),
                    **rows.policy_columns(policy),
                },
            )
        desk.tell("contact", made)
        return policy

    def warnings(
        self, who: str, channel: str, text: str = "", at: datetime | None = None
    ) -> list[str]:
        """A sentence for each way in which a word to the mentee is outside of the agreement.

        `at` is an instant, now unless said; touchpoints of that week that are stored count, so
        ask before storing this one.
        """
        policy = self.policy(who)
        if policy is None:
            return []
        from mentordesk.domain.contact import warnings, week_of

        found, moment = self.desk.people.find(who), at or self.desk.now()
        first, after = week_of(moment, policy.tz)
        store, mentorship = self.desk.store, found.mentorship.id
        week = rows.touches(store, mentorship, iso(first), iso(after))
        return warnings(policy, week, channel, moment.astimezone(self.desk.tz), text)

    def off_limits(self, who: str, text: str) -> list[str]:
        """A sentence for each topic that was to be left alone and is in a text for the mentee."""
        policy = self.policy(who)
        if policy is None or not policy.off_limits:
            return []
        from mentordesk.domain.contact import off_limits

        return off_limits(policy, text)


def boundary(desk: "Desk", found: Relation) -> str:
    """What must not be forgotten, in a line: how contact is kept, what to leave alone, boundaries.

    The policy comes first, then the newest note of kind boundary, then the answers about it.
    """
    store, mentorship, mentee = desk.store, found.mentorship.id, found.mentee
    tz = desk.zone_of(mentee.zone or desk.zone)
    policy = next(iter(rows.policies(store, mentorship, tz)), None)
    parts = [f"contact: {mentee.contact}" if mentee.contact else ""]
    if policy:
        from mentordesk.domain.contact_words import in_a_line  # most mentorships have no policy

        parts = in_a_line(policy, mentee.contact)
    agreed = " ".join(parts)
    parts += [rows.boundary_note(store, mentorship)]
    answers = rows.boundaries(store, mentorship, found.about)
    parts += [said for said in answers if said not in agreed]
    return " · ".join(dict.fromkeys(" ".join(part.split()) for part in parts if part))
