"""docs/json.md as a checker: its tables are read, and real output is held against them."""

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[2] / "docs" / "json.md"
_ROW = re.compile(r"\| `(?P<name>[^`]+)` \| (?P<type>[^|]+?) \|.*")


class Shapes:
    """The documented commands and shapes; `seen` collects the shapes that real output had."""

    def __init__(self) -> None:
        sections = PAGE.read_text(encoding="utf-8").split("\n## ")[1:]
        tables = {text.partition("\n")[0]: _table(text) for text in sections}
        self.commands = tables.pop("Commands")
        tables["promise"] = tables["action"] | tables["promise"]
        tables["goal-page"] = tables["goal"] | tables["goal-page"]
        tables["intake"] = tables["intake-line"] | tables["intake"]
        self.tables = tables
        self.seen: set[str] = set()

    def check(self, value: object, kind: str, where: str) -> None:
        """Hold a value against a documented type; `where` names it in a complaint."""
        if kind.endswith(" or null"):
            if value is not None:
                self.check(value, kind.removesuffix(" or null"), where)
        elif kind.startswith("list of "):
            assert isinstance(value, list), where
            for at, one in enumerate(value):
                self.check(one, kind.removeprefix("list of "), f"{where}[{at}]")
        elif kind in self.tables:
            self._object(value, kind, where)
        else:
            _plain(value, kind, where)

    def _object(self, value: object, kind: str, where: str) -> None:
        assert isinstance(value, dict), where
        assert set(value) == set(self.tables[kind]), f"{where} is no {kind}"
        self.seen.add(kind)
        for key, type_ in self.tables[kind].items():
            self.check(value[key], type_, f"{where}.{key}")


def _table(text: str) -> dict[str, str]:
    found = (_ROW.fullmatch(line) for line in text.splitlines())
    return {row["name"]: row["type"] for row in found if row}


def _plain(value: Any, kind: str, where: str) -> None:
    """A value of a type that is no shape; fromisoformat raises for what is no date."""
    if kind == "yes/no":
        assert isinstance(value, bool), where
    elif kind == "number":
        assert type(value) is int, where
    elif kind != "anything":
        assert isinstance(value, str), where
    if kind == "instant":
        assert value.endswith("Z"), where
        datetime.fromisoformat(value)
    elif kind == "local":
        assert datetime.fromisoformat(value).utcoffset() is not None, where
    elif kind == "day":
        date.fromisoformat(value)
    elif kind == "time":
        time.fromisoformat(value)
    else:
        assert kind in ("yes/no", "number", "text", "anything"), f"{where}: what is {kind}?"
