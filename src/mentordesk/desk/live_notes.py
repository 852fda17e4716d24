"""Storing the notes of a call while they are typed, and keeping what their lines made in step."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from mentordesk.domain.capture import Thing, read
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import FOR_MENTEE, ME, Audience
from mentordesk.domain.reconciling import Capture, reconcile
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import clean
from mentordesk.store import calls
from mentordesk.store.connection import Row, iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

MOST = 500
"""Lines of one note that are read as things; a pasted log file does not become a thousand."""


class LiveNotes:
    """The text is the truth; what its lines made follows it, and nothing is made twice."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def save(
        self, session: Session, made: Callable[[str], str], pasted: Collection[str] = ()
    ) -> tuple[str, datetime]:
        """Store durably what is made of the stored text and bring its things in step.

        What is stored and the instant since when; nothing is written when nothing has changed.
        New lines that were `pasted` make nothing yet: they are suggestions until they are taken.
        """
        known = calls.notes(self.desk.store, session.id)
        if known and clean(made(known["body"])) == known["body"]:
            return known["body"], datetime.fromisoformat(known["updated_at"])
        now = self.desk.now()
        with self.desk.writing("type notes", undoable=False) as store:
            # Read once more under the lock: another window may just have stored.
            known = calls.notes(store, session.id)
            text = clean(made(known["body"] if known else ""))
            if known:
                self.desk.calls.versions.keep(known, text)
            note_id = known["id"] if known else self._first(session, text)
            store.update("note", note_id, body=text)
            self._keep_in_step(session, note_id, text, pasted)
        self.desk.tell("notes", session.id)
        return text, now

    def take(self, session: Session, line: int | None = None) -> int:
        """Make things of the lines that are suggestions so far; how many they were.

        Of one `line` alone if said, also if it was dismissed before.
        """
        store = self.desk.store
        note = calls.notes(store, session.id)
        rows = self._suggested(note, line) if note else []
        if note is None or not rows:
            return 0
        found = self.desk.people.by_mentorship(session.mentorship_id)
        things: dict[int, list[Thing]] = {}
        for thing in self._read(session, note["body"]):
            things.setdefault(thing.line, []).append(thing)
        for row in rows:
            if waiting := things.get(row["line"]):
                thing = waiting.pop(0)
                made = self._thing(found, session, thing)
                store.update("capture", row["id"], thing_id=made, dismissed=0)
        return len(rows)

    def dismiss(self, session: Session, line: int | None = None) -> int:
        """Leave the lines that are suggestions what they are, text; how many they were."""
        note = calls.notes(self.desk.store, session.id)
        rows = self._suggested(note, line) if note else []
        waiting = [row for row in rows if not row["dismissed"]]
        for row in waiting:
            self.desk.store.update("capture", row["id"], dismissed=1)
        return len(waiting)

    def _suggested(self, note: Row, line: int | None) -> list[Row]:
        found = calls.suggestions(self.desk.store, note["id"])
        if line is None:
            return [row for row in found if not row["dismissed"]]
        return [row for row in found if row["line"] == line]

    def _read(self, session: Session, text: str) -> list[Thing]:
        # Only typed lines need it (docs/decisions/0011).
        from mentordesk.dates.due import due_at_end

        day = (session.started or self.desk.now()).astimezone(self.desk.tz).date()
        return read(text, partial(due_at_end, today=day))

    def _first(self, session: Session, text: str) -> str:
        return self.desk.insert(
            "note",
            mentorship_id=session.mentorship_id,
            session_id=session.id,
            kind="call",
            at=iso(session.started or self.desk.now()),
            body=text,
            state="live" if session.state == "running" else "",
            readers=ME,
        )

    def _keep_in_step(
        self, session: Session, note_id: str, text: str, pasted: Collection[str]
    ) -> None:
        known = {row["id"]: row for row in calls.captures(self.desk.store, note_id)}
        things = self._read(session, text)
        if not known and not things:
            return
        found = self.desk.people.by_mentorship(session.mentorship_id)
        plan = reconcile(
            [
                Capture(key, was["kind"], was["line"], was["raw"], was["who"])
                for key, was in known.items()
            ],
            things,
            lambda typed: self.desk.promises.whose(typed, found)[1].casefold(),
        )
        for capture_id in plan.withdraw:
            self._withdraw(capture_id, known[capture_id]["thing_id"])
        for capture_id, thing in plan.keep:
            self.desk.store.update("capture", capture_id, line=thing.line)
        for capture_id, thing in plan.change:
            self._follow(found, known[capture_id], thing, pasted)
        for thing in plan.create[: max(0, MOST - len(known))]:
            made = "" if thing.raw in pasted else self._thing(found, session, thing)
            self._create(note_id, thing, made)

    def _follow(self, found: Relation, was: Row, thing: Thing, pasted: Collection[str]) -> None:
        """Have what a line made say what the line says now; pasted over, it makes nothing yet."""
        if was["thing_id"] and thing.raw in pasted:
            self._withdraw(was["id"], was["thing_id"])
            self._create(was["note_id"], thing, "")
            return
        self.desk.store.update("capture", was["id"], line=thing.line, raw=thing.raw)
        if was["thing_id"]:
            self._change(found, was, thing)

    def _create(self, note_id: str, thing: Thing, thing_id: str) -> None:
        """Keep which line says what and what it made; '' for a suggestion."""
        self.desk.insert(
            "capture",
            note_id=note_id,
            kind=thing.kind,
            line=thing.line,
            raw=thing.raw,
            thing_id=thing_id,
        )

    def _thing(self, found: Relation, session: Session, thing: Thing) -> str:
        """What a line stands for: settled already, or made now; its id."""
        return self._settled(session, thing) or self._make(found, session, thing)

    def _settled(self, session: Session, thing: Thing) -> str:
        """What an earlier line of the same words had made and somebody has settled since."""
        table, column = ("action", "text") if thing.kind == "action" else ("note", "body")
        found = self.desk.store.value(
            f"SELECT id FROM {table} WHERE session_id = ? AND {column} = ?"
            " AND state IN ('done', 'settled') AND id NOT IN (SELECT thing_id FROM capture)",
            session.id,
            thing.text,
        )
        return str(found or "")

    def _make(self, found: Relation, session: Session, thing: Thing) -> str:
        desk = self.desk
        if thing.kind == "action":
            return desk.promises.insert(
                found,
                thing.text,
                thing.owner,
                thing.due,
                session_id=session.id,
                state="done" if thing.done else "open",
            )
        if thing.kind == "opportunity":
            return insert_opportunity(desk, session, thing.text, "spotted", due=thing.due)
        readers = FOR_MENTEE if thing.kind == "recap" else None
        return desk.words.insert(
            found, thing.text, thing.kind, session_id=session.id, readers=readers
        )

    def _change(self, found: Relation, capture: Row, thing: Thing) -> None:
        store, thing_id = self.desk.store, capture["thing_id"]
        if thing.kind == "action":
            kind, who = self.desk.promises.whose(thing.owner, found)
            due = thing.due.isoformat() if thing.due else None
            ticked = self._ticked(capture, thing)
            store.update(
                "action", thing_id, text=thing.text, owner=kind, who=who, due=due, **ticked
            )
        elif thing.kind == "opportunity":
            due = thing.due.isoformat() if thing.due else None
            store.update("opportunity", thing_id, text=thing.text, due=due)
        else:
            store.update("note", thing_id, body=thing.text)

    def _ticked(self, capture: Row, thing: Thing) -> dict[str, str | None]:
        """What a tick that came or went in the text means; one made elsewhere is left alone."""
        was = any(line.done for line in read(capture["raw"], lambda said: (said, None)))
        if was == thing.done:
            return {}
        today = self.desk.today().isoformat()
        return (
            {"state": "done", "done_on": today}
            if thing.done
            else {"state": "open", "done_on": None}
        )

    def _withdraw(self, capture_id: str, thing_id: str) -> None:
        """Take back what a deleted line made, unless it has been settled elsewhere meanwhile."""
        store = self.desk.store
        store.delete("capture", capture_id)
        for table in ("action", "opportunity", "note"):
            row = store.row(f"SELECT state FROM {table} WHERE id = ?", thing_id)
            if row and row["state"] in ("open", "spotted", ""):
                store.delete(table, thing_id)


def insert_opportunity(
    desk: "Desk",
    session: Session,
    text: str,
    state: str,
    readers: Audience = ME,
    due: date | None = None,
) -> str:
    """Write an opportunity inside a transaction that is under way; its id."""
    return desk.insert(
        "opportunity",
        mentorship_id=session.mentorship_id,
        session_id=session.id,
        text=text,
        state=state,
        due=due.isoformat() if due else None,
        readers=readers,
    )
