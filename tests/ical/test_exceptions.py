"""Skipped, moved and cancelled calls, and those that fall into a changing clock."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from tests.ical.samples import STAMP, UID, events, expanded, export, promised, series, values, wall

from mentordesk.domain.cadence import Change, Gap, Series
from mentordesk.domain.rules import Rule

SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 6, 1, tzinfo=UTC)
BERLIN = ";TZID=Europe/Berlin:"


def agrees(slot: Series) -> bool:
    """Whether a reader of the file expects the calls that the screens show."""
    return expanded(export(slot), SINCE, UNTIL) == promised(slot, SINCE, UNTIL)


def test_a_skipped_call_and_a_planned_gap_are_left_out_one_per_line() -> None:
    slot = series(
        count=12,
        changes={date(2026, 9, 8): Change("skipped"), date(2026, 9, 22): Change("cancelled")},
        gaps=(Gap(date(2026, 10, 5), date(2026, 10, 15)),),
    )
    assert values(export(slot), "EXDATE") == [
        f"EXDATE{BERLIN}{day}T180000" for day in ("20260908", "20260922", "20261006", "20261013")
    ]
    assert agrees(slot)


def test_a_moved_call_names_its_first_start_however_often_it_moved() -> None:
    moved = Change("moved", wall("2026-09-16 19:30"), sequence=5, stamp=STAMP.replace(hour=12))
    slot = series(changes={date(2026, 9, 15): moved})
    master, one = events(export(slot))
    assert one["RECURRENCE-ID"].to_ical() == b"20260915T180000"
    assert one["DTSTART"].to_ical() == b"20260916T193000"
    assert (one["SEQUENCE"], master["SEQUENCE"]) == (5, 2)
    assert (one["DTSTAMP"].dt, master["DTSTAMP"].dt) == (STAMP.replace(hour=12), STAMP)
    assert agrees(slot)


def test_an_older_change_does_not_fall_behind_its_series() -> None:
    old = Change("moved", wall("2026-09-16 18:00"), sequence=1, stamp=STAMP.replace(year=2025))
    _, one = events(export(series(changes={date(2026, 9, 15): old})))
    assert one["SEQUENCE"] == 2
    assert one["DTSTAMP"].dt == STAMP


def test_a_call_said_to_be_on_as_planned_needs_no_words() -> None:
    slot = series(changes={date(2026, 9, 15): Change("planned", confirmed=True)})
    assert export(slot) == export(series())


def test_a_longer_call_is_written_out_at_its_own_time() -> None:
    slot = series(changes={date(2026, 9, 15): Change("planned", minutes=90)})
    _, one = events(export(slot))
    assert one["DTEND"].to_ical() == b"20260915T193000"
    assert agrees(slot)


@pytest.mark.parametrize(
    "to, stays",
    [
        (wall("2026-09-14 18:00"), True),
        (wall("2026-09-21 23:45"), True),
        (wall("2026-09-09 00:00"), True),
        (wall("2026-09-22 08:00"), False),  # the day of the next call
        (wall("2026-09-30 18:00"), False),  # past it
        (wall("2026-09-08 20:00"), False),  # the day of the last one
    ],
)
def test_a_call_that_leaves_its_neighbours_becomes_an_event_of_its_own(
    to: datetime, stays: bool
) -> None:
    slot = series(changes={date(2026, 9, 15): Change("moved", to, sequence=4)})
    data = export(slot)
    _, one = events(data)
    assert ("RECURRENCE-ID" in one) is stays
    assert bool(values(data, "EXDATE")) is not stays
    if not stays:
        assert (one["UID"], one["RELATED-TO"], one["SEQUENCE"]) == (f"20260915-{UID}", UID, 4)
    assert agrees(slot)


def test_two_moved_calls_do_not_pass_each_other() -> None:
    slot = series(
        changes={
            date(2026, 9, 15): Change("moved", wall("2026-09-19 18:00")),
            date(2026, 9, 22): Change("moved", wall("2026-09-18 18:00")),
        }
    )
    assert ["RECURRENCE-ID" in one for one in events(export(slot))] == [False, True, False]
    assert agrees(slot)


def test_a_series_that_begins_with_skipped_calls_starts_at_the_first_that_is_on() -> None:
    slot = series(
        count=5, changes={date(2026, 9, 1): Change("skipped"), date(2026, 9, 15): Change("skipped")}
    )
    data = export(slot)
    assert values(data, "DTSTART") == [f"DTSTART{BERLIN}20260908T180000"]
    assert values(data, "RRULE")[0] == "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TU"
    assert values(data, "EXDATE") == [f"EXDATE{BERLIN}20260915T180000"]
    assert agrees(slot)


def test_a_series_of_which_nothing_is_left_is_cancelled() -> None:
    slot = series(count=2, gaps=(Gap(date(2026, 8, 1), date(2026, 12, 1)),))
    data = export(slot)
    assert values(data, "STATUS") == ["STATUS:CANCELLED"]
    assert len(values(data, "EXDATE")) == 2
    assert agrees(slot)


def sundays(at: time, minutes: int, first: date, **more: Any) -> Series:
    """A slot on the weekday on which Berlin's clocks change."""
    return series("FREQ=WEEKLY;BYDAY=SU", wall_time=at, minutes=minutes, starts_on=first, **more)


