"""Closing questions filled from the notes, and which line of an answer is a thing already.

What a line of the notes has made is offered as an answer; the mentor may change it. Nothing is
made twice: a line that was kept is the thing itself, one that was reworded changes it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from operator import eq
from typing import NamedTuple

from mentordesk.domain.playbook import Question
from mentordesk.domain.text import one_line

ALIKE = 0.5
"""Share of words that two lines have in common from which one is the other, reworded."""


class Made(NamedTuple):
    """A thing of the notes: its id, kind and text, and the line it is in an answer of its kind.

    An action's `owner` is me, mentee or network. Only what is open is offered.
    """

    id: str
    kind: str
    text: str
    said: str
    owner: str = ""
    is_open: bool = True

    def as_task(self) -> "Made":
        """The same with its text alone: a task is said without its owner and its day."""
        return self._replace(said=self.text)


def offered(questions: Iterable[Question], made: Sequence[Made]) -> Mapping[str, Sequence[Made]]:
    """What each question is filled with, by its key; of one kind the first question gets it.

    The task is the last of the mentee's own promises, for what matters is agreed on at the end.
    """
    found: dict[str, Sequence[Made]] = {}
    left = [one for one in made if one.is_open]
    taken = set[str]()
    for question in sorted(questions, key=lambda one: one.becomes != "task"):
        if question.becomes not in taken:
            found[question.key] = mine = _fitting(question.becomes, left)
            ids = {one.id for one in mine}
            left = [one for one in left if one.id not in ids]
            taken.add(question.becomes)
    return found


def _fitting(becomes: str, made: Sequence[Made]) -> Sequence[Made]:
    if becomes == "task":
        return [one.as_task() for one in made if one.owner == "mentee"][-1:]
    return [one for one in made if one.kind == becomes]


def filled(made: Iterable[Made]) -> str:
    """The answer as it is offered: a line each; one that several promised stands once."""
    return "\n".join(dict.fromkeys(one.said for one in made))


def recognised(
    lines: Sequence[str], offer: Sequence[Made], made: Sequence[Made]
) -> list[Made | None]:
    """For each line of an answer the thing it is already, None for a new one.

    A line said as in the notes is that line's thing, whichever it is; what is left may be what
    was offered, reworded: then at least half of the words are the same.
    """
    found: list[Made | None] = [None] * len(lines)
    known = _by_words(made)
    for at, line in enumerate(lines):
        if same := known.get(_words(line)):
            found[at] = same.pop(0) if len(same) > 1 else same[0]
    taken = {one.id for one in found if one}
    free = [one for one in offer if one.id not in taken]
    for at, line in enumerate(lines):
        nearest = max(free, key=lambda one: likeness(line, one.said), default=None)
        if found[at] is None and nearest and likeness(line, nearest.said) >= ALIKE:
            found[at] = nearest
            free.remove(nearest)
    return found


def _by_words(made: Iterable[Made]) -> dict[tuple[str, ...], list[Made]]:
    known: dict[tuple[str, ...], list[Made]] = {}
    for one in made:
        known.setdefault(_words(one.said), []).append(one)
    return known


def _words(line: str) -> tuple[str, ...]:
    return tuple(one_line(line).casefold().split())


def likeness(one: str, other: str) -> float:
    """How many words two lines share, of all they have, 0 to 1 (Dice's coefficient).

    At least `ALIKE` where one is the other typed on at one place, even without a blank.
    """
    mine, theirs = Counter(_words(one)), Counter(_words(other))
    shared = 2 * (mine & theirs).total() / ((mine.total() + theirs.total()) or 1)
    return max(shared, ALIKE) if _is_typed_on(one, other) else shared


def _is_typed_on(one: str, other: str) -> bool:
    """Whether the shorter line, of two words or more, is the longer one but for one insertion."""
    short, long = sorted((one_line(one).casefold(), one_line(other).casefold()), key=len)
    head = sum(takewhile(bool, map(eq, short, long)))
    return " " in short and long.endswith(short[head:])
