"""Bringing a calendar on the mentor's own server to what the desk has, object by object.

Imported only by the verb that does it: the network and icalendar come with it.
"""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from mentordesk.domain.pushing import (
    ADD,
    CHANGE,
    FORGET,
    LEFT,
    REMOVE,
    SAME,
    Kept,
    Pushed,
    Step,
    steps,
)
from mentordesk.store import pushing as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.ical import Object
    from mentordesk.outbox.server import Server

_MEANWHILE = "was changed on the server"


class Push:
    """One push: what is there and what was there last decide; what happened is kept at once."""

    def __init__(
        self, desk: "Desk", server: "Server", objects: "Mapping[str, Object]", force: bool
    ) -> None:
        self.desk, self.server, self.objects = desk, server, objects
        self.digests = {uid: sha256(one.data).hexdigest() for uid, one in objects.items()}
        known = rows.kept(desk.store, server.url)
        self.plan = list(steps(self.digests, known, server.etags(), force=force))

    def planned(self) -> Pushed:
        """What would be done."""
        return self._counted(self.plan)

    def run(self) -> Pushed:
        """Do it, and remember each object as soon as the server has it. Raises Refusal."""
        from mentordesk.outbox.server import ChangedThere

        acts: dict[str, Callable[[Step], None]] = {
            ADD: self._put, CHANGE: self._put, REMOVE: self._remove, FORGET: self._forget,
        }  # fmt: skip
        done = []
        for step in self.plan:
            try:
                if step.kind in acts:
                    acts[step.kind](step)
            except ChangedThere:
                step = step._replace(kind=LEFT, why=_MEANWHILE)
            done.append(step)
        return self._counted(done)

    def _put(self, step: Step) -> None:
        etag = self.server.put(step.name, self.objects[step.uid].data, step.etag)
        kept = Kept(step.uid, step.name, etag, self.digests[step.uid])
        with self.desk.writing("push", undoable=False) as store:
            rows.keep(store, self.desk.new_id, self.server.url, kept)

    def _remove(self, step: Step) -> None:
        self.server.delete(step.name, step.etag)
        self._forget(step)

    def _forget(self, step: Step) -> None:
        with self.desk.writing("push", undoable=False) as store:
            rows.forget(store, self.server.url, step.uid)

    def _counted(self, every: list[Step]) -> Pushed:
        kinds = [step.kind for step in every]
        return Pushed(
            kinds.count(ADD), kinds.count(CHANGE), kinds.count(REMOVE), kinds.count(SAME),
            tuple(self._left(every)),
        )  # fmt: skip

    def _left(self, every: list[Step]) -> Iterator[str]:
        for step in every:
            if step.kind == LEFT:
                known = self.objects.get(step.uid)
                yield f"“{known.title if known else step.name}” {step.why}."
