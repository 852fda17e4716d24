"""Typed lines become things: promises, opportunities, questions, stuck points, wins, recap lines.

The text stays as it was typed; this reads it, and says what became of the things that an earlier
reading of the same note had made.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from mentordesk.domain.text import one_line

_MARKS = {"! ": "opportunity", "? ": "question", "?? ": "stuck", "+ ": "win", "> ": "recap"}
_STARTS = frozenset("[-!?+>`~ ")
_ACTION = re.compile(r"(?:- )?\[([ xX])\] (.*)")
_NAME, _NEXT = r"@[^\s@,;:&]*", r"(?: ?[,;:&]+ ?(?=@)| (?:and |& )?(?=@))"
_OWNERS = re.compile(rf"({_NAME}(?:{_NEXT}{_NAME})*)[,;:]*(?: (.*))?")
_NAMING = re.compile(rf"(?:- )?\[[ xX]\] (?:{_NAME}{_NEXT})*@([^\s@,;:&]*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")

DueAtEnd = Callable[[str], tuple[str, date | None]]


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


class Capture(NamedTuple):
    """What an earlier reading of the same text made, from which line, and whose it is."""

    id: str
    kind: str
    line: int
    raw: str
    owner: str = ""


class Plan(NamedTuple):
    """What a new reading means for the things that are there, in the order of the text.

    `keep` may have moved to another line and is otherwise left alone, due date and all; `change`
    is the same thing worded anew; `withdraw` are ids whose line is gone.
    """

    keep: list[tuple[str, Thing]]
    change: list[tuple[str, Thing]]
    create: list[Thing]
    withdraw: list[str]


_Pair = tuple[Capture, Thing]
_Step = tuple[list[_Pair], list[Capture], list[Thing]]
_T = TypeVar("_T", Capture, Thing)


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


def reconcile(
    before: Sequence[Capture], things: Sequence[Thing], whose: Callable[[str], str] = str.casefold
) -> Plan:
    """Compare what a text had made with what it says now.

    Lines that stand as they were keep their things wherever they went; what is left over of a
    kind is taken for edited, by the nearest line; the rest is new, or gone. `whose` says an owner
    as typed in the words of a capture's.
    """
    old = sorted(before, key=lambda capture: (capture.line, capture.id))
    new = sorted(things, key=lambda thing: thing.line)
    same, old, new = _unmoved(old, new)
    moved, old, new = _paired(old, new, _as_typed)
    edited, old, new = _by_owner(*_paired(old, new, _kind), whose)
    return Plan(_told([*same, *moved]), _told(edited), new, [capture.id for capture in old])


def _told(pairs: list[_Pair]) -> list[tuple[str, Thing]]:
    ordered = sorted(pairs, key=lambda pair: pair[1].line)
    return [(capture.id, thing) for capture, thing in ordered]


def _kind(one: Capture | Thing) -> Hashable:
    return one.kind


def _as_typed(one: Capture | Thing) -> Hashable:
    return one.kind, one.raw


def _unmoved(old: list[Capture], new: list[Thing]) -> _Step:
    """Pair what stands alike above and below a single edit, so that it touches one thing alone.

    What is above has its old line, what is below is shifted by as much as the last one.
    """
    shift = new[-1].line - old[-1].line if old and new else 0
    head = _alike(old, new, 0)
    tail = _alike(reversed(old[head:]), reversed(new[head:]), shift)
    old_end, new_end = len(old) - tail, len(new) - tail
    pairs = zip(old[:head] + old[old_end:], new[:head] + new[new_end:], strict=True)
    return list(pairs), old[head:old_end], new[head:new_end]


def _alike(old: Iterable[Capture], new: Iterable[Thing], shift: int) -> int:
    """How many are alike, and so many lines apart, before the first two that are not."""
    count = 0
    for capture, thing in zip(old, new, strict=False):
        if _as_typed(capture) != _as_typed(thing) or thing.line - capture.line != shift:
            break
        count += 1
    return count


def _paired(
    old: list[Capture], new: list[Thing], likeness: Callable[[Capture | Thing], Hashable]
) -> _Step:
    """Pair what is alike, as many as there are of both, by the nearest line; and what is left."""
    groups: dict[Hashable, tuple[list[Capture], list[Thing]]] = {}
    for capture in old:
        groups.setdefault(likeness(capture), ([], []))[0].append(capture)
    for thing in new:
        groups.setdefault(likeness(thing), ([], []))[1].append(thing)
    pairs = [pair for olds, news in groups.values() for pair in _nearest(olds, news)]
    # By what it is and not by its line: a line that several promise has a thing of each.
    ids, taken = {capture.id for capture, _ in pairs}, {id(thing) for _, thing in pairs}
    return pairs, [c for c in old if c.id not in ids], [t for t in new if id(t) not in taken]


def _by_owner(
    pairs: list[_Pair], old: list[Capture], new: list[Thing], whose: Callable[[str], str]
) -> _Step:
    """On a line that several promise each keeps their own, whoever joins or leaves them."""
    spots: dict[tuple[int, int], tuple[list[Capture], list[Thing]]] = {}
    for capture, thing in pairs:
        olds, news = spots.setdefault((capture.line, thing.line), ([], []))
        olds.append(capture)
        news.append(thing)
    old_left, new_left = _by_line(old), _by_line(new)
    for (was, now), (olds, news) in spots.items():
        olds += old_left.pop(was, [])
        news += new_left.pop(now, [])
    steps = [_owned(olds, news, whose) for olds, news in spots.values()]
    return (
        [pair for step in steps for pair in step[0]],
        _in_lines([*old_left.values(), *(step[1] for step in steps)]),
        _in_lines([*new_left.values(), *(step[2] for step in steps)]),
    )


def _owned(olds: list[Capture], news: list[Thing], whose: Callable[[str], str]) -> _Step:
    """Pair what stood on one line with what stands on one, by owner and then as they come."""
    if len(olds) == len(news) == 1:
        return [(olds[0], news[0])], [], []
    pairs: list[_Pair] = []
    for thing in [*news]:
        mine = next((one for one in olds if one.owner.casefold() == whose(thing.owner)), None)
        if mine:
            pairs.append((mine, thing))
            olds.remove(mine)
            news.remove(thing)
    rest = min(len(olds), len(news))
    return [*pairs, *zip(olds, news, strict=False)], olds[rest:], news[rest:]


def _by_line(ones: Iterable[_T]) -> dict[int, list[_T]]:
    found: dict[int, list[_T]] = {}
    for one in ones:
        found.setdefault(one.line, []).append(one)
    return found


def _in_lines(groups: Iterable[list[_T]]) -> list[_T]:
    return sorted((one for group in groups for one in group), key=lambda one: one.line)


def _nearest(old: list[Capture], new: list[Thing]) -> list[_Pair]:
    if len(old) <= len(new):
        return list(zip(old, _spread(old, new), strict=True))
    return list(zip(_spread(new, old), new, strict=True))


def _spread(few: Sequence[Capture | Thing], many: Sequence[_T]) -> Iterator[_T]:
    """For each of the few its nearest of the many by line, none twice and none out of order."""
    lines = [one.line for one in many]
    start, spare = 0, len(many) - len(few)
    for stop, one in enumerate(few, spare + 1):
        at = bisect_left(lines, one.line, start, stop)
        if at == stop or (at > start and one.line - lines[at - 1] <= lines[at] - one.line):
            at -= 1
        yield many[at]
        start = at + 1
