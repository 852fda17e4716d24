"""A slot as it is typed: `tue,thu 18:00`, `every 2 tue 18:00`, `3tu 18:00`, `15 18:00`."""

import re
from datetime import time

from mentordesk.dates import read_time
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import DAY_NAMES, Rule

TRY = "Try tue 18:00, tue,thu 18:00, every 2 tue 18:00, or 3tu 18:00 for the third Tuesday."
_LINE = re.compile(r"(?:every (?P<every>\d{1,2}) (?:weeks? |months? )?)?(?P<days>\S+) (?P<at>.+)")
_EVERY = re.compile(r"every (\d{1,2})(?: weeks?| months?)?")
_HOUR = re.compile(r"\d{1,2}(:\d\d)? ?[ap]\.?m")
_NTH = re.compile(r"(-?\d)([a-z]{2,9})")
_WEEKLY = "Give weekdays: tue, or tue,thu."
_MONTHLY = "Give the n-th weekday (3tu, -1th for the last Thursday) or a day from 1 to 28."


def read_slot(text: str) -> tuple[Rule, time]:
    """The rule and the wall time of one line. Raises Refusal for what is none."""
    found = _LINE.fullmatch(re.sub(r"\s*,\s*", ",", " ".join(text.lower().split())))
    if found is None:
        raise Refusal(f"That is no weekday with a time. {TRY}")
    days, every = found["days"], int(found["every"] or 1)
    by_month = days.lstrip("-")[:1].isdigit()
    rule = read_monthly(days, every) if by_month else read_weekly(days, every)
    return rule, read_time(found["at"])


def slot_text(rule: Rule, at: time) -> str:
    """A slot as one would type it: what `read_slot` reads back."""
    short = [DAY_NAMES[day][:3].lower() for day in rule.weekdays]
    days = f"{rule.nth}{short[0]}" if rule.nth else ",".join(short) or str(rule.month_day)
    unit = "weeks" if rule.freq == "WEEKLY" else "months"
    every = f"every {rule.interval} {unit} " if rule.interval > 1 else ""
    return f"{every}{days} {at:%H:%M}"


def read_weekly(days: str, every: int = 1) -> Rule:
    """`tue,thu` as a rule. Raises Refusal for what is no weekday."""
    found = {weekday(word, _WEEKLY) for word in days.lower().replace(",", " ").split()}
    return Rule("WEEKLY", every, tuple(sorted(found)))


def read_monthly(day: str, every: int = 1) -> Rule:
    """`3tu`, `-1th` or `15` as a rule. Raises Refusal for anything else."""
    typed = day.strip().lower()
    if typed.isascii() and typed.isdigit() and len(typed) < 3:
        return Rule("MONTHLY", every, month_day=int(typed) or 99)
    found = _NTH.fullmatch(typed)
    if found is None:
        raise Refusal(f"“{day[:40]}” is no day of a month. {_MONTHLY}")
    return Rule("MONTHLY", every, (weekday(found[2], _MONTHLY),), nth=int(found[1]) or 9)


def weekday(word: str, hint: str) -> int:
    """The weekday that a word of two letters or more begins, Monday is 0. Raises Refusal."""
    fits = [
        at for at, name in enumerate(DAY_NAMES) if len(word) > 1 and name.lower().startswith(word)
    ]
    if len(fits) != 1:
        raise Refusal(f"“{word[:40]}” is no weekday. {hint}")
    return fits[0]


def read_change(text: str, rule: Rule, at: time) -> tuple[Rule, time]:
    """What a slot becomes by a part of a line: `18:30`, `thu`, `thu 18:30`, `every 2`.

    What is not said stays as `rule` and `at` have it. Raises Refusal for what is none of them.
    """
    said = " ".join(text.lower().split())
    if found := _EVERY.fullmatch(said):
        return rule.every(int(found[1])), at
    if " " in said and not _HOUR.match(said):
        return read_slot(said)
    if _NTH.fullmatch(said):
        return read_monthly(said, rule.interval), at
    if said[:1].isalpha():
        return read_weekly(said, rule.interval), at
    return rule, read_time(said)
