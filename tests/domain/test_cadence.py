"""When the standing slot happens: rules as tables, clock changes, moves, gaps, and ends."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.cadence import Change, Gap, Series, clock_trouble, instant
from mentordesk.domain.errors import Refusal
from mentordesk.domain.rules import Rule

BERLIN = ZoneInfo("Europe/Berlin")


def slot(rule: str = "FREQ=WEEKLY;BYDAY=TU", **more: Any) -> Series:
    """Tuesdays at 18:00 in Berlin from September 2026, an hour each, unless told otherwise."""
    plain = Series(
        id="s1",
        mentorship_id="m1",
        rule=Rule.parse(rule),
        wall_time=time(18),
        minutes=60,
        zone="Europe/Berlin",
        tz=BERLIN,
        starts_on=date(2026, 9, 1),
    )
    return plain._replace(**more)


def wall(text: str) -> datetime:
    """A wall time without a zone of its own."""
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    """An instant."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def shown(days: Any, count: int = 5) -> str:
    """The first few days, short."""
    return " ".join(f"{day:%m-%d}" for day in islice(days, count))


@pytest.mark.parametrize(
    "rule, start, days",
    [
        ("FREQ=WEEKLY;BYDAY=TU", "2026-09-01", "09-01 09-08 09-15 09-22 09-29"),
        ("FREQ=WEEKLY;BYDAY=TU", "2026-09-02", "09-08 09-15 09-22 09-29 10-06"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "2026-09-02", "09-03 09-07 09-10 09-14 09-17"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2026-09-02", "09-03 09-14 09-17 09-28 10-01"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-09-04", "09-15 09-29 10-13 10-27 11-10"),
        ("FREQ=WEEKLY;BYDAY=SU", "2026-09-06", "09-06 09-13 09-20 09-27 10-04"),
        ("FREQ=MONTHLY;BYDAY=3TU", "2026-09-01", "09-15 10-20 11-17 12-15 01-19"),
        ("FREQ=MONTHLY;BYDAY=3TU", "2026-09-16", "10-20 11-17 12-15 01-19 02-16"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2026-11-01", "11-02 12-07 01-04 02-01 03-01"),
        ("FREQ=MONTHLY;BYDAY=-1TH", "2026-11-27", "12-31 01-28 02-25 03-25 04-29"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28", "2026-11-28", "11-28 02-28 05-28 08-28 11-28"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", "2026-11-20", "01-15 03-15 05-15 07-15 09-15"),
    ],
)
def test_the_days_of_a_rule(rule: str, start: str, days: str) -> None:
    assert shown(Rule.parse(rule).days_from(date.fromisoformat(start))) == days
    assert str(Rule.parse(rule)) == rule


@pytest.mark.parametrize(
    "rule, words",
    [
        ("FREQ=WEEKLY;BYDAY=TU", "every Tuesday"),
        ("FREQ=WEEKLY;BYDAY=TU,TH,SU", "every Tuesday, Thursday and Sunday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "every 2 weeks on Tuesday and Thursday"),
        ("FREQ=MONTHLY;BYDAY=-1TH", "the last Thursday of every month"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "day 15 every 3 months"),
    ],
)
def test_a_rule_says_itself(rule: str, words: str) -> None:
    assert Rule.parse(rule).spoken() == words


@pytest.mark.parametrize(
    "wrong, says",
    [
        ({"freq": "DAILY", "weekdays": (1,)}, "weekly or monthly, not daily"),
        ({"freq": "WEEKLY"}, "needs a weekday"),
        ({"freq": "WEEKLY", "weekdays": (1,), "interval": 0}, "no interval"),
        ({"freq": "WEEKLY", "weekdays": (1,), "interval": 53}, "no interval"),
        ({"freq": "WEEKLY", "weekdays": (1,), "nth": 2}, "by weekday alone"),
        ({"freq": "WEEKLY", "weekdays": (1,), "month_day": 2}, "by weekday alone"),
        ({"freq": "MONTHLY"}, "by weekday"),
        ({"freq": "MONTHLY", "nth": 1, "weekdays": (1,), "month_day": 3}, "by weekday"),
        ({"freq": "MONTHLY", "nth": 1}, "exactly one"),
        ({"freq": "MONTHLY", "nth": 1, "weekdays": (1, 2)}, "exactly one"),
        ({"freq": "MONTHLY", "month_day": 3, "weekdays": (1,)}, "exactly one"),
        ({"freq": "MONTHLY", "nth": 5, "weekdays": (1,)}, "1 to 4, or -1"),
        ({"freq": "MONTHLY", "month_day": 29}, "Not every month has a day 29"),
        ({"freq": "MONTHLY", "month_day": -1}, "Not every month"),
    ],
)
def test_an_impossible_rule_is_refused_with_a_sentence(wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(Refusal, match=says):
        Rule(**wrong)


def test_the_order_and_number_of_times_a_weekday_is_named_do_not_matter() -> None:
    assert Rule("WEEKLY", weekdays=(3, 1, 3)) == Rule("WEEKLY", weekdays=(1, 3))


rules = st.one_of(
    st.builds(
        lambda days, every: Rule("WEEKLY", every, tuple(days)),
        st.sets(st.integers(0, 6), min_size=1),
        st.integers(1, 5),
    ),
    st.builds(
        lambda nth, every: Rule("MONTHLY", every, (3,), nth=nth),
        st.sampled_from((1, 4, -1)),
        st.integers(1, 14),
    ),
    st.builds(lambda day: Rule("MONTHLY", 1, month_day=day), st.integers(1, 28)),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rules, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-100, 3000))
def test_jumping_to_a_day_finds_what_walking_finds(rule: Rule, start: date, ahead: int) -> None:
    since = start + timedelta(days=ahead)
    walked = ((n, day) for n, day in rule.numbered(start) if day >= since)
    assert list(islice(walked, 5)) == list(islice(rule.numbered(start, since), 5))


def test_an_endless_rule_ends_with_the_calendar() -> None:
    for rule in ("FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY;BYDAY=-1FR"):
        found = list(Rule.parse(rule).numbered(date(2026, 1, 1), date(9980, 1, 1)))
        assert found[-1][1].year == 9989
        assert not list(Rule.parse(rule).numbered(date(2026, 1, 1), date(9999, 12, 31)))


def test_wall_time_stays_when_the_clocks_change() -> None:
    starts = [one.start for one in islice(slot(starts_on=date(2026, 10, 20)).occurrences(), 2)]
    assert starts == [utc("2026-10-20 16:00"), utc("2026-10-27 17:00")]


@pytest.mark.parametrize(
    "at, start, trouble",
    [
        ("2027-03-28 01:59", "2027-03-28 00:59", ""),
        ("2027-03-28 02:30", "2027-03-28 01:30", "missing"),
        ("2027-03-28 03:00", "2027-03-28 01:00", ""),
        ("2026-10-25 01:59", "2026-10-24 23:59", ""),
        ("2026-10-25 02:30", "2026-10-25 00:30", "twice"),
        ("2026-10-25 03:00", "2026-10-25 02:00", ""),
    ],
)
def test_an_hour_that_is_missing_or_comes_twice(at: str, start: str, trouble: str) -> None:
    """RFC 5545 §3.3.5: the offset before the gap, the first of two."""
    assert instant(wall(at), BERLIN) == utc(start)
    assert instant(wall(at).replace(fold=1), BERLIN) == utc(start)
    assert clock_trouble(wall(at), BERLIN) == trouble


def test_a_call_across_the_change_lasts_as_long_as_it_says() -> None:
    night = slot("FREQ=WEEKLY;BYDAY=SU", wall_time=time(1, 30), starts_on=date(2026, 10, 25))
    one = next(night.occurrences())
    assert (one.start, one.end) == (utc("2026-10-24 23:30"), utc("2026-10-25 00:30"))


def test_count_takes_skipped_days_along_and_until_is_a_day_included() -> None:
    skipped = {date(2026, 9, 8): Change("skipped", reason="fair")}
    counted = list(slot(count=3, changes=skipped).occurrences())
    assert [(one.number, one.state) for one in counted] == [
        (1, "planned"),
        (2, "skipped"),
        (3, "planned"),
    ]
    assert counted[1].reason == "fair"
    assert [one.happens for one in counted] == [True, False, True]
    assert slot(count=3).last_day == date(2026, 9, 15)
    assert slot(until=date(2026, 9, 15)).last_day == date(2026, 9, 15)
    assert slot(until=date(2026, 9, 14)).last_day == date(2026, 9, 8)
    assert slot(until=date(2026, 8, 1)).last_day is None
    assert slot().last_day is None
    assert (slot(count=3).total, slot().total) == (3, 0)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rules, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-9, 3000))
