"""What calendars of elsewhere say of one person: their titles, and calendars called after them."""

import re
from hashlib import sha256
from typing import NamedTuple

from mentordesk.domain.busy import untitled
from mentordesk.store.connection import Row, Store

_NAMES = " UNION ".join(
    f"SELECT {column} FROM {table} WHERE {whose} = ?1"
    for table, column, whose in (
        ("mentee", "name", "id"), ("mentee", "handle", "id"), ("mentee", "email", "id"),
        ("invited", "address", "mentee_id"), ("reply", "address", "mentee_id"),
        ("counter", "address", "mentee_id"),
    )
)  # fmt: skip


class Named(NamedTuple):
    """Calendars that go, others with what they say without the person, and how many titles go."""

    gone: set[str]
    cleared: dict[str, dict[str, str]]
    titles: int


def named(store: Store, mentee_id: str) -> Named:
    """Where busy calendars name a person: by name or a part of it, handle or mail address."""
    names = _pattern(store, mentee_id)
    found = Named(set(), {}, 0)
    for row in store.rows("SELECT * FROM busy_calendar") if names else ():
        assert names
        if names.search(f"{row['name']} {row['origin']}"):
            found.gone.add(row["id"])
        elif names.search(f"{row['times']}\n{row['source']}\n{row['left_out']}"):
            times, titles = untitled(row["times"], names.search)
            found.cleared[row["id"]] = {"times": times, **_without(row, names)}
            found = found._replace(titles=found.titles + titles)
    return found


def _pattern(store: Store, mentee_id: str) -> re.Pattern[str] | None:
    """What names somebody, as whole words; None for nobody."""
    every = {name for row in store.rows(_NAMES, mentee_id) if (name := row[0].strip())}
    words = every | {word for name in every if "@" not in name for word in re.findall(r"\w+", name)}
    known = sorted((re.escape(one) for one in words if len(one) > 1), key=len, reverse=True)
    if not known:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(known)})(?![^\W_])", re.IGNORECASE)


def _without(row: Row, names: re.Pattern[str]) -> dict[str, str]:
    """Source and remarks without the person; an event stays the one it is."""
    lines = (_line(one) if names.search(one) else one for one in row["source"].splitlines())
    remarks = [one for one in row["left_out"].split("\n") if not names.search(one)]
    kept = (one for one in lines if one is not None)
    return {"source": "\n".join(kept), "left_out": "\n".join(remarks)}


def _line(line: str) -> str | None:
    if line[:4].upper() == "UID:":
        return f"UID:{sha256(line.encode()).hexdigest()}"
    return None if line[:7].upper() == "SUMMARY" else line
