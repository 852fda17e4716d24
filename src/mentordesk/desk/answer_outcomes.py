"""What the answers of a wrap-up become: new things, or what the notes have made already."""

import re
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from mentordesk.desk.live_notes import insert_opportunity
from mentordesk.domain.cadence import Occurrence, Series
from mentordesk.domain.capture import Thing, as_promise, read
from mentordesk.domain.people import Relation
from mentordesk.domain.playbook import Playbook, Question
from mentordesk.domain.prefill import Made, offered, recognised
from mentordesk.domain.sessions import Session
from mentordesk.domain.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mentordesk.desk.desk import Desk

_MADE = """
SELECT capture.kind, raw, thing_id, coalesce(action.text, opportunity.text, thing.body) AS text,
       coalesce(action.owner, '') AS owner,
       coalesce(action.state, opportunity.state, '') IN ('open', 'spotted', 'watching', '') AS live
FROM capture JOIN note ON note.id = capture.note_id
LEFT JOIN action ON action.id = thing_id
LEFT JOIN opportunity ON opportunity.id = thing_id
LEFT JOIN note AS thing ON thing.id = thing_id AND thing.kind = 'recap'
WHERE note.session_id = ? ORDER BY line
"""
TICK = re.compile(r"(?:- )?\[ \] +")


def made_by_notes(desk: "Desk", session_id: str) -> "Sequence[Made]":
    """The promises, opportunities and recap lines that the notes of a call have made."""
    return [
        Made(
            row["thing_id"],
            row["kind"],
            row["text"],
            row["text"] if row["kind"] == "recap" else _said(row["raw"]),
            row["owner"],
            bool(row["live"]),
        )
        for row in desk.store.rows(_MADE, session_id)
        if row["text"]
    ]


def _said(raw: str) -> str:
    """The line without its mark: `@ada push lab 7 by fri`."""
    return one_line(raw.partition("]" if raw.lstrip("- ").startswith("[") else " ")[2])