def test_the_end_is_found_near_the_end(rule: Rule, start: date, ahead: int) -> None:
    series = slot()._replace(rule=rule, starts_on=start, until=start + timedelta(days=ahead))
    days = list(series.days())
    assert (series.total, series.last_day) == (len(days), days[-1] if days else None)


def test_a_gap_includes_both_ends_but_not_what_was_agreed_for_one_day() -> None:
    gap = Gap(date(2026, 9, 8), date(2026, 9, 22))
    moved = {date(2026, 9, 15): Change("moved", wall("2026-09-16 10:00"))}
    states = [one.state for one in islice(slot(gaps=(gap,), changes=moved).occurrences(), 5)]
    assert states == ["planned", "gap", "moved", "gap", "planned"]


def test_a_moved_call_keeps_its_day_and_number_and_may_get_longer() -> None:
    moved = Change("moved", wall("2026-09-16 19:30"), minutes=90, confirmed=True)
    one = list(islice(slot(changes={date(2026, 9, 15): moved}).occurrences(), 3))[2]
    assert (one.day, one.number, one.confirmed) == (date(2026, 9, 15), 3, True)
    assert (one.start, one.end) == (utc("2026-09-16 17:30"), utc("2026-09-16 19:00"))


def test_between_takes_the_start_and_leaves_the_end() -> None:
    found = slot().between(utc("2026-09-08 16:00"), utc("2026-09-22 16:00"))
    assert [(one.number, one.day.day) for one in found] == [(2, 8), (3, 15)]


