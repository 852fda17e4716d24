"""Notes about a mentee, and support given outside a call."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from mentordesk.desk.ids import one_row
from mentordesk.desk.past import past_moment
from mentordesk.domain.errors import Refusal
from mentordesk.domain.incidents import INCIDENT
from mentordesk.domain.notes import KINDS, PROFILE, TOUCHES, Note, default_readers
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME, Audience
from mentordesk.domain.text import clean, clip, one_line
from mentordesk.store import words as rows
from mentordesk.store.connection import iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_KEPT_OPEN = ("question", "stuck")


class Words:
    """The verbs about what was said."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def note(
        self, who: str, text: str, kind: str = "note", readers: Audience | None = None
    ) -> Note:
        """Write something down about a mentee; nobody else reads it unless said or usual."""
        found = self.desk.people.find(who)
        if kind not in KINDS or kind in ("call", "recap"):
            usable = ", ".join(k for k in KINDS if k not in ("call", "recap"))
            raise Refusal(f"“{kind[:20]}” is no kind of note. Use {usable}.")
        if kind == INCIDENT and readers:
            raise Refusal("An incident is for you alone and never leaves. Leave --for out.")
        if not clean(text).strip():
            raise Refusal("A note needs words.", shell="mentordesk note ada 'likes small examples'")
        with self.desk.writing(f"note about {found.mentee.name}"):
            made = self.insert(found, text, kind, readers=readers)
        self.desk.tell("note", made)
        return rows.notes(self.desk.store, "id = ?", made)[0]

    def profile(self, who: str) -> list[Note]:
        """The notes that say who somebody is, by kind, the oldest of each first."""
        found = self.desk.people.find(who)
        kinds = ", ".join(f"'{kind}'" for kind in PROFILE)
        mine = f"mentorship_id = ? AND kind IN ({kinds})"
        oldest_first = rows.notes(self.desk.store, mine, found.mentorship.id)[::-1]
        order = list(PROFILE)
        return sorted(oldest_first, key=lambda note: order.index(note.kind))

    def insert(
        self,
        found: Relation,
        text: str,
        kind: str,
        *,
        session_id: str = "",
        at: datetime | None = None,
        readers: Audience | None = None,
    ) -> str:
        """Write a note inside a transaction that is under way; its id."""
        return self.desk.insert(
            "note",
            mentorship_id=found.mentorship.id,
            about_id=found.about,
            session_id=session_id or None,
            kind=kind,
            at=iso(at or self.desk.now()),
            body=clean(text).strip(),
            state="open" if kind in _KEPT_OPEN else "",
            readers=default_readers(kind) if readers is None else readers,
        )

    def wins(self, who: str) -> Sequence[Note]:
        """What went well with somebody, newest first."""
        own = self.desk.people.find(who).mentorship.id
        return rows.notes(self.desk.store, "mentorship_id = ? AND kind = 'win'", own)

    def settle(self, prefix: str) -> str:
        """Mark a question as answered or a stuck point as solved, and return its words.

        Raises Refusal for another kind of note.
        """
        row = one_row(self.desk.store, "note", prefix, "body")
        if row["kind"] not in _KEPT_OPEN:
            raise Refusal(
                f"A {row['kind']} is not something to settle; questions and stuck points are."
                " Their ids are in: mentordesk brief WHO"
            )
        with self.desk.writing(f"settle: {clip(row['body'], 40)}") as store:
            store.update("note", row["id"], state="settled")
        self.desk.tell("note", row["id"])
        return str(row["body"])

    def log(
        self, who: str, kind: str, minutes: int, text: str = "", at: datetime | None = None
    ) -> str:
        """Note support given outside a call, with its time; the touchpoint's id.

        Raises Refusal for another kind, or a time that cannot be.
        """
        desk = self.desk
        found = desk.people.find(who)
        if kind not in TOUCHES:
            raise Refusal(f"“{kind[:20]}” is nothing to log. Use {', '.join(TOUCHES)}.")
        if not 0 <= minutes <= 24 * 60:
            raise Refusal(f"{minutes} minutes do not fit a day. Give 0 to 1440.")
        when = past_moment(desk, at or desk.now(), "Log what has happened.")
        with desk.writing(f"log {kind} with {found.mentee.name}"):
            made = desk.insert(
                "touchpoint",
                mentorship_id=found.mentorship.id,
                about_id=found.about,
                kind=kind,
                at=iso(when),
                minutes=minutes,
                text=one_line(text),
                readers=ME,
            )
            self.spend(found, kind, when, minutes, touchpoint_id=made)
        desk.tell("touchpoint", made)
        return made

    def spend(
        self,
        found: Relation,
        kind: str,
        at: datetime,
        minutes: int,
        *,
        session_id: str = "",
        touchpoint_id: str = "",
        note: str = "",
    ) -> None:
        """Write a time entry inside a transaction that is under way; none for no time at all."""
        if minutes:
            self.desk.insert(
                "time_entry",
                mentorship_id=found.mentorship.id,
                session_id=session_id or None,
                touchpoint_id=touchpoint_id or None,
                kind=kind,
                started_at=iso(at),
                minutes=minutes,
                note=one_line(note),
                readers=ME,
            )
