"""A slot in one line, as it is typed into the dialog: `tue 18:00`, `every 2 tue,thu 18:00`."""

import re
from datetime import time

from mentordesk.dates import read_time
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import DAY_NAMES, Rule

TRY = "Try tue 18:00, tue,thu 18:00, every 2 tue 18:00, or 3tu 18:00 for the third Tuesday."
_LINE = re.compile(r"(?:every (?P<every>\d{1,2}) (?:weeks? |months? )?)?(?P<days>\S+) (?P<at>.+)")
_NTH = re.compile(r"(?P<nth>[1-4]|-1)(?P<day>[a-z]+)")


def read_slot(text: str) -> tuple[Rule, time]:
    """The rule and the wall time. Raises Refusal for what is none."""
    found = _LINE.fullmatch(re.sub(r"\s*,\s*", ",", " ".join(text.lower().split())))
    if found is None:
        raise Refusal(f"That is no weekday with a time. {TRY}")
    return _rule(found["days"], int(found["every"] or 1)), read_time(found["at"])


def _rule(days: str, every: int) -> Rule:
    if nth := _NTH.fullmatch(days):
        return Rule("MONTHLY", every, (_weekday(nth["day"]),), nth=int(nth["nth"]))
    if days.isdecimal():
        return Rule("MONTHLY", every, month_day=int(days) or 99)
    return Rule("WEEKLY", every, tuple(sorted({_weekday(word) for word in days.split(",")})))


def _weekday(word: str) -> int:
    fits = [
        n for n, name in enumerate(DAY_NAMES) if len(word) > 1 and name.lower().startswith(word)
    ]
    if len(fits) != 1:
        raise Refusal(f"“{word[:40]}” is no weekday. {TRY}")
    return fits[0]
