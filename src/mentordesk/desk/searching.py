"""Search as the mentor types it: words, and whose, what, since when and for whom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentordesk.domain.errors import Nobody
from mentordesk.domain.searching import audience_meant, kinds_meant, read_search
from mentordesk.domain.text import clip
from mentordesk.store.connection import iso
from mentordesk.store.search import Wanted, kinds, search

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk
    from mentordesk.domain.pages import Hit
    from mentordesk.domain.people import Relation


def find(
    desk: "Desk", typed: str, limit: int, ranked: bool, mentorship_id: str = ""
) -> "list[Hit]":
    """What the words and filters find, in one mentorship alone if its id is given.

    Raises Refusal for a filter that means nothing.
    """
    asked = read_search(typed)
    mentorships = _mentorships(desk, asked.who) if asked.who else None
    if mentorship_id:
        mentorships = [mentorship_id]
    wanted = Wanted(
        mentorships,
        kinds_meant(asked.kinds, kinds()) if asked.kinds else (),
        _since(desk, asked.since),
        audience_meant(asked.audience),
    )
    return search(desk.store, asked.words, limit, ranked, wanted)


def _mentorships(desk: "Desk", typed: Sequence[str]) -> list[str]:
    """Of everybody who is meant, under whichever programme. Raises Nobody."""
    from mentordesk.store import people  # dataclasses take time; few searches say whose

    relations = people.whose(desk.store)
    found: dict[str, None] = {}
    for word in typed:
        whole = [key for key, one in relations.items() if _is_named(word.casefold(), one)]
        begun = (key for key, one in relations.items() if _is_meant(word.casefold(), one))
        meant = whole or list(begun)
        if not meant:
            raise Nobody(f"“{clip(word, 30)}” is nobody on this desk.")
        found |= dict.fromkeys(meant)
    return list(found)


def _is_named(word: str, one: "Relation") -> bool:
    """Whether it is a whole handle or address: nobody else is meant then."""
    return word in (one.mentee.handle, one.address)


def _is_meant(word: str, one: "Relation") -> bool:
    """Whether a handle, an address or a part of a name begins so."""
    names = [one.mentee.handle, one.address, *one.mentee.name.casefold().split()]
    return any(name.startswith(word) for name in names)


def _since(desk: "Desk", typed: str) -> str:
    if not typed:
        return ""
    # few searches say a day
    from mentordesk.dates import read_day
    from mentordesk.domain.cadence import midnight

    day = read_day(typed, desk.today(), past=True)
    return iso(midnight(day, desk.tz))
