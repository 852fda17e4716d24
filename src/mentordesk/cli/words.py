"""Times and counts as the command line says them: the mentor's clock first, then the mentee's."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mentordesk.domain.rules import DAY_NAMES
from mentordesk.domain.rules import day_words as day_words
from mentordesk.domain.text import city as city
from mentordesk.domain.text import counted as counted
from mentordesk.domain.text import length as length

if TYPE_CHECKING:
    from mentordesk.desk import Desk

NOBODY = "There is no mentee yet. Add one with: mentordesk mentee add NAME"


def moment(desk: "Desk", instant: datetime) -> str:
    """An instant on the mentor's clock: `Tue 24 Nov 18:00`."""
    return " ".join(day_and_time(desk, instant))


def day_and_time(desk: "Desk", instant: datetime) -> tuple[str, str]:
    """The same in two columns."""
    local = instant.astimezone(desk.tz)
    return day_words(local.date(), desk.today()), f"{local:%H:%M}"


def there(desk: "Desk", instant: datetime, zone: str) -> str:
    """The same instant on another clock, `18:00 Lagos`; '' for no zone and for the mentor's own.

    The weekday is added when it is another day over there.
    """
    if not zone or zone == desk.zone:
        return ""
    local, theirs = instant.astimezone(desk.tz), instant.astimezone(desk.zone_of(zone))
    day = "" if local.date() == theirs.date() else f"{DAY_NAMES[theirs.weekday()][:3]} "
    return f"{day}{theirs:%H:%M} {city(zone)}"


def until(desk: "Desk", start: datetime) -> str:
    """How far away it is: `now`, `in 12 min`, `in 3 h 5 min`; from 12 hours on `in 6 days`."""
    now = desk.now()
    minutes = -int((now - start) // timedelta(minutes=1))
    if minutes <= 0:
        return "now"
    days = (start.astimezone(desk.tz).date() - desk.today()).days
    if minutes < 720 or not days:
        return f"in {length(minutes)}"
    return "tomorrow" if days == 1 else f"in {days} days"


def of_total(number: int, total: int) -> str:
    """`5 of 12`, or `5` when no end is set, or '' before anything is counted."""
    if not number:
        return ""
    return f"{number} of {total}" if total else str(number)


def by(due: date | None, today: date) -> str:
    """`by Fri 27 Nov`, with a word when that is today or over; '' without a day."""
    if due is None:
        return ""
    late = ", today" if due == today else ", overdue" if due < today else ""
    return f"by {day_words(due, today)}{late}"
