"""Getting help: whom the programme names, and asking them without giving the mentee away."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.people import Relation
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_people import Contact
from mentordesk.domain.readers import ME
from mentordesk.domain.support import Asked, Directory, Person, directory, draft
from mentordesk.domain.text import clean, clip
from mentordesk.store import intake as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Support:
    """The verbs about help for the mentor."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def all(self, who: str = "", playbook: str = "") -> Sequence[Directory]:
        """Whom to turn to about somebody, in one programme, or in every one that is in use."""
        if who:
            return [self.of(who)]
        books = self.desk.playbooks
        plans = [books.find(playbook)] if playbook else books.in_use()
        return [directory(plan) for plan in plans]

    def of(self, who: str) -> Directory:
        """Whom to turn to about somebody, and what was asked already."""
        mentorship = self.desk.people.find(who).mentorship.id
        asked = [
            Asked(row["contact"], row["text"], date.fromisoformat(row["day"]))
            for row in rows.requests(self.desk.store, mentorship)
        ]
        return directory(self.desk.playbooks.of(mentorship), asked)

    def draft(self, who: str, contact: str, text: str) -> str:
        """The message as it may be sent, every name of the mentee's and the group's taken out.

        Raises Refusal for another contact or an empty text.
        """
        found = self.desk.people.find(who)
        plan = self.desk.playbooks.of(found.mentorship.id)
        to = _contact(plan, contact)
        if not clean(text).strip():
            raise Refusal("There is no question. Write what you would like to know.")
        return draft(to, plan, text, self._people(found))

    def ask(self, who: str, contact: str, text: str) -> str:
        """Note that help is asked for, for the mentor alone, and return the message to send."""
        found = self.desk.people.find(who)
        message = self.draft(who, contact, text)
        to = _contact(self.desk.playbooks.of(found.mentorship.id), contact)
        with self.desk.writing(f"ask {to.title} for help"):
            self.desk.insert(
                "help_request",
                mentorship_id=found.mentorship.id,
                contact=to.key,
                text=clean(text).strip(),
                day=self.desk.today().isoformat(),
                readers=ME,
            )
        self.desk.tell("support", found.mentorship.id)
        return message

    def link(self, name: str, who: str = "", playbook: str = "") -> str:
        """The address of a contact, of the code of conduct, or of a link. Raises Refusal."""
        known: dict[str, str] = {}
        for one in self.all(who, playbook):
            known |= {c.key: c.link for c in one.contacts if c.link}
            known |= {"conduct": one.conduct} if one.conduct else {}
            known |= {"report": one.report_conduct} if one.report_conduct else {}
            known |= dict(one.links)
        wanted = name.strip().casefold()
        exact = [link for key, link in known.items() if key.casefold() == wanted]
        fits = exact or [
            link for key, link in known.items() if wanted and key.casefold().startswith(wanted)
        ]
        if len(set(fits)) == 1:
            return fits[0]
        raise Refusal(
            f"“{clip(name, 30)}” is no link here. There are: {', '.join(known) or 'none'}."
        )

    def _people(self, found: Relation) -> list[Person]:
        """Everybody the mentorship is with, and the group itself."""
        # Whoever is named by a member's name is in a group, whose name tells as much.
        whole = self.desk.people.by_mentorship(found.mentorship.id)
        both = (found.mentee, whole.mentee)
        own = [Person(one.name, one.handle, one.email) for one in both]
        every = rows.names(self.desk.store, found.mentorship.id)
        return own + [Person(row["name"], row["handle"], row["email"]) for row in every]


def _contact(plan: Playbook, typed: str) -> Contact:
    """The contact with this key, or the only one in this role. Raises Refusal."""
    wanted = typed.strip().casefold()
    found = [one for one in plan.support if one.key == wanted]
    found = found or [one for one in plan.support if one.role == wanted]
    if len(found) == 1:
        return found[0]
    known = ", ".join(one.key for one in plan.support) or "nobody"
    raise Refusal(f"{plan.title} names no contact “{clip(typed, 30)}”. There is: {known}.")
