"""How much work the rules of an event are, before a library goes through them for ever."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Component, Event
from icalendar.prop import vRecur

from mentordesk.ical.properties import dt

_TOO_OFTEN = re.compile(r"FREQ=(?:SECONDLY|MINUTELY|HOURLY)|BYSECOND|BYMINUTE", re.IGNORECASE)
_BOUNDS = ("UNTIL", "COUNT", "INTERVAL")
_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 30, "YEARLY": 365}
"""About how many days each frequency goes on by (RFC 5545 §3.3.10)."""
_LAST_CYCLE = datetime(9972, 1, 1, tzinfo=UTC)
"""The last 28 years that Python knows: in them each date falls on each weekday."""
IN_VIEW = 100
"""A date that is asked for is made an event, which takes that much longer than passing one."""
WORK = 1_500_000
"""Dates that the rules of one calendar are followed over: some two seconds."""
BROKEN = 10_000
"""What it takes to find that a rule never comes."""
LOOKED = 1_000
"""What it takes to find that one does."""
RULE = 400
"""What it takes to follow a rule at all."""
PIECE = 40
"""What it takes to parse a line or a value."""


class Patience:
    """What may still be done for the events of a calendar between two instants."""

    def __init__(self, since: datetime, until: datetime, pieces: int = 0) -> None:
        """`pieces` are the lines and values of the calendar: to parse them was work, too."""
        self.since, self.until, self.left = since, until, WORK - PIECE * pieces
        self._come = set[str]()

    def spend(self, events: Iterable[Component]) -> None:
        """Count in an event with all its changes. Raises ValueError when that is too much.

        Also for a rule that comes several times an hour, never, or that stands still.
        """
        for one in events:
            self._take(IN_VIEW * sum(_length(one, name) for name in ("RDATE", "EXDATE")))
            rules = one.get("RRULE", [])
            for rule in rules if isinstance(rules, list) else [rules]:
                self._comes(rule, start := dt(one.get("DTSTART")))
                self._take(RULE + _passed(rule, start, self.since, self.until))

    def _take(self, work: int) -> None:
        if self.left < 0 or work > self.left:
            raise ValueError("it repeats too often, or from too long ago")
        self.left -= work

    def _comes(self, rule: vRecur, start: Any) -> None:
        """Raise ValueError for a rule without dates; what is known of one is not asked again."""
        said = bytes(rule.to_ical()).decode()  # type: ignore[no-untyped-call]
        if _TOO_OFTEN.search(said):
            raise ValueError("it comes several times an hour")
        if _first(rule, "INTERVAL", 1) < 1:
            raise ValueError("it stands still")
        endless = vRecur({k: v for k, v in rule.items() if k.upper() not in _BOUNDS})
        form = str(sorted(endless.items()))
        if form in self._come:
            return
        self._take(LOOKED)
        if not isinstance(start, date) or _never(endless):
            self.left -= BROKEN
            raise ValueError("it never comes")
        self._come.add(form)


def _length(event: Component, name: str) -> int:
    value = event.get(name, [])
    return sum(len(one.dts) for one in (value if isinstance(value, list) else [value]))


def _passed(rule: vRecur, start: date, since: datetime, until: datetime) -> int:
    """About how many dates are passed to find those between two instants."""
    days = _DAYS[str(_first(rule, "FREQ", "DAILY")).upper()] * _first(rule, "INTERVAL", 1)
    each = max(len(rule.get(name, [])) for name in ("BYDAY", "BYMONTHDAY", "BYYEARDAY")) or 1
    each = (1 if days == 1 else each) * max(1, len(rule.get("BYHOUR", [])))
    over = _first(rule, "UNTIL", None)
    last = min(until, _instant(over)) if isinstance(over, date) else until
    first, most = _instant(start), _first(rule, "COUNT", None)
    passed = max(0, (last - first).days // days + 1)
    if most is not None:
        passed = min(passed, int(most))
        last = min(last, first + timedelta(days=passed * days))
    in_view = max(0, (last - max(first, since)).days // days + 1)
    return int((passed + IN_VIEW * min(in_view, passed)) * each)


def _first(rule: vRecur, name: str, otherwise: Any) -> Any:
    return next(iter(rule.get(name, [])), otherwise)


def _instant(at: date) -> datetime:
    """A day or time, near enough to count days."""
    return datetime(at.year, at.month, at.day, tzinfo=UTC)


def _never(rule: vRecur) -> bool:
    """Whether no date keeps a rule, such as every 30 February: looked for until the year 9999."""
    from recurring_ical_events import of  # only calendars of elsewhere need it

    event, calendar = Event(), Calendar()
    event.add("DTSTART", _LAST_CYCLE)
    event.add("RRULE", rule)
    calendar.add_component(event)
    return next(iter(of(calendar).after(_LAST_CYCLE + timedelta(days=1))), None) is None
