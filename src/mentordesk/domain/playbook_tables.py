"""Lists and tables of a playbook: which keys there are, and which of them were meant."""

from collections.abc import Mapping, Sequence
from typing import Any

from mentordesk.domain.playbook_shapes import Shape, shown
from mentordesk.domain.text import clip

REQUIRED = object()


class Many(Shape):
    """A list of one shape."""

    def __init__(self, each: Shape, most: int, least: int = 0) -> None:
        self.each, self.most, self.least = each, most, least
        count = f"{least} to {most}" if least else f"at most {most}"
        self.expects = f"a list of {count}, each {each.expects}"

    def read(self, value: object, at: str, wrong: list[str]) -> list[Any]:
        """Read each entry; they are counted from 1 in the sentences."""
        if not isinstance(value, list | tuple) or not self.least <= len(value) <= self.most:
            wrong.append(f"{at}: expected {self.expects}, found {shown(value)}.")
            return []
        return [self.each.read(one, f"{at}[{n}]", wrong) for n, one in enumerate(value, 1)]


class Named(Shape):
    """A table whose keys the mentor chooses."""

    def __init__(self, key: Shape, each: Shape, least: int = 0) -> None:
        self.key, self.each, self.least = key, each, least
        self.expects = f"a table with {'at least one entry' if least else 'entries'}"

    def read(self, value: object, at: str, wrong: list[str]) -> dict[str, Any]:
        """Read each entry under the key it has."""
        if not isinstance(value, Mapping) or len(value) < self.least:
            wrong.append(f"{at}: expected {self.expects}, found {shown(value)}.")
            return {}
        for key in value:
            if self.key.fits(key) != key:
                wrong.append(f"{at}: expected {self.key.expects} as a key, found {shown(key)}.")
        return {key: self.each.read(one, _under(at, key), wrong) for key, one in value.items()}


class Key:
    """One key of a table: its name, the shape of its value, what it means, and its default."""

    def __init__(self, name: str, shape: Shape, means: str, default: object = REQUIRED) -> None:
        self.name, self.shape, self.means, self.default = name, shape, means, default

    def read(self, table: Mapping[str, object], at: str, wrong: list[str]) -> Any:
        """Read this key of a table, or give its default; a missing required one is a problem."""
        if self.name in table:
            return self.shape.read(table[self.name], at, wrong)
        if self.default is REQUIRED:
            wrong.append(f"{at} is missing: expected {self.shape.expects}.")
        return self.shape.read({}, at, wrong) if self.default == {} else self.default


class Table(Shape):
    """A table with known keys."""

    expects = "a table"

    def __init__(self, *keys: Key) -> None:
        self.keys = keys

    def read(self, value: object, at: str, wrong: list[str]) -> dict[str, Any]:
        """Read every known key; an unknown one is a problem, with the nearest known one named."""
        if not isinstance(value, Mapping):
            wrong.append(f"{at or 'the file'}: expected {self.expects}, found {shown(value)}.")
            return {}
        names = [key.name for key in self.keys]
        wrong += [_unknown(at, key, names) for key in value if key not in names]
        return {key.name: key.read(value, _under(at, key.name), wrong) for key in self.keys}


def _under(at: str, key: object) -> str:
    return f"{at}.{clip(str(key), 40)}" if at else clip(str(key), 40)


def _unknown(at: str, key: object, names: Sequence[str]) -> str:
    from difflib import get_close_matches  # only a mistake pays for it

    near = get_close_matches(str(key), names, 1)
    known = f"Did you mean {_under(at, near[0])}?" if near else f"Known here: {', '.join(names)}."
    return f"{_under(at, key)} is not a key of a playbook. {known}"
