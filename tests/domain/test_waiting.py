"""Waiting for somebody who is late, computed from stored instants alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mentordesk.domain.agenda import Point
from mentordesk.domain.sessions import Session
from mentordesk.domain.timebox import Timebox
from mentordesk.domain.waiting import Waiting, waiting

SIX = datetime(2026, 11, 26, 18, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
OPEN = [Point("CV"), Point("Wrap-up")]


def call(started: datetime = SIX, state: str = "running", extended: int = 0) -> Session:
    box = Timebox(started, SIX + 60 * MINUTE, 15, extended=extended)
    return Session("1", "m", 1, "weekly", state, SIX, 60, 15, False, started=started, timebox=box)


def test_waiting_begins_with_the_call_or_at_the_agreed_time() -> None:
    late, early = SIX + 4 * MINUTE, SIX - 4 * MINUTE
    assert waiting(call(late), 10, "", OPEN, False) == Waiting(late, 10)
    assert waiting(call(early), 10, " \n", OPEN, False) == Waiting(SIX, 10)


@pytest.mark.parametrize(
    "nobody_waits",
    [
        waiting(call(), 0, "", OPEN, False),
        waiting(call(), 10, "a word", OPEN, False),
        waiting(call(), 10, "", [replace(OPEN[0], state="done")], False),
        waiting(call(), 10, "", OPEN, True),
        waiting(call(extended=5), 10, "", OPEN, False),
        waiting(call(state="held"), 10, "", OPEN, False),
        waiting(replace(call(), timebox=None), 10, "", OPEN, False),
    ],
)
def test_any_sign_of_a_call_ends_it(nobody_waits: Waiting | None) -> None:
    assert nobody_waits is None


@pytest.mark.parametrize(
    ("minute", "on", "long"),
    [(-1, False, False), (0, True, False), (9, True, False), (10, True, True), (20, False, True)],
)
def test_it_is_told_for_twice_the_minutes(minute: int, on: bool, long: bool) -> None:
    one, now = Waiting(SIX, 10), SIX + minute * MINUTE
    assert (one.is_on(now), one.is_long(now)) == (on, long)
    assert one.gone(now) == max(minute, 0) * MINUTE
