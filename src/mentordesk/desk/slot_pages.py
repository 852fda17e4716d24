"""The standing slot to look at: its next meetings on both clocks, and what deserves a warning."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from mentordesk.desk.slot_warnings import about_calendars
from mentordesk.domain.busy import BusyTime, in_the_way, taken
from mentordesk.domain.cadence import Occurrence, Series, clock_trouble
from mentordesk.domain.pages import Meeting, SlotPage
from mentordesk.domain.people import Relation
from mentordesk.domain.rules import day_words
from mentordesk.domain.text import one_line
from mentordesk.store import calls, slots

if TYPE_CHECKING:
    from mentordesk.desk.desk import Desk

_HALF_A_YEAR = timedelta(weeks=26)


def slot(desk: "Desk", found: Relation, meetings: int) -> SlotPage:
    """The standing slot of somebody; the dates of an earlier one that still goes on come first."""
    every = slots.all_series(desk.store, found.mentorship.id)
    return _page(desk, found, every, every, meetings) if every else SlotPage(None, [], [])


def preview(desk: "Desk", found: Relation, series: Series, meetings: int) -> SlotPage:
    """A slot as it would be; the dates of one that is stored count on from an earlier slot's."""
    every = slots.all_series(desk.store, found.mentorship.id)
    known = [one for one in every if one.id == series.id]
    return _page(desk, found, every if known else [series], known or [series], meetings)


def _page(
    desk: "Desk",
    found: Relation,
    every: Sequence[Series],
    shown: Sequence[Series],
    meetings: int,
) -> SlotPage:
    """The next meetings of some slots, skipped ones included, with what deserves a warning.

    A meeting's number counts those that were held and those to come in every slot.
    """
    here = {series.id for series in shown}
    ahead = [pair for pair in _coming(desk, found, every) if pair[0].id in here]
    coming = ahead[:meetings]
    plain = [meeting(desk, *pair, their_zone(desk, found, pair[0])) for pair in coming]
    lines = list(zip([series for series, _ in coming], with_busy(desk, plain), strict=True))
    runs = [[line for of, line in lines if of is series] for series in shown]
    shifts = dict.fromkeys(said for run in runs for said in _shifts(run))
    warnings = [*_nights(found.mentee.name, [line for _, line in lines]), *shifts]
    warnings += _later(desk, [one for _, one in ahead[meetings:]])
    warnings += about_calendars(desk, shown)
    to_come = {series.id for series, _ in ahead}
    going = [series for series in shown if series.id in to_come]
    return SlotPage(shown[-1], [line for _, line in lines], warnings, going)


def _coming(
    desk: "Desk", found: Relation, every: Sequence[Series]
) -> list[tuple[Series, Occurrence]]:
    """What is not over in the next two years, by start; left-out dates have no number."""
    now = desk.now()
    over = slots.over(desk.store, now)
    last = calls.last_held(desk.store, found.mentorship.id)
    number = last.number if last else 0
    dates = sorted(
        (one.start, at, one)
        for at, series in enumerate(every)
        for one in series.between(now - timedelta(days=1), now + timedelta(days=760))
        if one.end > now and (series.id, one.day) not in over
    )
    numbered = []
    for _, at, one in dates:
        number += one.happens
        numbered.append((every[at], one._replace(number=number if one.happens else 0)))
    return numbered


def meeting(desk: "Desk", series: Series, one: Occurrence, theirs: tzinfo | None) -> Meeting:
    """An occurrence on both clocks, with what a clock change does to it."""
    there = one.start.astimezone(theirs) if theirs else None
    wall = datetime.combine(one.day, series.wall_time)
    trouble = clock_trouble(wall, series.tz) if one.state == "planned" else ""
    warning = {
        "missing": "the clocks jump over this time; it is kept an hour later by the clock",
        "twice": "this time comes twice; the first one is meant",
    }.get(trouble, "")
    return Meeting(one, one.start.astimezone(desk.tz), there, warning)


def with_busy(desk: "Desk", lines: Sequence[Meeting]) -> list[Meeting]:
    """The same meetings, with a word at those that other calendars take."""
    happening = [line.occurrence for line in lines if line.occurrence.happens]
    if not happening:
        return list(lines)
    since, until = min(one.start for one in happening), max(one.end for one in happening)
    busy = desk.busy.between(since, until)
    return [_warned(desk, line, busy) for line in lines] if busy else list(lines)


def _later(desk: "Desk", dates: Sequence[Occurrence]) -> Iterator[str]:
    """How many dates of the next half-year, beyond those shown, other calendars take."""
    until = desk.now() + _HALF_A_YEAR
    near = [one for one in dates if one.happens and one.start < until]
    busy = desk.busy.between(near[0].start, near[-1].end) if near else []
    found = [one for one in near if in_the_way(one.start, one.end, busy)] if busy else []
    if found:
        first = found[0].start.astimezone(desk.tz)
        dates_fall = "1 later date falls" if len(found) == 1 else f"{len(found)} later dates fall"
        yield f"{dates_fall} into busy times, the first on {day_words(first.date(), desk.today())}"


def _warned(desk: "Desk", line: Meeting, busy: Sequence[BusyTime]) -> Meeting:
    one = line.occurrence
    found = in_the_way(one.start, one.end, busy) if one.happens else []
    said = [line.warning, *(taken(each, desk.tz) for each in found[:2])]
    return line._replace(warning=", ".join(filter(None, said)))


def _nights(name: str, lines: Iterable[Meeting]) -> Iterator[str]:
    """The first meeting that begins in their night, before seven or after nine in the evening."""
    for line in lines:
        if line.there and line.occurrence.happens and not 7 <= line.there.hour < 21:
            there = line.there
            yield (
                f"it is night for {one_line(name)}:"
                f" {there:%a} {there.day} {there:%b %H:%M} on their clock"
            )
            return


def _shifts(lines: Iterable[Meeting]) -> Iterable[str]:
    """Where one side's clock changes and the other's does not."""
    before: Meeting | None = None
    for line in lines:
        if line.occurrence.state != "planned":
            continue
        if before and before.there and line.there:
            mine = line.here.timetz().replace(tzinfo=None) != before.here.timetz().replace(
                tzinfo=None
            )
            others = line.there.time() != before.there.time()
            if mine or others:
                yield (
                    f"from {line.here:%a} {line.here.day} {line.here:%b %Y} on:"
                    f" {line.here:%H:%M} for you, {line.there:%H:%M} there"
                )
        before = line


def their_zone(desk: "Desk", found: Relation, series: Series) -> tzinfo | None:
    """The second clock: the mentee's, else the slot's where it is not the mentor's own."""
    zone = found.mentee.zone or series.zone
    return desk.zone_of(zone) if found.mentee.zone or zone != desk.zone else None
