"""The one room that reads days, times and lengths as people type them.

The grammar is ours and narrow: what it does not list is refused, so nothing that is not a date is
ever taken for one (docs/decisions/0009-dates.md). `today` and `now` are always arguments.
"""

import re
from datetime import date, datetime, time, timedelta

from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import DAY_NAMES, short_day
from mentordesk.domain.text import clip

_LONGEST = 40
"""Characters of the longest thing that is read; more was pasted by mistake."""
_TRY = "Try fri, next tue, in 2 weeks, 1 dec or 2026-12-01."
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAYS = {
    name: at for at, day in enumerate(DAY_NAMES) for name in (day.lower(), day[:3].lower())
}
_WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3}
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTHS = {word: at for at, name in enumerate(MONTH_NAMES, 1) for word in (name, name[:3])}
_MONTHS |= {"sept": 9}
_UNITS = ("day", "days", "week", "weeks", "month", "months")
_LONG_SPAN = timedelta(weeks=10)
"""Days further apart than a long summer are asked for with their years."""

# Patterns stay text: re compiles them on first use, which keeps the import of this room cheap.
_ISO = r"(\d{4})-(\d\d)-(\d\d)"
_DOTTED = r"(\d\d?)\.(\d\d?)\.(\d{4})?"
_CLOCK = r"(\d\d?)[:.](\d\d)(?: ?([ap])m)?|(\d\d?) ?([ap])m"
_WHEN = rf"(?:(?P<day>.+?) )??(?:at )?(?P<time>{_CLOCK})"
_DAY_OR_TIME = r"(?:[012]?[1-9]|[123]0|31)\.(?:0[1-9]|1[012])"
_YEAR = r"(?<!\d)\d{4}(?!\d)"
_MINUTES = r"(\d{1,4})(?: ?m(?:in)?)?|(?P<h>\d\d?)h(?: ?(\d\d?)m?)?|(?P<c>\d\d?):(\d\d)"


def read_day(text: str, today: date, *, past: bool = False) -> date:
    """Read one day; `past` says that it has been, otherwise it is today or still to come.

    A bare weekday is the next one after today (`past`: the last one, today included); `next tue`
    the Tuesday of next week, weeks beginning on Monday; `last tue` the last one before today. A
    day without a year is the next such day, or the last, today included. A weekday in front of a
    day must be its own. Raises Refusal for anything else and for a day on the wrong side of today.
    """
    day = _understood(text, today, past)
    if _wrong_side(day, today, past):
        raise _elsewhere(_spoken(day), past)
    return day


def read_any_day(text: str, today: date) -> date:
    """Read a day to look at, before today or after it: without a year the nearest such day.

    A bare weekday is the next one. Raises Refusal for what is no day.
    """
    readings = []
    for past in (False, True):
        try:
            readings.append(_understood(text, today, past))
        except Refusal as error:
            refusal = error
    if not readings:
        raise refusal
    weekday = _folded(text) in _WEEKDAYS
    return readings[0] if weekday else min(readings, key=lambda day: abs(day - today))


def _understood(text: str, today: date, past: bool) -> date:
    """The day that is meant, on whichever side of today it is. Raises Refusal when it is none."""
    try:
        day = _read(_folded(text).split(), today, past)
    except (ValueError, OverflowError) as error:
        raise Refusal(f"There is no such day as {_folded(text)}. {_TRY}") from error
    if day is None:
        raise Refusal(f"“{clip(text, _LONGEST)}” is no date I can read. {_TRY}")
    return day


def read_when(
    text: str, now_local: datetime, *, past: bool = False, default_time: time | None = None
) -> datetime:
    """Read a day and a time as wall time in the zone of `now_local`; naive, as series keep it.

    A time alone is today if it is still ahead (`past`: has been), else tomorrow (yesterday); the
    running minute counts as both. A day alone takes `default_time`. Raises Refusal for the rest.
    """
    now = now_local.replace(tzinfo=None, second=0, microsecond=0)
    found = re.fullmatch(_WHEN, _folded(text))
    if found is None:
        return _timed(text, default_time, now, past)
    if found["day"]:
        return _timed(found["day"], read_time(found["time"]), now, past)
    if re.fullmatch(_DAY_OR_TIME, found["time"]):
        day, colon = f"{found['time']}.", found["time"].replace(".", ":")
        raise Refusal(f"“{found['time']}” could be a day or a time. Write {day} or {colon}.")
    wall = datetime.combine(now.date(), read_time(found["time"]))
    return wall + timedelta(days=-1 if past else 1) if _wrong_side(wall, now, past) else wall


