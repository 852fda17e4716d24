"""Hours as they would be offered: their slots, what keeps them from it, what to think of."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mentordesk.desk.clashes import A_YEAR, check_near, refuse_clash
from mentordesk.domain.busy import taken
from mentordesk.domain.cadence import Occurrence, clock_trouble
from mentordesk.domain.errors import Refusal
from mentordesk.domain.offers import Hours, Slot, divided
from mentordesk.domain.offers import slots as slots_of
from mentordesk.domain.rules import Rule, day_words
from mentordesk.domain.text import counted
from mentordesk.store import offers as rows

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

MOST = 20
"""Slots in a row; more do not fit a day."""
SOON = timedelta(weeks=4)
"""How far ahead other calendars are looked at."""
_BUSY = 2
"""Dates in the way of which other calendars are, that are named."""


class Wish(NamedTuple):
    """What is asked for; what is 0 or empty is the playbook's to say, or follows from the rest.

    `lasts` is how many minutes the slots last together, where an end was said.
    """

    rule: Rule
    at: time
    lasts: int = 0
    slots: int = 0
    minutes: int = 0
    playbook: str = ""
    starts_on: date | None = None
    until: date | None = None
    link: str = ""
    force: bool = False


class Plan(NamedTuple):
    """Hours that would be made, one for each weekday of a rule, slots of a year, and remarks."""

    rule: Rule
    hours: tuple[Hours, ...]
    slots: list[Slot]
    remarks: tuple[str, ...]


def plan(desk: "Desk", wish: Wish) -> Plan:
    """The hours that a wish comes to; nothing is stored. Raises Refusal like `hours.offer`."""
    programme = desk.playbooks.find(wish.playbook or desk.default_playbook)
    usual = programme.slot_minutes or programme.minutes
    number, length, left = divided(wish.lasts, wish.slots, wish.minutes, usual)
    _check(desk, wish, number, length)
    first = wish.starts_on or desk.today()
    made = tuple(
        Hours(
            desk.new_id(), programme.slug, rule, wish.at, desk.zone, length, number, first,
            wish.until, wish.link,
        )
        for rule in _rules(wish.rule)
    )  # fmt: skip
    every = slots_of(made, {}, {desk.zone: desk.tz}, first, first + A_YEAR)
    if not wish.force:
        _refuse_overlap(desk, every)
    remarks = [
        *_kept_up(desk, made, programme.slug, programme.slots_a_week),
        *([f"{left} minutes at the end stay free."] if left else []),
        *_clocks(desk, made, every),
        *_busy(desk, every),
    ]
    return Plan(wish.rule, made, every, tuple(remarks))


def _rules(rule: Rule) -> list[Rule]:
    """One for each weekday, so that each can be ended by itself."""
    if rule.freq != "WEEKLY":
        return [rule]
    return [Rule("WEEKLY", rule.interval, (day,)) for day in rule.weekdays]


def _check(desk: "Desk", wish: Wish, slots: int, length: int) -> None:
    if not 1 <= slots <= MOST or not 5 <= length <= 600 or slots * length > 24 * 60:
        raise Refusal(f"{slots} slots of {length} minutes do not fit a day.")
    if wish.until and wish.until < (wish.starts_on or desk.today()):
        raise Refusal("The last day lies before the first one. Give a later one.")
    ends = wish.at.hour * 60 + wish.at.minute + (slots - 1) * length
    if wish.rule.freq == "MONTHLY" and ends >= 24 * 60:
        raise Refusal("Hours of a month begin before midnight, each slot of them. Offer fewer.")
    check_near(desk, wish.starts_on)
    check_near(desk, wish.until)


def _refuse_overlap(desk: "Desk", every: list[Slot]) -> None:
    """Refuse when one of the slots of the first year is another one's time."""
    wanted = [Occurrence(one.day, one.start, one.end, "planned", one.number) for one in every]
    refuse_clash(desk, wanted, lambda *_: False)


def running(desk: "Desk") -> list[Hours]:
    """The hours that have a slot to come."""
    every = rows.all_hours(desk.store)
    return [one for one in every if one.until is None or _has_more(desk, one, one.until)]


def _has_more(desk: "Desk", hours: Hours, until: date) -> bool:
    today, reach = desk.today(), 2 * hours.rule.longest_pause
    last = min(until, max(today, hours.starts_on) + reach)
    zones = {hours.zone: desk.zone_of(hours.zone)}
    left = slots_of([hours], {}, zones, today - timedelta(days=1), last)
    return any(slot.end > desk.now() for slot in left)


def _kept_up(desk: "Desk", made: tuple[Hours, ...], playbook: str, most: int) -> Iterator[str]:
    """What the playbook has against so many slots in a week."""
    offered = sum(one.a_week for one in [*running(desk), *made] if one.playbook == playbook)
    if most and offered > most:
        slots = f"{offered:g}" if offered == int(offered) else f"{offered:.1f}"
        yield f"That makes {slots} slots a week; the playbook says {most} that you can keep up."


def _clocks(desk: "Desk", made: tuple[Hours, ...], every: list[Slot]) -> Iterator[str]:
    """A date on which the clocks jump over the time or have it twice."""
    for day in dict.fromkeys(one.day for one in every):
        if trouble := clock_trouble(datetime.combine(day, made[0].wall_time), desk.tz):
            what = "does not exist" if trouble == "missing" else "comes twice"
            yield f"{made[0].wall_time:%H:%M} {what} on {day_words(day, desk.today())}."
            return


def _busy(desk: "Desk", every: list[Slot]) -> Iterator[str]:
    """Other calendars that are in the way in the weeks to come."""
    found = []
    for one in every:
        if one.number == 0 and one.start < desk.now() + SOON:
            end = one.end + (one.hours.slots - 1) * (one.end - one.start)
            found += [(one, busy) for busy in desk.busy.between(one.start, end)]
    for one, busy in found[:_BUSY]:
        yield (
            f"{day_words(one.start.astimezone(desk.tz).date(), desk.today())}:"
            f" you are {taken(busy, desk.tz)}."
        )
    if len(found) > _BUSY:
        yield f"And busy on {counted(len(found) - _BUSY, 'more date')}."