class AnswerOutcomes:
    """The answers of one call on their way, inside a transaction that is under way."""

    def __init__(
        self,
        desk: "Desk",
        found: Relation,
        session: Session,
        playbook: Playbook,
        slot: tuple[Series, Occurrence] | None,
    ) -> None:
        self.desk = desk
        self.found = found
        self.session = session
        self.slot = slot
        self.day = self._first_day()
        self.made = made_by_notes(desk, session.id)
        self.offer = offered(playbook.wrap_up, self.made)

    def _first_day(self) -> date:
        """The day from which days in an answer count."""
        return self.desk.today()

    def become(self, question: Question, text: str) -> str:
        """Make what the playbook says an answer becomes.

        The ids of what it became: a line for each line of the answer that is one by itself.
        """
        lines = lines_of(text)
        if question.becomes == "task":
            return self._task(question, lines)
        if question.becomes == "action":
            known = self._known(question, [TICK.sub("", line, count=1) for line in lines])
            return "\n".join(map(partial(self._action, question), lines, known))
        if question.becomes == "opportunity":
            known = self._known(question, lines)
            return "\n".join(map(partial(self._opportunity, question), lines, known))
        if question.becomes == "next" and self.slot is None:
            due = self.day + timedelta(days=1)
            return self._promise(question, Thing("action", next_task(lines), "me", due))
        if question.becomes == "recap":
            return self._recap(question, text, lines)
        return self._note(question, text) if question.becomes in ("note", "learned") else ""

    def _known(self, question: Question, lines: "Sequence[str]") -> list[Made | None]:
        mine = [one for one in self.made if one.kind == question.becomes]
        return recognised(lines, self.offer.get(question.key, ()), mine)

    def _task(self, question: Question, lines: "Sequence[str]") -> str:
        """The one task; a promise of theirs in the notes becomes it, worded as it is here."""
        text = " · ".join(lines)
        due = self._next_day()
        theirs = [one.as_task() for one in self.made if one.owner == "mentee"]
        known = recognised([text, *lines], self.offer.get(question.key, ()), theirs)
        mine = next(filter(None, known), None)
        if mine is None:
            return self._promise(question, Thing("action", text, "mentee", due), task=True)
        known_day = self.desk.store.value("SELECT due FROM action WHERE id = ?", mine.id)
        day = str(known_day or "") or (due.isoformat() if due else None)
        self.desk.store.update("action", mine.id, text=one_line(text), task=1, due=day)
        return mine.id

    def _next_day(self) -> "date | None":
        return self.slot[1].start.astimezone(self.desk.tz).date() if self.slot else None

    def _promise(self, question: Question, thing: Thing, *, task: bool = False) -> str:
        return self.desk.promises.insert(
            self.found,
            thing.text,
            thing.owner,
            thing.due,
            session_id=self.session.id,
            task=task,
            state="done" if thing.done else "open",
            readers=question.readers,
        )

    def _action(self, question: Question, line: str, known: Made | None) -> str:
        """A line of an answer, read as a line of the notes would be: `@who what by when`.

        Who is named beside others promises alone: such a line is as many things.
        """
        mine = [one.id for one in self.made if known and _same(one.said, known.said)]
        if known and _same(TICK.sub("", line, count=1), known.said):
            return " ".join(mine)
        made = []
        for thing in self._read(line):
            if mine:
                made.append(mine.pop(0))
                self._reword(made[-1], thing)
            else:
                made.append(self._promise(question, thing))
        return " ".join(made)

    def _reword(self, action_id: str, thing: Thing) -> None:
        kind, who = self.desk.promises.whose(thing.owner, self.found)
        today = self.desk.today().isoformat()
        self.desk.store.update(
            "action",
            action_id,
            text=thing.text,
            owner=kind,
            who=who,
            due=thing.due.isoformat() if thing.due else None,
            **({"state": "done", "done_on": today} if thing.done else {}),
        )

    def _read(self, line: str) -> list[Thing]:
        # Only typed lines need it (docs/decisions/0011).
        from mentordesk.dates.due import due_at_end

        with_day = partial(due_at_end, today=self.day)
        return read(as_promise(line), with_day) or [Thing("action", line, "me")]

    def _opportunity(self, question: Question, line: str, known: Made | None) -> str:
        """Something to watch; what was spotted in the notes is watched from now on."""
        # Only typed lines need it (docs/decisions/0011).
        from mentordesk.dates.due import due_at_end

        desk, store = self.desk, self.desk.store
        what, due = due_at_end(line, self.day)
        if known is None:
            readers = question.readers
            return insert_opportunity(
                desk, self.session, what, "watching", readers=readers, due=due
            )
        if known.is_open:
            store.update("opportunity", known.id, state="watching")
        if known.is_open and not _same(line, known.said):
            day = due.isoformat() if due else None
            store.update("opportunity", known.id, text=one_line(what), due=day)
        return known.id

    def _recap(self, question: Question, text: str, lines: "Sequence[str]") -> str:
        """What stands in the notes for the recap stays as it is; the rest is one more note."""
        known = self._known(question, lines)
        if not any(known):
            return self._note(question, text)
        rest = "\n".join(line for line, one in zip(lines, known, strict=True) if one is None)
        own = self._note(question, rest) if rest else ""
        for line, one in zip(lines, known, strict=True):
            if one:
                self.desk.store.update("note", one.id, body=line)
        return "\n".join(one.id if one else own for one in known)

    def _note(self, question: Question, text: str) -> str:
        return self.desk.words.insert(
            self.found,
            text,
            question.becomes,
            session_id=self.session.id,
            readers=question.readers,
        )


def lines_of(text: str) -> list[str]:
    """The lines of an answer that say something."""
    return [line.strip() for line in clean(text).splitlines() if line.strip()]


def next_task(lines: "Sequence[str]") -> str:
    """The promise that an answer about the next date is, where no date can be read."""
    return f"Fix the next date: {' · '.join(lines)}"


def _same(line: str, said: str) -> bool:
    return one_line(line).casefold() == one_line(said).casefold()
