"""Days, hours and how often, as a contact policy is typed: `mon-fri`, `9-18`, `3/week`."""

import re
from datetime import time

from mentordesk.dates import read_time
from mentordesk.dates.slots import weekday
from mentordesk.domain.errors import Refusal

_KNOWN = {"weekdays": (0, 1, 2, 3, 4), "weekends": (5, 6), "every day": (), "any": (), "": ()}
_DAYS = "Give weekdays: mon-fri, tue,thu, weekdays, or every day."
_OFTEN = re.compile(r"(\d{1,2})\s*(?:(?:times\s+)?(?:/|a|per)\s*(?:w|week)|x)?")
_NONE = ("", "any", "none", "0")


def read_days(text: str) -> tuple[int, ...]:
    """Weekdays from Monday (0) on; () is every day. Raises Refusal for what is none.

    A range may go round the end of the week: sat-mon.
    """
    typed = " ".join(text.lower().split())
    if typed in _KNOWN:
        return _KNOWN[typed]
    found: set[int] = set()
    for part in typed.replace("–", "-").replace(",", " ").split():
        first, dash, last = part.partition("-")
        begin, end = weekday(first, _DAYS), weekday(last if dash else first, _DAYS)
        found |= {(begin + step) % 7 for step in range((end - begin) % 7 + 1)}
    return tuple(sorted(found))


def read_hours(text: str) -> tuple[time, time] | None:
    """From when to when, `9-18` or `9:30-17`; None for any hour. Raises Refusal for what is none.

    `20-2` goes on past midnight, `9-24` up to it.
    """
    typed = text.lower().replace("–", "-").strip()
    if typed in _NONE:
        return None
    first, dash, last = typed.partition("-")
    if not dash:
        raise Refusal(f"“{text[:40]}” are no hours. Try 9-18, or 9:30-17.")
    begin, end = _hour(first), _hour(last)
    if begin == end:
        raise Refusal("Those hours begin where they end. Try 9-18, or leave them out for any hour.")
    return begin, end


def _hour(text: str) -> time:
    word = text.strip()
    if word in ("24", "24:00"):
        return time()
    return read_time(f"{word}:00" if word.isascii() and word.isdigit() else word)


def read_often(text: str) -> int:
    """How many in a week at most: `3/week`, `3 a week`, `3`; 0 for no limit. Raises Refusal."""
    typed = " ".join(text.lower().split())
    if typed in _NONE:
        return 0
    found = _OFTEN.fullmatch(typed)
    if found is None:
        raise Refusal(f"“{text[:40]}” is no number a week. Try 3/week.")
    return int(found[1])
