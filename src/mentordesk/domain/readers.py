"""Who else may read a piece of text, and who is reading now.

An audience is a set drawn from mentee, coordinator and public, never a ladder. The empty set is
`me`: the mentor alone. A reader is the parameter of every query whose answer leaves the desk.
"""

from collections.abc import Iterable
from typing import NamedTuple

from mentordesk.domain.errors import Refusal

MENTEE, COORDINATOR, PUBLIC = "mentee", "coordinator", "public"
OTHERS = (MENTEE, COORDINATOR, PUBLIC)

Audience = frozenset[str]
ME: Audience = frozenset()
FOR_MENTEE: Audience = frozenset({MENTEE})
FOR_COORDINATOR: Audience = frozenset({COORDINATOR})


class Reader(NamedTuple):
    """Somebody who is not the mentor: one mentee, a whole group, the coordinator, or anybody."""

    kind: str
    mentee_id: str = ""
    group_id: str = ""


def the_mentee(mentee_id: str) -> Reader:
    """The reader who may read what is for the mentee and about this one (or their group)."""
    return Reader(MENTEE, mentee_id)


def the_group(mentorship_id: str) -> Reader:
    """A group as one reader: what is for the mentee and about all of them, not about one alone."""
    return Reader(MENTEE, group_id=mentorship_id)


THE_COORDINATOR = Reader(COORDINATOR)
THE_PUBLIC = Reader(PUBLIC)


def audience(words: Iterable[str]) -> Audience:
    """Read an audience from words; `me` stands for nobody else. Raises Refusal on another word."""
    found = frozenset(words) - {"me"}
    for word in found - set(OTHERS):
        raise Refusal(f"“{word}” is no reader. Use me, mentee, coordinator or public.")
    return found


def stored(readers: Audience) -> str:
    """How an audience stands in the store: its words in a fixed order, '' for me."""
    return " ".join(word for word in OTHERS if word in readers)


def loaded(column: str) -> Audience:
    """The audience a `readers` column stands for."""
    return frozenset(column.split())


def spoken(readers: Audience) -> str:
    """An audience in words for a badge: `me`, `mentee`, `mentee + coordinator`."""
    return " + ".join(word for word in OTHERS if word in readers) or "me"
