"""Finding one row by the first characters of its id, as commands show them."""

from mentordesk.domain.errors import Ambiguous, Refusal
from mentordesk.domain.text import clip
from mentordesk.store import Store
from mentordesk.store.connection import Row

SHORTEST = 4
"""Characters of an id that lists show, unless more are needed to tell two apart."""


def one_row(store: Store, table: str, prefix: str, shown: str = "text") -> Row:
    """The row of `table` whose id begins with `prefix`, the only open one if there are several.

    Raises Refusal or Ambiguous.
    """
    typed = prefix.strip().lower()
    if not typed or not all(c in "0123456789abcdef-" for c in typed):
        raise Refusal(f"“{prefix[:40]}” is no id. Lists show the ids in their first column.")
    found = store.rows(f"SELECT * FROM {table} WHERE id LIKE ? || '%' ORDER BY id LIMIT 9", typed)
    still_open = [row for row in found if _is_open(row)]
    for one in (found, still_open):
        if len(one) == 1:
            return one[0]
    if not found:
        raise Refusal(
            f"There is no {table.replace('_', ' ')} {prefix[:40]}."
            " Lists show the ids in their first column."
        )
    choices = tuple(row["id"][: len(typed) + 4] for row in found)
    named = ", ".join(f"{c} ({clip(r[shown], 24)})" for c, r in zip(choices, found, strict=True))
    raise Ambiguous(f"{prefix} could be {named}. Give more of it.", choices)


def _is_open(row: Row) -> bool:
    """Whether a row is open, or, where rows are withdrawn instead, has not been."""
    names = set(row.keys())
    if "state" in names:
        return bool(row["state"] == "open")
    return "withdrawn_on" in names and row["withdrawn_on"] is None


def short(ids: list[str]) -> dict[str, str]:
    """The shortest beginnings, of at least four characters, that tell these ids apart."""
    for length in range(SHORTEST, 37):
        if len({i[:length] for i in ids}) == len(set(ids)):
            return {i: i[:length] for i in ids}
    return {i: i for i in ids}
