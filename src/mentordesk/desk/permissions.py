"""What a mentee has allowed to be told, to whom; and what is said when more is about to be."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.desk.past import past_day
from mentordesk.domain.errors import Refusal
from mentordesk.domain.permissions import Permission, gate, recipient
from mentordesk.domain.readers import FOR_MENTEE, Audience
from mentordesk.domain.text import clip, one_line
from mentordesk.store import trust as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Permissions:
    """The verbs about what may be passed on."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def list(self, who: str) -> Sequence[Permission]:
        """What was allowed: what stands first, then what was taken back."""
        found = self.desk.people.find(who)
        return rows.permissions(self.desk.store, found.mentorship.id)

    def add(
        self,
        who: str,
        scope: str,
        to: str,
        *,
        by: str = "",
        said: str = "",
        on: date | None = None,
        readers: Audience = FOR_MENTEE,
    ) -> Permission:
        """Note that the mentee allowed `scope` to be told to somebody, by a way, in what words.

        `to` is coordinator, public, or a name. The mentee may read it: it is their own
        word. Raises Refusal without either.
        """
        desk = self.desk
        found = desk.people.find(who)
        if not one_line(scope) or not one_line(to):
            raise Refusal(
                "A permission needs what may be told and to whom. Try:"
                " mentordesk permission add ada 'her talk idea' --to coordinator"
            )
        day = past_day(desk, on)
        with desk.writing(f"permission of {found.mentee.name}: {clip(one_line(scope), 40)}"):
            made = desk.insert(
                "permission",
                mentorship_id=found.mentorship.id,
                about_id=found.about,
                scope=one_line(scope),
                recipient=recipient(to),
                channel=one_line(by),
                text=one_line(said),
                given_on=day.isoformat(),
                withdrawn_on=None,
                readers=readers,
            )
        desk.tell("permission", made)
        known = rows.permissions(desk.store, found.mentorship.id)
        return next(one for one in known if one.id == made)

    def withdraw(self, prefix: str, on: date | None = None) -> str:
        """Note that it was taken back, keep that it was given, and return what it was for.

        Raises Refusal when it was withdrawn before.
        """
        row = one_row(self.desk.store, "permission", prefix, "scope")
        if row["withdrawn_on"]:
            raise Refusal(f"“{clip(row['scope'], 60)}” was withdrawn on {row['withdrawn_on']}.")
        day = past_day(self.desk, on)
        with self.desk.writing(f"permission withdrawn: {clip(row['scope'], 40)}") as store:
            store.update("permission", row["id"], withdrawn_on=day.isoformat())
        self.desk.tell("permission", row["id"])
        return str(row["scope"])

    def gate(self, who: str, readers: Audience) -> Sequence[str]:
        """What to think of before a text goes to readers beyond the mentee; nothing is refused.

        A sentence for each reader: nobody allowed it (with the programme's own words on
        confidences), or what was allowed, to ask whether this is covered.
        """
        found = self.desk.people.find(who)
        store, mentorship = self.desk.store, found.mentorship.id
        everybody = [(one.id, one.name) for one in self.desk.groups.members(mentorship)]
        members = [(found.mentee.id, found.mentee.name)] if found.about else everybody
        missing, asked = gate(readers, rows.permissions(store, mentorship), members)
        if not missing:
            return asked
        return [*missing, *self.desk.playbooks.of(mentorship).confidential, *asked]
