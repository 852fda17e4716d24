"""What a new reading of a text means for the things that an earlier one has made.

A line that stands as it was keeps its thing, an edited one changes it; what is gone is withdrawn.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from mentordesk.domain.capture import Thing


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
"""What one way of comparing has paired, and what of the old and of the new it has left over."""
_T = TypeVar("_T", Capture, Thing)


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
