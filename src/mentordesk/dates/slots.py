"""A slot as it is typed: `tue and thu 18:00`, `every 2 weeks on tue 18:00`, `third tue 18:00`.

The short forms (`tue,thu 18:00`, `3tu 18:00`, `15 18:00`) are what `slot_text` gives back.
"""

import re
from collections.abc import Iterable
from datetime import time
from typing import NamedTuple

from mentordesk.dates.spans import Span, take_span
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import DAY_NAMES, Rule

TRY = "Try tue 18:00, tue and thu 18:00, every 2 weeks tue 18:00, or third tue 18:00."
_NTH = re.compile(r"(-?\d)([a-z]{2,9})")
_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|(?<!\b[123])th)?")
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "last": -1,
}  # fmt: skip
_COUNTS = {"other": 2, "two": 2, "three": 3, "four": 4}
_UNITS = ("week", "weeks", "month", "months")
_OFTEN = {"weekly": ("week", 1), "fortnightly": ("week", 2), "monthly": ("month", 1)}
_SEVERAL = {
    "day": range(7), "daily": range(7), "weekday": range(5), "weekdays": range(5),
    "weekend": (5, 6), "weekends": (5, 6),
}  # fmt: skip
_FILLERS = frozenset(("on", "the", "of", "and", "a", "per", "in"))
_WEEKLY = "Give weekdays: tue, or tue,thu."
_MONTHLY = "Give the n-th weekday (3tu, -1th for the last Thursday) or a day from 1 to 28."


class Typed(NamedTuple):
    """A slot in one line: its rule, when it begins, and its minutes, 0 where no end is said."""

    rule: Rule
    at: time
    minutes: int = 0


class _Said(NamedTuple):
    """What a line says of when: every how many weeks or months (0: not said), and the days."""

    every: int
    unit: str
    words: list[str]


def read_line(text: str) -> Typed:
    """The rule, the wall time and the length of one line. Raises Refusal that names what is none.

    `every tue 17:00-19:00` is two hours long.
    """
    line = _folded(text)
    span, rest = take_span(line)
    if not rest:
        what = "That says no day." if span else "That is no weekday with a time."
        raise Refusal(f"{what} {TRY}")
    if span is None:
        raise _timeless(line)
    return Typed(_rule(_said(rest), TRY), *span)


def read_slot(text: str) -> tuple[Rule, time]:
    """The rule and the wall time of one line. Raises Refusal for what is none, and for an end."""
    found = read_line(text)
    if found.minutes:
        at = f"{found.at:%H:%M}"
        raise Refusal(f"A slot begins at {at}; say its length as minutes: {found.minutes}.")
    return found.rule, found.at


def slot_text(rule: Rule, at: time) -> str:
    """A slot as one would type it: what `read_slot` reads back."""
    short = [DAY_NAMES[day][:3].lower() for day in rule.weekdays]
    days = f"{rule.nth}{short[0]}" if rule.nth else ",".join(short) or str(rule.month_day)
    unit = "weeks" if rule.freq == "WEEKLY" else "months"
    every = f"every {rule.interval} {unit} " if rule.interval > 1 else ""
    return f"{every}{days} {at:%H:%M}"


def read_weekly(days: str, every: int = 1) -> Rule:
    """`tue,thu`, `mon-fri` as a rule. Raises Refusal for what is no weekday."""
    return Rule("WEEKLY", every, _weekdays(_words(_folded(days)), _WEEKLY))


def read_monthly(day: str, every: int = 1) -> Rule:
    """`3tu`, `third tue`, `-1th` or `15` as a rule. Raises Refusal for anything else."""
    return _monthly(_words(_folded(day)), every, _MONTHLY)


def weekday(word: str, hint: str) -> int:
    """The weekday that a word of two letters or more begins, Monday is 0. Raises Refusal."""
    stem = word.removesuffix("s") if len(word) > 3 else word  # tuesdays, weds
    fits = [
        at for at, name in enumerate(DAY_NAMES) if len(word) > 1 and name.lower().startswith(stem)
    ]
    if len(fits) != 1:
        raise Refusal(f"“{word[:40]}” is no weekday. {hint}")
    return fits[0]


def read_change(text: str, rule: Rule, at: time) -> tuple[Rule, time]:
    """What a slot becomes by a part of a line: `18:30`, `thu`, `thu 18:30`, `every 2`.

    What is not said stays as `rule` and `at` have it. Raises Refusal for what is none of them.
    """
    span, rest = take_span(_folded(text))
    if span and span.minutes:
        raise Refusal("A slot begins at one time; say its length as minutes.")
    if not rest:
        return (rule, span.at) if span else read_slot(text)
    said = _said(rest)
    if not said.words:
        return rule.every(said.every), span.at if span else at
    kept = said if span or said.every else said._replace(every=rule.interval)
    return _rule(kept, TRY), _start(span, at)


