"""What a mentee has allowed to be told, to whom; and what is about to go beyond it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from mentordesk.domain.readers import COORDINATOR, FOR_MENTEE, OTHERS, PUBLIC, Audience
from mentordesk.domain.text import one_line

_NAMES = {COORDINATOR: "the coordinator", PUBLIC: "everybody"}
_MEANS = {
    "everybody": PUBLIC, "everyone": PUBLIC, "anybody": PUBLIC, "anyone": PUBLIC,
    "the public": PUBLIC, "the coordinator": COORDINATOR,
}  # fmt: skip


class Permission(NamedTuple):
    """One thing that may be told: what, to whom, by which way, in whose words, from when to when.

    `mentee_id` and `name` are of the one who allowed it, '' for a group as a whole.
    """

    id: str
    mentee_id: str
    name: str
    scope: str
    recipient: str
    channel: str
    said: str
    given_on: date
    withdrawn_on: date | None = None
    readers: Audience = FOR_MENTEE

    @property
    def stands(self) -> bool:
        """Whether it has not been taken back."""
        return self.withdrawn_on is None


def recipient(typed: str) -> str:
    """Whom a word means: `coordinator` and `public` by their usual names, else as it was typed."""
    word = one_line(typed)
    return _MEANS.get(word.casefold(), word.casefold() if word.casefold() in OTHERS else word)


class Gate(NamedTuple):
    """What to think of before a text leaves: who allowed nothing, and what the others allowed."""

    missing: list[str]
    asked: list[str]


def gate(
    readers: Audience, permissions: Sequence[Permission], members: Iterable[tuple[str, str]]
) -> Gate:
    """A sentence for each reader beyond the mentee: nobody allowed it, or is it what was allowed.

    `members` are ids and names. Permission for one recipient never covers another: readers are a
    set and no ladder. A permission is a yes to one thing, so what a text says has to be asked.
    """
    people, found = list(members), Gate([], [])
    for reader in (COORDINATOR, PUBLIC):
        if reader not in readers:
            continue
        stand = [one for one in permissions if one.stands and one.recipient == reader]
        missing = [name for one, name in people if not _allowed(one, stand)]
        if missing:
            names = ", ".join(one_line(name) for name in missing)
            has = "have" if len(missing) > 1 else "has"
            found.missing.append(
                f"{names} {has} given no permission for {_NAMES[reader]} to read of it."
            )
        elif mine := [one for one in stand if any(_allowed(at, [one]) for at, _ in people)]:
            scopes = "; ".join(dict.fromkeys(one.scope for one in mine))
            found.asked.append(f"Allowed for {_NAMES[reader]}: {scopes}. Is this covered?")
    return found


def _allowed(mentee_id: str, permissions: Iterable[Permission]) -> bool:
    return any(one.mentee_id in ("", mentee_id) for one in permissions)
