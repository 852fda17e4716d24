"""The notes of a call: stored while they are typed, and what they were before."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.desk.answering import Answering
from mentordesk.desk.live_notes import LiveNotes
from mentordesk.domain.errors import Refusal
from mentordesk.domain.merging import both_texts
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


class CallNotes(Answering):
    """The verbs about the notes of a call; what their lines make is in LiveNotes."""

    @property
    def versions(self) -> Versions:
        """What the notes were before."""
        return Versions(self.desk)

    def save_notes(self, session_id: str, text: str) -> datetime:
        """Store the notes of a call and what its lines mean; the instant they were stored."""
        return LiveNotes(self.desk).save(self.session(session_id), lambda _: text)[1]

    def keep_notes(
        self, session_id: str, base: str, text: str, pasted: Collection[str] = ()
    ) -> tuple[str, datetime]:
        """Store what was made of `base`, and what another window has added to it meanwhile.

        What is stored now, and the instant since when. Lines that were `pasted` are suggestions.
        """
        return LiveNotes(self.desk).save(
            self.session(session_id), lambda known: both_texts(base, text, known), pasted
        )

    def take(self, session_id: str, line: int | None = None) -> int:
        """Take the pasted lines that look like things as things; how many. Refusal for none.

        Only one `line`, counted from 0, if said; that one also when it was dismissed before.
        """
        with self.desk.writing("take the pasted lines as things"):
            taken = LiveNotes(self.desk).take(self.session(session_id), line)
            if not taken:
                raise _none_waits(line)
        self.desk.tell("notes", session_id)
        return taken

    def dismiss(self, session_id: str, line: int | None = None) -> int:
        """Leave the pasted lines, or one of them, what they are: text. Refusal for none."""
        with self.desk.writing("leave the pasted lines as text"):
            left = LiveNotes(self.desk).dismiss(self.session(session_id), line)
            if not left:
                raise _none_waits(line)
        self.desk.tell("notes", session_id)
        return left

    def edit_notes(self, session_id: str, environ: Mapping[str, str]) -> tuple[str, datetime]:
        """Let the mentor's own editor change the notes; what came meanwhile is kept beside it.

        What is stored then, and since when. Raises Refusal when the editor is missing or fails.
        """
        from mentordesk.desk.editing import edited  # few write the notes of a call elsewhere

        known = calls.notes(self.desk.store, self.session(session_id).id)
        base = str(known["body"]) if known else ""
        text, trouble = edited(base, Path(self.desk.store.path).parent, environ)
        kept = self.keep_notes(session_id, base, text)
        if trouble:
            raise Refusal(trouble)
        return kept

    def add_notes(self, session_id: str, lines: str) -> datetime:
        """Put lines below what is written; the instant they were stored."""
        return LiveNotes(self.desk).save(
            self.session(session_id),
            lambda known: "\n".join(filter(None, [known.rstrip("\n"), lines])),
        )[1]


def _none_waits(line: int | None) -> Refusal:
    where = "No pasted line waits" if line is None else f"Line {line + 1} does not wait"
    return Refusal(f"{where} to be taken: what is typed counts at once.")
