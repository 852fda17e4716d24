"""The clock of a call: every state is computed from start, pauses and extensions alone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.timebox import Timebox, clock, planned_end

START = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def at(minutes: float) -> datetime:
    """So many minutes after the start."""
    return START + minutes * MINUTE


def hour(**changes: object) -> Timebox:
    """A call of an hour that keeps its last quarter for the wrap-up."""
    return Timebox(**{"started": START, "planned_end": at(60), "reserve": 15, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minute", "phase", "left"),
    [
        (0, "work", "1:00:00"),
        (44.99, "work", "15:01"),
        (45, "wrap-up", "15:00"),
        (59.99, "wrap-up", "00:01"),
        (60, "over", "00:00"),
        (60.5, "over", "-00:30"),
        (24 * 60, "over", "-23:00:00"),
    ],
)
def test_a_call_works_then_wraps_up_then_is_over(minute: float, phase: str, left: str) -> None:
    call = hour()
    assert call.phase(at(minute)) == phase
    assert clock(call.left(at(minute))) == left


def test_an_extension_moves_the_wrap_up_and_the_end() -> None:
    call = hour(extended=10)
    assert call.end(at(50)) == at(70)
    assert call.wrap_up(at(50)) == at(55)
    assert call.phase(at(50)) == "work"


def test_a_pause_moves_the_end_while_it_lasts_and_afterwards() -> None:
    running = hour(pauses=((at(20), None),))
    assert running.is_paused
    assert running.left(at(20)) == running.left(at(35)) == 40 * MINUTE
    over = hour(pauses=((at(20), at(30)),))
    assert not over.is_paused
    assert over.end(at(40)) == at(70)


def test_a_pause_never_moves_a_hard_stop() -> None:
    call = hour(hard_stop=True, pauses=((at(20), None),))
    assert call.left(at(30)) == 30 * MINUTE
    assert call.phase(at(60)) == "over"


def test_an_extension_moves_even_a_hard_stop_because_both_agreed() -> None:
    assert hour(hard_stop=True, extended=5).end(START) == at(65)


@pytest.mark.parametrize(
    ("reserve", "wrap_up"), [(0, at(60)), (15, at(45)), (60, at(0)), (90, at(0))]
)
def test_the_reserve_never_begins_before_the_call(reserve: int, wrap_up: datetime) -> None:
    assert hour(reserve=reserve).wrap_up(START) == wrap_up


def test_without_a_reserve_there_is_no_wrap_up_phase() -> None:
    call = hour(reserve=0)
    assert [call.phase(at(m)) for m in (0, 59, 60)] == ["work", "work", "over"]


def test_a_call_of_no_length_is_over_and_draws_a_full_bar() -> None:
    call = hour(planned_end=START)
    assert call.phase(START) == "over"
    assert (call.share(START), call.reserve_share(START)) == (1.0, 1.0)


def test_a_clock_set_back_during_a_pause_takes_nothing_from_the_call() -> None:
    """The machine's clock may jump; a pause has never lasted less than nothing."""
    call = hour(pauses=((at(20), None),))
    assert call.paused(at(10)) == timedelta()
    assert call.end(at(10)) == at(60)
    assert call.worked(at(10)) == 10


def test_an_earlier_instant_does_not_know_a_later_pause() -> None:
    call = hour(pauses=((at(20), at(30)),))
    assert call.end(at(10)) == at(60)
    assert call.end(at(25)) == at(65)


@pytest.mark.parametrize(
    ("pauses", "ended", "minutes"),
    [
        ((), 47.4, 47),
        ((), 47.6, 48),
        (((at(10), at(20)),), 60, 50),
        (((at(40), None),), 60, 40),
        ((), -5, 0),
    ],
)
def test_the_minutes_worked_leave_the_pauses_out(
    pauses: tuple[tuple[datetime, datetime | None], ...], ended: float, minutes: int
) -> None:
    assert hour(pauses=pauses).worked(at(ended)) == minutes


@pytest.mark.parametrize(
    ("started", "end"),
    [
        (at(0), at(60)),
        (at(-5), at(60)),
        (at(12), at(60)),
        (at(-60), at(60)),
        (at(-61), at(-16)),
        (at(60), at(105)),
    ],
)
def test_the_slots_end_counts_when_the_call_starts_in_it(started: datetime, end: datetime) -> None:
    assert planned_end(started, (at(0), at(60)), 45) == end


def test_without_a_slot_the_length_counts() -> None:
    assert planned_end(at(7), None, 45) == at(52)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "00:00"), (59, "00:59"), (60, "01:00"), (1938, "32:18"), (3599.7, "1:00:00"),
        (3720, "1:02:00"), (-0.4, "00:00"), (-30, "-00:30"), (-3661, "-1:01:01"),
    ],
)  # fmt: skip
def test_a_clock_is_read_at_a_glance(seconds: float, shown: str) -> None:
    assert clock(timedelta(seconds=seconds)) == shown


@st.composite
def calls(draw: st.DrawFn) -> Timebox:
    """Any call: pauses one after the other, the last one perhaps still running."""
    edges = sorted(draw(st.lists(st.integers(0, 200), max_size=7, unique=True)))
    instants: list[datetime | None] = [at(minute) for minute in edges]
    if len(instants) % 2:
        instants.append(None)
    pauses = tuple(zip(instants[::2], instants[1::2], strict=True))
    return hour(
        planned_end=at(draw(st.integers(0, 180))),
        reserve=draw(st.integers(0, 60)),
        hard_stop=draw(st.booleans()),
        extended=draw(st.integers(0, 60)),
        pauses=pauses,
    )


minutes = st.integers(-30, 400)
ORDER = {"work": 0, "wrap-up": 1, "over": 2}


@given(calls(), minutes, minutes)
def test_time_never_runs_backwards(call: Timebox, one: int, other: int) -> None:
    """What is left only shrinks or stands still, and a phase never comes back."""
    early, late = at(min(one, other)), at(max(one, other))
    assert call.left(late) <= call.left(early)
    assert ORDER[call.phase(early)] <= ORDER[call.phase(late)]
    assert call.paused(early) <= call.paused(late)


@given(calls(), minutes)
def test_the_bar_agrees_with_the_phase(call: Timebox, minute: int) -> None:
    now = at(minute)
    assert 0 <= call.share(now) <= 1
    assert 0 <= call.reserve_share(now) <= 1
    assert (call.left(now) <= timedelta()) == (call.phase(now) == "over")
    if call.phase(now) == "work":
        assert call.share(now) <= call.reserve_share(now)


@given(calls(), st.integers(0, 400))
def test_work_and_pauses_make_up_the_whole(call: Timebox, minute: int) -> None:
    now = at(minute)
    assert call.worked(now) == round((now - START - call.paused(now)) / MINUTE)
    assert timedelta() <= call.paused(now) <= now - START


def test_a_call_is_left_behind_once_its_end_is_longer_past_than_it_was_to_take() -> None:
    assert [hour().is_left_behind(at(minute)) for minute in (0, 120, 121)] == [False, False, True]
    longer = hour(extended=30)
    assert [longer.is_left_behind(at(minute)) for minute in (121, 180, 181)] == [False, False, True]


def test_a_forgotten_pause_does_not_keep_a_call_alive() -> None:
    box = hour(pauses=((at(0), at(15)), (at(30), None)))
    assert box.agreed_end == at(75)
    assert box.is_left_behind(at(14 * 60))
    assert box.phase(at(14 * 60)) == "work"
