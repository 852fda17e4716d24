"""What one value in a playbook may be: a shape says what it expects and takes nothing else."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from mentordesk.domain.text import clean, clip

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


class Shape:
    """One kind of value: `expects` in words, `read` to check it."""

    expects = ""

    def fits(self, value: object) -> Any:
        """Return the value as the domain wants it, or None when it does not fit."""
        raise NotImplementedError

    def read(self, value: object, at: str, wrong: list[str]) -> Any:
        """Return the value as the domain wants it, or add a sentence to `wrong`."""
        found = self.fits(value)
        if found is None:
            wrong.append(f"{at}: expected {self.expects}, found {shown(value)}.")
        return found


class Text(Shape):
    """One line of text; line breaks and runs of blanks fold to one blank."""

    def __init__(self, limit: int, blank: bool = False) -> None:
        self.limit, self.blank = limit, blank
        self.expects = f"text of {'0' if blank else '1'} to {limit} characters"

    def fits(self, value: object) -> str | None:
        """Take text without control characters and escape sequences."""
        if not isinstance(value, str) or clean(value) != value:
            return None
        line = " ".join(value.split())
        return line if len(line) <= self.limit and (line or self.blank) else None


class Name(Shape):
    """A name for typing, also the name of a file."""

    expects = "a short name of lower-case letters, digits, - and _"

    def fits(self, value: object) -> str | None:
        """Take up to 40 letters of a name that does not begin or end with a mark."""
        if not isinstance(value, str) or not 1 <= len(value) <= 40:
            return None
        return value if LETTERS.issuperset(value) and value.strip("-_") == value else None


class Day(Shape):
    """A day of the calendar, as TOML's own date or as text."""

    expects = "a day such as 2026-11-21"

    def fits(self, value: object) -> str | None:
        """Take a date without a time of day; the domain gets it as ISO 8601 text."""
        if type(value) is date:
            return value.isoformat()
        try:
            return date.fromisoformat(value).isoformat() if isinstance(value, str) else None
        except ValueError:
            return None


class Whole(Shape):
    """A whole number within bounds; `zero` says what 0 means where it has a meaning of its own."""

    def __init__(self, low: int, high: int, zero: str = "") -> None:
        self.low, self.high, self.zero = low, high, zero
        or_zero = f", or 0 ({zero})" if zero else ""
        self.expects = f"a whole number from {low} to {high}{or_zero}"

    def fits(self, value: object) -> int | None:
        """Take an int that is not a bool."""
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        return value if self.low <= value <= self.high or (self.zero and value == 0) else None


class Flag(Shape):
    """Yes or no."""

    expects = "true or false"

    def fits(self, value: object) -> bool | None:
        """Take a bool and nothing that only looks like one."""
        return value if isinstance(value, bool) else None


class Word(Shape):
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.expects = "one of " + ", ".join(f"“{word}”" for word in words)

    def fits(self, value: object) -> str | None:
        """Take exactly one of the words."""
        return value if isinstance(value, str) and value in self.words else None


class Link(Text):
    """An address to open."""

    def __init__(self) -> None:
        super().__init__(500)
        self.expects = "an address that begins with https://, http:// or mailto:"

    def fits(self, value: object) -> str | None:
        """Take an address without blanks."""
        line = super().fits(value)
        known = line is not None and line.startswith(("https://", "http://", "mailto:"))
        return line if known and " " not in (line or " ") else None


def shown(value: object) -> str:
    """A value as a sentence shows it: short, on one line, text in quotes."""
    if isinstance(value, Mapping):
        return "a table" if value else "an empty table"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value) if abs(value) < 10**18 else "a very large number"
    return _quoted(value) if isinstance(value, str) else clip(str(value), 40)


def _quoted(text: str) -> str:
    odd = " with control characters" if clean(text) != text else ""
    long = f" and more, {len(text)} characters" if len(text) > 40 else ""
    return f"“{clip(text, 40)}”{odd}{long}"
