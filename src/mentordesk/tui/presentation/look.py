"""Instants and days in words, seen from the mentor's chair: both clocks, and how far away it is."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import DAY_NAMES, MONTHS
from mentordesk.domain.text import city as city
from mentordesk.domain.text import counted as counted
from mentordesk.domain.text import short_length

NOT_SHOWN = "Not shown while the screen is shared."
WIDE = 108
"""Columns of paper from which two parts fit beside each other, and a table with all its columns."""
_WHOSE = {"her": "her", "him": "his", "his": "his", "hers": "her"}


class Look(NamedTuple):
    """Where and when a page is looked at, and how wide the paper is.

    `hint` gives the key and name of a command by its id (`x Done`), '' when there is none.
    `shared` is whether somebody else looks, who is not told that what is hidden is not there.
    """

    now: datetime
    tz: tzinfo
    zone_of: Callable[[str], tzinfo]
    width: int = 78
    hint: Callable[[str], str] = lambda _command: ""
    shared: bool = False

    def nothing(self, said: str) -> str:
        """What stands where there is nothing to show: `said`, if that is known to be so."""
        return NOT_SHOWN if self.shared else said

    @property
    def is_wide(self) -> bool:
        """Whether two parts of a page fit beside each other."""
        return self.width >= WIDE

    @property
    def today(self) -> date:
        """The mentor's own date."""
        return self.here(self.now).date()

    def here(self, at: datetime) -> datetime:
        """An instant on the mentor's wall."""
        return at.astimezone(self.tz)

    def there(self, at: datetime, zone: str) -> datetime | None:
        """An instant on the wall of a zone; None when the zone is empty or unknown."""
        try:
            return at.astimezone(self.zone_of(zone)) if zone else None
        except Refusal:
            return None


def clock(at: datetime, look: Look) -> str:
    """The mentor's clock at an instant: `18:00`."""
    return f"{look.here(at):%H:%M}"


def day(of: date, today: date) -> str:
    """A day: `Thu 26 Nov`, with its year when that is not this one."""
    short = f"{DAY_NAMES[of.weekday()][:3]} {of.day} {MONTHS[of.month - 1]}"
    return short if of.year == today.year else f"{short} {of.year}"


def when(at: datetime, look: Look) -> str:
    """Day, clock and distance of an instant: `Thu 3 Dec 18:00 (in 7 days)`."""
    of = look.here(at).date()
    return f"{day(of, look.today)} {clock(at, look)} ({near(of, look.today)})"


def near(of: date, today: date) -> str:
    """How far a day is away: `today`, `tomorrow`, `in 3 days`, `2 weeks ago`."""
    days = (of - today).days
    words = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in words:
        return words[days]
    amount = f"{abs(days)} days" if abs(days) < 21 else f"{abs(days) // 7} weeks"
    return f"in {amount}" if days > 0 else f"{amount} ago"


def distance(at: datetime, look: Look) -> str:
    """How far an instant is away: `in 12 min`, `in 3 h 20`, `5 min ago`, `tomorrow`, `now`."""
    seconds = round((at - look.now).total_seconds())
    minutes = abs(seconds) // 60
    if not minutes:
        return "now"
    if minutes >= 12 * 60 and look.here(at).date() != look.today:
        return near(look.here(at).date(), look.today)
    return f"in {length(minutes)}" if seconds > 0 else f"{length(minutes)} ago"


length = short_length
"""A length of time as a line of the screen has room for it: `4 h 10`."""


def whose(pronouns: str) -> str:
    """`her`, `his` or `their`, from the pronouns a mentee gave and from nothing else."""
    words = pronouns.lower().replace("/", " ").split()
    return next((_WHOSE[word] for word in words if word in _WHOSE), "their")


def their_clock(at: datetime, zone: str, look: Look, pronouns: str = "") -> str:
    """The mentee's clock at an instant: `their clock 17:00 Lagos`; '' when it is the same."""
    said = over_there(at, zone, look)
    return f"{whose(pronouns)} clock {said}" if said else ""


def over_there(at: datetime, zone: str, look: Look) -> str:
    """The same without whose it is: `17:00 Lagos`."""
    there, here = look.there(at, zone), look.here(at)
    if there is None or there.replace(tzinfo=None) == here.replace(tzinfo=None):
        return ""
    other_day = f"{there:%a} " if there.date() != here.date() else ""
    return f"{other_day}{there:%H:%M} {city(zone)}"


def number(of: int, total: int) -> str:
    """Which meeting it is: `5/12`, or `5` in a series without an end."""
    return f"{of}/{total}" if total else str(of or "")


def until_next(now: datetime, step: int) -> float:
    """Seconds until the clock shows the next whole `step` (60 a minute, 1 a second)."""
    past = timedelta(seconds=now.second % step, microseconds=now.microsecond)
    return step - past.total_seconds()
