"""What changes for somebody who was told of a slot, in sentences: single dates, or all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from mentordesk.domain.cadence import Occurrence, Series, instant
from mentordesk.domain.inviting import (
    AHEAD,
    MOST,
    Clock,
    elsewhere,
    minutes_of,
    on_clocks,
    whole_day,
)
from mentordesk.domain.text import city

Dates = Mapping[date, Occurrence]
"""Dates by their day of the rule."""
Pair = tuple[Occurrence | None, Occurrence | None]
"""A date as it was told, and as it is; None where there is none."""


def differences(
    was: Series, now: Series | None, since: datetime, clocks: Sequence[Clock]
) -> dict[str, str]:
    """What changes for somebody who knows `was`, a sentence each, by the day of the rule.

    Another rule, time or length is told once, under `base`, with the dates it is not true of. What
    comes after the last date of either is told once, under `end`.
    """
    before, after = _ahead(was, since), _ahead(now, since) if now else {}
    expected, coming = _happening(before), _happening(after)
    if now is None or not coming:
        return {"end": "No date is left."} if expected else {}
    said = _another_base(was, now, before, after, clocks) or _by_date(expected, coming, clocks)
    ends = _last_of(was, expected, since), _last_of(now, coming, since)
    if sentence := _new_end(ends[0], ends[1], clocks):
        said["end"] = sentence
    return said


def _by_date(expected: Dates, coming: Dates, clocks: Sequence[Clock]) -> dict[str, str]:
    """A sentence for each date that differs, as far as both go."""
    common = min(max(coming), max(expected, default=date.max))
    days = (day for day in sorted({*expected, *coming}) if day <= common)
    return _told({day: (expected.get(day), coming.get(day)) for day in days}, clocks)


class _Last(NamedTuple):
    """The last day of a rule on which people meet, and the latest meeting; both None for no end."""

    day: date | None
    latest: Occurrence | None


def _last_of(series: Series, dates: Dates, since: datetime) -> _Last | None:
    """How a series ends of which these dates are looked at; None when it has none."""
    last = series.last_day
    if not dates:
        return None
    if last is None:
        return _Last(None, None)
    if last > (since + AHEAD).date():
        return _Last(last, series.occurrence(last))
    return _Last(max(dates), max(dates.values(), key=_start))


def _new_end(was: _Last | None, now: _Last | None, clocks: Sequence[Clock]) -> str:
    """The last date, and which it was if the series had an end; '' where it has the same."""
    if was is None or now is None or was.day == now.day:
        return ""
    said, verb = "It goes on without an end.", "The last date was"
    if now.latest:
        said, verb = f"The last date is {on_clocks(now.latest.start, clocks)}.", "It was"
    return f"{said} {verb} {on_clocks(was.latest.start, clocks)}." if was.latest else said


class _Base(NamedTuple):
    """The first date by a new rule, time or length, and when it would be by the old one.

    `clocks` begin with the one that the slot keeps.
    """

    was: Series
    now: Series
    start: datetime
    old: datetime
    clocks: Sequence[Clock]


def _another_base(
    was: Series, now: Series, before: Dates, after: Dates, clocks: Sequence[Clock]
) -> dict[str, str]:
    """Another rule, time or length, and the dates it is not true of; nothing for the same."""
    new = next(filter(_is_plain, after.values()), None)
    old = next(filter(_is_plain, before.values()), None)
    if new is None or old is None or _terms(was) == _terms(now):
        return {}
    same_day = instant(datetime.combine(new.day, was.wall_time), was.tz)
    own = sorted(clocks, key=lambda clock: clock.tz != now.tz)
    base = _Base(was, now, new.start, same_day if was.rule == now.rule else old.start, own)
    days = sorted({*before, *after})
    apart = {day: (before.get(day), after.get(day)) for day in days}
    apart = {
        day: pair for day, pair in apart.items() if not all(map(_is_plain, filter(None, pair)))
    }
    lines = [_said_once(base), *_other_weeks(base, after.values()), *_kept(apart, clocks)]
    return {"base": " ".join(lines)} | _told(apart, clocks)


def _said_once(base: _Base) -> str:
    """`From Tue 24 Nov 2026 on: every Tuesday at 19:00 Berlin (…) instead of 18:00 (…).`."""
    was, now = base.was, base.now
    first = base.start.astimezone(now.tz)
    said = f"From {whole_day(first)} on: {now.rule.spoken()} at {first:%H:%M} {base.clocks[0].name}"
    said += elsewhere(base.start, base.clocks)
    if was.rule != now.rule or first.time() != base.old.astimezone(now.tz).time():
        rule = f"{was.rule.spoken()} at " if was.rule != now.rule else ""
        local = base.old.astimezone(now.tz)
        said += f" instead of {rule}{local:%H:%M}{elsewhere(base.old, base.clocks)}"
    if was.zone != now.zone:
        said += f", by the clock of {city(now.zone)} instead of {city(was.zone)}"
    if was.minutes != now.minutes:
        said += f", {now.minutes} minutes instead of {was.minutes}"
    return f"{said}."


def _other_weeks(base: _Base, after: Iterable[Occurrence]) -> Iterator[str]:
    """The first date that is at another time elsewhere, because clocks change between."""
    hours = elsewhere(base.start, base.clocks)
    for one in filter(_is_plain, after):
        if elsewhere(one.start, base.clocks) != hours:
            there = on_clocks(one.start, base.clocks)
            place = base.clocks[0].name
            yield f"{place} keeps that time when clocks change; elsewhere it differs: {there}."
            return


def _kept(apart: Mapping[date, Pair], clocks: Sequence[Clock]) -> Iterator[str]:
    """The moved dates that stay where they are, and those left out as before."""
    every = {day: pair for day, pair in apart.items() if not _difference(*_on(pair), clocks)}
    stay = [on_clocks(one.start, clocks) for _, one in every.values() if one and one.happens]
    out = [whole_day(day) for day, (_, one) in every.items() if one and not one.happens]
    if stay:
        yield f"As it was: {_few(stay, '; ')}."
    if out:
        yield f"Left out: {_few(out, ', ')}."


def _few(said: Sequence[str], between: str) -> str:
    more = len(said) - MOST
    return between.join(said[:MOST]) + (f" and {more} more" if more > 0 else "")


def _told(pairs: Mapping[date, Pair], clocks: Sequence[Clock]) -> dict[str, str]:
    """A sentence for each date that somebody expects otherwise."""
    said = {f"{day:%Y%m%d}": _difference(*_on(pair), clocks) for day, pair in pairs.items()}
    return {day: sentence for day, sentence in said.items() if sentence}


def _on(pair: Pair) -> Pair:
    """The two of them as far as people are expected to meet."""
    before, after = (one if one and one.happens else None for one in pair)
    return before, after


def _difference(
    before: Occurrence | None, after: Occurrence | None, clocks: Sequence[Clock]
) -> str:
    if before is None and after is not None:
        return f"New: {on_clocks(after.start, clocks)}."
    if before is not None and after is None:
        return f"Does not take place: {on_clocks(before.start, clocks)}."
    if before is None or after is None or before[1:3] == after[1:3]:
        return ""
    now, was = minutes_of(after), minutes_of(before)
    if before.start == after.start:
        return f"{on_clocks(after.start, clocks)}: {now} minutes, not {was}."
    length = f", {now} minutes" if was != now else ""
    return (
        f"Moved from {on_clocks(before.start, clocks)} to {on_clocks(after.start, clocks)}{length}."
    )


def _terms(series: Series) -> tuple[object, ...]:
    return series.rule, series.wall_time, series.minutes, series.zone


def _ahead(series: Series, since: datetime) -> dict[date, Occurrence]:
    return {one.day: one for one in series.between(since, since + AHEAD)}


def _happening(dates: Dates) -> dict[date, Occurrence]:
    return {day: one for day, one in dates.items() if one.happens}


def _is_plain(one: Occurrence) -> bool:
    """Whether a date is as its rule has it."""
    return one.state == "planned"


def _start(one: Occurrence) -> datetime:
    return one.start
