"""What a session can be made of: the playbook's ideas, and when each was used."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.learning import IdeaLine, fresh_first
from mentordesk.domain.people import Relation
from mentordesk.domain.playbook import Playbook
from mentordesk.domain.programme_people import Idea
from mentordesk.domain.readers import ME
from mentordesk.domain.text import clip, one_line
from mentordesk.store import calls, learning

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Ideas:
    """The verbs about session ideas."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def list(self, who: str) -> Sequence[IdeaLine]:
        """The playbook's ideas: those not used yet first, then those used longest ago."""
        found = self.desk.people.find(who)
        return self.lines(found, self.desk.playbooks.of(found.mentorship.id))

    def lines(self, found: Relation, playbook: Playbook) -> Sequence[IdeaLine]:
        """The same for somebody who was found already."""
        used = learning.idea_uses(self.desk.store, found.mentorship.id)
        return fresh_first([_line(idea, used.get(idea.key, [])) for idea in playbook.ideas])

    def use(self, who: str, key: str, text: str = "") -> Idea:
        """Note that an idea was used today, in the call if one runs; a prefix of its key is enough.

        Raises Refusal for a key the programme does not have.
        """
        desk = self.desk
        found = desk.people.find(who)
        idea = _named(desk.playbooks.of(found.mentorship.id), key)
        running = calls.running(desk.store, found.mentorship.id)
        with desk.writing(f"idea: {clip(idea.title, 40)}"):
            desk.insert(
                "idea_use",
                mentorship_id=found.mentorship.id,
                session_id=running.id if running else None,
                idea=idea.key,
                day=desk.today().isoformat(),
                text=one_line(text),
                readers=ME,
            )
        desk.tell("idea", found.mentorship.id)
        return idea


def _line(idea: Idea, used: Sequence[tuple[date, str]]) -> IdeaLine:
    said = next((text for _, text in used if text), "")
    return IdeaLine(idea, [day for day, _ in used], said)


def _named(playbook: Playbook, key: str) -> Idea:
    typed = key.strip().casefold()
    exact = [one for one in playbook.ideas if one.key == typed]
    begun = [one for one in playbook.ideas if typed and one.key.startswith(typed)]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    known = ", ".join(one.key for one in found or playbook.ideas) or "none"
    said = "could be" if found else f"is no idea of {playbook.title}. It has"
    raise Refusal(f"“{clip(key, 30)}” {said}: {known}.")