def said_day(text: str) -> str:
    """The words for the day in a typed day and time, not yet read; '' for a time alone."""
    found = re.fullmatch(_WHEN, _folded(text))
    return found["day"] or "" if found else _folded(text)


def weekday_near(words: str, near: date) -> date | None:
    """`tue` in the week of `near`, `next tue` in the one after; None for any other words."""
    match words.split():
        case [*before, day] if day in _WEEKDAYS and before in ([], ["next"]):
            return near + timedelta(days=7 * len(before) - near.weekday() + _WEEKDAYS[day])
    return None


def read_time(text: str) -> time:
    """Read a time of day: 18:00, 18.30, 6pm, 6:30 pm. A bare number is refused: it could be any."""
    found = re.fullmatch(_CLOCK, _folded(text))
    if found:
        hour, minute = int(found[1] or found[4]), int(found[2] or 0)
        half = found[3] or found[5]
        if minute < 60 and (1 <= hour <= 12 if half else hour < 24):
            return time(hour % 12 + 12 * (half == "p") if half else hour, minute)
    raise Refusal(f"“{clip(text, _LONGEST)}” is no time I can read. Try 18:00 or 6pm.")


def read_minutes(text: str) -> int:
    """Read a length of 1 minute to 24 hours, in minutes: 45, 45m, 1h, 1h30, 1:30."""
    found = re.fullmatch(_MINUTES, _folded(text))
    if found:
        hours, minutes = found["h"] or found["c"], int(found[1] or found[3] or found[5] or 0)
        total = int(hours or 0) * 60 + minutes
        if 1 <= total <= 1440 and not (hours and minutes > 59):
            return total
    said = clip(text, _LONGEST)
    raise Refusal(f"“{said}” is no length from 1 minute to 24 hours. Try 45, 45m, 1h30 or 1:30.")


def read_span(first: str, last: str, today: date) -> tuple[date, date]:
    """Read two days to come, both included; the second is the first such day after the first.

    Raises Refusal like `read_day`, and when they lie more than ten weeks apart, unless both were
    typed with their year: `3 jan` to `21 dec` is seldom what anybody means.
    """
    begin = read_day(first, today)
    end = read_day(last, begin)
    if end - begin > _LONG_SPAN and not (re.search(_YEAR, first) and re.search(_YEAR, last)):
        weeks = (end - begin).days // 7
        raise Refusal(
            f"From {_spoken(begin)} to {_spoken(end)} is {weeks} weeks."
            " Write the years if you mean it, as in 2026-12-01."
        )
    return begin, end


def echo_day(day: date, today: date) -> str:
    """The understood day, said back: `Fri 27 Nov 2026 (in 6 days)`."""
    return f"{_spoken(day)} ({_distance((day - today).days)})"


def echo_when(wall: datetime, today: date) -> str:
    """The understood wall time, said back: `Tue 1 Dec 2026 18:00 (in 10 days)`."""
    return f"{_spoken(wall)} {wall:%H:%M} ({_distance((wall.date() - today).days)})"


def _spoken(day: date) -> str:
    return f"{DAY_NAMES[day.weekday()][:3]} {short_day(day)} {day.year:04}"


def _distance(days: int) -> str:
    for word, near in _NEAR.items():
        if days == near:
            return word
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def _folded(text: str) -> str:
    """One lower-case line; empty, which no form takes, when too long or not plain ASCII."""
    return " ".join(text.lower().split()) if len(text) <= _LONGEST and text.isascii() else ""


def _wrong_side(when: date, now: date, past: bool) -> bool:
    """Whether a day (or a wall time, beside another) is not where `past` says it is."""
    return when > now if past else when < now


def _elsewhere(when: str, past: bool) -> Refusal:
    if past:
        return Refusal(f"{when} is still to come. Give one that has been, for example yesterday.")
    return Refusal(f"{when} is past. Give one from now on, for example tomorrow or in 2 weeks.")


