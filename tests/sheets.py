"""Style sheets parsed once for a whole run: each app of Textual's would parse them all again."""

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}


def share_sheets() -> None:
    """From now on every app takes what another one has parsed with the same colours."""

    def parse(self: Stylesheet, css: str, *args: Any, **words: Any) -> list[RuleSet]:
        key = (css, args, *sorted(words.items()), *self._variables.items())
        if key not in _parsed:
            _parsed[key] = _parse(self, css, *args, **words)
        return _parsed[key]

    Stylesheet._parse_rules = parse  # type: ignore[method-assign]
