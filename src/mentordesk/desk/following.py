"""What an answer of the wrap-up had made follows the answer when it is changed after the call.

As with typed lines: a line that stands keeps its thing, one that was edited changes it, one that
is gone withdraws it, unless the notes say the same or somebody has settled it since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from mentordesk.desk.answer_outcomes import TICK, AnswerOutcomes, lines_of, next_task
from mentordesk.domain.capture import Thing, as_promise, read
from mentordesk.domain.playbook import Question
from mentordesk.domain.prefill import ALIKE, likeness, recognised
from mentordesk.domain.reconciling import Capture, reconcile
from mentordesk.domain.text import one_line

_TAKEN_UP = (
    "SELECT 1 FROM review WHERE action_id = ?1"
    " UNION ALL SELECT 1 FROM opportunity_step WHERE opportunity_id = ?1"
)
_LIVE = ("open", "spotted", "watching", "")


class Following(AnswerOutcomes):
    """The answers of one call that is over, inside a transaction that is under way."""

    def _first_day(self) -> date:
        began = self.session.started or self.session.planned_start
        return began.astimezone(self.desk.tz).date()

    def follow(self, question: Question, before: str, made: str, text: str) -> str:
        """Bring in step what an answer of `before` had made (ids, as `become` gives them).

        The ids of what it stands for now. A day in it counts from the day of the call.
        """
        ids = _ids_by_line(lines_of(before), made)
        if question.becomes == "next" and self.slot:
            for one in ids[:1]:
                self._let_go(" ".join(one))
            return ""
        if question.becomes in ("action", "opportunity"):
            return self._each_line(question, lines_of(before), ids, lines_of(text))
        if not any(ids):
            return self.become(question, text) if lines_of(text) else ""
        if question.becomes == "recap":
            return self._recap_lines(question, lines_of(before), ids, lines_of(text))
        return self._one(question, ids[0][0], text)

    def _one(self, question: Question, thing_id: str, text: str) -> str:
        """An answer that is one thing whole: the task, a promise about the date, a note."""
        lines = lines_of(text)
        if not lines:
            self._let_go(thing_id)
            return ""
        words = next_task(lines) if question.becomes == "next" else " · ".join(lines)
        if question.becomes in ("task", "next"):
            is_there = self.desk.store.row("SELECT 1 FROM action WHERE id = ?", thing_id)
            self.desk.store.update("action", thing_id, text=one_line(words))
        else:
            is_there = self.desk.store.row("SELECT 1 FROM note WHERE id = ?", thing_id)
            self.desk.store.update("note", thing_id, body=text.strip())
        return thing_id if is_there else self.become(question, text)

    def _each_line(
        self,
        question: Question,
        before: Sequence[str],
        ids: Sequence[Sequence[str]],
        lines: Sequence[str],
    ) -> str:
        """An answer whose lines are things each, compared as the lines of notes are."""
        kind = question.becomes
        captures = [
            Capture(one, kind, n, _raw(kind, line))
            for n, line in enumerate(before)
            for one in ids[n]
        ]
        said = {capture.id: capture.raw for capture in captures}
        things = [one for n, line in enumerate(lines) for one in self._of(kind, n, line)]
        plan = reconcile(captures, things)
        changed = [each for each in plan.change if self._is_reworded(said[each[0]], *each)]
        new = [thing for each, thing in plan.change if (each, thing) not in changed]
        found: dict[int, list[str]] = {}
        for thing_id in said.keys() - {one for one, _ in (*plan.keep, *changed)}:
            self._let_go(thing_id)
        for thing_id, thing in changed:
            self._change(thing_id, thing, said[thing_id])
        for thing_id, thing in (*plan.keep, *changed):
            found.setdefault(thing.line, []).append(thing_id)
        fresh = sorted({thing.line for thing in (*plan.create, *new)})
        made = self._fresh(question, [lines[n] for n in fresh], found.values())
        for n, one in zip(fresh, made, strict=True):
            found.setdefault(n, []).append(one)
        return "\n".join(" ".join(found.get(n, ())) for n in range(len(lines)))

    def _is_reworded(self, was: str, thing_id: str, thing: Thing) -> bool:
        """Whether an edited line is the same thing still; the notes' own become nothing else."""
        noted = self.desk.store.value("SELECT 1 FROM capture WHERE thing_id = ?", thing_id)
        return not noted or likeness(TICK.sub("", was), TICK.sub("", thing.raw)) >= ALIKE

    def _fresh(
        self, question: Question, lines: Sequence[str], taken: Iterable[Sequence[str]]
    ) -> list[str]:
        """What new lines are: things of the notes that no other line is, or new ones."""
        kind, used = question.becomes, {one for each in taken for one in each}
        free = [one for one in self.made if one.kind == kind and one.id not in used]
        offer = [one for one in self.offer.get(question.key, ()) if one.id not in used]
        known = recognised([TICK.sub("", line, count=1) for line in lines], offer, free)
        make = self._action if kind == "action" else self._opportunity
        return [
            (not one and self._settled(kind, line)) or make(question, line, one)
            for line, one in zip(lines, known, strict=True)
        ]

    def _settled(self, kind: str, line: str) -> str:
        """What an earlier line of the same words had promised and somebody has kept since."""
        said = self._read(line) if kind == "action" else ()
        found = [
            self.desk.store.value(
                "SELECT id FROM action WHERE session_id = ? AND text = ? AND state = 'done'",
                self.session.id,
                one.text,
            )
            for one in said
        ]
        return " ".join(found) if all(found) else ""

    def _of(self, kind: str, n: int, line: str) -> list[Thing]:
        """What one line of an answer says."""
        # Only typed lines need it (docs/decisions/0011).
        from mentordesk.dates.due import due_at_end

        if kind == "action":
            return [replace(one, line=n, raw=_raw(kind, line)) for one in self._read(line)]
        what, due = due_at_end(line, self.day)
        return [Thing(kind, one_line(what), due=due, line=n, raw=line)]

    def _change(self, thing_id: str, thing: Thing, was: str) -> None:
        store, due = self.desk.store, thing.due.isoformat() if thing.due else None
        if thing.kind == "opportunity":
            store.update("opportunity", thing_id, text=thing.text, due=due)
            return
        self._reword(thing_id, thing)
        if not thing.done and any(one.done for one in self._read(was)):
            store.update("action", thing_id, state="open", done_on=None)

    def _recap_lines(
        self,
        question: Question,
        before: Sequence[str],
        ids: Sequence[Sequence[str]],
        lines: Sequence[str],
    ) -> str:
        """Lines of the notes stay theirs; all others are one note, which is changed whole."""
        noted = {one.id: one for one in self.made if one.kind == "recap"}
        pairs = [(line, each[0]) for line, each in zip(before, ids, strict=True) if each]
        was = [noted[one]._replace(said=line) for line, one in pairs if one in noted]
        own = next((one for _, one in pairs if one not in noted), "")
        known = recognised(lines, was, [*was, *noted.values()])
        for gone in {one.id for one in was} - {one.id for one in known if one}:
            self._let_go(gone)
        for line, one in zip(lines, known, strict=True):
            if one:
                self.desk.store.update("note", one.id, body=line)
        rest = "\n".join(line for line, one in zip(lines, known, strict=True) if one is None)
        if own:
            own = self._one(question, own, rest)
        elif rest:
            own = self._note(question, rest)
        return "\n".join(one.id if one else own for one in known)

    def _let_go(self, thing_id: str) -> None:
        """Withdraw what an answer had made; what the notes say goes back to their words.

        What was done, or gone on with elsewhere, stays.
        """
        store = self.desk.store
        if raw := store.value("SELECT raw FROM capture WHERE thing_id = ?", thing_id):
            self._as_noted(thing_id, str(raw))
            return
        for table in ("action", "opportunity", "note"):
            row = store.row(f"SELECT state FROM {table} WHERE id = ?", thing_id)
            if row and row["state"] in _LIVE and not store.row(_TAKEN_UP, thing_id):
                store.delete(table, thing_id)

    def _noted(self, raw: str) -> list[Thing]:
        # Only typed lines need it (docs/decisions/0011).
        from mentordesk.dates.due import due_at_end

        return read(raw, partial(due_at_end, today=self.day))

    def _as_noted(self, thing_id: str, raw: str) -> None:
        """A thing of the notes, in their words again; no task and not watched any more."""
        store = self.desk.store
        row = store.row("SELECT owner, who FROM action WHERE id = ?", thing_id)
        owner = (row["owner"], row["who"]) if row else ("", "")
        whose, said = self.desk.promises.whose, self._noted(raw)
        mine = [one for one in said if row and whose(one.owner, self.found) == owner]
        for thing in (mine or said)[:1]:
            due = thing.due.isoformat() if thing.due else None
            if thing.kind == "action":
                store.update("action", thing_id, text=thing.text, due=due, task=0)
            elif thing.kind == "opportunity":
                store.update("opportunity", thing_id, text=thing.text, due=due)
            else:
                store.update("note", thing_id, body=thing.text)
        if store.value("SELECT state FROM opportunity WHERE id = ?", thing_id) == "watching":
            store.update("opportunity", thing_id, state="spotted")


def _raw(kind: str, line: str) -> str:
    return as_promise(line) if kind == "action" else line


def _ids_by_line(lines: Sequence[str], made: str) -> list[list[str]]:
    """The ids of each line; one id for all of them stands at the first."""
    rows = [row.split() for row in made.split("\n")]
    ids = [one for row in rows for one in row]
    if len(rows) != len(lines) and len(ids) == len(lines):
        return [[one] for one in ids]
    return [*rows, *([] for _ in lines[len(rows) :])]
