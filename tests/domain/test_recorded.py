"""How far into a recording a moment lies."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.recorded import offset, spoken

SIX = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """So many minutes after six."""
    return SIX + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("spans", "when", "said"),
    [
        ([(0, None)], 0, "0:00:00"),
        ([(0, None)], 27.25, "0:27:15"),
        ([(5, None)], 27, "0:22:00"),
        ([(0, 10), (15, None)], 20, "0:15:00"),
        ([(0, 10), (15, None)], 12, "0:10:00"),
        ([(0, 10), (15, 20)], 90, "0:15:00"),
        ([(0, None)], 200, "3:20:00"),
        ([(30, None)], 20, "0:00:00"),
        ([], 20, "0:00:00"),
    ],
)
def test_only_what_was_recorded_counts(
    spans: list[tuple[float, float | None]], when: float, said: str
) -> None:
    ran = [(at(begin), None if end is None else at(end)) for begin, end in spans]
    assert spoken(offset(ran, at(when))) == said


@given(st.lists(st.integers(0, 500), min_size=2, max_size=8, unique=True), st.integers(0, 500))
def test_an_offset_grows_by_a_second_a_second_or_stands_still(times: list[int], when: int) -> None:
    ends = sorted(times)
    spans = [(at(a), at(b)) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    now, then = (offset(spans, SIX + timedelta(minutes=when, seconds=s)) for s in (0, 1))
    runs = any(begin <= at(when) < end for begin, end in spans)
    assert then - now == timedelta(seconds=int(runs))
