"""When somebody studies and how the weeks went: facts of each week, no streaks and no scores."""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from mentordesk.domain.readers import ME, Audience
from mentordesk.domain.rules import days_named, monday_of
from mentordesk.domain.text import short_length

KEPT = ("kept", "partly", "not")
WEEK = timedelta(days=7)


class StudySlot(NamedTuple):
    """An hour of one's own in every week: `weekday` 0 is Monday, `at` is the mentee's clock."""

    weekday: int
    at: time
    minutes: int
    since: date


class StudyWeek(NamedTuple):
    """What became of one week's plan: how it was kept, minutes planned and, if said, done."""

    monday: date
    kept: str
    planned: int = 0
    minutes: int | None = None
    reason: str = ""
    readers: Audience = ME


class StudyPage(NamedTuple):
    """The slots by weekday, the weeks told of, newest first, and the playbook's yardstick.

    `hours` a week over `weeks` is what the programme reckons with; 0 when it says nothing. `zone`
    is the mentee's, '' for the mentor's own.
    """

    slots: Sequence[StudySlot]
    weeks: Sequence[StudyWeek]
    hours: int
    run: int
    zone: str


def planned(slots: Iterable[StudySlot]) -> int:
    """Minutes a week that the slots make."""
    return sum(slot.minutes for slot in slots)


def week_meant(today: date, told: Iterable[date], since: date | None) -> date:
    """The Monday of the week an unnamed answer is about.

    It is the week that ended last, unless it was told of already or nothing was planned in it yet;
    then it is the running one. `told` are Mondays, `since` is the plan's first day.
    """
    running = monday_of(today)
    last = running - WEEK
    began = monday_of(since) if since else last
    return running if last in set(told) or began > last else last


def history(weeks: Sequence[StudyWeek], most: int = 6) -> str:
    """The latest weeks in the order they came: `kept, partly, kept`; '' before any."""
    return ", ".join(week.kept for week in reversed(weeks[:most]))


def out_of(minutes: int, reckoned: int) -> str:
    """What a week holds beside what the programme reckons with, in hours: `9 h of 15 h`."""
    return f"{short_length(minutes)} of {reckoned} h" if reckoned else short_length(minutes)


def spoken(slots: Sequence[StudySlot]) -> list[str]:
    """The slots in words, days at the same hour together: `Monday and Thursday 19:00, 1 h 30`."""
    same: dict[tuple[time, int], list[int]] = {}
    for slot in sorted(slots, key=lambda one: (one.weekday, one.at)):
        same.setdefault((slot.at, slot.minutes), []).append(slot.weekday)
    return [
        f"{days_named(days)} {at:%H:%M}, {short_length(minutes)}"
        for (at, minutes), days in same.items()
    ]


def last_weeks(page: StudyPage, today: date, most: int = 6) -> list[tuple[date, StudyWeek | None]]:
    """The latest weeks by their Monday, newest first, those nobody told of included.

    Only weeks since the plan began, or since the first one that was told of.
    """
    told = {week.monday: week for week in page.weeks}
    began = [monday_of(slot.since) for slot in page.slots]
    first = min([*told, *began], default=None)
    mondays = [monday_of(today) - n * WEEK for n in range(most)]
    return [(one, told.get(one)) for one in mondays if first and one >= first]
