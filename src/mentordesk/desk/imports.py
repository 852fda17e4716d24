"""Bringing in what the mentor has kept elsewhere; a file read twice is taken in once."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.desk.past import EARLIEST
from mentordesk.desk.people import is_address
from mentordesk.domain.cadence import instant, midnight
from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.notebook import Page, read
from mentordesk.domain.people import Mentee, Relation, find, is_handle, is_name
from mentordesk.domain.readers import ME
from mentordesk.domain.text import clip, one_line
from mentordesk.store import people, words
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
        with self.desk.trying(f"import {path.name}", keep=not dry_run):
            self.desk.tell("people")
            return [self._take(page, playbook) for page in pages]

    def _take(self, page: Page, playbook: str) -> Imported:
        desk = self.desk
        known = self._known(page.name)
        found = (
            self._own(known, playbook) if known else desk.people.add(page.name, playbook=playbook)
        )
        words, unread = self._fields(page, found.mentee)
        if words:
            found = desk.people.edit(found.address, **words)
        notes = sum(self._note(found, kind, body) for kind, body in page.notes)
        goals = sum(self._goal(found, goal) for goal in page.goals)
        calls = []
        for heading, body in page.calls:
            day = self._day(heading)
            if day and self._call(found, day, body):
                calls.append(day)
            elif not day or not self._is_known(found, day, body):
                notes += self._note(found, "note", f"{heading}\n{body}".strip())
            if not day:
                unread.append(f"{clip(heading, 60)}: not a date")
        fields = sorted(words)
        return Imported(
            found.mentee.name, found.mentee.handle, not known, fields, notes, goals, calls, unread
        )

    def _known(self, name: str) -> Relation | None:
        """Who is called that, or has that handle; None for somebody new."""
        everybody = people.relations(self.desk.store)
        alike = {r.mentee.handle for r in everybody if name in (r.mentee.handle, r.address)} or {
            r.mentee.handle for r in everybody if is_handle(r, name) or is_name(r, name)
        }
        if len(alike) > 1:
            choices = tuple(sorted(alike))
            raise Ambiguous(
                f"“{clip(name, 40)}” could be {', '.join(choices)}. Write the one that is meant as"
                " the heading.",
                choices,
            )
        theirs = [one for one in everybody if one.mentee.handle in alike]
        own = [one for one in theirs if not one.about]
        return find(name if "/" in name else alike.pop(), own or theirs[:1]) if alike else None

    def _own(self, known: Relation, playbook: str) -> Relation:
        """What is known of somebody, in a mentorship of their own: calls of one are no group's."""
        if not known.about:
            return known
        desk = self.desk
        plan = desk.playbooks.find(playbook or desk.default_playbook)
        made = desk.people.begin(plan, desk.today())
        desk.people.enter(made, known.mentee.id, desk.today())
        return desk.people.by_mentorship(made)

    def _fields(self, page: Page, mentee: Mentee) -> tuple[dict[str, str], list[str]]:
        """What of the quick info goes on the mentee's card, and what could not; nothing is lost.

        What has no place on the card becomes a background note, and what the card knows otherwise
        stays on it as it is.
        """
        words: dict[str, str] = {}
        unread: list[str] = []
        rest: list[str] = []
        for key, said in page.info.items():
            column = _FIELDS.get(key, "")
            value, problem = self._value(column, said)
            card = words.get(column) or (getattr(mentee, column) if column else "")
            if not problem and card not in ("", value):
                problem = f"{key}: {clip(said, 60)} (the card says {card})"
            if problem:
                unread.append(problem)
            if problem or not column:
                rest.append(f"{key}: {said}")
            elif not card:
                words[column] = value
        if rest:
            page.notes.insert(0, ("background", "\n".join(rest)))
        return words, unread

    def _value(self, column: str, said: str) -> tuple[str, str]:
        """A field as the card holds it, and what is wrong with it otherwise."""
        if column == "email" and not is_address(said):
            return said, f"“{clip(said, 40)}” is no mail address."
        try:
            return (str(self.desk.zone_of(said)) if column == "zone" else said), ""
        except Refusal as refusal:
            return said, refusal.sentence

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

    def _held(self, found: Relation, day: date) -> list[str]:
        """The sessions that were held on a day of the mentor's."""
        tz = self.desk.tz
        return [
            str(row["id"])
            for row in self.desk.store.rows(
                "SELECT id FROM session WHERE mentorship_id = ? AND state = 'held'"
                " AND started_at >= ? AND started_at < ?",
                found.mentorship.id,
                iso(midnight(day, tz)),
                iso(midnight(day + timedelta(days=1), tz)),
            )
        ]

    def _is_known(self, found: Relation, day: date, body: str) -> bool:
        """Whether a call of this day holds these words already."""
        recaps = (words.recap(self.desk.store, one, "private") for one in self._held(found, day))
        return not body or body in recaps

    def _call(self, found: Relation, day: date, body: str) -> bool:
        """A call that was held on a day, at noon for want of a time; its text is its private recap.

        False, and nothing written, when a call of that day is known.
        """
        desk = self.desk
        if self._held(found, day):
            return False
        start = instant(datetime.combine(day, time(12)), desk.tz)
        playbook = desk.playbooks.of(found.mentorship.id)
        session_id = desk.insert(
            "session",
            mentorship_id=found.mentorship.id,
            series_id=None,
            day=None,
            agenda=playbook.agenda_for(3, new_month=False).key,
            state="held",
            planned_start=iso(start),
            planned_end=iso(start),
            started_at=iso(start),
            ended_at=iso(start),
            minutes=playbook.minutes,
            reserve=playbook.reserve,
            hard_stop=int(playbook.hard_stop),
            place="",
        )
        if body:
            desk.insert("recap", session_id=session_id, kind="private", body=body, readers=ME)
        return True

    def _day(self, heading: str) -> date | None:
        from mentordesk import dates

        for part in (heading, heading.split(" - ")[0], heading.split(":")[0], heading.split()[0]):
            try:
                day = dates.read_day(part.strip(), self.desk.today(), past=True)
            except Refusal:
                continue
            return day if day.year >= EARLIEST else None
        return None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise Refusal(
                f"{path} is larger than {LARGEST // 1_000_000} MB; that is no notes file."
                " Split it, if it is one."
            )
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"{path} is not UTF-8 text. Save it as UTF-8 and try again.") from None
    except OSError as problem:
        raise Refusal(
            f"{path} cannot be read ({problem.strerror}). Give a Markdown file of yours."
        ) from problem