def test_an_hour_that_is_jumped_over_becomes_an_event_of_its_own() -> None:
    slot = sundays(time(2, 30), 45, date(2027, 3, 14), count=4)
    data = export(slot)
    assert values(data, "EXDATE") == [f"EXDATE{BERLIN}20270328T023000"]
    assert events(data)[1]["DTSTART"].to_ical() == b"20270328T033000"
    assert agrees(slot)


def test_an_hour_that_comes_twice_is_written_in_utc() -> None:
    slot = sundays(time(2, 30), 45, date(2027, 10, 17), count=4)
    data = export(slot)
    assert values(data, "DTSTART")[-1] == "DTSTART:20271031T003000Z"
    assert values(data, "DTEND")[-1] == "DTEND:20271031T011500Z"
    assert values(data, "RECURRENCE-ID") == [f"RECURRENCE-ID{BERLIN}20271031T023000"]
    assert agrees(slot)


@pytest.mark.parametrize("first", [date(2027, 3, 14), date(2027, 10, 17)])
@pytest.mark.parametrize("minutes", [30, 60, 120, 150])
def test_a_call_across_the_change_is_as_long_as_it_is(first: date, minutes: int) -> None:
    slot = sundays(time(1, 30), minutes, first, count=4)
    assert values(export(slot), "RECURRENCE-ID")
    assert agrees(slot)


@pytest.mark.parametrize("first", [date(2027, 3, 28), date(2027, 10, 31)])
def test_a_series_does_not_begin_in_a_night_of_change(first: date) -> None:
    """Readers take the length of every call from the first: here it would be an hour off."""
    slot = sundays(time(1, 30), 90, first, count=3)
    data = export(slot)
    week_later = first + timedelta(days=7)
    assert values(data, "DTSTART")[0] == f"DTSTART{BERLIN}{week_later:%Y%m%d}T013000"
    assert values(data, "RRULE") == ["RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=SU"]
    assert agrees(slot)


def test_an_endless_series_looks_years_ahead_for_such_nights() -> None:
    slot = sundays(time(1, 30), 60, date(2026, 9, 6))
    assert len(values(export(slot), "RECURRENCE-ID")) == 10


def test_the_rule_is_kept_whole_and_ends_at_an_instant() -> None:
    slot = series("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH", until=date(2027, 3, 31))
    rule = values(export(slot), "RRULE")[0]
    assert rule == "RRULE:FREQ=MONTHLY;UNTIL=20270325T170000Z;INTERVAL=2;BYDAY=-1TH"
    assert Rule.parse("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH") == slot.rule
    assert agrees(slot)
