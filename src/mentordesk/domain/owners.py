"""Owners of typed promises whom nobody knows: a slip of the fingers, or somebody new."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_CALLED = re.compile(r"(?:- )?\[[ xX]\] ([^\s@,;:&]+):(?:\s|$)")
_SLIP = 0.75
"""Likeness of two names from which one may be the other, mistyped (difflib's ratio)."""
_SHORT = 3
"""Letters from which on a name with more behind it may be that name."""


class Stranger(NamedTuple):
    """An owner as typed whom nobody knows, and the name that may be meant, '' for none.

    With a colon behind it and no @ before it (`ada:`) it names nobody: the promise is mine.
    """

    typed: str
    meant: str = ""

    @property
    def says(self) -> str:
        """What is said of it, to the mentor."""
        if self.typed.endswith(":"):
            return f"“{self.typed}” makes it your own promise: write @{self.meant}"
        if self.meant:
            return f"@{self.typed} is nobody you know: @{self.meant}?"
        return f"@{self.typed} is new here: somebody else's promise"


def called(line: str) -> str:
    """The word before a colon at the beginning of a promise that names nobody, else ''."""
    found = _CALLED.match(line) if ":" in line else None
    return found[1] if found else ""


def meant(typed: str, names: Iterable[str]) -> str:
    """Which of the known names a word may mean: itself, with more behind it, or mistyped."""
    word, known = typed.casefold(), {name.casefold(): name for name in names}
    if word in known:
        return known[word]
    begun = [name for name in known if len(name) >= _SHORT and word.startswith(name)]
    if begun:
        return known[max(begun, key=len)]
    from difflib import get_close_matches  # only a name that nobody knows is compared

    return next((known[one] for one in get_close_matches(word, known, 1, _SLIP)), "")
