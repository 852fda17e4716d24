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


def gate(
    readers: Audience, permissions: Sequence[Permission], members: Iterable[tuple[str, str]]
) -> list[str]:
    """A sentence for each reader beyond the mentee who was not allowed by every member.

    `members` are ids and names. Permission for one recipient never covers another: readers are a
    set and no ladder.
    """
    people = list(members)
    found = []
    for reader in (COORDINATOR, PUBLIC):
        missing = [name for one, name in people if not _allowed(reader, one, permissions)]
        if reader in readers and missing:
            names = ", ".join(one_line(name) for name in missing)
            has = "have" if len(missing) > 1 else "has"
            found.append(f"{names} {has} given no permission for {_NAMES[reader]} to read of it.")
    return found


def _allowed(reader: str, mentee_id: str, permissions: Iterable[Permission]) -> bool:
    return any(
        one.stands and one.recipient == reader and one.mentee_id in ("", mentee_id)
        for one in permissions
    )