def test_between_finds_moved_calls_where_they_went_and_in_the_order_they_happen() -> None:
    far = slot(
        changes={
            date(2026, 9, 8): Change("moved", wall("2026-11-05 10:00")),
            date(2026, 12, 1): Change("moved", wall("2026-11-02 10:00")),
        }
    )
    found = far.between(utc("2026-11-01 00:00"), utc("2026-11-08 00:00"))
    assert [one.day for one in found] == [date(2026, 12, 1), date(2026, 11, 3), date(2026, 9, 8)]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_between_looks_beyond_the_date_line(zone: str) -> None:
    late = slot(zone=zone, tz=ZoneInfo(zone), wall_time=time(0, 15))
    one = next(late.occurrences())
    for here in (ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Etc/GMT+12")):
        since = one.start.astimezone(here)
        assert late.between(since, since + timedelta(minutes=1)) == [one]


def test_between_counts_an_endless_series_without_walking_it() -> None:
    class Steps(Rule):
        """A rule that says how often it was asked for a month."""

        asked = 0

        def _day_in(self, year: int, month: int) -> date:
            Steps.asked += 1
            return super()._day_in(year, month)

    old = slot(starts_on=date(1926, 9, 1))._replace(rule=Steps("MONTHLY", 1, (1,), nth=3))
    (one,) = old.between(utc("2026-11-01 00:00"), utc("2026-12-01 00:00"))
    assert (one.day, one.number) == (date(2026, 11, 17), 1203)
    assert Steps.asked < 10


def test_the_next_call_is_the_one_that_is_on_until_it_is_over() -> None:
    tuesdays = slot(changes={date(2026, 9, 15): Change("skipped")})
    during = tuesdays.next_after(utc("2026-09-08 16:59"))
    assert during and during.day == date(2026, 9, 8)
    after = tuesdays.next_after(utc("2026-09-08 17:00"))
    assert after and after.day == date(2026, 9, 22)


def test_the_next_call_may_be_one_that_was_moved_before_others() -> None:
    hurried = slot(changes={date(2026, 10, 6): Change("moved", wall("2026-09-10 09:00"))})
    soon = hurried.next_after(utc("2026-09-09 00:00"))
    assert soon and soon.day == date(2026, 10, 6)
    late = slot(changes={date(2026, 9, 8): Change("moved", wall("2026-09-17 09:00"))})
    second = late.next_after(utc("2026-09-16 00:00"))
    assert second and second.day == date(2026, 9, 8)


def test_the_next_call_may_be_years_away_or_never() -> None:
    rare = slot("FREQ=MONTHLY;INTERVAL=48;BYMONTHDAY=15")
    found = rare.next_after(utc("2026-10-01 00:00"))
    assert found and found.day == date(2030, 9, 15)
    assert slot(count=2).next_after(utc("2026-09-09 00:00")) is None
    away = Gap(date(2026, 9, 1), date(2028, 9, 1))
    back = slot(gaps=(away,)).next_after(utc("2026-09-01 00:00"))
    assert back and back.day == date(2028, 9, 5)


@given(
    since=st.datetimes(wall("2026-01-01"), wall("2028-01-01"), timezones=st.just(UTC)),
    days=st.integers(0, 40),
    hour=st.integers(0, 23),
    zone=st.sampled_from(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"]),
    rule=st.sampled_from(
        ["FREQ=WEEKLY;BYDAY=MO,SA", "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE", "FREQ=MONTHLY;BYDAY=-1TH"]
    ),
)
def test_a_slot_of_which_nothing_was_said_is_looked_at_by_the_short_way_to_the_same_end(
    since: datetime, days: int, hour: int, zone: str, rule: str
) -> None:
    tz = ZoneInfo(zone)
    plain = slot(rule, wall_time=time(hour), zone=zone, tz=tz)
    said = plain._replace(changes={date(2020, 1, 1): Change("skipped")})
    until = since + timedelta(days=days)
    assert plain.between(since, until) == said.between(since, until)
