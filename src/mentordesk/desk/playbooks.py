"""Programmes as data, from the desk's point of view: the shipped ones and the mentor's own."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentordesk.domain import playbook as domain
from mentordesk.domain.playbook import Playbook
from mentordesk.store import people

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
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
