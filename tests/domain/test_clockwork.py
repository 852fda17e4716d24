"""A clock that was set, a laptop that slept, and time that simply went by."""

from datetime import UTC, datetime, timedelta

import pytest

from mentordesk.domain.clockwork import ClockWatch

SIX = datetime(2026, 11, 26, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wall", "went_by", "was_set"),
    [
        (1, 1, 0),
        (60, 60.4, 0),
        (8 * 3600, 8 * 3600 + 2, 0),  # slept over night: both went on
        (4, 0, 0),  # a little is nobody's business
        (-420, 1, -421),
        (3600, 1, 3599),
        (1, 7, -6),
    ],
)
def test_a_clock_was_set_when_it_and_the_seconds_disagree(
    wall: float, went_by: float, was_set: float
) -> None:
    watch = ClockWatch()
    assert watch.was_set(SIX, 1000.0) == timedelta()
    later = SIX + timedelta(seconds=wall)
    assert watch.was_set(later, 1000.0 + went_by) == timedelta(seconds=was_set)
    assert watch.was_set(later + timedelta(seconds=1), 1001.0 + went_by) == timedelta()


def test_a_clock_that_is_corrected_little_by_little_was_not_set() -> None:
    watch = ClockWatch()
    for second in range(600):
        now = SIX + timedelta(seconds=second * 1.02)
        assert not watch.was_set(now, float(second))