def _timed(day_text: str, at: time | None, now: datetime, past: bool) -> datetime:
    """A day and a time together; today's weekday is a week ago when its time has not been yet."""
    day = read_day(day_text, now.date(), past=past)
    if at is None:
        said = _folded(day_text)
        raise Refusal(f"“{said}” says no time. Add one, for example {said} 18:00.")
    wall = datetime.combine(day, at)
    if past and wall > now and _folded(day_text) in _WEEKDAYS:
        return wall - timedelta(days=7)
    if _wrong_side(wall, now, past):
        raise _elsewhere(f"{_spoken(day)} {wall:%H:%M}", past)
    return wall


def _read(words: list[str], today: date, past: bool) -> date | None:
    """The whole grammar; None for what it does not list, ValueError for a day that is not."""
    match words:
        case [near] if near in _NEAR:
            return today + timedelta(days=_NEAR[near])
        case [day] if day in _WEEKDAYS:
            ahead = (_WEEKDAYS[day] - today.weekday()) % 7
            return today + timedelta(days=ahead - 7 * (ahead > 0) if past else ahead or 7)
        case ["next", day] if day in _WEEKDAYS:
            return today + timedelta(days=7 - today.weekday() + _WEEKDAYS[day])
        case ["last", day] if day in _WEEKDAYS:
            return today + timedelta(days=(_WEEKDAYS[day] - today.weekday()) % 7 - 7)
        case ["in", n, unit] if _is_number(n, 3) and unit in _UNITS:
            return _shifted(today, int(n), unit)
        case [n, unit, "ago"] if _is_number(n, 3) and unit in _UNITS:
            return _shifted(today, -int(n), unit)
        case [weekday, *rest] if weekday in _WEEKDAYS:
            return _agreeing(_calendar(rest, today, past), _WEEKDAYS[weekday])
    return _calendar(words, today, past)


def _is_number(word: str, digits: int) -> bool:
    return word.isdecimal() and len(word) <= digits


def _shifted(today: date, n: int, unit: str) -> date:
    """So many days, weeks or months from today; in a shorter month its last day."""
    if unit.startswith("month"):
        # Only months need the library; every other form does without its import.
        from dateutil.relativedelta import relativedelta

        return today + relativedelta(months=n)
    return today + timedelta(days=n * (7 if unit.startswith("week") else 1))


def _agreeing(day: date | None, weekday: int) -> date | None:
    """The day, if the weekday in front of it is its own."""
    if day and day.weekday() != weekday:
        own, said = DAY_NAMES[day.weekday()], DAY_NAMES[weekday]
        at = f"{short_day(day)} {day.year:04}"
        raise Refusal(f"{at} is a {own}, not a {said}. Mend one of the two.")
    return day


def _calendar(words: list[str], today: date, past: bool) -> date | None:
    """A day of the calendar, in its year or else the nearest one on the right side of today."""
    match words:
        case [word]:
            if found := re.fullmatch(_ISO, word):
                return _day(found[1], int(found[2]), found[3], today, past)
            if found := re.fullmatch(_DOTTED, word):
                return _day(found[3] or "", int(found[2]), found[1], today, past)
        case [day, name, *year] if name in _MONTHS:
            return _named(day, name, year, today, past)
        case [name, day, *year] if name in _MONTHS:
            return _named(day, name, year, today, past)
    return None


def _named(day: str, name: str, year: list[str], today: date, past: bool) -> date | None:
    """A day beside the name of its month; None unless the rest are numbers of the right length."""
    plain = _is_number(day, 2) and all(len(part) == 4 and part.isdecimal() for part in year)
    if plain and len(year) <= 1:
        return _day("".join(year), _MONTHS[name], day, today, past)
    return None


def _day(year: str, month: int, day: str, today: date, past: bool) -> date:
    """The day, without a year the nearest; 29 February waits for its year, up to eight of them."""
    if year:
        return date(int(year), month, int(day))
    date(2000, month, int(day))  # A leap year has every day there is; ValueError for the others.
    step = -1 if past else 1
    firsts = (date(today.year + step * years, month, 1) for years in range(9))
    days = (first + timedelta(days=int(day) - 1) for first in firsts)
    return next(d for d in days if d.month == month and not _wrong_side(d, today, past))
