"""Earlier states of a call's notes: kept while they are typed, read and brought back."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Refusal
from mentordesk.domain.readers import ME
from mentordesk.domain.sessions import Session
from mentordesk.domain.versions import Version, thinned, worth_keeping
from mentordesk.store import calls
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk


class Versions:
    """The verbs about what the notes of a call were before."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def of(self, session_id: str) -> Sequence[Version]:
        """What the notes were, the newest first; what they are now is not among it."""
        note = calls.notes(self.desk.store, session_id)
        return self._versions(note["id"])[::-1] if note else []

    def find(self, session_id: str, prefix: str) -> Version:
        """The version whose id begins so. Raises Refusal."""
        found = [one for one in self.of(session_id) if prefix and one.id.startswith(prefix)]
        if len(found) != 1:
            raise Refusal(
                f"No version of these notes is called {prefix[:40]}."
                " See them with: mentordesk session history"
            )
        return found[0]

    def restore(self, session_id: str, prefix: str) -> Version:
        """Bring a version back; what stood there until now becomes a version itself."""
        one = self.find(session_id, prefix)
        with self.desk.writing("bring earlier notes back", undoable=False):
            note = calls.notes(self.desk.store, session_id)
            if note and note["body"].strip():
                self._add(note)
            self.desk.calls.save_notes(session_id, one.body)
        return one

    def keep(self, note: Row, after: str) -> None:
        """Keep what the notes are, before they become `after`, if it is worth it."""
        last = self.desk.store.value(
            "SELECT max(at) FROM note_version WHERE note_id = ?", note["id"]
        )
        at = datetime.fromisoformat(last) if last else None
        if worth_keeping(note["body"], after, at, self.desk.now()):
            self._add(note)

    def settle(self, session: Session) -> None:
        """The call is over: keep only what tells something that the notes do not."""
        note = calls.notes(self.desk.store, session.id)
        if note is None:
            return
        every = self._versions(note["id"])
        left = {one.id for one in thinned(every, note["body"])}
        for one in every:
            if one.id not in left:
                self.desk.store.delete("note_version", one.id)

    def _add(self, note: Row) -> None:
        self.desk.insert(
            "note_version",
            note_id=note["id"],
            at=iso(self.desk.now()),
            body=note["body"],
            readers=ME,
        )

    def _versions(self, note_id: str) -> list[Version]:
        rows = self.desk.store.rows(
            "SELECT id, at, body FROM note_version WHERE note_id = ? ORDER BY at, rowid", note_id
        )
        return [Version(row["id"], datetime.fromisoformat(row["at"]), row["body"]) for row in rows]
