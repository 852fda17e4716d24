"""What differs between two versions of a playbook, key by key, in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mentordesk.domain.text import one_line

Change = tuple[str, str, str]
"""A key as a mentor finds it in the file, what it said, and what it says; '' for nothing."""


class Offer(NamedTuple):
    """A mentorship that began with another version of its playbook."""

    address: str
    name: str
    title: str
    was: str
    now: str
    changes: Sequence[Change]


def differences(was: Mapping[str, object], now: Mapping[str, object]) -> list[Change]:
    """Every key that says something else, in the order of the newer one, gone ones at the end."""
    old, new = dict(_flat("", was)), dict(_flat("", now))
    keys = [*new, *(key for key in old if key not in new)]
    return [
        (key, old.get(key, ""), new.get(key, "")) for key in keys if old.get(key) != new.get(key)
    ]


def _flat(at: str, value: object) -> Iterator[tuple[str, str]]:
    """The keys below one, each with its value in words; tables in a list go by their own key."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _flat(f"{at}.{key}" if at else str(key), below)
    elif isinstance(value, list | tuple) and any(isinstance(one, Mapping) for one in value):
        for n, one in enumerate(value, 1):
            yield from _flat(f"{at}[{_named(one) or n}]", one)
    else:
        yield at, _said(value)


def _named(one: object) -> str:
    """What a table in a list goes by: its key, else its title."""
    if not isinstance(one, Mapping):
        return ""
    return str(one.get("key") or one.get("title") or "")


def _said(value: object) -> str:
    if isinstance(value, list | tuple):
        return " · ".join(map(_said, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return one_line(str(value))
