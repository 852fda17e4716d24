"""Programmes as data, from the desk's point of view: the shipped ones and the mentor's own."""

import json
from collections.abc import Sequence
from functools import lru_cache
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
        self._listed: tuple[object, Sequence[Entry]] | None = None
        self._found: dict[str, tuple[tuple[int, int], Playbook]] = {}
        self.folder = Path(desk.playbooks_folder)

    def list(self) -> "Sequence[Entry]":
        """Every playbook, the mentor's own winning by its slug, broken ones with their problem."""
        from mentordesk import playbooks

        stamps = tuple(
            (path.stem, self._stamp(path.stem)) for path in sorted(self.folder.glob("*.toml"))
        )
        if self._listed is None or self._listed[0] != stamps:
            self._listed = stamps, playbooks.available(self.folder)
        return self._listed[1]

    def find(self, slug: str) -> Playbook:
        """The playbook with this slug. Raises Refusal that lists what there is."""
        from mentordesk import playbooks

        stamp = self._stamp(slug)
        if slug not in self._found or self._found[slug][0] != stamp:
            self._found[slug] = stamp, playbooks.find(slug, self.folder)
        return self._found[slug][1]

    def _stamp(self, slug: str) -> tuple[int, int]:
        """Tells one state of the mentor's own file from another; nought without one."""
        try:
            stat = (self.folder / f"{slug}.toml").stat()
        except (OSError, ValueError):
            return 0, 0
        return stat.st_mtime_ns, stat.st_size

    def copy(self, slug: str, name: str = "") -> Path:
        """Copy a playbook to the mentor's own folder, to be edited; never overwrites.

        With a `name` it has a slug and a title of its own, and may be a copy of a copy.
        """
        from mentordesk import playbooks

        return playbooks.copy(slug, self.folder, name)

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
        return _begun_with(people.snapshot(self.desk.store, mentorship_id))

    def in_use(self) -> "Sequence[Playbook]":
        """The programmes of mentorships that are not over, as their files are now.

        Where a file is broken or gone, the youngest mentorship's own copy stands in.
        """
        from mentordesk.store.intake import running_playbooks

        return [self._now(slug) for slug in running_playbooks(self.desk.store)]

    def offers(self, who: str = "", playbook: str = "") -> "Sequence[Offer]":
        """Mentorships that began with another version of their playbook, with what differs."""
        from mentordesk.store.intake import begun_otherwise, running_playbooks

        if who:
            found = self._offer(self.desk.people.find(who))
            return [found] if found else []
        store = self.desk.store
        changed = [
            self.desk.people.by_mentorship(mentorship)
            for slug in ([playbook] if playbook else running_playbooks(store))
            if (now := self.usable(slug))
            for mentorship in begun_otherwise(store, slug, json.dumps(now.raw))
        ]
        every = [offer for one in changed if (offer := self._offer(one))]
        return sorted(every, key=lambda offer: offer.address)

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
        from mentordesk.domain.people import RUNNING
        from mentordesk.domain.playbook_changes import Offer, differences

        if found.mentorship.status not in RUNNING:
            return None
        began, now = self.of(found.mentorship.id), self.usable(found.mentorship.playbook)
        if now is None:
            return None
        changes = differences(began.raw, now.raw)
        if not changes:
            return None
        name, address = found.mentee.name, found.address
        return Offer(address, name, now.title, began.version, now.version, changes)

    def usable(self, slug: str) -> Playbook | None:
        """The playbook as it is now; None while its file is broken or gone."""
        try:
            return self.find(slug)
        except Refusal:
            return None

    def _now(self, slug: str) -> Playbook:
        if found := self.usable(slug):
            return found
        mine = [r for r in people.relations(self.desk.store) if r.mentorship.playbook == slug]
        return self.of(max(mine, key=lambda r: r.mentorship.started_on).mentorship.id)


@lru_cache(maxsize=64)
def _begun_with(snapshot: str) -> Playbook:
    """Mentorships that began alike share one, and so do a desk and those it has for its threads."""
    return domain.read(json.loads(snapshot), "the mentorship's playbook")
