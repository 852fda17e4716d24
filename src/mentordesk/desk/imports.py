"""Bringing in what the mentor has kept elsewhere; a file read twice is taken in once."""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.domain.cadence import instant
from mentordesk.domain.errors import Refusal
from mentordesk.domain.notebook import Page, read
from mentordesk.domain.people import Relation
from mentordesk.domain.readers import ME, stored
from mentordesk.domain.text import clip, one_line
from mentordesk.store import people
from mentordesk.store.connection import iso

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

LARGEST = 20_000_000
_FIELDS = {
    "email": "email",
    "mail": "email",
    "e-mail": "email",
    "pronouns": "pronouns",
    "time zone": "zone",
    "timezone": "zone",
    "zone": "zone",
    "location": "location",
    "city": "location",
    "lives in": "location",
    "contact": "contact",
    "slack": "contact",
    "discord": "contact",
}


class Imported(NamedTuple):
    """What a file brought for one person; `unread` are lines that could not be understood."""

    name: str
    handle: str
    is_new: bool
    fields: Sequence[str]
    notes: int
    goals: int
    calls: Sequence[date]
    unread: Sequence[str]


class Imports:
    """The verbs that read files."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def notes(self, path: Path, dry_run: bool = False, playbook: str = "") -> list[Imported]:
        """Take in a notes file (domain.notebook), all of it or nothing; known people are added to.

        With `dry_run` everything is tried and nothing kept. Raises Refusal when the file cannot be
        read or holds no person.
        """
        pages = read(_text(path))
        if not pages:
            raise Refusal(
                f"{path} has no person in it. Give each one a first-level heading: # Ada Obi"
            )
        done: list[Imported] = []
        try:
            with self.desk.writing(f"import {path.name}"):
                done = [self._take(page, playbook) for page in pages]
                if dry_run:
                    raise _TriedOnlyError
        except _TriedOnlyError:
            pass
        return done

    def _take(self, page: Page, playbook: str) -> Imported:
        desk = self.desk
        known = [
            r
            for r in people.relations(desk.store)
            if r.mentee.name.casefold() == page.name.casefold()
        ]
        words, unread = self._fields(page)
        if known:
            found = known[-1]
            blank = {k: v for k, v in words.items() if not getattr(found.mentee, k)}
            if blank:
                found = desk.people.edit(found.address, **blank)
            words = blank
        else:
            found = desk.people.add(page.name, playbook=playbook)
            found = desk.people.edit(found.address, **words)
        notes = sum(self._note(found, kind, body) for kind, body in page.notes)
        goals = sum(self._goal(found, goal) for goal in page.goals)
        calls = []
        for heading, body in page.calls:
            day = self._day(heading)
            if day is None:
                unread.append(clip(f"{heading}: not a date", 80))
                notes += self._note(found, "note", f"{heading}\n{body}".strip())
            elif self._call(found, day, body):
                calls.append(day)
        fields = sorted(words)
        return Imported(
            found.mentee.name, found.mentee.handle, not known, fields, notes, goals, calls, unread
        )

    def _fields(self, page: Page) -> tuple[dict[str, str], list[str]]:
        """What of the quick info fits the mentee's card; the rest becomes a background note."""
        words: dict[str, str] = {}
        unread: list[str] = []
        rest: list[str] = []
        for key, value in page.info.items():
            column = _FIELDS.get(key)
            try:
                if column == "zone":
                    value = str(self.desk.zone_of(value))
                if column == "email" and "@" not in value:
                    raise Refusal(f"“{clip(value, 40)}” is no mail address.")
            except Refusal as refusal:
                unread.append(refusal.sentence)
                column = None
            if column and column not in words:
                words[column] = value
            else:
                rest.append(f"{key}: {value}")
        if rest:
            page.notes.insert(0, ("background", "\n".join(rest)))
        return words, unread

    def _note(self, found: Relation, kind: str, body: str) -> int:
        known = self.desk.store.value(
            "SELECT 1 FROM note WHERE mentorship_id = ? AND kind = ? AND body = ?",
            found.mentorship.id,
            kind,
            body.strip(),
        )
        if not known:
            self.desk.words.insert(found, body, kind)
        return int(not known)

    def _goal(self, found: Relation, text: str) -> int:
        known = self.desk.store.value(
            "SELECT 1 FROM goal WHERE mentorship_id = ? AND text = ?",
            found.mentorship.id,
            one_line(text),
        )
        if not known:
            self.desk.goals.add(found.address, text, "long")
        return int(not known)

    def _call(self, found: Relation, day: date, body: str) -> bool:
        """A call that was held on a day, at noon for want of a time; its text is its notes."""
        desk = self.desk
        start = instant(datetime.combine(day, time(12)), desk.tz)
        known = desk.store.value(
            "SELECT 1 FROM session WHERE mentorship_id = ? AND state = 'held' AND started_at = ?",
            found.mentorship.id,
            iso(start),
        )
        if known:
            return False
        playbook = desk.playbooks.of(found.mentorship.id)
        session_id = desk.new_id()
        desk.store.insert(
            "session",
            {
                "id": session_id,
                "mentorship_id": found.mentorship.id,
                "series_id": None,
                "day": None,
                "agenda": playbook.agenda_for(3, new_month=False).key,
                "state": "held",
                "planned_start": iso(start),
                "planned_end": iso(start),
                "started_at": iso(start),
                "ended_at": iso(start),
                "minutes": playbook.minutes,
                "reserve": playbook.reserve,
                "hard_stop": int(playbook.hard_stop),
                "place": "",
            },
        )
        if body:
            row = {"id": desk.new_id(), "session_id": session_id, "kind": "private"}
            desk.store.insert("recap", {**row, "body": body, "readers": stored(ME)})
        return True

    def _day(self, heading: str) -> date | None:
        from mentordesk import dates

        for part in (heading, heading.split(" - ")[0], heading.split(":")[0], heading.split()[0]):
            try:
                return dates.read_day(part.strip(), self.desk.today(), past=True)
            except Refusal:
                continue
        return None


class _TriedOnlyError(Exception):
    """Rolls a dry run back."""


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise Refusal(
                f"{path} is larger than {LARGEST // 1_000_000} MB; that is no notes file."
            )
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"{path} is not UTF-8 text. Save it as UTF-8 and try again.") from None
    except OSError as problem:
        raise Refusal(f"{path} cannot be read ({problem.strerror}).") from problem
