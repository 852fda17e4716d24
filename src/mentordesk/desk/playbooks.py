"""Programmes as data, from the desk's point of view: the shipped ones and the mentor's own."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentordesk.domain import playbook as domain
from mentordesk.domain.errors import Refusal
from mentordesk.domain.playbook import Playbook
from mentordesk.store import people

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.people import Relation
    from mentordesk.domain.playbook_changes import Offer
    from mentordesk.playbooks import Entry as Entry


class Playbooks:
    """The verbs about playbooks."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self._read: dict[str, Playbook] = {}
        self.folder = Path(desk.playbooks_folder)

    def list(self) -> "Sequence[Entry]":
        """Every playbook, the mentor's own winning by its slug, broken ones with their problem."""
        from mentordesk import playbooks

        return playbooks.available(self.folder)

    def find(self, slug: str) -> Playbook:
        """The playbook with this slug. Raises Refusal that lists what there is."""
        from mentordesk import playbooks

        return playbooks.find(slug, self.folder)

    def copy(self, slug: str) -> Path:
        """Copy a shipped playbook to the mentor's own folder, to be edited; never overwrites."""
        from mentordesk import playbooks

        return playbooks.copy(slug, self.folder)

    def check(self, path: Path) -> Playbook:
        """Read a file as a playbook. Raises PlaybookProblem with one sentence a mistake."""
        from mentordesk import playbooks

        return playbooks.read(path)

    def schema(self) -> dict[str, Any]:
        """The format as a JSON Schema, for an editor to complete and check a playbook with."""
        from mentordesk import playbooks

        return playbooks.schema()

    def of(self, mentorship_id: str) -> Playbook:
        """The playbook as it was when the mentorship began."""
        snapshot = people.snapshot(self.desk.store, mentorship_id)
        if snapshot not in self._read:
            self._read[snapshot] = domain.read(json.loads(snapshot), "the mentorship's playbook")
        return self._read[snapshot]

    def in_use(self) -> "Sequence[Playbook]":
        """The programmes of mentorships that are not over, as their files are now.

        Where a file is broken or gone, the youngest mentorship's own copy stands in.
        """
        from mentordesk.store.joining import running_playbooks

        return [self._now(slug) for slug in running_playbooks(self.desk.store)]

    def offers(self, who: str = "") -> "Sequence[Offer]":
        """Mentorships that began with another version of their playbook, with what differs."""
        from mentordesk.domain.people import RUNNING

        relations = [self.desk.people.find(who)] if who else people.relations(self.desk.store)
        first = {one.mentorship.id: one for one in reversed(relations)}
        running = (one for one in first.values() if one.mentorship.status in RUNNING)
        found = [offer for one in running if (offer := self._offer(one))]
        return sorted(found, key=lambda offer: offer.address)

    def adopt(self, who: str) -> "Offer":
        """Go on by the playbook as it is now; what was written by the old one stays.

        Raises Refusal when nothing differs, or the file is broken.
        """
        desk = self.desk
        found = desk.people.find(who)
        playbook = self.find(found.mentorship.playbook)
        offer = self._offer(found)
        if offer is None:
            raise Refusal(
                f"{found.mentee.name} goes by {playbook.title} as it is now: nothing differs."
            )
        with desk.writing(f"{found.mentee.name} goes by {playbook.title}, {offer.now}") as store:
            store.update("mentorship", found.mentorship.id, snapshot=json.dumps(playbook.raw))
        desk.tell("people", found.mentee.id)
        return offer

    def _offer(self, found: "Relation") -> "Offer | None":
        from mentordesk.domain.playbook_changes import Offer, differences

        began = self.of(found.mentorship.id)
        try:
            now = self.find(found.mentorship.playbook)
        except Refusal:  # a file that is broken or gone is offered to nobody
            return None
        changes = differences(began.raw, now.raw)
        if not changes:
            return None
        name, address = found.mentee.name, found.address
        return Offer(address, name, now.title, began.version, now.version, changes)

    def _now(self, slug: str) -> Playbook:
        try:
            return self.find(slug)
        except Refusal:
            mine = [r for r in people.relations(self.desk.store) if r.mentorship.playbook == slug]
            return self.of(max(mine, key=lambda r: r.mentorship.started_on).mentorship.id)