def _timeless(line: str) -> Refusal:
    """What is missing in a line without a time; words that are none are named before that."""
    words = line.split()
    if len(words) > 1 and words[-1].isdecimal():
        return Refusal(f"“{words[-1]}” alone is no time. Write {words[-1]}:00, or 6pm.")
    _rule(_said(line), TRY)
    return Refusal(f"“{line[:40]}” says no time. {TRY}")


def _start(span: Span | None, at: time) -> time:
    return span.at if span else at


def _folded(text: str) -> str:
    """Small letters, one blank between words, one kind of dash, and none around commas."""
    line = " ".join(text.lower().replace("–", "-").replace("—", "-").split())
    return re.sub(r"(?<=[a-z]) ?- ?(?=[a-z])", "-", line) if line.isascii() else ""


def _words(line: str) -> list[str]:
    return [word for word in re.split(r"[\s,&+/]+", line) if word and word not in _FILLERS]


def _said(line: str) -> _Said:
    """Take how often out of a line. Raises Refusal for what could be two things."""
    words = _words(line)
    often = next((word for word in words if word in _OFTEN), "")
    if often:
        unit, every = _OFTEN[often]
        return _Said(every, unit, [word for word in words if word != often])
    at = next((n for n, word in enumerate(words) if word in ("every", "each")), None)
    by_month = any(word.startswith("month") for word in words)
    if at is None:
        return _Said(0, "month" if by_month else "", _no_months(words))
    every, after = _counted(words, at + 1, by_month)
    unit = words[after].removesuffix("s") if words[after:] and words[after] in _UNITS else ""
    rest = words[:at] + words[after + bool(unit) :]
    return _Said(every, unit or ("month" if by_month else ""), _no_months(rest))


def _no_months(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in ("month", "months")]


def _counted(words: list[str], at: int, by_month: bool) -> tuple[int, int]:
    """Every how many, and where the words after that are. Raises Refusal for `every third tue`."""
    word, after = (*words[at : at + 2], "", "")[:2]
    if word.isdecimal() and len(word) < 3:
        if not int(word):  # which would stand for: not said
            raise Refusal("Every 0 is no interval. Give 1 to 52.")
        return int(word), at + 1
    if word in _COUNTS:
        return _COUNTS[word], at + 1
    if word in _ORDINALS and after in _UNITS:
        return _ORDINALS[word], at + 1
    if word in _ORDINALS and word != "last" and not by_month:
        n = _ORDINALS[word]
        raise Refusal(
            f"“every {word} {after}”: every {n} weeks, or of a month?"
            f" Write every {n} weeks {after}, or {n}{after[:3]}."
        )
    return 1, at


def _rule(said: _Said, hint: str) -> Rule:
    if not said.words:
        raise Refusal(f"That says no day. {hint}")
    first = said.words[0]
    by_month = said.unit == "month" or first in _ORDINALS or first.lstrip("-")[:1].isdigit()
    if by_month:
        return _monthly(said.words, said.every or 1, hint)
    return Rule("WEEKLY", said.every or 1, _weekdays(said.words, hint))


def _weekdays(words: list[str], hint: str) -> tuple[int, ...]:
    found: set[int] = set()
    for word in words:
        first, dash, last = word.partition("-")
        if word in _SEVERAL and (words == [word] or "week" in word):  # `tues day` is a slip
            found.update(_SEVERAL[word])
        elif dash:
            begin, end = weekday(first, hint), weekday(last, hint)
            found |= {(begin + step) % 7 for step in range((end - begin) % 7 + 1)}
        else:
            found.add(weekday(word, hint))
    return tuple(sorted(found))


def _monthly(words: list[str], every: int, hint: str) -> Rule:
    """`3tu`, `third tue`, `15`, `15th`. Raises Refusal for two of them, and for what is none."""
    line = " ".join(words)
    if line == "4th":
        raise Refusal("“4th” is the fourth Thursday or the fourth day: write 4thu, or 4.")
    if found := _DATE.fullmatch(line):
        if not int(found[1]):
            raise Refusal("No month has a day 0. Use 1 to 28, or -1 with a weekday.")
        return Rule("MONTHLY", every, month_day=int(found[1]))
    if found := _NTH.fullmatch(line):
        return Rule("MONTHLY", every, (weekday(found[2], hint),), nth=int(found[1]) or 9)
    if len(words) == 2 and words[0] in _ORDINALS:
        return Rule("MONTHLY", every, (weekday(words[1], hint),), nth=_ORDINALS[words[0]])
    raise Refusal(f"“{line[:40]}” is no day of a month. {_MONTHLY}")
