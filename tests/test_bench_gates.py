"""When a promise counts as broken: both ratios over, twice in a row."""

from collections.abc import Mapping

import pytest
from bench.gates import Gate, Group, Sample

KEPT = Sample([10, 11, 12], [10, 10, 10])
SLOW = Sample([20, 22, 24], [10, 10, 10])
UNLUCKY = Sample([10, 30, 30], [10, 10, 10])
"""Slow most of the time, and as fast as the floor at its best: the machine was busy."""
GATE = Gate("it", "it : floor", "ms", 1.5)


def judged(*samples: Sample, gate: Gate = GATE) -> tuple[bool, Sample, int]:
    """Whether the gate is broken by these measurements in turn, what is shown, how many it took."""
    coming, taken = iter(samples), []

    def measure(rounds: int) -> Mapping[str, Sample]:
        taken.append(rounds)
        return {gate.key: next(coming)}

    (verdict,) = Group("all", [gate], measure).judged(quick=False)
    return verdict.broken, verdict.sample, len(taken)


def test_ratios_are_of_pairs_and_of_the_best() -> None:
    assert (UNLUCKY.pairs, UNLUCKY.minima) == (3, 1)
    assert (Sample([2, 3, 7]).pairs, Sample([2, 3, 7]).minima) == (3, 2)


@pytest.mark.parametrize(
    ("samples", "broken", "shown", "taken"),
    [
        ((KEPT,), False, KEPT, 1),
        ((UNLUCKY,), False, UNLUCKY, 1),
        ((SLOW, KEPT), False, KEPT, 2),
        ((SLOW, UNLUCKY), False, UNLUCKY, 2),
        ((SLOW, SLOW), True, SLOW, 2),
    ],
)
def test_a_promise_is_broken_only_twice_in_a_row_and_by_both(
    samples: tuple[Sample, ...], broken: bool, shown: Sample, taken: int
) -> None:
    assert judged(*samples) == (broken, shown, taken)


def test_what_is_only_shown_is_never_judged() -> None:
    assert judged(SLOW, gate=GATE._replace(promise=None)) == (False, SLOW, 1)
    assert judged(Sample([1]), Sample([1]), gate=GATE._replace(promise=0.0))[0]
