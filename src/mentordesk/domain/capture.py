"""Typed lines become things: promises, opportunities, questions, stuck points, wins, recap lines.

The text stays as it was typed. What becomes of the things that an earlier reading of the same text
has made is decided in `reconciling`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.text import one_line

_MARKS = {"! ": "opportunity", "? ": "question", "?? ": "stuck", "+ ": "win", "> ": "recap"}
_STARTS = frozenset("[-!?+>`~ ")
"""With which letters a line begins that can say something, or open a code fence."""
_ACTION = re.compile(r"(?:- )?\[([ xX])\] (.*)")
_NAME, _NEXT = r"@[^\s@,;:&]*", r"(?: ?[,;:&]+ ?(?=@)| (?:and |& )?(?=@))"
# Everybody who is named in front of a promise, and what they promise.
_OWNERS = re.compile(rf"({_NAME}(?:{_NEXT}{_NAME})*)[,;:]*(?: (.*))?")
# An owner's name that is still being typed, at the end of what stands before the cursor.
_NAMING = re.compile(rf"(?:- )?\[[ xX]\] (?:{_NAME}{_NEXT})*@([^\s@,;:&]*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")

DueAtEnd = Callable[[str], tuple[str, date | None]]
"""Splits the day off the end of a line (dates.due.due_at_end, bound to a day)."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What one line says. `line` counts from 0; `raw` is the line as it stands in the text.

    `due` is the day of a promise, or until when an opportunity can be taken. An action's `owner`
    is `me`, or what followed the @ as typed; other kinds have none.
    """

    kind: str
    text: str
    owner: str = ""
    due: date | None = None
    line: int = 0
    raw: str = ""
    done: bool = False


def read(text: str, due_at_end: DueAtEnd) -> list[Thing]:
    """Read the things of a session's notes in order; a mark with nothing behind it makes none.

    Marks count at column 0 and outside fenced code (CommonMark §4.5). `due_at_end` splits the day
    off a promise; bind it to the day of the session, so that `fri` means the same next week.
    """
    lines = _outside_code(text)
    return [thing for at, line in lines for thing in _things(at, line, due_at_end)]


def as_promise(line: str) -> str:
    """A line of an answer as one that promises, whether it has the box or not."""
    return line if line.startswith(("[ ]", "- [ ]", "[x]")) else f"[ ] {line}"


def being_named(before: str) -> str | None:
    """What of an owner's name stands right before the cursor, `ad` of `[ ] @ad`; else None.

    `before` is the line up to the cursor. Only where the grammar reads owners: nobody is named by
    an @ in the middle of a sentence.
    """
    found = _NAMING.fullmatch(before) if before[:1] in ("[", "-") else None
    return found[1] if found else None


def names_for(typed: str, names: Iterable[str]) -> list[str]:
    """The names that a beginning may become, in their order; one that is whole needs no help."""
    start = typed.casefold()
    longer = (name for name in names if len(name) > len(typed))
    return [name for name in longer if name.casefold().startswith(start)]


def _outside_code(text: str) -> Iterator[tuple[int, str]]:
    """The lines that may say something; a fence that nobody closes reaches to the end."""
    fence = ""
    for number, line in enumerate(text.splitlines()):
        if line[:1] not in _STARTS:
            continue
        if found := _FENCE.fullmatch(line):
            fence = _fence_after(fence, found[1], found[2])
        elif not fence:
            yield number, line


def _fence_after(fence: str, run: str, rest: str) -> str:
    """The open fence after a line of ticks or tildes, empty when none is open."""
    if fence:
        return "" if run.startswith(fence) and not rest.strip() else fence
    return "" if run[0] == "`" and "`" in rest else run


def _things(number: int, line: str, due_at_end: DueAtEnd) -> list[Thing]:
    if found := _ACTION.fullmatch(line):
        return _actions(number, line, found[1] != " ", one_line(found[2]), due_at_end)
    mark, blank, payload = line.partition(" ")
    kind = _MARKS.get(mark + blank)
    text, due = one_line(payload) if kind else "", None
    if kind == "opportunity":
        text, due = due_at_end(text)
    return [Thing(kind, text, due=due, line=number, raw=line)] if kind and text else []


def _actions(number: int, raw: str, done: bool, said: str, due_at_end: DueAtEnd) -> list[Thing]:
    """A promise of each who is named: whose, what and by when; nobody named means mine."""
    named = ""
    if found := _OWNERS.fullmatch(said):
        named, said = found[1], found[2] or ""
    text, due = due_at_end(said)
    owners = (one.rstrip(",:;& ").removesuffix(" and") for one in named.split("@")[1:] or [""])
    whose = dict.fromkeys("me" if one.casefold() in ("", "me") else one for one in owners)
    return [Thing("action", text, one, due, number, raw, done) for one in whose if text]
