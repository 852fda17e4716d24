"""Which times are proposed: free on both sides, and not all alike."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.contact import Policy, is_open
from mentordesk.domain.proposing import FreeTime, free_times, spread

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
MONDAY = datetime(2026, 11, 30, 0, 0, tzinfo=BERLIN).astimezone(UTC)
DAY = timedelta(days=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A time in Berlin, `day` days after that Monday."""
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def office(zone: ZoneInfo = BERLIN, since: int = 9, until: int = 18) -> Policy:
    return Policy(days=(0, 1, 2, 3, 4), since=time(since), until=time(until), tz=zone)


def test_a_stretch_lies_in_the_hours_of_both_from_beginning_to_end() -> None:
    found = free_times(MONDAY, MONDAY + DAY, 45, [office(), office(TOKYO)], [])
    assert [one.start for one in found] == [at(0, 9)]
    assert free_times(MONDAY, MONDAY + DAY, 90, [office(), office(TOKYO)], []) == []
    assert free_times(at(5, 0), at(7, 0), 45, [office()], []) == []
    night = Policy(since=time(22), until=time(2), tz=BERLIN)
    starts = [one.start for one in free_times(at(0, 12), at(1, 12), 60, [night], [])]
    assert (starts[0], starts[-1]) == (at(0, 22), at(1, 1))
    break_at_noon = Policy(since=time(14), until=time(12), tz=BERLIN)
    free = free_times(at(0, 9), at(0, 15), 180, [break_at_noon], [])
    assert [one.start.astimezone(BERLIN).hour for one in free] == [9, 14, 14]


def test_what_is_taken_is_left_out_and_what_touches_it_is_not() -> None:
    taken = [(at(0, 10), at(0, 17)), (at(0, 9, 20), at(0, 9, 40))]
    found = free_times(at(0, 8, 10), at(1, 0), 60, [office()], taken)
    assert [one.start for one in found] == [at(0, 17)]


def test_the_choice_is_spread_over_days_and_over_the_day() -> None:
    free = free_times(MONDAY, MONDAY + 14 * DAY, 60, [office()], [])
    chosen = [one.start for one in spread(free, 3, office())]
    assert chosen == [at(0, 9), at(4, 13), at(11, 17)]
    one_day = free_times(MONDAY, MONDAY + DAY, 60, [office()], [])
    assert len(spread(one_day, 3, office())) == 3
    assert spread(one_day[:2], 3, office()) == one_day[:2]
    assert spread([], 3, office()) == []


moments = st.integers(0, 14 * 48).map(lambda half: MONDAY + half * timedelta(minutes=30))


@settings(max_examples=30)
@given(
    st.lists(st.tuples(moments, st.integers(1, 600)), max_size=12),
    st.integers(5, 180),
    st.integers(1, 6),
)
def test_nothing_proposed_is_taken_or_outside_of_anybodys_hours(
    busy: list[tuple[datetime, int]], minutes: int, count: int
) -> None:
    taken = [(start, start + timedelta(minutes=length)) for start, length in busy]
    sides = [office(), office(ZoneInfo("Africa/Lagos"), 8, 20)]
    free = free_times(MONDAY, MONDAY + 14 * DAY, minutes, sides, taken)
    chosen: list[FreeTime] = spread(free, count, sides[0])
    assert len(set(chosen)) == len(chosen) == min(count, len(free))
    for one in chosen:
        assert one.end - one.start == timedelta(minutes=minutes)
        assert not any(start < one.end and end > one.start for start, end in taken)
        for side in sides:
            assert is_open(side, one.start.astimezone(side.tz).replace(tzinfo=None))
